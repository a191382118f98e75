import type {
  BoardPatch,
  BoardSnapshot,
  CallRow,
  IncidentRow,
  PolicyMark,
  StripFigures,
  UnitRow,
} from '#shared/board/board-rows.ts';
import type { ContactRow } from '#shared/board/contact-lines.ts';
import type { ShiftRows } from '#shared/board/hand-over-sheet.ts';
import type { ClinicianRow } from '#shared/board/offer-lines.ts';
import type { IncidentView } from '#shared/board/incident-view.ts';
import type { Operator } from '#shared/roster/operator.ts';
import { useStore } from 'zustand';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { compareCalls, compareIncidents, reorder } from '../queue/queue-order.ts';
import { Rows } from './rows.ts';
import { share } from './share.ts';

/** What everybody at the center sees. A mirror of main: only the feed writes it. */
export interface BoardState {
  readonly ready: boolean;
  /** Sequence of the last journal entry shown. */
  readonly revision: number;
  readonly calls: ReadonlyMap<string, CallRow>;
  readonly incidents: ReadonlyMap<string, IncidentRow>;
  readonly units: ReadonlyMap<string, UnitRow>;
  /** Every callback, and every follow-up that is due; the next first. */
  readonly contacts: readonly ContactRow[];
  /** Hand-overs and leavings that somebody still has to look at. */
  readonly shifts: ShiftRows;
  readonly operators: readonly Operator[];
  /** Those who are signed on. */
  readonly clinicians: readonly ClinicianRow[];
  readonly strip: StripFigures | null;
  /** Which policy is in force and which comes next; null until the board is here. */
  readonly policy: PolicyMark | null;
  /** Hash of the map of the areas; null while none is in force. */
  readonly areaMap: string | null;
  readonly overdueReferrals: number;
  readonly attemptedLines: number;
  readonly focus: IncidentView | null;
  /** Ids as the queue shows them. */
  readonly callOrder: readonly string[];
  readonly incidentOrder: readonly string[];
}

interface Writable extends BoardState {
  readonly calls: Rows<CallRow>;
  readonly incidents: Rows<IncidentRow>;
  readonly units: Rows<UnitRow>;
}

const empty = (): Writable => ({
  ready: false,
  revision: 0,
  calls: new Rows(),
  incidents: new Rows(),
  units: new Rows(),
  contacts: [],
  shifts: { handOvers: [], left: [] },
  operators: [],
  clinicians: [],
  strip: null,
  policy: null,
  areaMap: null,
  overdueReferrals: 0,
  attemptedLines: 0,
  focus: null,
  callOrder: [],
  incidentOrder: [],
});

const store = createStore<Writable>(empty);

/** Read-only on purpose: the functions below are for board-feed.ts alone. */
export const boardStore: Pick<
  StoreApi<BoardState>,
  'getState' | 'getInitialState' | 'subscribe'
> = store;

export function useBoard<T>(selector: (board: BoardState) => T): T {
  return useStore(boardStore, selector);
}

export function clearBoard(): void {
  store.setState(empty());
}

/** Takes over a whole board. Rows that did not change keep their identity, so nothing redraws for them. */
export function showSnapshot(snapshot: BoardSnapshot): void {
  const before = store.getState();
  const calls = rowsFrom(snapshot.calls, (row) => row.callId, before.calls);
  const incidents = rowsFrom(snapshot.incidents, (row) => row.incidentId, before.incidents);
  store.setState({
    ready: true,
    revision: snapshot.revision,
    calls,
    incidents,
    units: rowsFrom(snapshot.units, (row) => row.unitId, before.units),
    contacts: snapshot.contacts,
    shifts: snapshot.shifts,
    operators: snapshot.operators,
    clinicians: share(before.clinicians, snapshot.clinicians),
    strip: snapshot.strip,
    policy: share(before.policy, snapshot.policy),
    areaMap: snapshot.areaMap,
    overdueReferrals: snapshot.overdueReferrals,
    attemptedLines: snapshot.attemptedLines,
    callOrder: [...calls.values()].sort(compareCalls).map((row) => row.callId),
    incidentOrder: [...incidents.values()].sort(compareIncidents).map((row) => row.incidentId),
  });
}

