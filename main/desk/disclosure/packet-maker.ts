import { createHash } from 'node:crypto';
import { installedNotice } from './installed-notice.ts';
import { packetContent } from './packet-content.ts';
import type { DeskCore } from '../desk-core.ts';
import { consentsOfIncident } from '#db/board/consents-projection.ts';
import type { PacketPreview } from '#shared/board/sharing-view.ts';
import { cutPacket } from '#shared/disclosure/cut-packet.ts';
import type { Digested } from '#shared/disclosure/decide-disclosure.ts';
import type { DisclosureWay } from '#shared/disclosure/disclosure.ts';
import type { Packet, PacketHead } from '#shared/disclosure/packet.ts';
import { packetText } from '#shared/disclosure/packet-text.ts';
import type { Purpose, Recipient } from '#shared/disclosure/recipient.ts';
import { eidoOfPacket } from '#shared/eido/packet-eido.ts';
import type { Incident } from '#shared/incident/incident.ts';
import { partitionsOf } from '#shared/partition/partition.ts';
import { findReceiver, phoneDeskOf } from '#shared/policy/phone-desk.ts';
import type { Policy } from '#shared/policy/policy.ts';
import type { Operator } from '#shared/roster/operator.ts';

export interface PacketRequest {
  readonly recipient: Recipient;
  /** Id of the policy's receiver; null where the recipient is no line of it. */
  readonly receiver: string | null;
  readonly purpose: Purpose;
}

/** The packet of an incident for one recipient, as this operator may make it now. The one way to it. */
export function makePacket(
  core: DeskCore,
  incident: Incident,
  request: PacketRequest,
  maker: Operator,
  asOf = core.now().toISOString(),
): Packet {
  const { recipient, receiver, purpose } = request;
  const readable = partitionsOf(maker.role);
  return cutPacket(packetContent(core, incident, asOf, maker.role), headOf(core, incident, maker), {
    recipient,
    purpose,
    readable,
    refusesPart2: refusesPart2(core.requirePolicy().policy, recipient, receiver),
    consents: consentsOfIncident(core.db, incident.incidentId),
    now: core.now().toISOString(),
    asOf,
    installedNotice: installedNotice(core),
  });
}

export function previewOf(packet: Packet): PacketPreview {
  const text = packetText(packet);
  return { packet, text, digest: sha256(text) };
}

/** The bytes that leave, and the digests the record keeps of them. */
export interface Outgoing {
  readonly preview: PacketPreview;
  /** The file's bytes; null where nobody gets one. */
  readonly file: string | null;
}

export function outgoing(packet: Packet, way: DisclosureWay): Outgoing {
  const preview = previewOf(packet);
  return { preview, file: fileOf(preview, way) };
}

export function digested({ preview, file }: Outgoing): Digested {
  const { packet, digest } = preview;
  return { packet, digest, fileDigest: file === null ? null : sha256(file) };
}

function fileOf({ packet, text }: PacketPreview, way: DisclosureWay): string | null {
  if (way === 'text') return text;
  return way === 'eido' ? `${JSON.stringify(eidoOfPacket(packet), null, 2)}\n` : null;
}

function headOf(core: DeskCore, incident: Incident, maker: Operator): PacketHead {
  return {
    center: core.center?.name ?? '',
    psapId: core.center?.psapId ?? '',
    timeZone: core.center?.timeZone ?? 'UTC',
    number: incident.number,
    position: core.options.position,
    training: core.options.mode === 'training',
    madeBy: `${maker.name}, ${maker.role}`,
    madeById: maker.operatorId,
  };
}

/** A line of the policy takes substance-use text only where the policy says so. */
function refusesPart2(policy: Policy, recipient: Recipient, receiver: string | null): boolean {
  if (recipient !== '988' && recipient !== 'partner') return false;
  const named =
    receiver === null
      ? phoneDeskOf(policy).receivers.find(({ kind }) => kind === recipient && kind === '988')
      : findReceiver(policy, receiver);
  return named?.acceptsPart2 !== true;
}

function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}
