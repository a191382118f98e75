import type { IncidentView } from '#shared/board/incident-view.ts';
import { findResponse } from '#shared/policy/policy.ts';
import { useDesk } from '../desk/desk-store.ts';
import { UnitReasons } from '../units/unit-reasons.tsx';

/** The first three who can go, in the order in which the sheet lists them; the first is the one Enter sends. */
const MOST = 3;

export function NextUnits({
  view,
  first,
}: {
  readonly view: IncidentView;
  readonly first: string;
}) {
  const at = view.candidates.findIndex(({ unitId }) => unitId === first);
  const team = view.candidates[at]?.team;
  const next = view.candidates
    .slice(Math.max(0, at))
    .filter(
      (each) => each.unitId === first || (each.recommended && view.wanted.includes(each.team)),
    )
    .slice(0, MOST);
  return (
    <ol className="next-units" aria-label={`Who goes: ${team ?? first} first`}>
      {next.map(({ unitId, reasons }, index) => (
        <li key={unitId}>
          <span className="next-unit-sign">{unitId}</span>
          <UnitReasons reasons={reasons} most={index === 0 ? reasons.length : 2} />
        </li>
      ))}
    </ol>
  );
}

/** Before anything is decided: who of the recommended response would go first, in the same words. */
export function WouldGo({ view }: { readonly view: IncidentView }) {
  const { candidates, recommendation } = view;
  const teamTypes = useDesk((desk) =>
    desk.policy === null || recommendation.provisional
      ? null
      : findResponse(desk.policy, recommendation.responseId).teamTypes,
  );
  const first = candidates.find(
    ({ teamType, recommended }) => recommended && teamTypes?.includes(teamType) === true,
  );
  if (first === undefined) return null;
  return (
    <ol className="next-units" aria-label="Who would go first">
      <li>
        <span className="next-unit-sign">{first.unitId}</span>
        <UnitReasons reasons={first.reasons} most={3} />
      </li>
    </ol>
  );
}
