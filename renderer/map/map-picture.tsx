import { useEffect, useMemo, useRef, useState, type PointerEvent, type RefObject } from 'react';
import type { AreaPicture } from '#shared/place/area-examination.ts';
import { useActions } from '../keys/actions.ts';
import { AreaLayer } from './area-layer.tsx';
import { LabelLayer } from './label-layer.tsx';
import type { MapLine } from './map-lines.ts';
import { marksOf, somewhereIn, type BoardRows } from './map-marks.ts';
import { beginPlacing, mapStore, pointAt, setView, useMap } from './map-store.ts';
import { MarkLayer } from './mark-layer.tsx';
import {
  centered,
  fitted,
  isIn,
  panned,
  planeOf,
  showing,
  zoomed,
  type Plane,
  type Size,
  type View,
} from './plane.ts';

const STEP = 1.35;
const FAR = 90;
/** A pointer that moved less than this meant to press, not to drag. */
const STILL = 4;
const BEFORE_MEASURED: Size = { width: 900, height: 720 };

/** The areas and everything that has a place in them. It says nothing the list beside it does not. */
export function MapPicture({
  picture,
  plane,
  lines,
  rows,
  zones,
}: {
  readonly picture: AreaPicture;
  readonly plane: Plane;
  readonly lines: readonly MapLine[];
  readonly rows: BoardRows;
  readonly zones: readonly string[];
}) {
  const frame = useRef<HTMLDivElement>(null);
  const size = useSize(frame);
  const kept = useMap((map) => map.view);
  const chosen = useMap((map) => map.chosen);
  const placing = useMap((map) => map.placing !== null);
  const least = useMemo(() => fitted(plane.box, size).scale, [plane, size]);
  const view = kept ?? fitted(plane.box, size);
  const { scale } = view;
  const marks = useMemo(() => marksOf(lines, rows, plane, scale), [lines, rows, plane, scale]);
  const somewhere = useMemo(() => somewhereIn(lines, rows), [lines, rows]);
  const middle = [size.width / 2, size.height / 2] as const;
  const zoom = (by: number, at: readonly [number, number] = middle) =>
    setView(zoomed(view, by, at, least));
  const drag = useDrag(view, (x, y) => {
    const at = plane.back((x - view.left) / scale, (y - view.top) / scale);
    if (mapStore.getState().placing !== null) pointAt(at);
  });
  useWheel(frame, (by, at) => zoom(by, at));
  const pointOf = (key: string | null) => pointOfLine(key, lines, plane, picture);
  useChosenInSight(chosen, pointOf, view, size);
  /** By key around what is chosen, so that it stays where it is seen; while placing, around the cross. */
  const zoomByKey = (by: number) => {
    const point = mapStore.getState().placing === null ? pointOf(chosen) : null;
    const at = point && ([point[0] * scale + view.left, point[1] * scale + view.top] as const);
    zoom(by, at !== null && isIn(at, size) ? at : middle);
  };

  useActions({
    'map.closer': () => zoomByKey(STEP),
    'map.further': () => zoomByKey(1 / STEP),
    'map.place': () => {
      if (beginPlacing() === false) return false;
      const point = pointOf(chosen);
      // The cross begins where it is thought to be.
      if (point !== null) setView(centered(view, point, size));
    },
    'map.fit': () => setView(null),
    'map.left': () => setView(panned(view, FAR, 0)),
    'map.right': () => setView(panned(view, -FAR, 0)),
    'map.up': () => setView(panned(view, 0, FAR)),
    'map.down': () => setView(panned(view, 0, -FAR)),
    // Under the cross, while a point is being chosen.
    'map.here': () => {
      if (mapStore.getState().placing === null) return false;
      pointAt(plane.back((middle[0] - view.left) / scale, (middle[1] - view.top) / scale));
    },
    'map.open': () => {
      const box = boxOf(picture, plane, mapStore.getState().chosen);
      if (box === null) return false;
      setView(fitted(box, size));
    },
  });

  return (
    <div ref={frame} className="map-frame" data-placing={placing} {...drag}>
      <svg role="img" aria-label={labelOf(picture)} width={size.width} height={size.height}>
        <Patterns scale={scale} />
        <g transform={`translate(${view.left} ${view.top})`}>
          <g className="map-areas" transform={`scale(${scale})`}>
            <AreaLayer
              shapes={picture.shapes}
              plane={plane}
              zones={zones}
              hatched={[...somewhere.keys()].join(' ')}
              chosen={chosen}
            />
          </g>
          <LabelLayer
            shapes={picture.shapes}
            plane={plane}
            scale={scale}
            somewhere={somewhere}
            chosen={chosen}
          />
          <MarkLayer marks={marks} scale={scale} chosen={chosen} />
          <ChosenPoint plane={plane} scale={scale} />
        </g>
        {placing && <Cross at={middle} />}
      </svg>
    </div>
  );
}

function labelOf({ shapes, schematic }: AreaPicture): string {
  const ours = shapes.filter(({ areaId }) => areaId !== null).length;
  const how = schematic ? 'Schematic map' : 'Map';
  return `${how} of ${ours} areas. Everything on it stands in the list.`;
}

/** Drawn on the ground of the areas, at the same size in the window however close it is. */
function Patterns({ scale }: { readonly scale: number }) {
  const [dots, lines] = [9 / scale, 7 / scale];
  return (
    <defs>
      <pattern id="map-dots" width={dots} height={dots} patternUnits="userSpaceOnUse">
        <circle cx={dots / 2} cy={dots / 2} r={1 / scale} />
      </pattern>
      <pattern
        id="map-hatch"
        width={lines}
        height={lines}
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <rect width={1.2 / scale} height={lines} />
      </pattern>
    </defs>
  );
}

