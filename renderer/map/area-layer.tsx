import { memo, useMemo } from 'react';
import type { PicturedArea } from '#shared/place/area-examination.ts';
import { choose } from './map-store.ts';
import type { Plane } from './plane.ts';

/** The shapes. They are drawn once: moving and zooming only transforms what is around them. */
export const AreaLayer = memo(function AreaLayer({
  shapes,
  plane,
  zones,
  hatched,
}: {
  readonly shapes: readonly PicturedArea[];
  readonly plane: Plane;
  /** In the order of the policy: the second is dotted, so that they differ without color. */
  readonly zones: readonly string[];
  /** Areas in which something is somewhere, as one text so that the same ones draw nothing anew. */
  readonly hatched: string;
}) {
  const paths = useMemo(() => shapes.map((shape) => pathOf(shape, plane)), [shapes, plane]);
  const somewhere = new Set(hatched.split(' '));
  const others = shapes.map((shape, at) => [shape, at] as const);
  // The areas of the policy over the others, so that their borders are whole.
  const order = [
    ...others.filter(([{ areaId }]) => areaId === null),
    ...others.filter(([{ areaId }]) => areaId !== null),
  ];
  return order.map(([{ name, areaId, zone }, at]) => {
    const at2 = zone === null ? -1 : zones.indexOf(zone);
    const d = paths[at];
    return (
      <g
        key={name}
        className="map-area"
        data-zone={at2}
        onClick={() => areaId !== null && choose(`area/${areaId}`)}
      >
        <path className="map-ground" d={d} />
        {at2 > 0 && <path className="map-dots" d={d} />}
        {areaId !== null && somewhere.has(areaId) && <path className="map-hatch" d={d} />}
        <path className="map-border" d={d} />
      </g>
    );
  });
});

export function pathOf({ polygons }: PicturedArea, plane: Plane): string {
  return polygons
    .flat()
    .map((ring) => {
      const corners = ring.slice(0, -1).map(([lon, lat]) => {
        const [x, y] = plane.across({ lat, lon });
        return `${x.toFixed(0)} ${y.toFixed(0)}`;
      });
      return `M${corners.join('L')}Z`;
    })
    .join('');
}
