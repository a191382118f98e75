import { findCall, latestCallIds, waitingCalls } from '#db/board/calls-projection.ts';
import { findIncident, openIncidents } from '#db/board/incidents-projection.ts';
import { linkOf } from '#db/board/people-links-projection.ts';
import { callsTouchedSince } from '#db/board/touched-calls.ts';
import type { Database } from '#db/open-database.ts';
import type { Call } from '#shared/call/call.ts';
import type { CallHeard } from '#shared/duplicate/call-heard.ts';
import { callersOf } from '#shared/duplicate/decide-merge.ts';
import { KnownCalls } from '#shared/duplicate/known-calls.ts';
import { RECENT_HOURS, type Known } from '#shared/duplicate/likely-duplicates.ts';
import type { Incident } from '#shared/incident/incident.ts';
import { middleOf, reachOf } from '#shared/location/location-shape.ts';
import type { CallId, IncidentId } from '#shared/lib/brand.ts';

/** More than come in on the worst day within the hours looked back at. */
const MOST_RECENT = 2_000;
/** After a pause in which more was written, reading anew costs less than following. */
const MOST_FOLLOWED = 4_000;
const RECENT_MS = RECENT_HOURS * 3_600_000;
/** What is over for longer says nothing of a new call; so often it is cleared away. */
const CLEAR_EVERY_MS = 15 * 60_000;
/** How far off a point may be when nobody says: as a wireless one mostly is. */
const UNSAID_METERS = 100;
/** A point somebody set on the map or typed is as good as a house. */
const SET_POINT_METERS = 15;

/**
 * The calls a new one is compared with: everything open or waiting, and what ended in the last hours. Read when
 * somebody first asks, and then followed by what was written since: nothing of it is done when a call is written.
 */
export class HeardCalls {
  readonly #db: Database;
  readonly #now: () => Date;
  readonly #commonPlaceOf: (address: string) => string | null;
  readonly #known = new KnownCalls();
  /** What each of them says, as text. */
  readonly #said = new Map<CallId, string>();
  #seq: number | null = null;
  #clearedAt = 0;

  constructor(
    db: Database,
    now: () => Date,
    commonPlaceOf: (address: string) => string | null = () => null,
  ) {
    this.#db = db;
    this.#now = now;
    this.#commonPlaceOf = commonPlaceOf;
  }

  /** What is compared of a call that is typed, delivered or open; null for one whose incident is unknown. */
  heard(call: Call): HeardCall | null {
    const known = knownOf(this.#db, call);
    return known && this.#placed(known);
  }

  /** As of the last entry. */
  asOfNow(): KnownCalls {
    const touched = callsTouchedSince(this.#db, this.#seq, MOST_FOLLOWED);
    this.#seq = touched.seq;
    if (touched.ids === null) this.#readAll();
    else for (const id of touched.ids) this.#follow(id);
    this.#clearAway();
    return this.#known;
  }

  /** Most calls are never touched again once they are over: nothing else would take them out. */
  #clearAway(): void {
    const now = this.#now().getTime();
    if (Math.abs(now - this.#clearedAt) < CLEAR_EVERY_MS) return;
    this.#clearedAt = now;
    for (const callId of this.#known.dropOver(now - RECENT_MS)) this.#said.delete(callId);
  }

  #readAll(): void {
    this.#known.clear();
    this.#said.clear();
    const ids = new Set<string>(latestCallIds(this.#db, MOST_RECENT));
    for (const incident of openIncidents(this.#db))
      for (const callId of callersOf(incident)) ids.add(callId);
    for (const call of waitingCalls(this.#db)) ids.add(call.callId);
    for (const id of ids) this.#put(id as CallId);
  }

  /** A call, or an incident with everybody who called about it. */
  #follow(id: string): void {
    const incident = findIncident(this.#db, id);
    if (incident === null) return this.#put(id as CallId);
    for (const callId of callersOf(incident)) this.#put(callId);
    // Taken apart, its callers stand elsewhere.
    if (incident.mergedInto !== null) this.#follow(incident.mergedInto.incidentId);
  }

  #put(callId: CallId): void {
    const call = findCall(this.#db, callId);
    const said = call && knownOf(this.#db, call);
    const text = JSON.stringify(said);
    // Most of what is written of a call changes nothing that calls are compared by.
    if (said?.open === true && this.#said.get(callId) === text) return;
    const from = this.#now().getTime() - RECENT_MS;
    if (said === null || (!said.open && Date.parse(said.receivedAt) < from)) {
      this.#said.delete(callId);
      this.#known.drop(callId);
    } else {
      this.#said.set(callId, text);
      this.#known.put(callId, this.#placed(said));
    }
  }

  #placed(said: HeardCall): HeardCall {
    return { ...said, commonPlace: this.#commonPlaceOf(said.address) };
  }
}

/** A call as it is compared, with what it would be joined to. */
export type HeardCall = Known & { readonly callId: CallId };

function knownOf(db: Database, call: Call): HeardCall | null {
  if (call.incidentId === null)
    return { ...heardOnCall(call), target: call.callId, open: true, waits: true };
  const incident = findIncident(db, call.incidentId);
  if (incident === null) return null;
  const stands = standsIn(db, incident);
  const target = stands.incidentId;
  const open = stands.closed === null;
  return call.joined === null
    ? { ...heardOnIncident(db, incident, call), target, open, waits: false }
    : { ...heardOnCall(call), target, open, waits: false };
}

/** The incident others were merged into, as far as they were. */
export function standsIn(db: Database, incident: Incident): Incident {
  let stands = incident;
  while (stands.mergedInto !== null) {
    const next = findIncident(db, stands.mergedInto.incidentId);
    if (next === null) break;
    stands = next;
  }
  return stands;
}

function heardOnCall(call: Call): CallHeard & { readonly callId: CallId } {
  const { callId, receivedAt, ani, address, callType, words, toldApart } = call;
  return {
    callId,
    receivedAt,
    ani,
    address: address === '' ? (call.fixes.at(-1)?.civic ?? '') : address,
    point: pointOf(call),
    commonPlace: null,
    callType,
    words,
    personId: null,
    toldApart,
  };
}

/** Where the last record says the caller is, and how far off that may be. */
function pointOf({ fixes }: Call): CallHeard['point'] {
  const fix = fixes.findLast(({ shape }) => shape.kind !== 'civic-only');
  const position = fix === undefined ? null : middleOf(fix.shape);
  if (fix === undefined || position === null) return null;
  return { position, withinMeters: reachOf(fix.shape) ?? UNSAID_METERS };
}

/** What the dispatcher has made of it since counts, and what came with the call beside it. */
function heardOnIncident(
  db: Database,
  incident: Incident,
  call: Call,
): CallHeard & { readonly callId: CallId } {
  const { place, callback, callType, words, incidentId } = incident;
  return {
    ...heardOnCall(call),
    ani: callback ?? call.ani,
    address: place.address === '' ? call.address : place.address,
    point:
      place.position === null
        ? pointOf(call)
        : { position: place.position, withinMeters: SET_POINT_METERS },
    callType: callType ?? call.callType,
    words,
    personId: linkOf(db, incidentId as IncidentId)?.personId ?? null,
  };
}
