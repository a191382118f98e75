import type { CallTypeLookup } from './call-type-file.ts';
import type { CourseTally } from './course-tally.ts';
import type { ImportTally } from './import-report.ts';
import type { Desk } from '../desk.ts';
import { nextCallNumber } from '#db/board/calls-projection.ts';
import { findPastCall } from '#db/board/past-calls-projection.ts';
import type { PastCall } from '#shared/call/past-call.ts';
import type { PastCallRow } from '#shared/intake-file/past-call-row.ts';
import type { NewEvent } from '#shared/journal/journal-event.ts';
import type { CallId } from '#shared/lib/brand.ts';
import { DESK_OPERATOR } from '#shared/roster/operator.ts';

/** Calls written in one transaction: enough to be fast, few enough to lose little. */
const BATCH = 500;

/** What an import counts while rows go by. */
export interface Tallies {
  readonly rows: ImportTally;
  readonly courses: CourseTally;
}

/** How the rows of one import become calls. */
export interface IntakeRules {
  readonly lookup: CallTypeLookup;
  readonly destination: 'history' | 'queue';
  /**
   * What a row's digest would be were personal columns mapped, or not mapped: the same row is known again
   * when a mapping begins or stops to read them. Null where there is no other.
   */
  readonly otherDigest: ((whole: string) => string) | null;
}

/** Decides for each call whether it is new, and writes the new ones in batches. */
export class PastCallIntake {
  readonly #desk: Desk;
  readonly #tallies: Tallies;
  readonly #rules: IntakeRules;
  readonly #batch = new Map<string, PastCall>();
  /** Keys of the batch that nobody knew before: only those may ring. */
  readonly #fresh = new Set<string>();
  /**
   * The rows of this file by 48 bits of their digest: eight bytes a row, where whole keys would not
   * stay in memory for a file of millions. Two rows that share them by chance are still told apart
   * by their keys; only the name they are counted under could be wrong.
   */
  readonly #seen = new Set<number>();

  constructor(desk: Desk, tallies: Tallies, rules: IntakeRules) {
    this.#desk = desk;
    this.#tallies = tallies;
    this.#rules = rules;
  }

  take(line: number, row: PastCallRow): void {
    const tally = this.#tallies.rows;
    const { known, call } = this.#knownAs(row);
    const mark = Number.parseInt(call.rowHash.slice(0, 12), 16);
    const seen = this.#seen.has(mark);
    this.#seen.add(mark);

    if (known !== null && known.rowHash !== call.rowHash) {
      tally.changed.push({ line, why: changedWhy(known, call) });
      return;
    }
    if (known !== null && seen) {
      tally.duplicates += 1;
      return;
    }
    tally.countCall(call, !this.#rules.lookup.isUnmatched(call.rawType));
    this.#tallies.courses.count(row);
    if (known === null) {
      tally.imported += 1;
      this.#fresh.add(call.key);
    } else {
      tally.alreadyKnown += 1;
      const retyped = known.callType !== call.callType;
      const retold = toldDifferently(known, call);
      if (retyped) tally.retyped += 1;
      if (retold) tally.retold += 1;
      if (!retyped && !retold) return;
    }
    this.#batch.set(call.key, withCourseOf(known, call));
    if (this.#batch.size >= BATCH) this.write();
  }

  write(): void {
    const events: NewEvent[] = [];
    let number = nextCallNumber(this.#desk.db);
    for (const pastCall of this.#batch.values()) {
      events.push({ type: 'past-call.imported', pastCall });
      if (this.#rules.destination === 'queue' && this.#fresh.has(pastCall.key))
        events.push(waitingCall(this.#desk, pastCall, number++));
    }
    if (events.length > 0) this.#desk.record(events, DESK_OPERATOR);
    this.#batch.clear();
    this.#fresh.clear();
  }

  /** The call as it is known already, and as it is to be kept: under the key and digest it is known by. */
  #knownAs({ pastCall, whole }: PastCallRow): { known: PastCall | null; call: PastCall } {
    const { otherDigest } = this.#rules;
    const known = this.#find(pastCall.key);
    if (known?.rowHash === pastCall.rowHash || otherDigest === null)
      return { known, call: pastCall };
    const rowHash = otherDigest(whole);
    if (known !== null)
      return { known, call: known.rowHash === rowHash ? { ...pastCall, rowHash } : pastCall };
    if (pastCall.recordNumber !== null) return { known, call: pastCall };
    const key = pastCall.key.replace(pastCall.rowHash.slice(0, 32), rowHash.slice(0, 32));
    const before = this.#find(key);
    return before === null
      ? { known, call: pastCall }
      : { known: before, call: { ...pastCall, key, rowHash } };
  }

  #find(key: string): PastCall | null {
    return this.#batch.get(key) ?? findPastCall(this.#desk.db, key);
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
  const course = call.course ?? known?.course;
  return course === undefined ? call : { ...call, course };
}

/** Whether the same row is read otherwise than before. */
function toldDifferently(known: PastCall, call: PastCall): boolean {
  if (RETOLD.some((member) => known[member] !== call[member])) return true;
  return call.course !== undefined && JSON.stringify(known.course) !== JSON.stringify(call.course);
}

/** It waits since now: the other system's wall-clock has no zone, so its age cannot be known. */
function waitingCall(desk: Desk, call: PastCall, number: number): NewEvent {
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
