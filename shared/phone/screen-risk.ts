import type { ScreenRisk } from './ending.ts';
import type { Facts } from '../facts/fact.ts';
import type { Policy } from '../policy/policy.ts';
import { readingsOf } from '../routing/evaluate.ts';
import { hazardOfScreens, type KeptScreen } from '../screen/screen-events.ts';

/**
 * How the suicide screen stands: by the screens that were asked, and by the policy's own questions of it as
 * their answers read now, of which the last one is the high risk. What was begun and is not finished, or
 * was refused, is never low (invariant 16).
 */
export function screenRiskOf(
  facts: Facts,
  screens: readonly KeptScreen[],
  policy: Policy,
): ScreenRisk | null {
  const asked = riskByFacts(facts, policy);
  const hazard = hazardOfScreens(screens);
  if (asked === 'high' || hazard === 'high') return 'high';
  const underWay = screens.some(({ finished, given }) => finished === null && given.length > 0);
  return underWay || hazard === 'not-established' ? 'unfinished' : asked;
}

function riskByFacts(facts: Facts, policy: Policy): ScreenRisk | null {
  const questions = policy.screen ?? [];
  const last = questions.at(-1);
  if (last === undefined) return null;
  const read = readingsOf(facts, policy);
  if (read(last) === 'yes') return 'high';
  const readings = questions.map((fact) => read(fact));
  if (readings.every((reading) => reading === 'not-asked')) return null;
  // A screen ends where nothing more has to be asked: after a first no.
  if (readings[0] === 'no') return 'low';
  return readings.some((reading) => reading !== 'yes' && reading !== 'no')
    ? 'unfinished'
    : 'moderate';
}
