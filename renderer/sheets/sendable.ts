import type { UnitRow } from '#shared/board/board-rows.ts';
import type { IncidentView, OnOther } from '#shared/board/incident-view.ts';
import type { Policy } from '#shared/policy/policy.ts';
import type { ShortfallKind } from '#shared/unit/availability.ts';
import { standingOf } from '../units/unit-groups.ts';

/** A unit as the assign sheet offers it. */
export interface Sendable {
  readonly unitId: string;
  readonly team: string;
  /** Why it may go, or what stands against it. */
  readonly why: string;
  readonly ready: boolean;
  /** Goes all the same when somebody says why. */
  readonly needsReason: boolean;
  /** The incident it is on: it comes after that, or is taken from it. */
  readonly onOther: OnOther | null;
  readonly section: string;
}

/** Main lets a unit go in spite of these when a reason is given; it stays the judge of every send. */
const TALKED_AWAY: readonly ShortfallKind[] = ['out-of-hours', 'out-of-area'];

const ALWAYS = 'Police, EMS and co-response';

/** Candidates as main ranked them, and every unit that may go to anything, in sections. */
export function sendable(
  view: IncidentView,
  units: readonly UnitRow[],
  policy: Policy | null,
): Sendable[] {
  const responseId = view.decision?.response ?? view.recommendation.responseId;
  const response = policy?.responses.find((each) => each.id === responseId);
  const always = new Set(
    policy?.teamTypes
      .filter((team) => !team.unarmed || team.id === policy.services.ems)
      .map((team) => team.id),
  );
  const sectionOf = (teamType: string) => {
    if (response?.teamTypes.includes(teamType)) return `For ${response.label}`;
    return always.has(teamType) ? ALWAYS : 'Other teams';
  };
  const ranked = view.candidates.map(
    ({ unitId, teamType, team, why, recommended, shortfalls, onOther }): Sendable => ({
      unitId,
      team,
      why,
      ready: recommended,
      needsReason:
        shortfalls.length > 0 && shortfalls.every(({ kind }) => TALKED_AWAY.includes(kind)),
      onOther: onOther ?? null,
      section: sectionOf(teamType),
    }),
  );
  const listed = new Set(ranked.map(({ unitId }) => unitId));
  const others = units
    .filter((unit) => always.has(unit.teamType) && !listed.has(unit.unitId))
    .map((unit) => ({ unit, standing: standingOf(unit) }))
    .sort(
      (a, b) =>
        Number(b.standing === 'free') - Number(a.standing === 'free') ||
        a.unit.since.localeCompare(b.unit.since),
    )
    .map(({ unit, standing }) => ({
      unitId: unit.unitId,
      team: unit.team,
      why: unit.gap ?? (standing === 'free' ? 'Free' : busyText(unit)),
      ready: standing === 'free',
      needsReason: false,
      onOther: null,
      section: ALWAYS,
    }));
  const all = [...ranked, ...others];
  // Sections stay whole; within one, main's order stands.
  const sections = [...new Set(all.map(({ section }) => section))];
  return sections.flatMap((section) => all.filter((unit) => unit.section === section));
}

function busyText(unit: UnitRow): string {
  return unit.incidentNumber === null ? 'Not available' : `Busy on incident ${unit.incidentNumber}`;
}
