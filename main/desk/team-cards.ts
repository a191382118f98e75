import type { NameOf } from './incident-row.ts';
import type { CautionLine, TeamCard } from '#shared/board/caution-lines.ts';
import type { Incident } from '#shared/incident/incident.ts';
import { isArmed } from '#shared/incident/left-unarmed.ts';
import type { Policy } from '#shared/policy/policy.ts';
import { isUnderWay } from '#shared/unit/unit-status.ts';
import type { Unit } from '#shared/unit/unit.ts';

interface CardSources {
  readonly policy: Policy;
  /** The plan says how to approach the person, which is read to every crew. */
  readonly approach: boolean;
  readonly localDate: string;
  readonly nameOf: NameOf;
}

/**
 * What is read to each crew that is on its way: the cautions that count now, how to approach, and what a clinician
 * advises for the team, unless dispatch does not follow it. Criminal-justice text goes to
 * crews with police on them only (invariant 12). `cautions` are those the reader may see.
 */
export function teamCards(
  { incidentId, monitoring }: Incident,
  units: readonly Unit[],
  cautions: readonly CautionLine[],
  { policy, approach, localDate, nameOf }: CardSources,
): TeamCard[] {
  const current = cautions.filter(({ expired }) => !expired);
  const advice = monitoring.advice
    .filter(({ forTeam, answer }) => forTeam && answer?.followed !== false)
    .map(({ text, by }) => ({ text, byName: nameOf(by) }));
  if (current.length === 0 && advice.length === 0 && !approach) return [];
  return units
    .filter((unit) => unit.incidentId === incidentId && isUnderWay(unit.status))
    .map((unit) => {
      const armed = isArmed(policy, unit, localDate);
      const read = current.filter(({ kind }) => armed || kind !== 'officer-safety');
      return {
        unitId: unit.unitId,
        cautionIds: read.map(({ cautionId }) => cautionId),
        keptBack: current.length - read.length,
        advice,
      };
    });
}
