import { fixOf, type AliRecord } from './ali-record.ts';
import { isTowerAddress } from './class-of-service.ts';
import { saysTheSame } from './fix.ts';
import { located, type CallEvent } from '../call/call-events.ts';
import type { Call } from '../call/call.ts';
import type { CallId } from '../lib/brand.ts';

/** So long after its last location a record of the same number is a re-bid and no new call. */
export const RE_BID_MINUTES = 10;
/** A number as it is compared: its last ten digits, however it was written. */
const DIGITS = 10;
const FEWEST_DIGITS = 7;

/** Null for what is too short to lead to anybody. */
export function numberKey(number: string | null): string | null {
  const digits = (number ?? '').replace(/\D/gu, '').slice(-DIGITS);
  return digits.length < FEWEST_DIGITS ? null : digits;
}

/** The numbers a record may be about a known call by. */
export function keysOfRecord({ number, details }: AliRecord): string[] {
  return [number, details.pseudoAni].flatMap((each) => numberKey(each) ?? []);
}

/** The numbers a call is known by: what it is called back at, and what it was routed by. */
export function keysOfCall({ ani, fixes }: Call): string[] {
  const routed = fixes.flatMap(({ record }) => record?.pseudoAni ?? []);
  return [ani, ...routed].flatMap((each) => numberKey(each) ?? []);
}

/** Whether the record is about this call: it still goes on, was heard of lately, and no number says otherwise. */
export function isAbout(
  record: AliRecord,
  call: Call,
  { goesOn, now }: { readonly goesOn: boolean; readonly now: string },
): boolean {
  if (!goesOn) return false;
  const keys = keysOfRecord(record);
  if (!keysOfCall(call).some((key) => keys.includes(key))) return false;
  const [ours, theirs] = [numberKey(call.ani), numberKey(record.number)];
  // A routing number is given to the next caller as soon as the one before is through.
  if (ours !== null && theirs !== null && ours !== theirs && !isRouting(record, call)) return false;
  const last = call.fixes.at(-1)?.at ?? call.receivedAt;
  return Date.parse(now) - Date.parse(last) <= RE_BID_MINUTES * 60_000;
}

/** The first record had only the routing number, and the call was taken as coming from it. */
function isRouting({ details }: AliRecord, { ani }: Call): boolean {
  return numberKey(ani) !== null && numberKey(ani) === numberKey(details.pseudoAni);
}

/** What is known where a record arrives. */
export interface AliArrival {
  /** ISO instant. */
  readonly now: string;
  /** The area a place names; null when it names none. */
  readonly areaOf: (address: string) => string | null;
}

/** A call that rings. The address of a tower is shown with its fix and is no place of a caller. */
export function newCallOfAli(
  record: AliRecord,
  made: { readonly callId: CallId; readonly number: number },
  { now, areaOf }: AliArrival,
): CallEvent[] {
  const address = addressOf(record);
  return [
    {
      type: 'call.received',
      ...made,
      source: 'ali',
      receivedAt: now,
      ani: record.number,
      address,
      areaId: areaOf(address),
      callType: null,
      words: '',
    },
    { type: 'call.located', callId: made.callId, incidentId: null, fix: fixOf(record, now) },
  ];
}

/** Whether the call has this record: its last one says the same, or an earlier one of the very same time. */
export function isKnown(record: AliRecord, { fixes }: Call, now: string): boolean {
  const fix = fixOf(record, now);
  const last = fixes.findLast(({ source }) => source === 'ali');
  return fixes.some(
    (each) => (each === last || record.details.written !== '') && saysTheSame(each, fix),
  );
}

/** A date and a time: a record that has both is written once. */
const DATED_DIGITS = 8;

/** Whether this very record was taken with the call, however long ago: a file imported again rings nobody. */
export function wasTaken(record: AliRecord, { fixes }: Call, now: string): boolean {
  if (record.details.written.replace(/\D/gu, '').length < DATED_DIGITS) return false;
  const fix = fixOf(record, now);
  return fixes.some((each) => saysTheSame(each, fix));
}

/** Another location of a call that is known; empty when it says what the last one has said. */
export function reBidOfAli(
  record: AliRecord,
  call: Call,
  { now, areaOf }: AliArrival,
): CallEvent[] {
  if (isKnown(record, call, now)) return [];
  const { ani, address, areaId } = call;
  const filled = address === '' ? addressOf(record) : address;
  const better = {
    ani: isRouting(record, call) || ani === null ? (record.number ?? ani) : ani,
    address: filled,
    areaId: areaId ?? areaOf(filled),
  };
  // Only what was empty is filled in, and only while nobody has answered.
  const waits = call.incidentId === null && (better.ani !== ani || better.address !== address);
  return [...(waits ? [correctedWith(call, better)] : []), located(call, fixOf(record, now))];
}

function correctedWith(
  { callId, callType, words }: Call,
  better: Pick<Call, 'ani' | 'address' | 'areaId'>,
): CallEvent {
  return { type: 'call.corrected', callId, ...better, callType, words };
}

function addressOf({ civic, classOfService }: AliRecord): string {
  return isTowerAddress(classOfService) ? '' : (civic ?? '');
}
