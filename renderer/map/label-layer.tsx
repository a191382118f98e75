import { memo, useMemo } from 'react';
import type { PicturedArea } from '#shared/place/area-examination.ts';
import { LEVEL_SHAPES } from '../parts/level-badge.tsx';
import type { Somewhere } from './map-marks.ts';
import type { Plane } from './plane.ts';

interface Label {
  readonly shape: PicturedArea;
  readonly x: number;
  readonly y: number;
  readonly lines: readonly string[];
  readonly shown: boolean;
}

const LETTER = 6.4;
const LINE = 14;
const LONGEST = 12;

/** Names where there is room, those of the policy first; a badge for what is only known to be in there. */
export const LabelLayer = memo(function LabelLayer({
  shapes,
  plane,
  scale,
  somewhere,
  chosen,
}: {
  readonly shapes: readonly PicturedArea[];
  readonly plane: Plane;
  readonly scale: number;
  readonly somewhere: ReadonlyMap<string, Somewhere>;
  readonly chosen: string | null;
}) {
  const labels = useMemo(() => labelsOf(shapes, plane, scale), [shapes, plane, scale]);
  return labels.map(({ shape: { name, areaId }, x, y, lines, shown }) => {
    const here = areaId === null ? undefined : somewhere.get(areaId);
    const named = shown || (areaId !== null && chosen === `area/${areaId}`);
    return (
      <g
        key={name}
        className="map-label"
        data-ours={areaId !== null}
        transform={`translate(${x} ${y})`}
      >
        {named &&
          lines.map((line, at) => (
            <text key={line} y={(at - lines.length) * LINE + (here === undefined ? LINE : 2)}>
              {line}
            </text>
          ))}
        {here !== undefined && (
          <Badge here={here} chosen={chosen !== null && here.of.includes(chosen)} />
        )}
      </g>
    );
  });
});

/** “Somewhere here”: a ring with a gap, a number, and never at a place. */
function Badge({ here, chosen }: { readonly here: Somewhere; readonly chosen: boolean }) {
  const { incidents, highest, units } = here;
  const told = units.length > 3 ? `${units.length} units` : units.join(' ');
  return (
    <g className="map-somewhere" data-chosen={chosen}>
      {incidents > 0 && highest !== null && (
        <g transform="translate(0 12)">
          <rect x={-22} y={-10} width={44} height={20} rx={10} />
          <path
            className="map-level"
            data-level={highest}
            transform="translate(-17 -7) scale(0.875)"
            d={LEVEL_SHAPES[highest]}
          />
          <text x={9} y={4}>
            {incidents}
          </text>
        </g>
      )}
      {units.length > 0 && (
        <text className="map-units-here" y={incidents > 0 ? 36 : 16}>
          {told}
        </text>
      )}
    </g>
  );
}

function labelsOf(shapes: readonly PicturedArea[], plane: Plane, scale: number): readonly Label[] {
  const taken: { left: number; right: number; top: number; bottom: number }[] = [];
  const ours = shapes.filter(({ areaId }) => areaId !== null);
  return [...ours, ...shapes.filter(({ areaId }) => areaId === null)].map((shape): Label => {
    const [lon, lat] = shape.label;
    const [px, py] = plane.across({ lat, lon });
    const [x, y] = [Math.round(px * scale), Math.round(py * scale)];
    const lines = inLines(shape.name);
    const half = (Math.max(...lines.map((line) => [...line].length)) * LETTER) / 2;
    const box = { left: x - half, right: x + half, top: y - lines.length * LINE, bottom: y + 4 };
    const free = !taken.some(
      (each) =>
        each.left < box.right &&
        box.left < each.right &&
        each.top < box.bottom &&
        box.top < each.bottom,
    );
    const shown = free && (shape.areaId !== null || widthOf(shape, plane) * scale > 2 * half);
    if (shown) taken.push(box);
    return { shape, x, y, lines, shown };
  });
}

function widthOf({ polygons }: PicturedArea, plane: Plane): number {
  const xs = polygons.flat(2).map(([lon, lat]) => plane.across({ lat, lon })[0]);
  return (
    xs.reduce((a, b) => Math.max(a, b), -Infinity) - xs.reduce((a, b) => Math.min(a, b), Infinity)
  );
}

/** In two lines where a name is long: “West / Garfield Park”. */
function inLines(name: string): readonly string[] {
  if (name.length <= LONGEST) return [name];
  const words = name.split(' ');
  if (words.length === 1) return [name.length > 24 ? `${name.slice(0, 23)}…` : name];
  const half = name.length / 2;
  let [first, best] = [1, Infinity];
  for (let at = 1; at < words.length; at += 1) {
    const far = Math.abs(words.slice(0, at).join(' ').length - half);
    if (far < best) [first, best] = [at, far];
  }
  const lines = [words.slice(0, first).join(' '), words.slice(first).join(' ')];
  return lines.map((line) => (line.length > 24 ? `${line.slice(0, 23)}…` : line));
}
