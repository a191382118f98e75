import type { DeskCore } from '../desk-core.ts';
import { callsWithNumber } from '#db/board/call-numbers-projection.ts';
import { findCall, nextCallNumber } from '#db/board/calls-projection.ts';
import { eidoOfDocument } from '#db/board/eidos-projection.ts';
import { evolveCall, isOfCall } from '#shared/call/call-events.ts';
import type { Call } from '#shared/call/call.ts';
import { evolveEido, type TakenEido } from '#shared/eido/taken-eido.ts';
import type { NewEvent } from '#shared/journal/journal-event.ts';
import type { CallId } from '#shared/lib/brand.ts';
import { keysOfCall } from '#shared/location/decide-ali.ts';
import { placeOf } from '#shared/place/find-place.ts';
import { areaFound } from '#shared/place/place-found.ts';
import type { PlaceMeans } from '#shared/place/place-means.ts';
import type { Policy } from '#shared/policy/policy.ts';

/**
 * What a batch of deliveries comes to so far. Derived tables follow only when it is written, so that the second
 * of two documents about one incident finds what the first has said here.
 */
export class DeliveryBatch {
  readonly core: DeskCore;
  readonly policy: Policy;
  readonly now: string;
  #events: NewEvent[] = [];
  #calls = new Map<string, Call>();
  #eidos = new Map<string, TakenEido>();
  #number: number;
  #means: PlaceMeans | null = null;

  constructor(core: DeskCore) {
    this.core = core;
    this.policy = core.requirePolicy().policy;
    this.now = core.now().toISOString();
    this.#number = nextCallNumber(core.db);
  }

  /** The area of an address, when it is sure. The tables are looked up once for the batch. */
  readonly areaOf = (address: string): string | null => {
    this.#means ??= this.core.places.means(this.policy);
    return areaFound(placeOf(address, this.#means));
  };

  get events(): readonly NewEvent[] {
    return this.#events;
  }

  /** Id and number of a call that has not been here before. */
  newCall(): { readonly callId: CallId; readonly number: number } {
    return { callId: this.core.options.newId() as CallId, number: this.#number };
  }

  call(callId: CallId): Call | null {
    return this.#calls.get(callId) ?? findCall(this.core.db, callId);
  }

  /** The calls that came with one of the numbers, also in this batch; the latest first. */
  callsWith(keys: readonly string[]): Call[] {
    const here = [...this.#calls.values()].filter((call) =>
      keysOfCall(call).some((key) => keys.includes(key)),
    );
    const ids = new Set([
      ...here.toReversed().map(({ callId }) => callId),
      ...keys.flatMap((key) => callsWithNumber(this.core.db, key)),
    ]);
    return [...ids].flatMap((callId) => this.call(callId) ?? []);
  }

  eido(id: string, issuer: string): TakenEido | null {
    return this.#eidos.get(keyOf(id, issuer)) ?? eidoOfDocument(this.core.db, id, issuer);
  }

  write(events: readonly NewEvent[]): void {
    for (const event of events) {
      this.#events.push(event);
      if (event.type === 'call.received') this.#number += 1;
      if (event.type === 'eido.taken' || event.type === 'eido.updated') {
        const { id, issuer } = event.document;
        const taken = evolveEido(this.eido(id, issuer), event);
        if (taken !== null) this.#eidos.set(keyOf(id, issuer), taken);
      }
      if (!isOfCall(event)) continue;
      const call = evolveCall(this.call(event.callId), event, this.now);
      if (call !== null) this.#calls.set(call.callId, call);
    }
  }

  mark(): number {
    return this.#events.length;
  }

  /** As it was at the mark. Rare, so it is told again from the beginning. */
  backTo(mark: number): void {
    const events = this.#events.slice(0, mark);
    this.#events = [];
    this.#calls = new Map();
    this.#eidos = new Map();
    this.#number = nextCallNumber(this.core.db);
    this.write(events);
  }
}

function keyOf(id: string, issuer: string): string {
  return JSON.stringify([id, issuer]);
}
