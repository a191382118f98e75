import type { UnitRow } from '#shared/board/board-rows.ts';
import type { Refusal } from '#shared/lib/refusal.ts';
import { useState } from 'react';
import { may } from '#shared/roster/permission.ts';
import type { CrewMember } from '#shared/unit/unit.ts';
import { useDesk } from '../desk/desk-store.ts';
import { Button } from '../parts/button.tsx';
import { Refused } from '../sheets/refused.tsx';
import { CREW_KEYS } from '../sheets/unit-sheet-keys.ts';
import { useCommand } from '../sheets/use-command.ts';
import { CrewLanguages } from './crew-languages.tsx';
import { LeavesLine } from './leaves-line.tsx';
import { languagesSaid } from './spoken-languages.ts';
import { spokenRole } from './spoken-role.ts';

export interface DutySwitch {
  /** Whether this operator keeps the roster. */
  readonly keeps: boolean;
  readonly refusal: Refusal | null;
  readonly busy: boolean;
  readonly turn: (member: CrewMember) => void;
}

/** Puts a crew member on or off duty, for the roster's keepers. */
export function useDutySwitch({ unitId }: UnitRow): DutySwitch {
  const keeps = useDesk((desk) => {
    const role = desk.hello?.session?.role;
    return role !== undefined && may(role, 'keep-roster');
  });
  const { give, refusal, busy } = useCommand('unit.set-duty');
  const turn = ({ name, role, onDuty }: CrewMember) =>
    void give({ unitId, name, role, onDuty: !onDuty, reason: null });
  return { keeps, refusal, busy, turn };
}

/** Who is in the unit, which required role nobody fills, and for the roster's keepers a switch each. */
export function CrewDuty({ unit, duty }: { readonly unit: UnitRow; readonly duty: DutySwitch }) {
  const required = useDesk(
    (desk) => desk.policy?.teamTypes.find((team) => team.id === unit.teamType)?.requiredRoles,
  );
  const [changing, setChanging] = useState<CrewMember | null>(null);
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
        {unit.crew.map((member, at) => {
          const { name, role, onDuty, languages } = member;
          return (
            <li key={`${role} ${name}`} data-on-duty={onDuty}>
              <span className="crew-who">
                <bdi>{name}</bdi> <span className="crew-role">{spokenRole(role)}</span>
                {languages.length > 0 && (
                  <span className="crew-role"> · speaks {languagesSaid(languages)}</span>
                )}
              </span>
              <span className="crew-state">{onDuty ? 'on duty' : 'off duty'}</span>
              {duty.keeps && (
                <Button
                  tone="quiet"
                  aria-label={`Languages of ${name} of ${unit.unitId}`}
                  onClick={() => setChanging(member)}
                >
                  Languages
                </Button>
              )}
              {duty.keeps && (
                <Button
                  tone="quiet"
                  keys={CREW_KEYS[at]}
                  aria-label={`Put ${name} of ${unit.unitId} ${onDuty ? 'off' : 'on'} duty`}
                  aria-disabled={duty.busy}
                  onClick={() => duty.turn(member)}
                >
                  {onDuty ? 'Take off' : 'Put on'}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
      {unit.crew.length === 0 && <p>No crew on the roster.</p>}
      {changing !== null && (
        <CrewLanguages
          key={changing.name}
          unit={unit}
          member={changing}
          onDone={() => setChanging(null)}
        />
      )}
      <Refused refusal={duty.refusal} />
    </section>
  );
}
