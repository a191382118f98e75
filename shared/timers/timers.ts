import type { JournalEvent } from '../journal/journal-event.ts';

/** One time limit, as the people who live by it would say it. */
export interface Timer {
  readonly what: string;
  /** When what it is about begins to warn on the screen. */
  readonly warns: string;
  /** When it is alerted. */
  readonly alerts: string;
  /** What the watch writes when it has passed; each once for each time it runs. */
  readonly writes: readonly JournalEvent['type'][];
  /** What ends it before. */
  readonly stops: string;
}

/** The time limits of an incident. */
export const INCIDENT_TIMERS = {
  'answers-age': {
    what: 'An answer about danger',
    warns: 'never',
    alerts: 'after the minutes its fact ages in: it has to be asked again',
    writes: ['incident.facts-aged'],
    stops: 'another answer',
  },
  decide: {
    what: 'The decision who goes',
    warns: 'at three quarters of the promise',
    alerts: 'at the promise, on its row only',
    writes: ['incident.promise-missed'],
    stops: 'the decision',
  },
  clinician: {
    what: 'A clinician on the line',
    warns: 'at three quarters of the promise',
    alerts: 'at the promise, on its row only: each step below is said aloud by itself',
    writes: ['incident.promise-missed'],
    stops: 'a clinician takes it, or another decision',
  },
  offer: {
    what: 'One clinician who is asked to take a call',
    warns: 'at three quarters of its time, at the desk of the clinician',
    alerts: 'never; the next clinician is asked, and when nobody is left all who are ready',
    writes: ['phone.offer-passed', 'phone.offered', 'phone.rang-all'],
    stops: 'a clinician takes it or says no, it is held, or another decision',
  },
  'to-988': {
    what: 'A call no clinician took',
    warns: 'with the promise of a clinician on the line',
    alerts: 'when its time has passed since the first clinician was asked: 988 is to take over',
    writes: ['phone.fell-to-988'],
    stops: 'a clinician takes it, it is held, or another decision',
  },
  fallback: {
    what: 'A call 988 is to take over',
    warns: 'at three quarters of the time of a receiver',
    alerts: 'at the time of a receiver: it goes back to dispatch, raised, with what to send',
    writes: ['phone.fell-back'],
    stops: '988 or a clinician takes it, it is held, or another decision',
  },
  arrive: {
    what: 'Somebody with the person',
    warns: 'at three quarters of the promise of the response',
    alerts: 'at the promise',
    writes: ['incident.promise-missed'],
    stops: 'a unit is there',
  },
  transfer: {
    what: 'One step of a warm transfer',
    warns: 'at three quarters of its time',
    alerts: 'at its time: the call goes back to the clinician it came from, raised',
    writes: ['phone.transfer-returned'],
    stops: 'the next step, or it is accepted, given back or called off',
  },
  hold: {
    what: 'A hold',
    warns: 'at three quarters of its time',
    alerts: 'at its time: it comes back to the top',
    writes: ['incident.hold-ended'],
    stops: 'it is released, the level rises, or somebody calls police or EMS',
  },
  recontact: {
    what: 'Calling back a caller who waits, held or decided and without a team, or who was lost',
    warns: 'at three quarters of the promise',
    alerts: 'at the promise, again after each call',
    writes: ['incident.recontact-missed'],
    stops: 'somebody calls, a unit is sent, a clinician is on the line',
  },
  advice: {
    what: 'Advice of a clinician that nobody at dispatch has seen',
    warns: 'at once, above the recommendation',
    alerts: 'after 60 seconds it is said again',
    writes: ['monitor.advice-unseen'],
    stops: 'somebody has seen it',
  },
  nomination: {
    what: 'A nomination of an incident that waits for its answer',
    warns: 'after 60 seconds, whoever owns it',
    alerts: 'after 120 seconds, every supervisor',
    writes: ['monitor.nomination-overdue'],
    stops: 'it is approved, denied, withdrawn, or decided otherwise',
  },
  'step-down': {
    what: 'The answer to a proposed step-down',
    warns: 'at three quarters of its time',
    alerts: 'at its time: nothing changes, and that is said',
    writes: ['monitor.step-down-ended'],
    stops: 'a dispatcher agrees or refuses, or it is withdrawn',
  },
  'still-calm': {
    what: 'The word of the clinician that it is still calm',
    warns: 'at three quarters of its time',
    alerts: 'at its time: the response goes on',
    writes: ['monitor.step-down-ended'],
    stops: 'the clinician says so again, or somebody ends the step-down',
  },
} as const satisfies Readonly<Record<string, Timer>>;

