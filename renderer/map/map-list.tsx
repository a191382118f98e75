import { useVirtualizer } from '@tanstack/react-virtual';
import { memo, useEffect, useRef } from 'react';
import { select, selectUnit, setPane, setScreen } from '../desk/desk-store.ts';
import { focusPane } from '../keys/window-keys.ts';
import { useActions } from '../keys/actions.ts';
import type { MapLine } from './map-lines.ts';
import { AreaRow, IncidentRowOnMap, lineDomId, UnitRowOnMap } from './map-rows.tsx';
import { choose, mapStore, useMap } from './map-store.ts';
import { useKeptInRange } from '../parts/use-kept-in-range.ts';

const HEIGHTS = { area: 36, incident: 50, unit: 32 } as const;

/** Everything that is on the map, and what cannot be, in one list for the keyboard and for reading aloud. */
export const MapList = memo(function MapList({ lines }: { readonly lines: readonly MapLine[] }) {
  const frame = useRef<HTMLDivElement>(null);
  const chosen = useMap((map) => map.chosen);
  const at = lines.findIndex(({ key }) => key === chosen);
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => frame.current,
    estimateSize: (index) => HEIGHTS[lines[index]?.kind ?? 'area'],
    getItemKey: (index) => lines[index]?.key ?? index,
    overscan: 8,
    initialRect: { width: 380, height: 850 },
    rangeExtractor: useKeptInRange(at),
  });

  useEffect(() => frame.current?.focus(), []);
  const latest = useRef(lines);
  useEffect(() => {
    latest.current = lines;
  });
  // Follows the choice only: a list that reorders must not scroll under the reader's eyes.
  useEffect(() => {
    const index = latest.current.findIndex(({ key }) => key === chosen);
    if (index >= 0) virtual.scrollToIndex(index);
  }, [chosen, virtual]);

  const move = (to: number) => {
    const line = lines[Math.min(lines.length - 1, Math.max(0, to))];
    if (line !== undefined) choose(line.key);
  };
  useActions({
    'map.next': () => move(at + 1),
    'map.previous': () => move(at < 0 ? 0 : at - 1),
    'map.first': () => move(0),
    'map.last': () => move(lines.length - 1),
    'map.open': () => openLine(lines.find(({ key }) => key === mapStore.getState().chosen)),
  });

  return (
    <div
      ref={frame}
      className="map-list"
      role="listbox"
      aria-label="Areas, with their incidents and units"
      aria-activedescendant={at < 0 ? undefined : lineDomId(lines[at]?.key ?? '')}
      tabIndex={0}
      onMouseDown={(event) => {
        // A row that scrolls away would take the focus with it, so the list keeps it.
        event.preventDefault();
        event.currentTarget.focus();
      }}
    >
      <div role="presentation" className="map-room" style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, key, start, size }) => {
          const line = lines[index];
          return line === undefined ? null : (
            <div
              key={key}
              role="presentation"
              className="map-slot"
              style={{ height: size, transform: `translateY(${start}px)` }}
            >
              <Row line={line} position={index + 1} total={lines.length} chosen={index === at} />
            </div>
          );
        })}
      </div>
    </div>
  );
});

const Row = memo(function Row({
  line,
  ...row
}: {
  readonly line: MapLine;
  readonly position: number;
  readonly total: number;
  readonly chosen: boolean;
}) {
  switch (line.kind) {
    case 'area':
      return <AreaRow area={line} {...row} />;
    case 'incident':
      return <IncidentRowOnMap line={line} {...row} onOpen={() => openLine(line)} />;
    case 'unit':
      return <UnitRowOnMap line={line} {...row} onOpen={() => openLine(line)} />;
  }
});

/** Incidents and units are worked on where they always are. An area is looked at closer, by the picture. */
function openLine(line: MapLine | undefined): void | false {
  if (line === undefined || line.kind === 'area') return false;
  const pane = line.kind === 'incident' ? 'incident' : 'teams';
  if (line.kind === 'incident') select({ kind: 'incident', id: line.id });
  else selectUnit(line.id);
  setScreen('dispatch');
  setPane(pane);
  requestAnimationFrame(() => focusPane(pane));
}
