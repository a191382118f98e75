import type { PastCall, PastCourse } from './past-call.ts';
import type { JournalEvent } from '../journal/journal-event.ts';

/** One call, as imports wrote it before they wrote many at once, and as a seeded training record has it. */
export interface PastCallImported {
  readonly type: 'past-call.imported';
  readonly pastCall: PastCall;
}

/**
 * Some calls of one import in one entry, each a row: sealing and following an entry takes as long as writing ten
 * calls, and a million calls do not say a million times what their members are called.
 */
export interface PastCallsImported {
  readonly type: 'past-calls.imported';
  readonly importId: string;
  readonly calls: readonly TabledCall[];
}

export type PastCallEvent = PastCallImported | PastCallsImported;

/** A later member is added at the end, and is absent from older rows. */
export type TabledCall = readonly [
  /** Null for the usual one, which follows from the rest. */
  key: string | null,
  preset: string,
  recordNumber: string | null,
  receivedLocal: string,
  closedLocal: string | null,
  rawType: string,
  callType: string,
  priority: string | null,
  address: string | null,
  latitude: number | null,
  longitude: number | null,
  agency: string | null,
  disposition: string | null,
  rowHash: string,
  course: PastCourse | null,
];

/** So many stay a short text, that one entry can be looked at. */
const MOST_IN_ONE = 200;

/** Under which a call is known. A row without a record number is known by all it says. */
export function pastCallKey(call: Omit<PastCall, 'key'>): string {
  const { preset, recordNumber, rowHash, receivedLocal } = call;
  return `${preset}|${recordNumber ?? rowHash.slice(0, 32)}|${receivedLocal}`;
}

/** The entries that say these calls were taken over. */
export function pastCallsImported(
  importId: string,
  pastCalls: readonly PastCall[],
): PastCallsImported[] {
  const events: PastCallsImported[] = [];
  for (let at = 0; at < pastCalls.length; at += MOST_IN_ONE) {
    const some = pastCalls.slice(at, at + MOST_IN_ONE);
    const event: PastCallsImported = {
      type: 'past-calls.imported',
      importId,
      calls: some.map(tabled),
    };
    read.set(event, some);
    events.push(event);
  }
  return events;
}

/** The calls an entry took over, in the order they stood in their file; none where it is about something else. */
export function pastCallsOf(event: JournalEvent): readonly PastCall[] {
  if (event.type === 'past-calls.imported') return readCalls(event);
  return event.type === 'past-call.imported' ? [event.pastCall] : [];
}

/** Several tables are derived from one entry. */
const read = new WeakMap<PastCallsImported, readonly PastCall[]>();

function readCalls(event: PastCallsImported): readonly PastCall[] {
  let calls = read.get(event);
  if (calls === undefined) read.set(event, (calls = event.calls.map(untabled)));
  return calls;
}

export function tabled(call: PastCall): TabledCall {
  return [
    call.key === pastCallKey(call) ? null : call.key,
    call.preset,
    call.recordNumber,
    call.receivedLocal,
    call.closedLocal,
    call.rawType,
    call.callType,
    call.priority,
    call.address,
    call.latitude,
    call.longitude,
    call.agency,
    call.disposition,
    call.rowHash,
    call.course ?? null,
  ];
}

export function untabled(row: TabledCall): PastCall {
  const course = row[14];
  const call = {
    key: row[0] ?? '',
    preset: row[1],
    recordNumber: row[2],
    receivedLocal: row[3],
    closedLocal: row[4],
    rawType: row[5],
    callType: row[6],
    priority: row[7],
    address: row[8],
    latitude: row[9],
    longitude: row[10],
    agency: row[11],
    disposition: row[12],
    rowHash: row[13],
  };
  if (row[0] === null) call.key = pastCallKey(call);
  return course === null ? call : { ...call, course };
}
