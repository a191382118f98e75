import type { UnitRow } from '#shared/board/board-rows.ts';
import { may } from '#shared/roster/permission.ts';
import { useDesk } from '../desk/desk-store.ts';
import { Button } from '../parts/button.tsx';
import { Refused } from '../sheets/refused.tsx';
import { useCommand } from '../sheets/use-command.ts';
import { LeavesLine } from './leaves-line.tsx';
import { spokenRole } from './spoken-role.ts';

/** Who is in the unit, which required role nobody fills, and for the roster's keepers a switch each. */
export function CrewDuty({ unit }: { readonly unit: UnitRow }) {
  const keeps = useDesk((desk) => {
    const role = desk.hello?.session?.role;
    return role !== undefined && may(role, 'keep-roster');
  });
  const required = useDesk(
    (desk) => desk.policy?.teamTypes.find((team) => team.id === unit.teamType)?.requiredRoles,
  );
  const duty = useCommand('unit.set-duty');
  const unfilled = (required ?? []).filter(
    (role) => !unit.crew.some((member) => member.role === role && member.onDuty),
  );

  return (
    <section className="crew" aria-labelledby="crew-title">
      <h3 id="crew-title">Crew</h3>
      {unit.gap === null && unfilled.length > 0 && (
        <p className="unit-gap">
          No {unfilled.map(spokenRole).join(', no ')} on duty: not recommended until somebody is.
        </p>
      )}
      {unit.leaves !== null && (
        <p className="unit-gap">
          <LeavesLine leaves={unit.leaves} />
        </p>
      )}
      <ul>
        {unit.crew.map(({ name, role, onDuty }) => (
          <li key={`${role} ${name}`} data-on-duty={onDuty}>
            <span className="crew-who">
              <bdi>{name}</bdi> <span className="crew-role">{spokenRole(role)}</span>
            </span>
            <span className="crew-state">{onDuty ? 'on duty' : 'off duty'}</span>
            {keeps && (
              <Button
                tone="quiet"
                aria-label={`Put ${name} of ${unit.unitId} ${onDuty ? 'off' : 'on'} duty`}
                aria-disabled={duty.busy}
                onClick={() => {
                  const { unitId } = unit;
                  void duty.give({ unitId, name, role, onDuty: !onDuty, reason: null });
                }}
              >
                {onDuty ? 'Take off' : 'Put on'}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {unit.crew.length === 0 && <p>No crew on the roster.</p>}
      <Refused refusal={duty.refusal} />
    </section>
  );
}
