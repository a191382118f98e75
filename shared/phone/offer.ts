import type { OperatorId } from '../lib/brand.ts';
import type { Hold, Incident, Phone } from '../incident/incident.ts';
import { phoneDeskOf } from '../policy/phone-desk.ts';
import type { Policy } from '../policy/policy.ts';
import { secondsAfter } from '../timers/running.ts';

/** Who is asked to take a call that waits for a clinician. Each way ends at a time of its own. */
export type Asked =
  /** Not yet, or not while it is held. */
  | { readonly who: 'nobody' }
  | {
      readonly who: 'one';
      readonly clinician: OperatorId;
      readonly from: string;
      readonly until: string;
    }
  /** Nobody is left who could be asked alone: it rings at everybody who is ready. */
  | { readonly who: 'all'; readonly from: string }
  /** 988 is to take over; whoever is there dials. */
  | { readonly who: '988'; readonly from: string };

/** Who was asked and did not take it. Nobody of them is asked again before everybody else was. */
export interface Passed {
  readonly clinician: OperatorId;
  readonly how: 'declined' | 'not-answered' | 'left';
  /** Given when it was declined. */
  readonly reason: string | null;
  readonly at: string;
}

export type OfferedPhone = Extract<Phone, { state: 'offered' }>;

/** A call as it begins to wait for a clinician. */
export function freshOffer(since: string): OfferedPhone {
  return { state: 'offered', since, asked: { who: 'nobody' }, passed: [] };
}

/** The offer of an incident that is offered and not held back; null otherwise. */
export function runningOffer(incident: Incident): OfferedPhone | null {
  const { phone, hold, closed } = incident;
  return phone.state !== 'offered' || isHeldBack(hold) || closed !== null ? null : phone;
}

function isHeldBack(hold: Hold | null): boolean {
  return hold !== null && !hold.expired;
}

/** Nobody is asked, and somebody should be. */
export function waitsForAsking(incident: Incident): boolean {
  return runningOffer(incident)?.asked.who === 'nobody';
}

/** When 988 is to take over a call nobody took. */
export function to988At({ since }: OfferedPhone, policy: Policy): string {
  return secondsAfter(since, phoneDeskOf(policy).to988Seconds);
}

/** When 988 has not taken it either; null while it is not asked. */
export function fallbackAt({ asked }: OfferedPhone, policy: Policy): string | null {
  return asked.who === '988' ? secondsAfter(asked.from, phoneDeskOf(policy).transferSeconds) : null;
}

/** Whether a clinician has been asked already and did not take it. */
export function hasPassed({ passed }: OfferedPhone, clinician: OperatorId): boolean {
  return passed.some((each) => each.clinician === clinician);
}

/** Whether this clinician is asked now, alone or with all who are ready. */
export function isAsked(phone: OfferedPhone, clinician: OperatorId): boolean {
  const { asked } = phone;
  if (asked.who === 'one') return asked.clinician === clinician;
  return asked.who === 'all' && !hasDeclined(phone, clinician);
}

export function hasDeclined({ passed }: OfferedPhone, clinician: OperatorId): boolean {
  return passed.some((each) => each.clinician === clinician && each.how === 'declined');
}

/** Who has the call on the line: a transfer stays with who started it until it is accepted. */
export function whoHasTheCaller({ phone }: Pick<Incident, 'phone'>): OperatorId | null {
  return phone.state === 'with-clinician' || phone.state === 'transferring'
    ? phone.clinician
    : null;
}
