import type { ReferralEvent } from './referral-events.ts';
import type { Referral, ReferralStep } from './referral.ts';
import { isOver, isSetBack, minutesAfter, type Running } from '../timers/running.ts';

/** How long each step may take. To be verified locally, like every time the center promises. */
export const SEND_WITHIN_HOURS = 24;
export const ANSWER_WITHIN_HOURS = 72;
export const ARRIVAL_WITHIN_DAYS = 7;
/** After an appointment the place has this long to say that the person came. */
export const CONFIRM_WITHIN_HOURS = 24;
/** A linkage is a service attended within these days of the referral. */
export const LINKAGE_DAYS = 30;

const HOUR = 60;
const DAY = 24 * HOUR;

export const STEP_LABELS: Readonly<Record<ReferralStep, string>> = {
  send: 'to be sent',
  answer: 'no answer yet',
  wait: 'the waiting time is over',
  arrival: 'arrival not confirmed',
  linkage: 'no service confirmed',
};

export interface ReferralDue extends Running {
  readonly step: ReferralStep;
}

/** What is waited for and until when; null where nothing is. */
export function dueOf({ standing, consent, madeAt }: Referral): ReferralDue | null {
  const { state, since: from } = standing;
  const within = (step: ReferralStep, minutes: number) => {
    return { step, from, until: minutesAfter(from, minutes) };
  };
  switch (state) {
    case 'made':
      return consent === 'share'
        ? within('send', SEND_WITHIN_HOURS * HOUR)
        : within('arrival', ARRIVAL_WITHIN_DAYS * DAY);
    case 'sent':
      return within('answer', ANSWER_WITHIN_HOURS * HOUR);
    case 'waitlisted':
      return { step: 'wait', from, until: standing.until };
    case 'accepted':
      return standing.appointment === null
        ? within('arrival', ARRIVAL_WITHIN_DAYS * DAY)
        : {
            step: 'arrival',
            from,
            until: minutesAfter(standing.appointment, CONFIRM_WITHIN_HOURS * HOUR),
          };
    case 'arrived':
      return { step: 'linkage', from, until: minutesAfter(madeAt, LINKAGE_DAYS * DAY) };
    case 'linked':
    case 'declined':
    case 'withdrawn':
    case 'ended':
      return null;
  }
}

/**
 * What the watch has to write about a referral at `now` (milliseconds), once for each time that runs. It ends
 * nothing. A clock set back behind the beginning makes it due at once.
 */
export function watchReferral(referral: Referral, now: number): ReferralEvent[] {
  const due = dueOf(referral);
  if (due === null || referral.overdue !== null || !isOver(due, now)) return [];
  const { referralId, incidentId } = referral;
  const why = isSetBack(due.from, now) ? 'clock-set-back' : 'time';
  return [{ type: 'referral.overdue', referralId, incidentId, step: due.step, why }];
}
