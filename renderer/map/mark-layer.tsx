import { memo } from 'react';
import { LEVEL_SHAPES } from '../parts/level-badge.tsx';
import { outlineOf } from '../units/standing-mark.tsx';
import type { Sign } from './gather-signs.ts';
import { choose, mapStore } from './map-store.ts';

/** Signs for what has a place. Each is drawn again only when it says or stands otherwise. */
export const MarkLayer = memo(function MarkLayer({ signs }: { readonly signs: readonly Sign[] }) {
  return signs.map((sign) => <SignPlate key={sign.key} sign={sign} />);
});

export const SignPlate = memo(function SignPlate({
  sign,
  chosen = false,
}: {
  readonly sign: Sign;
  readonly chosen?: boolean;
}) {
  const { px, py, room, exact, says, alsoUnits, of, sign: shape } = sign;
  return (
    <g
      className="map-mark"
      data-kind={shape.kind}
      data-exact={exact}
      data-chosen={chosen}
      transform={`translate(${px} ${py})`}
      onClick={(event) => {
        event.stopPropagation();
        chooseNext(of);
      }}
    >
      <g transform={`translate(${room.left - px} ${room.top - py})`}>
        <rect
          className="map-plate"
          width={room.right - room.left}
          height={room.bottom - room.top}
          rx={exact ? 3 : 10}
        />
        <path
          className={shape.kind === 'incident' ? 'map-level' : 'map-unit'}
          data-level={shape.kind === 'incident' ? shape.level : undefined}
          data-standing={shape.kind === 'unit' ? shape.standing : undefined}
          fillRule="evenodd"
          transform="translate(4 3) scale(0.875)"
          d={
            shape.kind === 'incident'
              ? LEVEL_SHAPES[shape.level]
              : outlineOf(shape.status, shape.standing)
          }
        />
        <text x={22} y={15}>
          {says}
        </text>
        {alsoUnits > 0 && <AlsoUnits units={alsoUnits} right={room.right - room.left} />}
      </g>
      {exact && <circle className="map-point" r={2.5} />}
    </g>
  );
});

/** Units counted in a sign that names an incident: beside the count of incidents, behind a bar. */
function AlsoUnits({ units, right }: { readonly units: number; readonly right: number }) {
  return (
    <>
      <path className="map-bar-between" d={`M${right - 20 - 8.4 * String(units).length} 3v14`} />
      <text className="map-also" x={right - 6} y={15}>
        {`${units}u`}
      </text>
    </>
  );
}

/** Pressed again, a sign of several goes on to the next it stands for. */
function chooseNext(of: readonly string[]): void {
  const at = of.indexOf(mapStore.getState().chosen ?? '');
  choose(of[(at + 1) % of.length] ?? null);
}
