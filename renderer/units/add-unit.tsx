import { useState, type FormEvent } from 'react';
import type { UnitId } from '#shared/lib/brand.ts';
import type { Policy } from '#shared/policy/policy.ts';
import { say, selectUnit, useDesk } from '../desk/desk-store.ts';
import { useTyped } from '../desk/use-typed.ts';
import { useActions } from '../keys/actions.ts';
import { Button } from '../parts/button.tsx';
import { Combobox } from '../parts/combobox.tsx';
import { TextField } from '../parts/field.tsx';
import { Refused } from '../sheets/refused.tsx';
import { useCommand } from '../sheets/use-command.ts';
import { useFirstFocus } from '../sheets/use-first-focus.ts';
import { spokenRole } from './spoken-role.ts';
import { CapabilityChoice } from './capability-choice.tsx';
import { NO_LANGUAGE } from './crew-languages.tsx';
import { languagesWritten } from './spoken-languages.ts';

/** Puts a unit on the roster. It starts off duty, so nothing typed here sends anybody anywhere. */
export function AddUnit({ onDone }: { readonly onDone: () => void }) {
  const policy = useDesk((desk) => desk.policy);
  const form = { subject: 'unit/new', form: 'add' };
  const [teamType, setTeamType] = useTyped<string | null>(form, 'teamType', null);
  const [unitId, setUnitId] = useTyped(form, 'unitId', '');
  const [zone, setZone] = useTyped(form, 'zone', '');
  const [names, setNames] = useTyped<Readonly<Record<string, string>>>(form, 'names', {});
  const [spoken, setSpoken] = useTyped<Readonly<Record<string, string>>>(form, 'spoken', {});
  const [capabilities, setCapabilities] = useTyped<readonly string[]>(form, 'capabilities', []);
  const [missing, setMissing] = useState<{
    readonly sign?: string;
    readonly team?: string;
    /** The role whose languages hold a word that is none, and what is said about it. */
    readonly language?: { readonly role: string; readonly says: string };
  }>({});
  const first = useFirstFocus<HTMLInputElement>();
  const add = useCommand('unit.add', form);

  useActions({ escape: onDone });
  if (policy === null) return null;
  const roles = policy.teamTypes.find((team) => team.id === teamType)?.requiredRoles ?? [];

  async function submit(event: FormEvent) {
    event.preventDefault();
    const sign = unitId.trim();
    const named = roles
      .map((role) => ({ role, name: names[role]?.trim() ?? '' }))
      .filter(({ name }) => name !== '')
      .map((each) => ({ ...each, languages: languagesWritten(spoken[each.role] ?? '') }));
    const unknown = named.find(({ languages }) => 'unknown' in languages);
    const wrong = {
      ...(sign === '' ? { sign: 'Give the unit its call sign, as spoken: M2.' } : {}),
      ...(teamType === null ? { team: 'Choose the team type.' } : {}),
      ...(unknown !== undefined && 'unknown' in unknown.languages
        ? { language: { role: unknown.role, says: NO_LANGUAGE(unknown.languages.unknown) } }
        : {}),
    };
    setMissing(wrong);
    if (teamType === null || sign === '') return;
    const crew = named.flatMap(({ role, name, languages }) =>
      'unknown' in languages ? [] : [{ role, name, languages: [...languages] }],
    );
    if (crew.length < named.length) return;
    const done = await add.give({
      unitId: sign as UnitId,
      teamType,
      zone: zone.trim(),
      crew,
      capabilities: [...capabilities],
    });
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
            <div key={role} className="add-member">
              <TextField
                label={`Name of the ${spokenRole(role)}`}
                value={names[role] ?? ''}
                onText={(name) => setNames({ ...names, [role]: name })}
                maxLength={300}
              />
              <TextField
                label="Also speaks"
                aria-label={`Languages of the ${spokenRole(role)} besides English`}
                placeholder="Polish, es"
                value={spoken[role] ?? ''}
                onText={(text) => setSpoken({ ...spoken, [role]: text })}
                error={missing.language?.role === role ? missing.language.says : undefined}
                maxLength={200}
              />
            </div>
          ))}
        </fieldset>
      )}
      <CapabilityChoice chosen={capabilities} onChoose={setCapabilities} />
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
