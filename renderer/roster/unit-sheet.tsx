import { useState, type FormEvent } from 'react';
import type { RosterUnit } from '#shared/board/roster-view.ts';
import type { Policy } from '#shared/policy/policy.ts';
import { centerDate, dateWords, daysAfter } from '../desk/center-date.ts';
import { deskNow } from '../desk/clock.ts';
import { closeSheet, say, useDesk } from '../desk/desk-store.ts';
import { useTyped } from '../desk/use-typed.ts';
import { Button } from '../parts/button.tsx';
import { Combobox } from '../parts/combobox.tsx';
import { Field, TextField } from '../parts/field.tsx';
import { Sheet } from '../parts/sheet.tsx';
import { Refused } from '../sheets/refused.tsx';
import { useCommand } from '../sheets/use-command.ts';
import { spokenRole } from '../units/spoken-role.ts';
import { lookAt, markedCell } from './roster-store.ts';

/** The unit itself: who is on duty this moment, which team it is from when, and off the roster. */
export function UnitSheet() {
  const policy = useDesk((desk) => desk.policy);
  const [unit] = useState(() => markedCell()?.unit ?? null);
  if (unit === null || policy === null)
    return (
      <Sheet title="Unit">
        <p className="sheet-empty">Mark a unit on the roster first.</p>
      </Sheet>
    );
  return (
    <Sheet title={unit.unitId} subtitle={`${unit.team}${unit.zone === '' ? '' : `, ${unit.zone}`}`}>
      <PostingForm unit={unit} policy={policy} />
      <OnDutyNow unit={unit} />
      <RetireForm unit={unit} />
    </Sheet>
  );
}

function OnDutyNow({ unit }: { readonly unit: RosterUnit }) {
  return (
    <section>
      <h3>On duty now</h3>
      <ul className="roster-crew">
        {unit.crew.map(({ name, role, onDuty }) => (
          <li key={`${role} ${name}`}>
            <bdi>{name}</bdi>, {spokenRole(role)}: {onDuty ? 'on duty' : 'off duty'}
          </li>
        ))}
        {unit.crew.length === 0 && <li>Nobody.</li>}
      </ul>
      <p className="field-hint">
        A person’s word stands above the plan: put somebody on or off duty at the unit’s status, on
        the teams board.
      </p>
    </section>
  );
}

function PostingForm({ unit, policy }: { readonly unit: RosterUnit; readonly policy: Policy }) {
  const { unitId, posting } = unit;
  const form = { subject: `unit/${unitId}`, form: 'posting' };
  const [teamType, setTeamType] = useTyped(form, 'teamType', posting?.teamType ?? unit.teamType);
  const [zone, setZone] = useTyped(form, 'zone', posting?.zone ?? unit.zone);
  const [from, setFrom] = useTyped(
    form,
    'from',
    posting?.from ?? daysAfter(centerDate(deskNow()), 1),
  );
  const plan = useCommand('unit.plan-posting', form);
  const zones = [...new Set(policy.areas.map((area) => area.zone))];
  const teams = new Map(policy.teamTypes.map(({ id, label, short }) => [id, { label, short }]));

  async function give(next: { from: string; teamType: string; zone: string } | null) {
    if ((await plan.give({ unitId, posting: next })) === null) return;
    const text =
      next === null
        ? `${unitId} stays what and where it is.`
        : `${unitId} is ${teams.get(next.teamType)?.label ?? next.teamType}, ${next.zone || 'whole city'}, from ${dateWords(next.from)} on.`;
    say({ tone: 'done', text, cause: null });
    closeSheet();
    await lookAt({});
  }
  function submit(event: FormEvent) {
    event.preventDefault();
    void give({ from, teamType, zone });
  }

  return (
    <form onSubmit={submit} aria-label="Team and zone">
      <h3>Team and zone</h3>
      {posting !== null && (
        <p className="sheet-warning">
          From {dateWords(posting.from)} on: {posting.team}, {posting.zone || 'whole city'}.
        </p>
      )}
      <Combobox
        label="Team type"
        none="Choose"
        choices={[...teams].map(([id, { label, short }]) => ({ id, label, detail: short }))}
        value={teamType}
        onChoose={(id) => setTeamType(id ?? unit.teamType)}
      />
      <Combobox
        label="Zone"
        none="Whole city"
        choices={zones.map((each) => ({ id: each, label: each }))}
        value={zone === '' ? null : zone}
        onChoose={(chosen) => setZone(chosen ?? '')}
      />
      <Field label="From" hint="On an incident it stays what it was sent as until it is free.">
        {(wiring) => (
          <input
            {...wiring}
            type="date"
            required
            value={from}
            onChange={(event) => setFrom(event.target.value)}
          />
        )}
      </Field>
      <Refused refusal={plan.refusal} />
      <Button type="submit" tone="primary" keys="Enter" aria-disabled={plan.busy}>
        Plan the change
      </Button>
      {posting !== null && (
        <Button tone="quiet" onClick={() => void give(null)}>
          Take the planned change back
        </Button>
      )}
    </form>
  );
}

function RetireForm({ unit }: { readonly unit: RosterUnit }) {
  const form = { subject: `unit/${unit.unitId}`, form: 'retire' };
  const [reason, setReason] = useTyped(form, 'reason', '');
  const retire = useCommand('unit.retire', form);
  async function submit(event: FormEvent) {
    event.preventDefault();
    if ((await retire.give({ unitId: unit.unitId, reason })) === null) return;
    say({ tone: 'done', text: `${unit.unitId} is off the roster.`, cause: null });
    closeSheet();
    await lookAt({});
  }
  return (
    <form onSubmit={submit} aria-label="Off the roster">
      <h3>Off the roster</h3>
      <TextField
        label="Why it leaves"
        hint="With everything planned for it. Its record stays; the call sign may be given again."
        value={reason}
        onText={setReason}
        maxLength={300}
      />
      <Refused refusal={retire.refusal} />
      <Button type="submit" tone="danger" aria-disabled={retire.busy}>
        Take {unit.unitId} off the roster
      </Button>
    </form>
  );
}
