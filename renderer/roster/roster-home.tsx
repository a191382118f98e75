import {
  useCallback,
  useEffect,
  useMemo,
  useRef,
  type CSSProperties,
  type KeyboardEvent,
} from 'react';
import { dayAfter } from '#shared/roster/zone-moment.ts';
import { say, openSheet, useDesk } from '../desk/desk-store.ts';
import { boardStore } from '../desk/board-store.ts';
import { deskNow } from '../desk/clock.ts';
import { useActions } from '../keys/actions.ts';
import { Button } from '../parts/button.tsx';
import { Keys } from '../parts/kbd.tsx';
import { findCell, lanesOf, nextGap, stepFrom, type Cell, type Scale, type Step } from './lanes.ts';
import { exportRoster } from './export-roster.ts';
import { cellDomId, RosterLane } from './roster-lane.tsx';
import {
  changeSpan,
  edit,
  lookAt,
  mark,
  rosterStore,
  scaleOf,
  startRoster,
  toToday,
  turnPage,
  useRoster,
} from './roster-store.ts';
import { gapsInWords } from './roster-words.ts';
import { dayInWords, TimeAxis } from './time-axis.tsx';
import '../style/roster.css';

const LOOK_AGAIN_MS = 2_000;
const NO_TIME: Scale = { from: 0, to: 1 };
const HOUR = 3_600_000;

/** Who works when on which unit: hours to the right, units and their roles below each other. */
export function RosterHome() {
  const view = useRoster((roster) => roster.view);
  const refused = useRoster((roster) => roster.refused);
  const marked = useRoster((roster) => roster.marked);
  const grid = useRef<HTMLDivElement>(null);
  // By what has come, not by what was asked: other days are on their way for a moment.
  const days = view?.days.length === 7 ? 7 : 1;
  const scale = useMemo(() => (view === null ? NO_TIME : scaleOf(view, days)), [view, days]);
  const lanes = useMemo(() => (view === null ? [] : lanesOf(view, scale)), [view, scale]);
  const sheet = useDesk((desk) => desk.sheet);
  useEffect(startRoster, []);
  useEffect(followUnits, []);
  const shown = view !== null;
  useEffect(() => {
    if (shown && sheet === null) grid.current?.focus({ preventScroll: true });
  }, [shown, sheet]);

  const go = useCallback((key: string | null) => {
    mark(key);
    if (key !== null)
      document.getElementById(cellDomId(key))?.scrollIntoView?.({ block: 'nearest' });
  }, []);
  const open = useCallback(
    (key: string | null) => {
      mark(key);
      const cell = findCell(lanes, key);
      if (cell !== null) openCell(cell);
    },
    [lanes],
  );
  const here = () => findCell(lanes, rosterStore.getState().marked);
  const step = (way: Step) => () => go(stepFrom(lanes, rosterStore.getState().marked, way));
  const onShift = (act: (shiftId: string) => void) => () => {
    const cell = here();
    if (cell?.kind === 'shift') act(cell.shift.shiftId);
    else say({ tone: 'alert', text: 'Mark a shift first: the arrows walk there.', cause: null });
  };
  const onUnit = (act: (cell: Cell) => void) => () => {
    const cell = here() ?? lanes[0]?.cells[0];
    if (cell !== undefined) act(cell);
  };
  useActions({
    'roster.below': step('below'),
    'roster.above': step('above'),
    'roster.left': step('left'),
    'roster.right': step('right'),
    'roster.later': () => turnPage(1),
    'roster.earlier': () => turnPage(-1),
    'roster.today': toToday,
    'roster.span': changeSpan,
    'roster.next-gap': () => go(nextGap(lanes, rosterStore.getState().marked)),
    'roster.open': () => open(rosterStore.getState().marked),
    'roster.add': onUnit(({ unit }) => openShift({ unitId: unit.unitId, role: null, span: null })),
    'roster.call-off': onShift((shiftId) => openShift({ shiftId, way: 'call-off' })),
    'roster.remove': onShift((shiftId) => openShift({ shiftId, way: 'remove' })),
    'roster.unit': onUnit(({ unit }) => {
      mark(`unit ${unit.unitId}`);
      openSheet('roster-unit');
    }),
    'roster.copy': () => openSheet('roster-copy'),
    'roster.import': () => openSheet('roster-import'),
    'roster.export': () => void exportRoster(),
  });

  function onKeyDown(event: KeyboardEvent) {
    const end = { Home: lanes[0], End: lanes.at(-1) }[event.key];
    if (end === undefined || event.altKey || event.ctrlKey) return;
    event.preventDefault();
    go(end.cells[0]?.key ?? null);
  }

  const planned = lanes.some(({ role }) => role !== null);
  return (
    <main
      className="roster pane"
      data-pane="roster"
      data-place="roster"
      tabIndex={-1}
      aria-label="Roster"
    >
      <header className="pane-head">
        <h2>Roster</h2>
        <RosterDays />
        <p className="roster-gaps" role="status">
          {gapsInWords(lanes)}
        </p>
        <div className="roster-tools">
          <Button tone="quiet" keys="c" onClick={() => openSheet('roster-copy')}>
            Copy
          </Button>
          <Button tone="quiet" keys="i" onClick={() => openSheet('roster-import')}>
            Import
          </Button>
          <Button tone="quiet" keys="e" onClick={() => void exportRoster()}>
            Export
          </Button>
        </div>
      </header>
      {refused !== null && (
        <p role="alert" className="roster-refused">
          {refused}
        </p>
      )}
      {view !== null && view.units.length === 0 && <NoUnits />}
      {view !== null && view.units.length > 0 && !planned && <NobodyPlanned />}
      {view !== null && view.units.length > 0 && (
        <div
          ref={grid}
          className="lanes"
          role="grid"
          aria-label="Units and their roles; arrows walk over shifts and gaps"
          aria-activedescendant={marked === null ? undefined : cellDomId(marked)}
          tabIndex={0}
          style={lines(scale, days)}
          onFocus={() => {
            if (findCell(lanes, rosterStore.getState().marked) === null)
              mark(lanes[0]?.cells[0]?.key ?? null);
          }}
          onKeyDown={onKeyDown}
        >
          <TimeAxis view={view} days={days} scale={scale} />
          {lanes.map((lane) => (
            <RosterLane
              key={lane.key}
              lane={lane}
              scale={scale}
              marked={lane.cells.some(({ key }) => key === marked) ? marked : null}
              onMark={mark}
              onOpen={open}
            />
          ))}
        </div>
      )}
    </main>
  );
}

