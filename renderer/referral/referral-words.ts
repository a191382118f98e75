import type { ReferralLine } from '#shared/board/referral-lines.ts';
import { STEP_LABELS } from '#shared/referral/referral-clock.ts';
import type { ReferralAct } from '#shared/referral/referral-acts.ts';
import {
  CONFIRMED_BY_LABELS,
  END_REASON_LABELS,
  REFERRAL_STATE_LABELS,
  SENT_WAY_LABELS,
  type ReferralState,
  type ReferralStep,
} from '#shared/referral/referral.ts';
import { dateWords } from '../desk/center-date.ts';
import { deskNow } from '../desk/clock.ts';
import { wallDateTime } from '../desk/wall-date.ts';

/** Word and shape together: the color only repeats them. An open ring is no connection, a full one is. */
export const STATE_SHAPES: Readonly<Record<ReferralState, string>> = {
  made: '○',
  sent: '◔',
  waitlisted: '◑',
  accepted: '◕',
  arrived: '●',
  linked: '●',
  declined: '×',
  withdrawn: '×',
  ended: '×',
};

export function stateWords(state: ReferralState): string {
  return `${STATE_SHAPES[state]} ${REFERRAL_STATE_LABELS[state]}`;
}

/** What is due next, in two words. */
export const NEXT_LABELS: Readonly<Record<ReferralStep, string>> = {
  send: 'send it',
  answer: 'answer of the place',
  wait: 'ask the place again',
  arrival: 'arrival to be confirmed',
  linkage: 'first service to be confirmed',
};

export const ACT_KEYS: Readonly<Record<ReferralAct, string>> = {
  send: 's',
  accept: 'a',
  waitlist: 'l',
  decline: 'd',
  miss: 'n',
  report: 'r',
  confirm: 'c',
  withdraw: 'w',
  end: 'e',
};

export const ACT_LABELS: Readonly<Record<ReferralAct, string>> = {
  send: 'Tell the place',
  accept: 'Accepted',
  waitlist: 'Waiting list',
  decline: 'Declined',
  miss: 'Appointment not kept',
  report: 'The person says',
  confirm: 'Confirmed by the place',
  withdraw: 'Withdrawn by the person',
  end: 'End it',
};

/** How it stands, in a sentence. */
export function standingWords({ standing, overdue, overdueSince }: ReferralLine): string {
  const now = deskNow();
  const when = (at: string) => wallDateTime(at, now);
  const late =
    overdue === null ? '' : ` Overdue since ${when(overdueSince ?? '')}: ${STEP_LABELS[overdue]}.`;
  switch (standing.state) {
    case 'made':
      return `Told to the person, and to nobody else.${late}`;
    case 'sent':
      return `The place was told ${SENT_WAY_LABELS[standing.way]} at ${when(standing.since)}.${late}`;
    case 'waitlisted':
      return `On the waiting list until ${when(standing.until)}.${late}`;
    case 'accepted':
      return standing.appointment === null
        ? `Accepted at ${when(standing.since)}; they just come.${late}`
        : `Accepted. Appointment ${when(standing.appointment)}.${late}`;
    case 'arrived':
      return `Came on ${dateWords(standing.arrival.on)}, confirmed by the place ${CONFIRMED_BY_LABELS[standing.arrival.by]}.${late}`;
    case 'linked':
      return `First service on ${dateWords(standing.linkage.on)}, confirmed by the place ${CONFIRMED_BY_LABELS[standing.linkage.by]}.`;
    case 'declined':
      return `The place declined at ${when(standing.since)}.`;
    case 'withdrawn':
      return `The person withdrew it at ${when(standing.since)}.`;
    case 'ended':
      return `Ended at ${when(standing.since)}: ${END_REASON_LABELS[standing.why].toLowerCase()}.`;
  }
}
