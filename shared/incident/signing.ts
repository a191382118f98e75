import type { Decision } from './incident.ts';
import { findResponse, type Policy, type ResponseDefinition } from '../policy/policy.ts';
import { isHigher, levelRank, type Level } from '../routing/level.ts';
import type { Recommendation } from '../routing/recommendation.ts';

/** What choosing a response comes to, and what it takes. */
export interface Signing {
  /** The level the decision stands at. */
  readonly level: Level;
  readonly direction: Decision['direction'];
  readonly reason: boolean;
  readonly secondPerson: boolean;
  readonly why: string;
}

/**
 * What choosing a response takes: nothing when it is the recommended one or more; a reason otherwise;
 * a second person when it goes below L3 or L4, be that recommended now or `standing` from before
 * (null while nothing stands).
 */
export function signingFor(
  policy: Policy,
  now: Recommendation,
  response: ResponseDefinition,
  standing: Level | null,
): Signing {
  const accepts = response.id === now.response;
  const level = accepts ? now.level : levelOfOverride(policy, now, response);
  const below = standing !== null && isHigher(standing, level);
  const direction = below ? 'down' : directionOf(policy, now, response);
  const floor = below && isHigher(standing, now.level) ? standing : now.level;
  return {
    level,
    direction,
    reason: direction !== 'up' && (!accepts || below),
    secondPerson: direction === 'down' && levelRank(floor) >= levelRank('L3'),
    why:
      direction === 'down'
        ? `${response.label} is less than ${floor}.`
        : `${response.label} is not what is recommended.`,
  };
}

function levelOfOverride(policy: Policy, now: Recommendation, response: ResponseDefinition): Level {
  if (directionOf(policy, now, response) === 'up') return response.level;
  return isHigher(now.level, response.level) ? response.level : now.level;
}

/**
 * Which way an override goes. Sending nobody armed where the policy sends somebody is down, whatever level
 * the other response is meant for: an ambulance is urgent, and it is no protection.
 */
export function directionOf(
  policy: Policy,
  now: Recommendation,
  response: ResponseDefinition,
): Decision['direction'] {
  const recommended = findResponse(policy, now.response);
  if (response.id === recommended.id) return 'same';
  if (!recommended.unarmedOnly && response.unarmedOnly) return 'down';
  if (isHigher(response.level, now.level)) return 'up';
  return isHigher(now.level, response.level) ? 'down' : 'same';
}