function RosterDays() {
  const from = useRoster((roster) => roster.from);
  const days = useRoster((roster) => roster.days);
  return (
    <div className="roster-days">
      <Button tone="quiet" keys="[" aria-label="Earlier" onClick={() => turnPage(-1)}>
        ‹
      </Button>
      <strong aria-live="polite">
        {dayInWords(from)}
        {days === 7 && ` – ${dayInWords(dayAfter(from, 6))}`}
      </strong>
      <Button tone="quiet" keys="]" aria-label="Later" onClick={() => turnPage(1)}>
        ›
      </Button>
      <Button tone="quiet" keys="t" onClick={toToday}>
        Today
      </Button>
      <Button tone="quiet" keys="w" aria-pressed={days === 7} onClick={changeSpan}>
        Week
      </Button>
    </div>
  );
}

/** Where the hairlines of the hours or days stand, and the line of now. */
function lines({ from, to }: Scale, days: 1 | 7): CSSProperties {
  const now = deskNow();
  const part = (span: number) => `${(span / (to - from)) * 100}%`;
  return {
    '--tick': part((days === 1 ? 2 : 24) * HOUR),
    '--now': now < from || now > to ? '-1%' : part(now - from),
  } as CSSProperties;
}

function openShift(editing: Parameters<typeof edit>[0]): void {
  edit(editing);
  openSheet('roster-shift');
}

function openCell(cell: Cell): void {
  switch (cell.kind) {
    case 'unit':
      return openSheet('roster-unit');
    case 'shift':
      return openShift({ shiftId: cell.shift.shiftId, way: 'change' });
    case 'gap': {
      const { role, from, to } = cell.gap;
      return openShift({ unitId: cell.unit.unitId, role, span: { from, to } });
    }
  }
}

/** A shift that begins, and what another console plans, comes with the units: not oftener than is seen. */
function followUnits(): () => void {
  let later: ReturnType<typeof setTimeout> | undefined;
  const unfollow = boardStore.subscribe((board, before) => {
    if (board.units === before.units || later !== undefined) return;
    later = setTimeout(() => {
      later = undefined;
      void lookAt({});
    }, LOOK_AGAIN_MS);
  });
  return () => {
    unfollow();
    clearTimeout(later);
  };
}

function NobodyPlanned() {
  return (
    <p className="roster-teach">
      Nobody is planned on these days: who is on duty is kept by hand. <Keys keys="a" /> adds a
      shift to the marked unit, <Keys keys="i" /> takes over a file, <Keys keys="c" /> copies other
      days here. Then a unit is in service exactly while all its roles are on duty, and gaps stand
      out before they hurt.
    </p>
  );
}

function NoUnits() {
  return (
    <div className="teach">
      <p>
        <strong>There is no unit on the roster yet.</strong>
      </p>
      <p>
        Units are added on the teams board: <Keys keys="g b" />, then Add a unit. Here their people
        are then planned, with hours and breaks of their own.
      </p>
    </div>
  );
}
