import type { NameOf } from '../incident-row.ts';
import { dayAndTime } from '../local-moment.ts';
import type { WordsFor } from '../partition/words-for.ts';
import { consentsOfIncident } from '#db/board/consents-projection.ts';
import { disclosuresOfIncident } from '#db/board/disclosures-projection.ts';
import { incidentNumber } from '#db/board/incidents-projection.ts';
import { findReferral } from '#db/board/referrals-projection.ts';
import type { Database } from '#db/open-database.ts';
import type { Announcement } from '#shared/board/board-rows.ts';
import type { TimelineLine } from '#shared/board/incident-view.ts';
import type { ReferralLine } from '#shared/board/referral-lines.ts';
import type { Disclosure } from '#shared/disclosure/disclosure.ts';
import type { JournalEvent } from '#shared/journal/journal-event.ts';
import type { AsRead } from '#shared/partition/event-partitions.ts';
import { isKept, type Kept } from '#shared/partition/partition.ts';
import { consentToTell, endReasonsFor, wentTo } from '#shared/referral/decide-referral.ts';
import { dueOf, STEP_LABELS } from '#shared/referral/referral-clock.ts';
import type { ReferralEvent } from '#shared/referral/referral-events.ts';
import {
  CONFIRMED_BY_LABELS,
  DECLINE_REASON_LABELS,
  END_REASON_LABELS,
  REFERRAL_CONSENT_LABELS,
  SENT_WAY_LABELS,
  type AnswerWords,
  type Referral,
} from '#shared/referral/referral.ts';

export interface ReferralSources {
  readonly db: Database;
  readonly nameOf: NameOf;
}

/** The last packet that can have told the place. */
export function lastTold(db: Database, referral: Referral): Disclosure | null {
  const went = disclosuresOfIncident(db, referral.incidentId);
  return went.findLast((each) => wentTo(referral, each)) ?? null;
}

/** For clinicians: the words are cut by `words` all the same. */
export function referralLine(
  { db, nameOf }: ReferralSources,
  referral: Referral,
  words: WordsFor,
  now: number,
): ReferralLine {
  const { referral: to, codeDigest: _codeDigest, overdue, answers, ...stands } = referral;
  const { incidentId, owner } = stands;
  return {
    ...stands,
    incidentNumber: incidentNumber(db, incidentId) ?? 0,
    ownerName: nameOf(owner),
    to: words(to),
    answers: answers.map(({ answer, at, words: said }) => {
      const { saidBy = '', note = '', reason = null } = words<AnswerWords>(said) ?? {};
      return { answer, at, saidBy, note, reason };
    }),
    due: dueOf(referral),
    overdue: overdue?.step ?? null,
    overdueSince: overdue?.at ?? null,
    consentHolds: consentToTell(referral, consentsOfIncident(db, incidentId), now) !== null,
    went: lastTold(db, referral)?.disclosureId ?? null,
    endReasons: endReasonsFor(referral),
  };
}

/** A referral's event as the timeline says it to whoever the entry was read for: others read state and time. */
export function sayReferral(
  event: AsRead<ReferralEvent>,
  nameOf: NameOf,
  timeZone: string,
): Pick<TimelineLine, 'text' | 'kind'> {
  const phone = (text: string) => ({ kind: 'phone', text }) as const;
  const when = (instant: string) => dayAndTime(instant, timeZone);
  switch (event.type) {
    case 'referral.made': {
      const { referral, consent, kind } = event;
      if (isKept(referral)) return phone('A referral was made');
      const { organization, when: on, how } = referral;
      const how2 = [on, how].filter((each) => each !== '').join(', ');
      const place = how2 === '' ? organization : `${organization} — ${how2}`;
      const may = REFERRAL_CONSENT_LABELS[consent].toLowerCase();
      return { kind, text: `Referred to ${place} (${may})` };
    }
    case 'referral.owner-changed':
      return phone(
        `${nameOf(event.owner)} looks after the referral instead of ${nameOf(event.from)}`,
      );
    case 'referral.sent':
      return phone(`Referral sent ${SENT_WAY_LABELS[event.way]}`);
    case 'referral.accepted': {
      const { appointment } = event;
      const on = appointment === null ? '' : `, appointment ${when(appointment)}`;
      return answered(`Referral accepted${on}`, event);
    }
    case 'referral.waitlisted':
      return answered(`Referral on the waiting list until ${when(event.until)}`, event);
    case 'referral.declined':
      return answered('Referral declined', event);
    case 'referral.appointment-unmade': {
      const next = event.next === null ? '' : `; the next is ${when(event.next)}`;
      return phone(`The appointment of ${when(event.appointment)} was not kept${next}`);
    }
    case 'referral.reported':
      return phone(
        event.what === 'came'
          ? 'The person reports that they went: not confirmed'
          : 'The person reports that they did not go',
      );
    case 'referral.arrived':
      return phone(`Arrived on ${event.on}, confirmed ${CONFIRMED_BY_LABELS[event.by]}`);
    case 'referral.linked':
      return phone(`Service attended on ${event.on}, confirmed ${CONFIRMED_BY_LABELS[event.by]}`);
    case 'referral.withdrawn':
      return phone('The person withdrew the referral');
    case 'referral.ended':
      return phone(`Referral ended: ${END_REASON_LABELS[event.why].toLowerCase()}`);
    case 'referral.overdue':
      return {
        kind: 'alert',
        text:
          event.why === 'time'
            ? `Referral overdue: ${STEP_LABELS[event.step]}`
            : `The clock of the PC was set back: the referral is overdue now, ${STEP_LABELS[event.step]}`,
      };
  }
}

function answered(
  text: string,
  { kind, words }: { readonly kind: TimelineLine['kind']; readonly words: AnswerWords | Kept },
): Pick<TimelineLine, 'text' | 'kind'> {
  if (isKept(words)) return { kind: 'phone', text };
  const { saidBy, note, reason } = words;
  const why = reason === null ? '' : DECLINE_REASON_LABELS[reason].toLowerCase();
  const said = [why, note, saidBy === '' ? '' : `said by ${saidBy}`].filter((each) => each !== '');
  return { kind, text: said.length === 0 ? text : `${text} — ${said.join('; ')}` };
}

/** Said aloud and shown once, at every console: no place. */
export function announceReferral(
  event: JournalEvent,
  { db, nameOf }: ReferralSources,
): Announcement[] {
  if (event.type !== 'referral.overdue') return [];
  const number = incidentNumber(db, event.incidentId) ?? '';
  const owner = findReferral(db, event.referralId)?.owner;
  const who = owner === undefined ? '' : `: ${nameOf(owner)}`;
  const text = `Referral of incident ${number}, ${STEP_LABELS[event.step]}${who}.`;
  return [{ text, sound: null }];
}
