import { consentFor, type Consent } from './consent.ts';
import { emergencyGrounds, ENTITLEMENTS, goesWithoutConsent } from './entitlement.ts';
import {
  PARTITION_WORDS,
  SECTION_FORMS,
  SECTIONS,
  type Basis,
  type LeftOut,
  type Packet,
  type PacketContent,
  type PacketHead,
  type PacketSection,
} from './packet.ts';
import { RECIPIENT_LABELS, type Purpose, type Recipient } from './recipient.ts';
import { redisclosureNotice } from './redisclosure-notice.ts';
import type { Partition } from '../partition/partition.ts';

export interface Asked {
  readonly recipient: Recipient;
  readonly purpose: Purpose;
  /** What whoever makes the packet may read: nobody gives away what they may not read. */
  readonly readable: readonly Partition[];
  readonly consents: readonly Consent[];
  /** The policy's receiver is not set up to hold substance-use text. */
  readonly refusesPart2: boolean;
  /** ISO instant at which it is decided what may go. */
  readonly now: string;
  /** ISO instant the packet says it was true at. */
  readonly asOf: string;
  /** Text of the law the center installed for its Part 2 exports; null while it has none. */
  readonly installedNotice: string | null;
}

/** Cuts the form for one recipient: each section goes with what lets it go, or is left out with why. */
export function cutPacket(content: PacketContent, head: PacketHead, asked: Asked): Packet {
  const { recipient, purpose, asOf } = asked;
  const sections: PacketSection[] = [];
  const leftOut: LeftOut[] = [];
  const basis: Basis[] = [];
  for (const id of SECTIONS) {
    const { partition, necessary } = SECTION_FORMS[id];
    const found = basisOf(partition, necessary, asked);
    if (typeof found === 'string') leftOut.push({ id, reason: found });
    else {
      sections.push(content[id]);
      if (!basis.some((each) => JSON.stringify(each) === JSON.stringify(found))) basis.push(found);
    }
  }
  const part2 = sections.some(({ id }) => id === 'part-2');
  const notice = part2 ? redisclosureNotice(asked.installedNotice) : [];
  return { head, recipient, purpose, asOf, sections, leftOut, basis, notice };
}

/** What lets a partition go, or a sentence why nothing does. Never looks at what stands in it. */
function basisOf(partition: Partition, necessary: boolean, asked: Asked): Basis | string {
  const { recipient, purpose, readable, refusesPart2, consents, now } = asked;
  const { because, source, inEmergency, byConsent } = ENTITLEMENTS[recipient][partition];
  if (!readable.includes(partition)) return 'You may not read it, so it cannot go from here.';
  if (partition === 'part-2' && refusesPart2)
    return 'By the policy this receiver does not take substance-use text (42 CFR Part 2).';
  if (goesWithoutConsent(recipient, partition, purpose, necessary))
    return purpose === 'emergency'
      ? { kind: 'emergency', grounds: emergencyGrounds(recipient) }
      : { kind: 'table', source };
  // Also a consent of earlier days opens only what the table lets a consent open today.
  const consentable = purpose !== 'emergency' && byConsent.includes(purpose);
  const wanted = { recipient, partition, purpose };
  const consent = consentable ? consentFor(consents, wanted, Date.parse(now)) : null;
  if (consent !== null) return { kind: 'consent', consentId: consent.consentId };
  if (purpose === 'emergency' && inEmergency === 'necessary')
    return `Not necessary to keep somebody safe. ${because}`;
  if (consentable)
    return `No consent to ${PARTITION_WORDS[partition]} for ${RECIPIENT_LABELS[recipient]} holds now. ${because}`;
  return because;
}

/** Whether it holds anything of a partition. */
export function holdsPartition({ sections }: Packet, partition: Partition): boolean {
  return sections.some(({ id }) => SECTION_FORMS[id].partition === partition);
}