/** The point that waits for a yes. */
function ChosenPoint({ plane, scale }: { readonly plane: Plane; readonly scale: number }) {
  const point = useMap((map) => map.placing?.point ?? null);
  if (point === null) return null;
  const [x, y] = plane.across(point);
  return (
    <g className="map-set" transform={`translate(${x * scale} ${y * scale})`}>
      <circle r={9} />
      <circle r={2.5} />
    </g>
  );
}

function Cross({ at: [x, y] }: { readonly at: readonly [number, number] }) {
  return (
    <path
      className="map-cross"
      d={`M${x - 14} ${y}H${x - 4}M${x + 4} ${y}H${x + 14}M${x} ${y - 14}V${y - 4}M${x} ${y + 4}V${y + 14}`}
    />
  );
}

function boxOf({ shapes }: AreaPicture, plane: Plane, chosen: string | null) {
  const shape = shapes.find(({ areaId }) => areaId !== null && `area/${areaId}` === chosen);
  return shape === undefined ? null : (planeOfShape(shape, plane) ?? null);
}

function planeOfShape(shape: AreaPicture['shapes'][number], plane: Plane) {
  const own = planeOf([shape]);
  if (own === null) return null;
  const { left, top, right, bottom } = own.box;
  const [from, to] = [own.back(left, top), own.back(right, bottom)].map(plane.across);
  if (from === undefined || to === undefined) return null;
  return { left: from[0], top: from[1], right: to[0], bottom: to[1] };
}

function useSize(frame: RefObject<HTMLDivElement | null>): Size {
  const [size, setSize] = useState(BEFORE_MEASURED);
  useEffect(() => {
    const element = frame.current;
    // Not in happy-dom.
    if (element === null || typeof ResizeObserver === 'undefined') return;
    const observer = new ResizeObserver(() => {
      const { clientWidth: width, clientHeight: height } = element;
      if (width > 0 && height > 0)
        setSize((before) =>
          before.width === width && before.height === height ? before : { width, height },
        );
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [frame]);
  return size;
}

/** Not React's: it listens passively, and the window would scroll along. */
function useWheel(
  frame: RefObject<HTMLDivElement | null>,
  zoom: (by: number, at: readonly [number, number]) => void,
): void {
  const latest = useRef(zoom);
  useEffect(() => {
    latest.current = zoom;
  });
  useEffect(() => {
    const element = frame.current;
    if (element === null) return;
    const onWheel = (event: WheelEvent) => {
      event.preventDefault();
      const { left, top } = element.getBoundingClientRect();
      latest.current(event.deltaY < 0 ? STEP : 1 / STEP, [
        event.clientX - left,
        event.clientY - top,
      ]);
    };
    element.addEventListener('wheel', onWheel, { passive: false });
    return () => element.removeEventListener('wheel', onWheel);
  }, [frame]);
}

function useDrag(view: View, press: (x: number, y: number) => void) {
  const from = useRef<{ x: number; y: number; view: View; moved: boolean } | null>(null);
  return {
    onPointerDown: ({ button, clientX: x, clientY: y }: PointerEvent<HTMLDivElement>) => {
      if (button === 0) from.current = { x, y, view, moved: false };
    },
    onPointerMove: (event: PointerEvent<HTMLDivElement>) => {
      const start = from.current;
      if (start === null) return;
      const [x, y] = [event.clientX - start.x, event.clientY - start.y];
      if (!start.moved && Math.hypot(x, y) < STILL) return;
      if (!start.moved) event.currentTarget.setPointerCapture(event.pointerId);
      start.moved = true;
      setView(panned(start.view, x, y));
    },
    onPointerUp: (event: PointerEvent<HTMLDivElement>) => {
      const { left, top } = event.currentTarget.getBoundingClientRect();
      if (from.current?.moved === false) press(event.clientX - left, event.clientY - top);
      from.current = null;
    },
    onPointerCancel: () => {
      from.current = null;
    },
  };
}

/** Where a line stands on the plane: its point, or the name of its area; null for what nobody can place. */
function pointOfLine(
  key: string | null,
  lines: readonly MapLine[],
  plane: Plane,
  { shapes }: AreaPicture,
): readonly [number, number] | null {
  const line = lines.find((each) => each.key === key);
  if (line === undefined) return null;
  if (line.kind !== 'area' && line.known.kind === 'point') return plane.across(line.known.position);
  const areaKey = line.kind === 'area' ? line.key : `area/${line.areaKey}`;
  const shape = shapes.find(({ areaId }) => `area/${areaId}` === areaKey);
  return shape === undefined ? null : plane.across({ lon: shape.label[0], lat: shape.label[1] });
}

/** Choosing in the list brings what is chosen into sight; what is in sight stays where it is. */
function useChosenInSight(
  chosen: string | null,
  pointOf: (key: string | null) => readonly [number, number] | null,
  view: View,
  size: Size,
): void {
  const latest = useRef({ pointOf, view, size });
  useEffect(() => {
    latest.current = { pointOf, view, size };
  });
  useEffect(() => {
    const now = latest.current;
    const point = now.pointOf(chosen);
    if (point === null) return;
    const next = showing(now.view, point, now.size);
    if (next !== now.view) setView(next);
  }, [chosen]);
}
