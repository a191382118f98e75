import type { DisclosureEvent } from './disclosure-events.ts';
import {
  awaitsReview,
  PREVIEW_MINUTES,
  REVIEW_DAYS,
  type Disclosure,
  type DisclosureWay,
} from './disclosure.ts';
import type { Packet, SectionId } from './packet.ts';
import { RECIPIENT_LABELS } from './recipient.ts';
import type { DisclosureId, IncidentId } from '../lib/brand.ts';
import { refuse, type Refusal } from '../lib/refusal.ts';
import { isOver, minutesAfter } from '../timers/running.ts';

/** A packet as it stands, with the digests of what goes. */
export interface Digested {
  readonly packet: Packet;
  readonly digest: string;
  readonly fileDigest: string | null;
}

export interface Handed {
  readonly disclosureId: DisclosureId;
  readonly incidentId: IncidentId;
  readonly way: DisclosureWay;
  readonly to: string;
}

/** What the person saw before they let it go. */
export interface Seen {
  readonly asOf: string;
  readonly digest: string;
}

/** Lets a packet go as it was previewed. What changed since is looked at again first. */
export function disclose(
  standing: Digested,
  handed: Handed,
  seen: Seen,
  now: string,
): DisclosureEvent[] | Refusal {
  const { packet, digest } = standing;
  const until = minutesAfter(seen.asOf, PREVIEW_MINUTES);
  if (isOver({ from: seen.asOf, until }, Date.parse(now)))
    return refuse(
      'preview-too-old',
      'The preview is too old to be what goes now. Nothing was shared; look at it again.',
    );
  if (digest !== seen.digest)
    return refuse(
      'packet-changed',
      'The packet has changed since it was previewed: an answer, a note, a unit or a consent. Nothing was shared; look at it again.',
    );
  if (packet.sections.length === 0)
    return refuse(
      'nothing-to-share',
      `Nothing may go to ${RECIPIENT_LABELS[packet.recipient]} for this purpose. Nothing was shared; ask for consent, or in danger use the emergency disclosure.`,
    );
  return [made(standing, handed, null)];
}

/** Break-glass: goes at once, as it stands, and is on the record with the same commit. */
export function discloseInEmergency(
  standing: Digested,
  handed: Handed,
  why: string,
): DisclosureEvent[] | Refusal {
  if (why.trim() === '')
    return refuse(
      'reason-needed',
      'Say in a few words why it cannot wait. Nothing was shared; the offered words will do.',
    );
  return [made(standing, handed, why.trim())];
}

function made(
  { packet, digest, fileDigest }: Digested,
  { disclosureId, incidentId, way, to }: Handed,
  emergency: string | null,
): DisclosureEvent {
  const { recipient, purpose, sections, basis, asOf } = packet;
  return {
    type: 'disclosure.made',
    disclosureId,
    incidentId,
    recipient,
    to: to.trim(),
    purpose,
    way,
    sections: sections.map(({ id }) => id),
    basis,
    digest,
    fileDigest,
    asOf,
    emergency,
  };
}

/** The receiver read it back. Only what went can be read back. */
export function readBack(
  disclosure: Disclosure,
  sections: readonly SectionId[],
): DisclosureEvent[] | Refusal {
  const { disclosureId, incidentId } = disclosure;
  const heard = disclosure.sections.filter((id) => sections.includes(id));
  if (heard.length === 0)
    return refuse(
      'nothing-read-back',
      'Nothing that was read back is checked. Nothing was recorded; check what they said rightly.',
    );
  return [{ type: 'disclosure.read-back', disclosureId, incidentId, sections: heard }];
}

/** A supervisor has looked at an emergency disclosure, and says what they found. */
export function reviewDisclosure(
  disclosure: Disclosure,
  words: string,
  by: string,
): DisclosureEvent[] | Refusal {
  const { disclosureId, incidentId } = disclosure;
  if (!awaitsReview(disclosure))
    return refuse(
      'nothing-to-review',
      'This disclosure does not wait for a review. Nothing was changed; look at the list again.',
    );
  if (disclosure.by === by)
    return refuse(
      'own-disclosure',
      'Nobody reviews their own disclosure. It still waits; ask another supervisor.',
    );
  if (words.trim() === '')
    return refuse(
      'words-needed',
      'Say what you found, in a few words. It still waits for its review.',
    );
  return [{ type: 'disclosure.reviewed', disclosureId, incidentId, words: words.trim() }];
}

/** When a review is overdue, ISO. */
export function reviewDueAt({ at }: Pick<Disclosure, 'at'>): string {
  return minutesAfter(at, REVIEW_DAYS * 24 * 60);
}

/** What the watch writes about an emergency disclosure nobody has reviewed, once. */
export function watchReview(disclosure: Disclosure, now: number): DisclosureEvent[] {
  if (!awaitsReview(disclosure) || disclosure.overdueAt !== null) return [];
  if (!isOver({ from: disclosure.at, until: reviewDueAt(disclosure) }, now)) return [];
  const { disclosureId, incidentId } = disclosure;
  return [{ type: 'disclosure.review-overdue', disclosureId, incidentId }];
}