/** The time limits of a unit. */
export const UNIT_TIMERS = {
  'check-in': {
    what: 'The check-in of a crew with the person',
    warns: 'when it is due: late on its row, and above the screen of every supervisor',
    alerts: 'after the grace: police back-up is recommended',
    writes: ['unit.check-in-late', 'unit.check-in-missed'],
    stops: 'the crew is heard, or leaves the person',
  },
  status: {
    what: 'The time a unit spends in one status of an incident',
    warns: 'after the warning of its status limit, on its row',
    alerts: 'after the alert of its status limit',
    writes: ['unit.status-overdue'],
    stops: 'another status; a crew that is heard after the alert gets the time once more',
  },
} as const satisfies Readonly<Record<string, Timer>>;

/** The time limits of what outlives an incident or belongs to none. */
export const DESK_TIMERS = {
  answer: {
    what: 'A call that waits to be answered',
    warns: 'at three quarters of the promise, on its row',
    alerts: 'at the promise',
    writes: ['call.went-late'],
    stops: 'somebody answers it',
  },
  'call-nomination': {
    what: 'A nomination of a call that waits to be answered',
    warns: 'after 60 seconds, every dispatcher',
    alerts: 'after 120 seconds, every supervisor',
    writes: ['call.nomination-overdue'],
    stops: 'somebody answers the call, or the nomination is denied or withdrawn',
  },
  duty: {
    what: 'A planned change of a crew: a shift or a break that begins or ends',
    warns: 'on the row of the unit, before a required role leaves it',
    alerts: 'when it leaves a unit on an incident without a required role',
    writes: ['unit.duty-changed'],
    stops: 'the roster is changed, or somebody says otherwise',
  },
  posting: {
    what: 'A unit that belongs to another team or zone from a day on',
    warns: 'never',
    alerts: 'never; it is what was planned',
    writes: ['unit.posting-began'],
    stops: 'the plan is called off',
  },
  'hand-over': {
    what: 'An offered hand-over of a shift',
    warns: 'never',
    alerts: 'when nobody accepted it in time: it goes back to who offered it',
    writes: ['hand-over.returned'],
    stops: 'it is accepted or declined',
  },
  consent: {
    what: 'A consent to share',
    warns: 'never',
    alerts: 'never; from its end on it opens nothing',
    writes: ['consent.expired'],
    stops: 'it is revoked',
  },
  review: {
    what: 'The review of an emergency disclosure',
    warns: 'it stands on top of the list of every supervisor',
    alerts: 'after three days',
    writes: ['disclosure.review-overdue'],
    stops: 'a supervisor says what they found',
  },
  'wrap-up': {
    what: 'A clinician who writes up a call',
    warns: 'never',
    alerts: 'never; calls are offered to the clinician again',
    writes: ['operator.availability-changed'],
    stops: 'the clinician says otherwise, takes a call or signs off',
  },
  contact: {
    what: 'A promised call: a callback or a follow-up',
    warns: 'when it is due',
    alerts: 'when the time to make it has passed: late',
    writes: ['contact.fell-due', 'contact.went-late'],
    stops: 'somebody ends it with an outcome, or agrees on another time',
  },
  'referral-send': {
    what: 'A referral the place is to be told of',
    warns: 'on top of the list of referrals',
    alerts: 'after a day: nobody was told yet',
    writes: ['referral.overdue'],
    stops: 'it is sent, or the person withdraws it',
  },
  'referral-answer': {
    what: 'The answer of a place to a referral',
    warns: 'on top of the list of referrals',
    alerts: 'after three days: no answer yet',
    writes: ['referral.overdue'],
    stops: 'the place accepts, puts on its waiting list or declines',
  },
  'referral-wait': {
    what: 'The waiting time a place named',
    warns: 'on top of the list of referrals',
    alerts: 'when it is over: ask the place again',
    writes: ['referral.overdue'],
    stops: 'the place accepts, declines or names another time',
  },
  'referral-arrival': {
    what: 'That the receiving place confirms that the person came',
    warns: 'on top of the list of referrals',
    alerts: 'a day after the appointment, or after a week without one',
    writes: ['referral.overdue'],
    stops: 'the place confirms it with the code or in a signed file',
  },
  'referral-linkage': {
    what: 'That the receiving place confirms a service the person took part in',
    warns: 'on top of the list of referrals',
    alerts: 'thirty days after the referral',
    writes: ['referral.overdue'],
    stops: 'the place confirms it',
  },
} as const satisfies Readonly<Record<string, Timer>>;

export type IncidentTimer = keyof typeof INCIDENT_TIMERS;
export type UnitTimer = keyof typeof UNIT_TIMERS;
export type DeskTimer = keyof typeof DESK_TIMERS;

/** Every time limit of the desk. What is not in it is not watched. */
export const TIMERS: Readonly<Record<IncidentTimer | UnitTimer | DeskTimer, Timer>> = {
  ...INCIDENT_TIMERS,
  ...UNIT_TIMERS,
  ...DESK_TIMERS,
};
