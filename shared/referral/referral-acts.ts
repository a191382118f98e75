import type { ReferralState } from './referral.ts';

export const REFERRAL_ACTS = [
  'send',
  'accept',
  'waitlist',
  'decline',
  'miss',
  'report',
  'confirm',
  'withdraw',
  'end',
] as const;
export type ReferralAct = (typeof REFERRAL_ACTS)[number];

/**
 * What can be done with a referral in each state. Buttons, keys and refusals read this and nothing else. What
 * the receiving place confirms counts in every state, also after somebody gave up: only the person's own
 * withdrawal stands above it.
 */
export const ACTS_IN: Readonly<Record<ReferralState, readonly ReferralAct[]>> = {
  made: ['send', 'report', 'confirm', 'withdraw', 'end'],
  sent: ['send', 'accept', 'waitlist', 'decline', 'report', 'confirm', 'withdraw', 'end'],
  waitlisted: ['accept', 'waitlist', 'decline', 'report', 'confirm', 'withdraw', 'end'],
  accepted: ['accept', 'waitlist', 'decline', 'miss', 'report', 'confirm', 'withdraw', 'end'],
  arrived: ['confirm', 'withdraw', 'end'],
  linked: ['confirm'],
  declined: ['confirm'],
  withdrawn: [],
  ended: ['confirm'],
};

export function canAct(state: ReferralState, act: ReferralAct): boolean {
  return ACTS_IN[state].includes(act);
}
