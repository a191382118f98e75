import type { Incident } from './incident.ts';
import type { Policy } from '../policy/policy.ts';
import { evaluate, readingsOf } from '../routing/evaluate.ts';
import type { Recommendation } from '../routing/recommendation.ts';
import type { LocalMoment, Need } from '../unit/availability.ts';

/** What the policy recommends on the incident's answers as they read now. */
export function recommendedNow(incident: Pick<Incident, 'facts'>, policy: Policy): Recommendation {
  return evaluate(policy, readingsOf(incident.facts, policy));
}

/** What a team is wanted for on this incident, but for the level it is held against. */
export function needOf(
  { place, callType }: Pick<Incident, 'place' | 'callType'>,
  local: LocalMoment,
): Omit<Need, 'level'> {
  return { areaId: place.areaId, callType, now: local };
}
