import type { UnitRow } from '#shared/board/board-rows.ts';
import type { IncidentView, OnOther, SendCandidate } from '#shared/board/incident-view.ts';
import type { Policy } from '#shared/policy/policy.ts';
import { isHard } from '#shared/unit/availability.ts';
import type { UnitReason } from '#shared/unit/unit-reasons.ts';
import { standingOf, type Standing } from '../units/unit-groups.ts';

/** A unit as the assign sheet offers it. */
export interface Sendable {
  readonly unitId: string;
  readonly team: string;
  /** Why it may go, or what stands against it; the heaviest first. */
  readonly reasons: readonly UnitReason[];
  /** What stands against it in one line; empty when nothing does. */
  readonly against: string;
  /** The same, or what speaks for it, where there is one line only. */
  readonly short: string;
  readonly ready: boolean;
  /** Goes all the same when somebody says why. */
  readonly needsReason: boolean;
  /** The incident it is on: it comes after that, or is taken from it. */
  readonly onOther: OnOther | null;
  readonly section: string;
}

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
    ({ unitId, teamType, team, reasons, recommended, shortfalls, onOther }): Sendable => ({
      unitId,
      team,
      reasons,
      ...inOneLine(reasons, shortfalls),
      ready: recommended,
      // Main lets it go in spite of these when a reason is given; it stays the judge of every send.
      needsReason: shortfalls.length > 0 && !shortfalls.some(isHard),
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
      ...boardReason(unit, standing),
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

/** Without ages: a line that is typed against is read at once. */
function inOneLine(
  reasons: readonly UnitReason[],
  shortfalls: SendCandidate['shortfalls'],
): Pick<Sendable, 'against' | 'short'> {
  const against = shortfalls.map(({ text }) => text).join(' · ');
  const lasting = reasons.filter(({ since }) => since === null).slice(0, 3);
  return { against, short: against || lasting.map(({ text }) => text).join(' · ') };
}

/** Of a unit that nobody ranked for this incident only what the board says is known. */
function boardReason(
  unit: UnitRow,
  standing: Standing,
): Pick<Sendable, 'reasons' | 'against' | 'short'> {
  const { gap, since } = unit;
  if (gap === null && standing === 'free')
    return {
      reasons: [{ kind: 'free', weight: 'plain', text: 'Free', since }],
      against: '',
      short: 'Free',
    };
  const text = gap ?? busyText(unit);
  const kind = gap === null ? 'busy' : 'short-crew';
  return { reasons: [{ kind, weight: 'bars', text, since: null }], against: text, short: text };
}

function busyText(unit: UnitRow): string {
  return unit.incidentNumber === null ? 'Not available' : `Busy on incident ${unit.incidentNumber}`;
}
