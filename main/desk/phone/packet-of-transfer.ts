import type { DeskCore } from '../desk-core.ts';
import { digested, makePacket, outgoing } from '../disclosure/packet-maker.ts';
import { disclose } from '#shared/disclosure/decide-disclosure.ts';
import type { DisclosureEvent } from '#shared/disclosure/disclosure-events.ts';
import type { Incident } from '#shared/incident/incident.ts';
import type { DisclosureId, OperatorId } from '#shared/lib/brand.ts';
import { isRefusal } from '#shared/lib/refusal.ts';
import { packetRecipient } from '#shared/phone/receivers.ts';

/**
 * What an outside receiver was given with the caller, for the accounting: the packet as the table and the
 * consents cut it, handed over by voice and read back. Empty when nothing of it may go there.
 */
export function disclosedByTransfer(
  core: DeskCore,
  incident: Incident,
  by: OperatorId,
): DisclosureEvent[] {
  const { phone, incidentId } = incident;
  const maker = core.operators.get(by);
  if (phone.state !== 'transferring' || maker === undefined) return [];
  const { transfer } = phone;
  if (transfer.step !== 'introduced' || transfer.line === null) return [];
  const recipient = packetRecipient(transfer.to);
  const request = { recipient, receiver: transfer.line.id, purpose: 'treatment' } as const;
  const standing = digested(outgoing(makePacket(core, incident, request, maker), 'transfer'));
  const { packet, digest } = standing;
  const disclosureId = core.options.newId() as DisclosureId;
  const handed = { disclosureId, incidentId, way: 'transfer', to: transfer.receiver } as const;
  const made = disclose(standing, handed, { asOf: packet.asOf, digest }, packet.asOf);
  if (isRefusal(made)) return [];
  const sections = packet.sections.map(({ id }) => id);
  return [...made, { type: 'disclosure.read-back', disclosureId, incidentId, sections }];
}
