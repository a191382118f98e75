import { memo } from 'react';
import { LEVEL_SHAPES } from '../parts/level-badge.tsx';
import { outlineOf } from '../units/standing-mark.tsx';
import type { Mark } from './map-marks.ts';
import { choose } from './map-store.ts';

/** Signs for what has a point. Each is drawn again only when it says or stands otherwise. */
export const MarkLayer = memo(function MarkLayer({
  marks,
  scale,
  chosen,
}: {
  readonly marks: readonly Mark[];
  readonly scale: number;
  readonly chosen: string | null;
}) {
  return marks.map((mark) => (
    <Sign
      key={mark.key}
      first={mark.of[0] ?? ''}
      x={Math.round(mark.x * scale)}
      y={Math.round(mark.y * scale)}
      label={mark.label}
      kind={mark.sign.kind}
      level={mark.sign.kind === 'incident' ? mark.sign.level : undefined}
      standing={mark.sign.kind === 'unit' ? mark.sign.standing : undefined}
      d={
        mark.sign.kind === 'incident'
          ? LEVEL_SHAPES[mark.sign.level]
          : outlineOf(mark.sign.status, mark.sign.standing)
      }
      chosen={chosen !== null && mark.of.includes(chosen)}
    />
  ));
});

const Sign = memo(function Sign({
  first,
  x,
  y,
  label,
  kind,
  level,
  standing,
  d,
  chosen,
}: {
  readonly first: string;
  readonly x: number;
  readonly y: number;
  readonly label: string;
  readonly kind: 'incident' | 'unit';
  readonly level: string | undefined;
  readonly standing: string | undefined;
  readonly d: string;
  readonly chosen: boolean;
}) {
  const wide = 26 + label.length * 8.6;
  return (
    <g
      className="map-mark"
      data-kind={kind}
      data-chosen={chosen}
      transform={`translate(${x} ${y})`}
      onClick={(event) => {
        event.stopPropagation();
        choose(first);
      }}
    >
      {/* An incident stands on its point; a unit hangs under it, so that both can be read at one place. */}
      <g transform={kind === 'incident' ? 'translate(0 -10)' : 'translate(0 12)'}>
        <rect className="map-plate" x={-11} y={-10} width={wide} height={20} rx={3} />
        <path
          className={kind === 'incident' ? 'map-level' : 'map-unit'}
          data-level={level}
          data-standing={standing}
          fillRule="evenodd"
          transform="translate(-7 -7) scale(0.875)"
          d={d}
        />
        <text x={11} y={5}>
          {label}
        </text>
      </g>
      <circle className="map-point" r={2.5} />
    </g>
  );
});
