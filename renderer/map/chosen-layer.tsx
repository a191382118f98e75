import { memo, useMemo } from 'react';
import { pathOf } from './area-layer.tsx';
import { signAlone, type Sign } from './gather-signs.ts';
import { Name } from './label-layer.tsx';
import type { Mark } from './map-marks.ts';
import { SignPlate } from './mark-layer.tsx';
import { inLines, type Ground, type PlacedName } from './place-names.ts';
import type { Plane } from './plane.ts';

/** The border of the area that is chosen, over all others, so that walking the list draws no other anew. */
export const ChosenArea = memo(function ChosenArea({
  ground,
  plane,
}: {
  readonly ground: Ground | undefined;
  readonly plane: Plane;
}) {
  const path = useMemo(
    () => (ground === undefined ? '' : pathOf(ground.shape, plane)),
    [ground, plane],
  );
  return path === '' ? null : <path className="map-chosen-area" d={path} />;
});

/** What is chosen over everything else: by its own name, also when it is counted in the sign of another. */
export const ChosenSign = memo(function ChosenSign({
  chosen,
  marks,
  signs,
  grounds,
  names,
  scale,
}: {
  readonly chosen: string | null;
  readonly marks: readonly Mark[];
  readonly signs: readonly Sign[];
  readonly grounds: readonly Ground[];
  readonly names: readonly PlacedName[];
  readonly scale: number;
}) {
  if (chosen === null) return null;
  const ground = groundOf(chosen, grounds);
  if (ground !== undefined) return <OwnName ground={ground} names={names} scale={scale} />;
  const mark = marks.find(({ of }) => of.includes(chosen));
  if (mark === undefined) return null;
  const placed = signs.find(({ of }) => of.includes(chosen));
  // At its own point, alone; what is somewhere in an area stays in the count of that area.
  const own = mark.exact && placed?.of[0] !== chosen ? signAlone(mark, scale) : placed;
  return own === undefined ? null : (
    <g className="map-chosen">
      <SignPlate sign={own} chosen />
    </g>
  );
});

function OwnName({
  ground,
  names,
  scale,
}: {
  readonly ground: Ground;
  readonly names: readonly PlacedName[];
  readonly scale: number;
}) {
  const { name } = ground.shape;
  if (names.some(({ key, lines }) => key === name && lines.join(' ') === name)) return null;
  const [x, y] = [Math.round(ground.x * scale), Math.round(ground.y * scale)];
  return (
    <g className="map-chosen">
      <Name name={{ key: name, kind: 'ours', x, y, lines: inLines(name) }} />
    </g>
  );
}

export function groundOf(chosen: string | null, grounds: readonly Ground[]): Ground | undefined {
  return grounds.find(({ shape: { areaId } }) => areaId !== null && `area/${areaId}` === chosen);
}
