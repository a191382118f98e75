import { useEffect, useMemo, useRef, useState } from 'react';
import type { LocationLine } from '#shared/board/location-lines.ts';
import type { AreaPicture } from '#shared/place/area-examination.ts';
import { useActions } from '../keys/actions.ts';
import { AreaLayer } from './area-layer.tsx';
import { ChosenArea, ChosenSign, groundOf } from './chosen-layer.tsx';
import { FixLayer, FixSigns } from './fix-layer.tsx';
import { gatherSigns } from './gather-signs.ts';
import { LabelLayer } from './label-layer.tsx';
import type { MapLine } from './map-lines.ts';
import type { Mark } from './map-marks.ts';
import { beginPlacing, mapStore, pointAt, setView, useMap } from './map-store.ts';
import { MarkLayer } from './mark-layer.tsx';
import { boxThatMatters, groundsOf, placeNames, roomForNames } from './place-names.ts';
import { centered, fitted, isIn, panned, showing, zoomed } from './plane.ts';
import type { Box, Plane, Size, View } from './plane.ts';
import { useDrag, useSize, useWheel, ZOOM_STEP } from './pointer-moves.ts';
import '../style/map-picture.css';
import '../style/map-fix.css';

const FAR = 90;

/** The areas and everything that has a place in them. It says nothing the list beside it does not. */
export function MapPicture({
  picture,
  plane,
  lines,
  marks,
  urgency,
  zones,
  fixes,
}: {
  readonly picture: AreaPicture;
  readonly plane: Plane;
  readonly lines: readonly MapLine[];
  readonly marks: readonly Mark[];
  readonly urgency: ReadonlyMap<string, number>;
  readonly zones: readonly string[];
  readonly fixes: readonly LocationLine[];
}) {
  const { shapes } = picture;
  const frame = useRef<HTMLDivElement>(null);
  const size = useSize(frame);
  const kept = useMap((map) => map.view);
  const chosen = useMap((map) => map.chosen);
  const placing = useMap((map) => map.placing !== null);
  const grounds = useMemo(() => groundsOf(shapes, plane), [shapes, plane]);
  const home = useHome(plane, () => boxThatMatters(grounds, marks, plane.box));
  const all = fitted(plane.box, size);
  const view = kept === null ? fitted(home.box, size) : kept === 'all' ? all : kept;
  const { scale } = view;
  const drawn = useDrawn(view, size);
  const signs = useMemo(
    () => gatherSigns(marks, scale, roomForNames(grounds, urgency, scale)),
    [marks, scale, grounds, urgency],
  );
  const names = useMemo(
    () => placeNames(grounds, signs, urgency, scale),
    [grounds, signs, urgency, scale],
  );
  const hatched = useMemo(() => hatchedIn(marks), [marks]);
  const middle = [size.width / 2, size.height / 2] as const;
  const zoom = (by: number, at: readonly [number, number] = middle) =>
    setView(zoomed(view, by, at, all.scale));
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
    'map.closer': () => zoomByKey(ZOOM_STEP),
    'map.further': () => zoomByKey(1 / ZOOM_STEP),
    'map.place': () => {
      if (beginPlacing() === false) return false;
      const point = pointOf(chosen);
      // The cross begins where it is thought to be.
      if (point !== null) setView(centered(view, point, size));
    },
    'map.fit': () => {
      if (kept !== 'all') return setView('all');
      home.anew();
      setView(null);
    },
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
      const ground = groundOf(mapStore.getState().chosen, grounds);
      if (ground === undefined) return false;
      setView(fitted(ground.box, size));
    },
  });

  const beyond = beyondOf(size);
  return (
    <div ref={frame} className="map-frame" data-placing={placing} {...drag}>
      {/* A layer of its own, larger than the frame: moving the map moves it and draws nothing. */}
      <div
        className="map-moved"
        style={{
          transform: `translate(${Math.round(view.left - drawn.left)}px, ${Math.round(view.top - drawn.top)}px)`,
        }}
      >
        <svg
          role="img"
          aria-label={labelOf(picture)}
          style={{ left: -beyond.width, top: -beyond.height }}
          width={size.width + 2 * beyond.width}
          height={size.height + 2 * beyond.height}
        >
          <Patterns scale={scale} />
          <g
            transform={`translate(${Math.round(drawn.left) + beyond.width} ${Math.round(drawn.top) + beyond.height})`}
          >
            <g className="map-areas" transform={`scale(${scale})`}>
              <AreaLayer shapes={shapes} plane={plane} zones={zones} hatched={hatched} />
              <ChosenArea ground={groundOf(chosen, grounds)} plane={plane} />
              <FixLayer lines={fixes} plane={plane} />
            </g>
            <LabelLayer names={names} />
            <FixSigns lines={fixes} plane={plane} scale={scale} />
            <MarkLayer signs={signs} />
            <ChosenSign
              chosen={chosen}
              marks={marks}
              signs={signs}
              grounds={grounds}
              names={names}
              scale={scale}
            />
            <ChosenPoint plane={plane} scale={scale} />
          </g>
        </svg>
      </div>
      {placing && (
        <svg className="map-cross-frame" aria-hidden="true" {...size}>
          <Cross at={middle} />
        </svg>
      )}
    </div>
  );
}

/** How much is drawn beyond each edge of the frame. */
function beyondOf({ width, height }: Size): Size {
  return { width: Math.round(width / 8), height: Math.round(height / 8) };
}

/** The view as last drawn. It is drawn anew at another scale, or when the map was moved beyond what is drawn. */
function useDrawn(view: View, size: Size): View {
  const [drawn, setDrawn] = useState(view);
  const beyond = beyondOf(size);
  const holds =
    drawn.scale === view.scale &&
    Math.abs(view.left - drawn.left) <= beyond.width &&
    Math.abs(view.top - drawn.top) <= beyond.height;
  if (!holds) setDrawn(view);
  return holds ? drawn : view;
}

/** What the map opens on. It stays while new incidents come, so that nothing moves under the eye. */
function useHome(
  plane: Plane,
  boxNow: () => Box,
): { readonly box: Box; readonly anew: () => void } {
  const [home, setHome] = useState(() => ({ plane, box: boxNow() }));
  const now = home.plane === plane ? home : { plane, box: boxNow() };
  if (now !== home) setHome(now);
  return { box: now.box, anew: () => setHome({ plane, box: boxNow() }) };
}

/** As one text, so that the same areas draw nothing anew. */
function hatchedIn(marks: readonly Mark[]): string {
  const keys = marks.filter(({ exact }) => !exact).map(({ key }) => key.replace('somewhere/', ''));
  return keys.sort().join(' ');
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
        id="map-fix-hatch"
        width={lines}
        height={lines}
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(-45)"
      >
        <rect width={1.6 / scale} height={lines} />
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
