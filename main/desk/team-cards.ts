import type { CautionLine, TeamCard } from '#shared/board/caution-lines.ts';
import type { Incident } from '#shared/incident/incident.ts';
import { isArmed } from '#shared/incident/left-unarmed.ts';
import type { Policy } from '#shared/policy/policy.ts';
import { isUnderWay } from '#shared/unit/unit-status.ts';
import type { Unit } from '#shared/unit/unit.ts';

/**
 * What is read to each crew that is on its way: the cautions that count now, and how to approach. Criminal-justice text goes to
 * crews with police on them only (invariant 12). `cautions` are those the reader may see.
 */
export function teamCards(
  { incidentId }: Incident,
  units: readonly Unit[],
  cautions: readonly CautionLine[],
  policy: Policy,
  advised: boolean,
  localDate: string,
): TeamCard[] {
  const current = cautions.filter(({ expired }) => !expired);
  if (current.length === 0 && !advised) return [];
  return units
    .filter((unit) => unit.incidentId === incidentId && isUnderWay(unit.status))
    .map((unit) => {
      const armed = isArmed(policy, unit, localDate);
      const read = current.filter(({ kind }) => armed || kind !== 'officer-safety');
      return {
        unitId: unit.unitId,
        cautionIds: read.map(({ cautionId }) => cautionId),
        keptBack: current.length - read.length,
      };
    });
}
