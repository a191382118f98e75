import { digested, makePacket, outgoing, type Outgoing } from './packet-maker.ts';
import { endConsents } from './sharing-watch.ts';
import { done } from '../answer.ts';
import type { DeskCore } from '../desk-core.ts';
import { findIncident } from '#db/board/incidents-projection.ts';
import type { Parsed } from '#shared/contract/console-contract.ts';
import type { Done } from '#shared/contract/endpoint.ts';
import { disclose, discloseInEmergency } from '#shared/disclosure/decide-disclosure.ts';
import type { DisclosureId } from '#shared/lib/brand.ts';
import { isRefusal, refuse, type Refusal } from '#shared/lib/refusal.ts';
import type { Operator } from '#shared/roster/operator.ts';

export type Handing = Parsed<'disclosure.make'> | Parsed<'disclosure.emergency'>;

export interface Gone {
  readonly done: Done;
  /** What to print, save or read: the very bytes the record has the digests of. */
  readonly outgoing: Outgoing;
}

/**
 * Lets a packet go: builds it anew with what holds at this moment, compares it with what was previewed, and
 * puts it on the record. The record comes first: what is on it and was not printed after all has harmed
 * nobody, what was printed and is not on it has.
 */
export function letGo(core: DeskCore, input: Handing, maker: Operator): Gone | Refusal {
  endConsents(core);
  const disclosureId = core.options.newId() as DisclosureId;
  const { incidentId, recipient, way, to } = input;
  let made: Outgoing | null = null;
  const outcome = core.commit(maker.operatorId, () => {
    const incident = findIncident(core.db, incidentId);
    if (incident === null) return refuse('no-incident', 'This incident does not exist here.');
    const handed = { disclosureId, incidentId, way, to };
    const now = core.now().toISOString();
    if ('seen' in input) {
      const { purpose, receiver, seen } = input;
      const request = { recipient, receiver, purpose };
      made = outgoing(makePacket(core, incident, request, maker, seen.asOf), way);
      return disclose(digested(made), handed, seen, now);
    }
    const request = { recipient, receiver: null, purpose: 'emergency' } as const;
    made = outgoing(makePacket(core, incident, request, maker, now), way);
    return discloseInEmergency(digested(made), handed, input.why);
  });
  const written = done(core, outcome, disclosureId);
  if (isRefusal(written)) return written;
  if (made === null) throw new Error('A disclosure was written without its packet.');
  return { done: written, outgoing: made };
}
