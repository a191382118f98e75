import { useEffect, useMemo, useRef, type KeyboardEvent } from 'react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { openSheet, selectUnit, useDesk } from '../desk/desk-store.ts';
import { useActions } from '../keys/actions.ts';
import { UnitGroupHead } from './unit-group-head.tsx';
import type { UnitGroup } from './unit-groups.ts';
import { askBackUp, checkInUnit, raiseDuress } from '../safety/check-in.ts';
import { unitDomId, UnitRow } from './unit-row.tsx';
import { useKeptInRange } from '../parts/use-kept-in-range.ts';

/** Above this many units only those in sight are in the document. */
const PLAIN_UP_TO = 60;

type Line =
  | { readonly kind: 'head'; readonly key: string; readonly group: UnitGroup }
  | { readonly kind: 'unit'; readonly key: string; readonly at: number };

function openStatus(unitId: string): void {
  selectUnit(unitId);
  openSheet('status');
}

/** All units as one list: groups are headings in it, and the keyboard walks from one group to the next. */
export function UnitList({ groups }: { readonly groups: readonly UnitGroup[] }) {
  const selected = useDesk((desk) => desk.selectedUnit);
  const pane = useDesk((desk) => desk.pane);
  const list = useRef<HTMLDivElement>(null);
  const order = useMemo(() => groups.flatMap((group) => group.unitIds), [groups]);
  const lines = useMemo(() => linesOf(groups), [groups]);
  const at = order.findIndex((unitId) => unitId === selected);

  const selectedLine = lines.findIndex((line) => line.kind === 'unit' && line.key === selected);
  const rows = useVirtualizer({
    count: lines.length,
    enabled: order.length > PLAIN_UP_TO,
    getScrollElement: () => list.current,
    estimateSize: (index) => (lines[index]?.kind === 'head' ? 32 : 33),
    getItemKey: (index) => lines[index]?.key ?? index,
    overscan: 12,
    rangeExtractor: useKeptInRange(selectedLine),
  });

  function move(to: number) {
    const unitId = order[Math.min(order.length - 1, Math.max(0, to))];
    if (unitId === undefined) return;
    selectUnit(unitId);
    const line = lines.findIndex((each) => each.key === unitId);
    if (order.length > PLAIN_UP_TO) rows.scrollToIndex(line);
    else document.getElementById(unitDomId(unitId))?.scrollIntoView?.({ block: 'nearest' });
  }

  useActions({
    'teams.next': () => move(at + 1),
    'teams.previous': () => move(at < 0 ? 0 : at - 1),
    'check-in': () => (selected === null ? false : checkInUnit(selected)),
    'back-up': () => (selected === null ? false : askBackUp(selected)),
    duress: () => (selected === null ? false : raiseDuress(selected)),
  });

  // "g b" makes this the pane; the list takes the keyboard then, unless something in it has it already.
  useEffect(() => {
    const own = list.current;
    if (pane !== 'teams' || own === null) return;
    if (own.closest('[data-pane]')?.contains(document.activeElement) !== true) own.focus();
  }, [pane]);

  function onKeyDown(event: KeyboardEvent<HTMLDivElement>) {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const act = { Enter: open, Home: () => move(0), End: () => move(order.length - 1) }[event.key];
    if (act === undefined) return;
    event.preventDefault();
    act();
  }

  function open() {
    const unitId = order[Math.max(0, at)];
    if (unitId !== undefined) openStatus(unitId);
  }

  const drawn = order.length > PLAIN_UP_TO ? rows.getVirtualItems() : null;
  return (
    <div
      ref={list}
      role="listbox"
      aria-label="Units by team and zone"
      aria-activedescendant={at < 0 ? undefined : unitDomId(order[at] ?? '')}
      tabIndex={0}
      className="unit-list"
      onFocus={() => {
        if (at < 0) move(0);
      }}
      onKeyDown={onKeyDown}
    >
      {drawn === null ? (
        lines.map((line) => <UnitLine key={line.key} line={line} order={order} at={at} />)
      ) : (
        <div className="unit-room" role="presentation" style={{ height: rows.getTotalSize() }}>
          {drawn.map(({ index, key, start }) => (
            <div
              key={key}
              ref={rows.measureElement}
              data-index={index}
              role="presentation"
              className="unit-place"
              style={{ transform: `translateY(${start}px)` }}
            >
              <UnitLine line={lines[index]} order={order} at={at} />
            </div>
          ))}
        </div>
      )}
    </div>
  );
}

function UnitLine({
  line,
  order,
  at,
}: {
  readonly line: Line | undefined;
  readonly order: readonly string[];
  readonly at: number;
}) {
  if (line === undefined) return null;
  if (line.kind === 'head') return <UnitGroupHead group={line.group} />;
  return (
    <UnitRow
      unitId={line.key}
      position={line.at + 1}
      total={order.length}
      selected={line.at === at}
      onSelect={selectUnit}
      onOpen={openStatus}
    />
  );
}

function linesOf(groups: readonly UnitGroup[]): readonly Line[] {
  const lines: Line[] = [];
  let at = 0;
  for (const group of groups) {
    lines.push({ kind: 'head', key: group.key, group });
    for (const unitId of group.unitIds) lines.push({ kind: 'unit', key: unitId, at: at++ });
  }
  return lines;
}
