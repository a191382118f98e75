import { memo, useMemo } from 'react';
import type { LocationLine } from '#shared/board/location-lines.ts';
import { sayUncertainty } from '#shared/location/fix.ts';
import { middleOf, ringsOf } from '#shared/location/location-shape.ts';
import type { Position } from '#shared/place/position.ts';
import type { Plane } from './plane.ts';

/**
 * Where the caller may be, as the true area: the newest hatched inside a thick border, earlier ones as thin
 * broken outlines. The list beside the map says the same in words.
 */
export const FixLayer = memo(function FixLayer({
  lines,
  plane,
}: {
  readonly lines: readonly LocationLine[];
  readonly plane: Plane;
}) {
  const drawn = useMemo(
    () =>
      lines.map(({ fix: { shape }, index }, at) => ({
        index,
        newest: at === 0,
        path: ringsOf(shape)
          .map((ring) => ringPath(ring, plane))
          .join(''),
      })),
    [lines, plane],
  );
  // The newest over the others.
  return drawn.toReversed().map(({ index, newest, path }) =>
    path === '' ? null : (
      <g key={index} className="map-fix" data-newest={newest}>
        {newest && <path className="map-fix-hatch" d={path} />}
        <path className="map-fix-border" d={path} />
      </g>
    ),
  );
});

/** A point of each, and the name of the newest, at the same size however close the map is. */
export const FixSigns = memo(function FixSigns({
  lines,
  plane,
  scale,
}: {
  readonly lines: readonly LocationLine[];
  readonly plane: Plane;
  readonly scale: number;
}) {
  return lines.toReversed().map(({ fix, index }) => {
    const middle = middleOf(fix.shape);
    if (middle === null) return null;
    const [x, y] = plane.across(middle);
    const newest = index === lines[0]?.index;
    return (
      <g
        key={index}
        className="map-fix-sign"
        data-newest={newest}
        transform={`translate(${Math.round(x * scale)} ${Math.round(y * scale)})`}
      >
        <path d="M-6 0H6M0 -6V6" />
        {newest && <text y={24}>Caller {sayUncertainty(fix)}</text>}
      </g>
    );
  });
});

function ringPath(ring: readonly Position[], plane: Plane): string {
  const corners = ring.slice(0, -1).map((corner) => {
    const [x, y] = plane.across(corner);
    return `${x.toFixed(1)} ${y.toFixed(1)}`;
  });
  return `M${corners.join('L')}Z`;
}
