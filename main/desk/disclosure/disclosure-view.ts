import type { NameOf } from '../incident-row.ts';
import { incidentNumber } from '#db/board/incidents-projection.ts';
import { findDisclosure, isOfDisclosure } from '#db/board/disclosures-projection.ts';
import { isOfConsent } from '#db/board/consents-projection.ts';
import type { Database } from '#db/open-database.ts';
import type { Announcement } from '#shared/board/board-rows.ts';
import type { TimelineLine } from '#shared/board/incident-view.ts';
import type { ConsentLine, DisclosureLine } from '#shared/board/sharing-view.ts';
import type { ConsentEvent } from '#shared/disclosure/consent-events.ts';
import { CONSENTER_LABELS, holds, type Consent } from '#shared/disclosure/consent.ts';
import { reviewDueAt } from '#shared/disclosure/decide-disclosure.ts';
import type { DisclosureEvent } from '#shared/disclosure/disclosure-events.ts';
import {
  awaitsReview,
  DISCLOSURE_WAY_LABELS,
  REVIEW_DAYS,
  type Disclosure,
} from '#shared/disclosure/disclosure.ts';
import { natureOf, PARTITION_WORDS, type Basis } from '#shared/disclosure/packet.ts';
import { RECIPIENT_LABELS } from '#shared/disclosure/recipient.ts';
import type { JournalEvent } from '#shared/journal/journal-event.ts';
import { may } from '#shared/roster/permission.ts';
import type { Role } from '#shared/roster/operator.ts';

export interface DisclosureSources {
  readonly db: Database;
  readonly nameOf: NameOf;
}

export function consentLine(consent: Consent, nameOf: NameOf, now: number): ConsentLine {
  return { ...consent, recordedByName: nameOf(consent.recordedBy), holds: holds(consent, now) };
}

export function disclosureLine(
  { db, nameOf }: DisclosureSources,
  disclosure: Disclosure,
): DisclosureLine {
  const { disclosureId, incidentId, at, by, recipient, to, purpose, way } = disclosure;
  const { digest, readBack, emergency, overdueAt, reviewed } = disclosure;
  return {
    disclosureId,
    incidentId,
    number: incidentNumber(db, incidentId) ?? 0,
    at,
    byName: nameOf(by),
    recipient,
    to,
    purpose,
    way,
    nature: natureOf(disclosure.sections),
    basis: disclosure.basis.map(sayBasis),
    digest,
    readBack: readBack.length,
    emergency,
    reviewBy: awaitsReview(disclosure) ? reviewDueAt(disclosure) : null,
    overdue: overdueAt !== null && awaitsReview(disclosure),
    reviewed: reviewed && {
      words: reviewed.words,
      at: reviewed.at,
      byName: nameOf(reviewed.by),
    },
  };
}

function sayBasis(basis: Basis): string {
  switch (basis.kind) {
    case 'table':
      return basis.source;
    case 'consent':
      return `consent ${basis.consentId}`;
    case 'emergency':
      return `emergency: ${basis.grounds.join(', ')}`;
  }
}

export function isOfSharing(event: JournalEvent): event is ConsentEvent | DisclosureEvent {
  return isOfConsent(event) || isOfDisclosure(event);
}

/** In the timeline. That a person consents to care is clinical by itself; that a packet went is not. */
export function saySharing(
  event: ConsentEvent | DisclosureEvent,
  role: Role,
): Pick<TimelineLine, 'text' | 'kind'> | null {
  if (isOfDisclosure(event)) return sayDisclosure(event, role);
  return may(role, 'keep-consents') ? sayConsent(event) : null;
}

function sayConsent(event: ConsentEvent): Pick<TimelineLine, 'text' | 'kind'> {
  switch (event.type) {
    case 'consent.given': {
      const what = event.partitions.map((each) => PARTITION_WORDS[each]).join(', ');
      const who = CONSENTER_LABELS[event.consenter];
      return {
        kind: 'clinical',
        text: `Consent (${event.way}): ${what} to ${RECIPIENT_LABELS[event.recipient]} — ${who}`,
      };
    }
    case 'consent.revoked':
      return { kind: 'clinical', text: 'Consent revoked: it opens nothing any more' };
    case 'consent.expired':
      return { kind: 'clinical', text: 'A consent has ended' };
  }
}

function sayDisclosure(event: DisclosureEvent, role: Role): Pick<TimelineLine, 'text' | 'kind'> {
  switch (event.type) {
    case 'disclosure.made': {
      const to = event.to === '' ? '' : ` (${event.to})`;
      const how = DISCLOSURE_WAY_LABELS[event.way];
      const what = event.emergency === null ? 'Packet' : 'Emergency disclosure';
      return {
        kind: event.emergency === null ? 'phone' : 'alert',
        text: `${what} to ${RECIPIENT_LABELS[event.recipient]}${to}, ${how}`,
      };
    }
    case 'disclosure.read-back':
      return { kind: 'phone', text: 'The receiver read the packet back' };
    case 'disclosure.reviewed':
      return may(role, 'review-disclosures')
        ? { kind: 'decision', text: `Emergency disclosure reviewed: ${event.words}` }
        : { kind: 'decision', text: 'Emergency disclosure reviewed' };
    case 'disclosure.review-overdue':
      return { kind: 'alert', text: 'The review of an emergency disclosure is overdue' };
  }
}

/** Said aloud and shown once: numbers only. */
export function announceSharing(event: JournalEvent, { db }: DisclosureSources): Announcement[] {
  if (!isOfDisclosure(event)) return [];
  const number = incidentNumber(db, event.incidentId) ?? '';
  if (event.type === 'disclosure.review-overdue') {
    const text = `The emergency disclosure of incident ${number} has waited ${REVIEW_DAYS} days for its review: g r.`;
    return [{ text, sound: 'alert' }];
  }
  if (event.type !== 'disclosure.made' || event.emergency === null) return [];
  const to = RECIPIENT_LABELS[findDisclosure(db, event.disclosureId)?.recipient ?? event.recipient];
  return [
    {
      text: `Incident ${number}: emergency disclosure to ${to}, for a supervisor to review.`,
      sound: null,
    },
  ];
}
