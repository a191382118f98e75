import type { ScreenRisk } from './ending.ts';
import type { Incident } from '../incident/incident.ts';
import { standingLevel } from '../incident/phase.ts';
import { recommendedNow } from '../incident/recommended-now.ts';
import type { Policy } from '../policy/policy.ts';
import { levelRank } from '../routing/level.ts';

/** So many calls nobody answered before somebody who is not found may be given up. */
export const CALLS_BEFORE_CLOSING = 3;
/** After so many calls in a row that nobody answered, a person is recommended to act. */
export const UNANSWERED_LIMIT = 2;

export type LostCheck = 'location-check' | 'welfare-check';
export const LOST_CHECK_LABELS: Readonly<Record<LostCheck, string>> = {
  'location-check': 'ask the carrier where the phone is',
  'welfare-check': 'police check on the person where they were last',
};

/**
 * Whether somebody who was lost may be in danger: the level is L3 or higher, decided or by the answers
 * as they are, or the risk screen is high or was not finished (invariant 16).
 */
export function isInDanger(incident: Incident, risk: ScreenRisk | null, policy: Policy): boolean {
  if (risk === 'high' || risk === 'unfinished') return true;
  const decided = standingLevel(incident);
  const { level } = recommendedNow(incident, policy);
  return levelRank(level) >= 3 || (decided !== null && levelRank(decided) >= 3);
}

/**
 * What is recommended about a caller who is lost, after `unanswered` calls in a row; null for nothing. A
 * person does it: nobody is sent by a clock.
 */
export function lostCheckOf(
  incident: Incident,
  unanswered: number,
  risk: ScreenRisk | null,
  policy: Policy,
): LostCheck | null {
  const { phone } = incident;
  if (phone.state !== 'lost' || !isInDanger(incident, risk, policy)) return null;
  if (somebodyWent(incident, phone.since)) return null;
  if (phone.lastKnown === null) return 'location-check';
  return unanswered >= UNANSWERED_LIMIT ? 'welfare-check' : null;
}

/** Somebody was sent or called to it since then. */
export function somebodyWent({ units, upgrades }: Incident, since: string): boolean {
  return (
    upgrades.some(({ at }) => at >= since) ||
    units.some(({ assignedAt, releasedAt }) => assignedAt >= since || releasedAt === null)
  );
}
