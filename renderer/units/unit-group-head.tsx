import { useDesk } from '../desk/desk-store.ts';
import { STANDING_LABELS, type Standing, type UnitGroup } from './unit-groups.ts';
import { spokenRole } from './spoken-role.ts';

const COUNTED: readonly Standing[] = ['free', 'busy', 'short', 'off'];

/** Heading of one team in one zone: how many can go. Who has to be in such a unit is its tooltip. */
export function UnitGroupHead({ group }: { readonly group: UnitGroup }) {
  const crew = useDesk(
    (desk) =>
      desk.policy?.teamTypes
        .find((team) => team.id === group.teamType)
        ?.requiredRoles.map(spokenRole)
        .join(' + ') ?? '',
  );
  return (
    <div
      className="unit-head"
      role="presentation"
      title={crew === '' ? group.team : `${group.team}: ${crew}`}
    >
      <span className="unit-team">{group.team}</span>
      {/* Some teams carry their zone in their name already. */}
      {group.zone !== '' && !group.team.endsWith(group.zone) && (
        <span className="unit-zone">{group.zone}</span>
      )}
      <span className="unit-counts">
        {COUNTED.filter((standing) => group.counts[standing] > 0).map((standing) => (
          <span key={standing} data-standing={standing}>
            <b>{group.counts[standing]}</b> {STANDING_LABELS[standing]}
          </span>
        ))}
      </span>
    </div>
  );
}
