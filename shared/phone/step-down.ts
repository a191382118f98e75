import type { StepDownKind } from './monitor-events.ts';
import type { Incident } from '../incident/incident.ts';
import { standingLevel } from '../incident/phase.ts';
import { recommendedNow } from '../incident/recommended-now.ts';
import type { OperatorId, UnitId } from '../lib/brand.ts';
import type { Policy } from '../policy/policy.ts';
import { higherOf, levelRank, type Level } from '../routing/level.ts';
import type { Running } from '../timers/running.ts';

interface Asked {
  /** Who has the caller on the line and asks for it. */
  readonly clinician: OperatorId;
  readonly does: StepDownKind;
  readonly units: readonly UnitId[];
  readonly reason: string;
  /** ISO instant it was proposed. */
  readonly since: string;
  readonly seconds: number;
}

/**
 * Less than is on the way, because a clinician has the caller: it needs a dispatcher's consent, and lasts
 * only as long as the clinician goes on saying that it is calm.
 */
export type StepDown =
  | (Asked & { readonly state: 'proposed' })
  | (Asked & {
      readonly state: 'agreed';
      readonly agreedBy: OperatorId;
      readonly secondPerson: OperatorId | null;
      /** Where the units wait; empty when they do not come. */
      readonly place: string;
      /** ISO instant somebody last said that it is calm. */
      readonly calmAt: string;
    });

/** What runs: the answer to the proposal, or the next word that it is still calm. */
export function stepDownRunning(stepDown: StepDown): Running {
  const from = stepDown.state === 'proposed' ? stepDown.since : stepDown.calmAt;
  return { from, until: new Date(Date.parse(from) + stepDown.seconds * 1000).toISOString() };
}

/**
 * The level a step-down goes below (invariant 4): the decided one, or what is recommended now. From L3 it takes
 * a second person, like every other lowering.
 */
export function steppedFrom(
  incident: Incident,
  policy: Policy,
): { readonly level: Level; readonly secondPerson: boolean } {
  const now = recommendedNow(incident, policy).level;
  const level = higherOf(now, standingLevel(incident) ?? now);
  return { level, secondPerson: levelRank(level) >= levelRank('L3') };
}
