import { numberKey, RE_BID_MINUTES, type AliArrival } from './decide-ali.ts';
import type { Fix } from './fix.ts';
import { fixesOf, numberOfEntity, type ReadLocation } from './read-location.ts';
import { located, type CallEvent } from '../call/call-events.ts';
import type { Call } from '../call/call.ts';
import type { CallId } from '../lib/brand.ts';
import { refuse, type Refusal } from '../lib/refusal.ts';

/** The number a location document is about, as calls are looked up by it. */
export function keysOfLocation({ entity }: ReadLocation): string[] {
  const key = numberKey(numberOfEntity(entity));
  return key === null ? [] : [key];
}

/** Whether a document of this number is about this call: it still goes on, and was heard of lately. */
export function isLocationOf(call: Call, goesOn: boolean, now: string): boolean {
  const last = call.fixes.at(-1)?.at ?? call.receivedAt;
  const lately = Date.parse(now) - Date.parse(last) <= RE_BID_MINUTES * 60_000;
  return goesOn && (lately || call.incidentId === null);
}

/** The locations of a document that the call does not have yet; empty when it has them all. */
export function addedToCall(location: ReadLocation, call: Call, now: string): CallEvent[] {
  const untimed = new Set(
    location.places.filter(({ at }) => at === null).map(({ shape }) => shape),
  );
  return fixesIn(location, now)
    .filter((fix) => !call.fixes.some((each) => isSame(each, fix, untimed.has(fix.shape))))
    .map((fix) => located(call, fix));
}

/** A document of a number nobody waits with rings: better one call too many than a person unheard. */
export function newCallOfLocation(
  location: ReadLocation,
  made: { readonly callId: CallId; readonly number: number },
  { now, areaOf }: AliArrival,
): CallEvent[] | Refusal {
  const number = numberOfEntity(location.entity);
  if (numberKey(number) === null)
    return refuse(
      'nobody-named',
      'The location names no telephone number, so nobody can tell whose it is. Nothing was taken; hand it over with the call it belongs to.',
    );
  const fixes = fixesIn(location, now);
  const address = fixes.findLast(({ civic }) => civic !== null)?.civic ?? '';
  const { callId } = made;
  return [
    {
      type: 'call.received',
      ...made,
      source: 'ali',
      receivedAt: now,
      ani: number,
      address,
      areaId: areaOf(address),
      callType: null,
      words: '',
    },
    ...fixes.map((fix): CallEvent => ({ type: 'call.located', callId, incidentId: null, fix })),
  ];
}

function fixesIn(location: ReadLocation, now: string): Fix[] {
  return fixesOf(location, { source: 'pidf-lo', receivedAt: now });
}

/** A document without a time of its own says the same whenever it comes. */
function isSame(one: Fix, other: Fix, untimed: boolean): boolean {
  const at = untimed ? one.at : other.at;
  return JSON.stringify(partsOf(one)) === JSON.stringify(partsOf({ ...other, at }));
}

function partsOf({ at, source, shape, confidence, civic, method, altitude }: Fix): unknown {
  return [at, source, shape, confidence, civic, method, altitude];
}
