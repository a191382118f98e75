import type { CallTypeLookup } from './call-type-lookup.ts';
import type { CourseTally } from './course-tally.ts';
import type { ImportTally } from './import-report.ts';
import type { TakenRow } from './row-batches.ts';
import { markOf, type Marks } from './marks.ts';
import type { ImportingDesk } from './importing-desk.ts';
import { nextCallNumber } from '#db/board/calls-projection.ts';
import { findPastCall, findPastCalls } from '#db/board/past-calls-projection.ts';
import type { Database } from '#db/open-database.ts';
import type { ImportDestination } from '#db/settings/imports.ts';
import type { PastCall } from '#shared/call/past-call.ts';
import { pastCallsImported } from '#shared/call/past-calls-imported.ts';
import type { NewEvent } from '#shared/journal/journal-event.ts';
import type { CallId } from '#shared/lib/brand.ts';

/** What an import counts while rows go by. */
export interface Tallies {
  readonly rows: ImportTally;
  readonly courses: CourseTally;
  /** The rows of this file by their digest, so that one it repeats is told from one that was known before. */
  readonly seen: Marks;
}

/** How the rows of one import become calls. */
export interface IntakeRules {
  readonly lookup: CallTypeLookup;
  readonly destination: ImportDestination;
}

interface ReadRow {
  readonly line: number;
  readonly row: TakenRow;
}

/** Decides for each call of a chunk whether it is new: all are looked up at once, which is much of what it takes. */
export class PastCallIntake {
  readonly #desk: ImportingDesk;
  readonly #tallies: Tallies;
  readonly #rules: IntakeRules;
  #waiting: ReadRow[] = [];

  constructor(desk: ImportingDesk, tallies: Tallies, rules: IntakeRules) {
    this.#desk = desk;
    this.#tallies = tallies;
    this.#rules = rules;
  }

  take(line: number, row: TakenRow): void {
    this.#waiting.push({ line, row });
  }

  /** What the rows taken since the last time mean for the journal; they are counted with it. */
  decide(importId: string): NewEvent[] {
    const chunk = new Chunk(this.#desk.db, this.#waiting);
    for (const { line, row } of this.#waiting) this.#decideRow(chunk, line, row);
    this.#waiting = [];
    if (chunk.told.size === 0) return [];
    let number = nextCallNumber(this.#desk.db);
    const told = [...chunk.told.values()];
    const events: NewEvent[] = pastCallsImported(importId, told);
    if (this.#rules.destination === 'queue')
      for (const pastCall of told)
        if (chunk.fresh.has(pastCall.key)) events.push(waitingCall(this.#desk, pastCall, number++));
    return events;
  }

  #decideRow(chunk: Chunk, line: number, row: TakenRow): void {
    const tally = this.#tallies.rows;
    const { known, call } = chunk.knownAs(row);
    const seen = !this.#tallies.seen.add(markOf(call.rowHash));
    if (known !== null && known.rowHash !== call.rowHash)
      return tally.leaveOut('changed', line, changedWhy(known, call));
    if (known !== null && seen) {
      tally.counted.duplicates += 1;
      return;
    }
    tally.countCall(call, !this.#rules.lookup.isUnmatched(call.rawType));
    this.#tallies.courses.count(row);
    if (known === null) {
      tally.counted.imported += 1;
      chunk.fresh.add(call.key);
    } else {
      tally.counted.alreadyKnown += 1;
      const retyped = known.callType !== call.callType;
      const retold = toldDifferently(known, call);
      if (retyped) tally.counted.retyped += 1;
      if (retold) tally.counted.retold += 1;
      if (!retyped && !retold) return;
    }
    chunk.told.set(call.key, withCourseOf(known, call));
  }
}

/** Some rows that are decided together, against what the journal knows of them. */
class Chunk {
  /** What is to be written, by key: a later row of the chunk finds what an earlier one told. */
  readonly told = new Map<string, PastCall>();
  /** Keys nobody knew before: only those may ring. */
  readonly fresh = new Set<string>();
  readonly #db: Database;
  readonly #known: ReadonlyMap<string, PastCall>;

  constructor(db: Database, rows: readonly ReadRow[]) {
    this.#db = db;
    this.#known = findPastCalls(
      db,
      rows.map(({ row }) => row.pastCall.key),
    );
  }

  /** The call as it is known already, and as it is to be kept: under the key and digest it is known by. */
  knownAs({ pastCall, otherHash }: TakenRow): { known: PastCall | null; call: PastCall } {
    const { key, recordNumber } = pastCall;
    const known = this.told.get(key) ?? this.#known.get(key) ?? null;
    if (otherHash === null || known?.rowHash === pastCall.rowHash) return { known, call: pastCall };
    if (known === null && recordNumber !== null) return { known, call: pastCall };
    const rowHash = otherHash;
    if (known !== null)
      return { known, call: known.rowHash === rowHash ? { ...pastCall, rowHash } : pastCall };
    const otherKey = key.replace(pastCall.rowHash.slice(0, 32), rowHash.slice(0, 32));
    const before = this.told.get(otherKey) ?? findPastCall(this.#db, otherKey);
    return before === null
      ? { known, call: pastCall }
      : { known: before, call: { ...pastCall, key: otherKey, rowHash } };
  }
}

/** What a better mapping may tell of a call that is known already. */
const RETOLD: readonly (keyof PastCall & string)[] = [
  'rawType',
  'closedLocal',
  'priority',
  'agency',
  'disposition',
  'address',
  'latitude',
  'longitude',
];

/** A reading that knows nothing of how calls go on takes nothing away. */
function withCourseOf(known: PastCall | null, call: PastCall): PastCall {
  return call.course === undefined && known?.course !== undefined
    ? { ...call, course: known.course }
    : call;
}

/** Whether the same row is read otherwise than before. */
function toldDifferently(known: PastCall, call: PastCall): boolean {
  if (RETOLD.some((member) => known[member] !== call[member])) return true;
  return call.course !== undefined && JSON.stringify(known.course) !== JSON.stringify(call.course);
}

/** It waits since now: the other system's wall-clock has no zone, so its age cannot be known. */
function waitingCall(desk: ImportingDesk, call: PastCall, number: number): NewEvent {
  const record = call.recordNumber === null ? '' : ` ${call.recordNumber}`;
  return {
    type: 'call.received',
    callId: desk.newId() as CallId,
    number,
    source: 'imported',
    receivedAt: desk.now().toISOString(),
    ani: null,
    address: call.address ?? '',
    areaId: call.course?.areaId ?? null,
    callType: call.callType,
    words: `Taken over${record}: ${call.rawType}, received ${call.receivedLocal.replace('T', ' ')}`,
  };
}

/** Names what differs, never the values: they may be personal. */
function changedWhy(known: PastCall, call: PastCall): string {
  const differing = RETOLD.filter((member) => known[member] !== call[member]);
  const what =
    differing.length === 0 ? 'in a column that is not kept' : `in ${differing.join(', ')}`;
  return `the call is already known and differs ${what}; it was left as it is`;
}
