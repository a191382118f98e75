import { COLUMN_DDL, COLUMN_NAMES, PLACES, rowOf, usedColumns } from './counted-call-columns.ts';
import { findCall } from './calls-projection.ts';
import { findCenter } from './center-projection.ts';
import { findIncident } from './incidents-projection.ts';
import { adoptedPolicy } from './policies-projection.ts';
import type { History, Projection } from './projection.ts';
import { allUnits } from './units-projection.ts';
import { statement, type Database } from '../open-database.ts';
import { RecentlyUsed } from '../recently-used.ts';
import type { Incident } from '#shared/incident/incident.ts';
import { pastCallsOf } from '#shared/call/past-calls-imported.ts';
import { incidentOf, type Entry } from '#shared/journal/journal-event.ts';
import { countIncident } from '#shared/outcomes/count-incident.ts';
import { countedPastCall } from '#shared/outcomes/counted-past-call.ts';
import type { CountedCall, Told } from '#shared/outcomes/counted-call.ts';
import shipped from '#shared/policy/default-policy.json' with { type: 'json' };
import type { CallType, Policy } from '#shared/policy/policy.ts';

/**
 * Every call the figures count, one row each: incidents that are closed, and imported calls. A row is made when
 * an incident closes, from its entries: nothing is written for it while somebody waits, and what the state of an
 * incident forgets does not have to be kept in it. Clustered by time, because every figure is of a period.
 */
export const countedCallsProjection: Projection = {
  name: 'board_counted_calls',
  version: 6,
  key: 'received_local, id',
  ddl: `
    CREATE TABLE board_counted_calls (
      ${COLUMN_DDL},
      PRIMARY KEY (received_local, id)
    ) STRICT, WITHOUT ROWID;
    CREATE UNIQUE INDEX board_counted_calls_id ON board_counted_calls (id);
  `,
  apply(db, entry, journal) {
    const { event } = entry;
    const pastCalls = pastCallsOf(event);
    if (pastCalls.length > 0) {
      const says = behavioralTypes(db);
      const counted = pastCalls.map((call) =>
        countedPastCall(call, says.get(call.callType) ?? null),
      );
      return put(db, counted);
    }
    const incidentId = incidentOf(event);
    if (incidentId === null || (event.type !== 'incident.closed' && !isCounted(db, incidentId)))
      return;
    const incident = findIncident(db, incidentId);
    if (incident === null) return;
    // Police or EMS now has opened it again: it is counted as open until it closes.
    if (incident.closed === null) return remove(db, incidentId);
    put(db, [countedIncident(db, incident, entriesUpTo(journal, incidentId, entry))]);
  },
};

/** An incident as the figures count it now. */
export function countedIncident(
  db: Database,
  incident: Incident,
  entries: readonly Entry[],
): CountedCall {
  return countIncident({
    incident,
    call: findCall(db, incident.callId),
    entries,
    policy: policyOf(db, entries),
    teams: allUnits(db),
    timeZone: findCenter(db)?.timeZone ?? 'UTC',
  });
}

function entriesUpTo(journal: History, incidentId: string, { seq }: Entry): Entry[] {
  return journal.ofIncident(incidentId, []).filter((each) => each.seq <= seq);
}

function isCounted(db: Database, id: string): boolean {
  return statement(db, 'SELECT 1 FROM board_counted_calls WHERE id = ?').get(id) !== undefined;
}

function remove(db: Database, id: string): void {
  statement(db, 'DELETE FROM board_counted_calls WHERE id = ?').run(id);
}

function put(db: Database, calls: readonly CountedCall[]): void {
  const rows = calls.map(rowOf);
  // The calls of one export hold the same few columns, and binding nothing takes as long as binding something.
  const used = calls.length === 1 ? null : usedColumns(rows);
  const [names, places] = used === null ? [COLUMN_NAMES, PLACES] : [used.names, used.places];
  // Replaces what stands under its id, whatever moved.
  const sql = `INSERT OR REPLACE INTO board_counted_calls (${names}) VALUES (${places})`;
  // Every set of columns is a statement of its own: those of exports are not kept for ever.
  const insert = used === null ? statement(db, sql) : db.prepare(sql);
  for (const row of rows) insert.run(used === null ? row : used.of(row));
}

/** Calls that close in one week were decided under one policy, or two; a year has dozens of them. */
const MOST_POLICIES = 4;
const policies = new WeakMap<Database, RecentlyUsed<string, Policy>>();

/** Under which it was first decided, or else the one adopted last. A document stands under its hash for ever. */
function policyOf(db: Database, entries: readonly Entry[]): Policy | null {
  const decided = entries.find(({ event }) => event.type === 'incident.response-decided');
  const hash =
    decided?.event.type === 'incident.response-decided'
      ? decided.event.decision.policyHash
      : lastAdopted(db)?.hash;
  if (hash === undefined) return null;
  let known = policies.get(db);
  if (known === undefined) policies.set(db, (known = new RecentlyUsed(MOST_POLICIES)));
  const policy = known.get(hash) ?? adoptedPolicy(db, hash);
  if (policy !== null) known.set(hash, policy);
  return policy;
}

interface Adopted {
  readonly seq: number;
  readonly hash: string;
}

function lastAdopted(db: Database): Adopted | undefined {
  return statement(
    db,
    `SELECT seq, hash FROM board_policies WHERE kind = 'adopted' ORDER BY seq DESC LIMIT 1`,
  ).get() as Adopted | undefined;
}

const types = new WeakMap<
  Database,
  { readonly seq: number; readonly of: ReadonlyMap<string, Told> }
>();

/**
 * Whether an imported type alone says mental health or substance use, by the policy adopted last; in a folder
 * of history only, by the one that ships with CareDesk. A type that leaves it to the questions cannot tell.
 */
function behavioralTypes(db: Database): ReadonlyMap<string, Told> {
  const adopted = lastAdopted(db);
  const seq = adopted?.seq ?? 0;
  let known = types.get(db);
  if (known?.seq !== seq) {
    const policy = adopted === undefined ? null : adoptedPolicy(db, adopted.hash);
    const callTypes = policy?.callTypes ?? (shipped.callTypes as readonly CallType[]);
    known = { seq, of: new Map(callTypes.map(({ code, behavioral }) => [code, SAYS[behavioral]])) };
    types.set(db, known);
  }
  return known.of;
}

const SAYS: Readonly<Record<CallType['behavioral'], Told>> = { yes: true, no: false, ask: null };
