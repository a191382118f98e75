import type { Incident } from './incident.ts';
import { needsDecision, phaseOf } from './phase.ts';
import { recommendedNow } from './recommended-now.ts';
import { transferLimit } from '../phone/transfer-limit.ts';
import { TRANSFER_STEPS } from '../phone/transfer.ts';
import { findResponse, type Policy } from '../policy/policy.ts';
import { minutesAfter } from '../timers/running.ts';
import { isUnderWay } from '../unit/unit-status.ts';

/** What the center promised for the step an incident is in: since when, until when, and what. */
export interface StepPromise {
  readonly step: 'hold' | 'decide' | 'clinician' | 'arrive' | 'transfer';
  readonly from: string;
  readonly until: string;
  readonly what: string;
}

/** The promise that runs now, from the policy's times; null when the step has none. */
export function promiseOf(incident: Incident, policy: Policy): StepPromise | null {
  const { hold, phone, decision } = incident;
  if (hold !== null)
    return { step: 'hold', from: hold.since, until: hold.until, what: 'held until' };
  const { decideSeconds, clinicianMinutes } = policy.promises;
  switch (phaseOf(incident)) {
    case 'intake': {
      const from = incident.raised?.at ?? incident.openedAt;
      return after('decide', from, decideSeconds / 60, 'decide who goes');
    }
    case 'decided':
      if (phone.state === 'offered')
        return after('clinician', phone.since, clinicianMinutes, 'clinician on the line');
      return decision === null ? null : arrival(incident, policy, decision.at);
    case 'responding': {
      // One that was stood down or taken for another incident has reached nobody.
      const reached = incident.units.some(
        (unit) => unit.reached || (unit.releasedAt === null && !isUnderWay(unit.status)),
      );
      return reached || decision === null ? null : arrival(incident, policy, decision.at);
    }
    case 'on-phone': {
      if (phone.state !== 'transferring') return null;
      const { from, until } = transferLimit(phone.transfer, policy);
      const step = TRANSFER_STEPS[phone.transfer.step].label.toLowerCase();
      return { step: 'transfer', from, until, what: `transfer, ${step}` };
    }
    default:
      return null;
  }
}

function arrival(incident: Incident, policy: Policy, from: string): StepPromise {
  const standing = needsDecision(incident) ? null : incident.decision;
  // A step back may leave a policy that does not have what was decided: then as for what it recommends.
  const response =
    policy.responses.find(({ id }) => id === standing?.response) ??
    findResponse(policy, recommendedNow(incident, policy).response);
  return after('arrive', from, response.promiseMinutes, 'somebody with the person');
}

function after(
  step: StepPromise['step'],
  from: string,
  minutes: number,
  what: string,
): StepPromise {
  return { step, from, until: minutesAfter(from, minutes), what };
}
