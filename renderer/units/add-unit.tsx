import { useState, type FormEvent } from 'react';
import type { UnitId } from '#shared/lib/brand.ts';
import type { Policy } from '#shared/policy/policy.ts';
import { say, selectUnit, useDesk } from '../desk/desk-store.ts';
import { useActions } from '../keys/actions.ts';
import { Button } from '../parts/button.tsx';
import { Combobox } from '../parts/combobox.tsx';
import { TextField } from '../parts/field.tsx';
import { Refused } from '../sheets/refused.tsx';
import { useCommand } from '../sheets/use-command.ts';
import { useFirstFocus } from '../sheets/use-first-focus.ts';
import { spokenRole } from './spoken-role.ts';

/** Puts a unit on the roster. It starts off duty, so nothing typed here sends anybody anywhere. */
export function AddUnit({ onDone }: { readonly onDone: () => void }) {
  const policy = useDesk((desk) => desk.policy);
  const [teamType, setTeamType] = useState<string | null>(null);
  const [unitId, setUnitId] = useState('');
  const [zone, setZone] = useState('');
  const [names, setNames] = useState<Readonly<Record<string, string>>>({});
  const [missing, setMissing] = useState<{ readonly sign?: string; readonly team?: string }>({});
  const first = useFirstFocus<HTMLInputElement>();
  const add = useCommand('unit.add');

  useActions({ escape: onDone });
  if (policy === null) return null;
  const roles = policy.teamTypes.find((team) => team.id === teamType)?.requiredRoles ?? [];

  async function submit(event: FormEvent) {
    event.preventDefault();
    const sign = unitId.trim();
    const wrong = {
      ...(sign === '' ? { sign: 'Give the unit its call sign, as spoken: M2.' } : {}),
      ...(teamType === null ? { team: 'Choose the team type.' } : {}),
    };
    setMissing(wrong);
    if (teamType === null || sign === '') return;
    const crew = roles
      .map((role) => ({ role, name: names[role]?.trim() ?? '' }))
      .filter(({ name }) => name !== '');
    const done = await add.give({ unitId: sign as UnitId, teamType, zone: zone.trim(), crew });
    if (done === null) return;
    say({ tone: 'done', text: `${sign} is on the roster, off duty.`, cause: null });
    selectUnit(sign);
    onDone();
  }

  return (
    <form
      className="add-unit"
      aria-labelledby="add-unit-title"
      data-place="sheet"
      onSubmit={submit}
    >
      <h3 id="add-unit-title">Add a unit</h3>
      <TextField
        ref={first}
        label="Call sign"
        hint="As spoken on the radio."
        value={unitId}
        onText={setUnitId}
        error={missing.sign}
        maxLength={64}
      />
      <Combobox
        label="Team type"
        none="Choose"
        choices={policy.teamTypes.map(({ id, label, short }) => ({ id, label, detail: short }))}
        value={teamType}
        onChoose={setTeamType}
      />
      {missing.team !== undefined && teamType === null && (
        <p className="field-error" role="alert">
          {missing.team}
        </p>
      )}
      <Combobox
        label="Zone"
        none="Whole city"
        choices={zonesOf(policy).map((each) => ({ id: each, label: each }))}
        value={zone === '' ? null : zone}
        onChoose={(chosen) => setZone(chosen ?? '')}
      />
      {roles.length > 0 && (
        <fieldset>
          <legend>Crew. Without one of these roles on duty the unit is never recommended.</legend>
          {roles.map((role) => (
            <TextField
              key={role}
              label={`Name of the ${spokenRole(role)}`}
              value={names[role] ?? ''}
              onText={(name) => setNames({ ...names, [role]: name })}
              maxLength={300}
            />
          ))}
        </fieldset>
      )}
      <Refused refusal={add.refusal} />
      <div className="add-unit-foot">
        <Button type="submit" tone="primary" keys="Enter" aria-disabled={add.busy}>
          Add to the roster
        </Button>
        <Button tone="quiet" keys="Esc" onClick={onDone}>
          Cancel
        </Button>
      </div>
    </form>
  );
}

function zonesOf(policy: Policy): string[] {
  return [...new Set(policy.areas.map((area) => area.zone))];
}