function rowsFrom<T>(
  rows: readonly T[],
  idOf: (row: T) => string,
  before: ReadonlyMap<string, T>,
): Rows<T> {
  const next = new Rows<T>();
  for (const row of rows) {
    const known = before.get(idOf(row));
    next.put(idOf(row), known !== undefined && sameRow(known, row) ? known : row);
  }
  return next;
}

function sameRow(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** Applies one patch, or answers false when something between it and the board is missing. */
export function showPatch(patch: BoardPatch): boolean {
  const board = store.getState();
  if (patch.revision < board.revision) return true;
  if (patch.from > board.revision) return false;
  store.setState({
    revision: patch.revision,
    ...changedCalls(board, patch),
    ...changedIncidents(board, patch),
    ...changedUnits(board, patch),
    ...changedContacts(board, patch),
    shifts: patch.shifts ?? board.shifts,
    operators: patch.operators ?? board.operators,
    clinicians: patch.clinicians ?? board.clinicians,
    strip: patch.strip ?? board.strip,
    policy: patch.policy ?? board.policy,
    areaMap: patch.areaMap === undefined ? board.areaMap : patch.areaMap,
    overdueReferrals: patch.overdueReferrals ?? board.overdueReferrals,
    attemptedLines: patch.attemptedLines ?? board.attemptedLines,
  });
  return true;
}

function changedCalls({ calls, callOrder }: Writable, patch: BoardPatch): Partial<Writable> {
  if (patch.calls.length === 0 && patch.callsGone.length === 0) return {};
  const rowOf = (id: string) => calls.get(id);
  let order = callOrder;
  for (const row of patch.calls) {
    order = reorder(order, row.callId, rowOf(row.callId), row, rowOf, compareCalls);
    calls.put(row.callId, row);
  }
  for (const id of patch.callsGone) {
    order = reorder(order, id, rowOf(id), undefined, rowOf, compareCalls);
    calls.drop(id);
  }
  return { calls: calls.touched(), callOrder: order };
}

function changedIncidents(board: Writable, patch: BoardPatch): Partial<Writable> {
  if (patch.incidents.length === 0 && patch.incidentsGone.length === 0) return {};
  const { incidents } = board;
  const rowOf = (id: string) => incidents.get(id);
  let order = board.incidentOrder;
  for (const row of patch.incidents) {
    order = reorder(order, row.incidentId, rowOf(row.incidentId), row, rowOf, compareIncidents);
    incidents.put(row.incidentId, row);
  }
  for (const id of patch.incidentsGone) {
    order = reorder(order, id, rowOf(id), undefined, rowOf, compareIncidents);
    incidents.drop(id);
  }
  return { incidents: incidents.touched(), incidentOrder: order };
}

function changedUnits({ units }: Writable, patch: BoardPatch): Partial<Writable> {
  if (patch.units.length === 0 && patch.unitsGone.length === 0) return {};
  for (const row of patch.units) units.put(row.unitId, row);
  for (const unitId of patch.unitsGone) units.drop(unitId);
  return { units: units.touched() };
}

function changedContacts({ contacts }: Writable, patch: BoardPatch): Partial<Writable> {
  const gone = new Set(patch.contactsGone);
  for (const { contactId } of patch.contacts) gone.add(contactId);
  const kept = contacts.filter(({ contactId }) => !gone.has(contactId));
  if (patch.contacts.length === 0 && kept.length === contacts.length) return {};
  const next = [...kept, ...patch.contacts];
  return { contacts: next.sort((a, b) => a.due.from.localeCompare(b.due.from)) };
}

export function showFocus(focus: IncidentView | null): void {
  const before = store.getState().focus;
  store.setState({
    focus: focus?.incidentId === before?.incidentId ? share(before, focus) : focus,
  });
}
