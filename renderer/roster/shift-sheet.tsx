import { useState, type FormEvent } from 'react';
import type { RosterShift, RosterUnit } from '#shared/board/roster-view.ts';
import type { Policy } from '#shared/policy/policy.ts';
import { rolesOf } from '#shared/roster/decide-shift.ts';
import { wallInZone } from '#shared/roster/zone-moment.ts';
import { closeSheet, deskStore, say, useDesk } from '../desk/desk-store.ts';
import { wallTime } from '../desk/wall-time.ts';
import { useTyped } from '../desk/use-typed.ts';
import { Button } from '../parts/button.tsx';
import { Combobox } from '../parts/combobox.tsx';
import { Field, TextField } from '../parts/field.tsx';
import { Sheet } from '../parts/sheet.tsx';
import { Refused } from '../sheets/refused.tsx';
import { useCommand } from '../sheets/use-command.ts';
import { spokenRole } from '../units/spoken-role.ts';
import { CallOff } from './call-off.tsx';
import { lookAt, rosterStore, useRoster } from './roster-store.ts';
import { RemoveShift } from './remove-shift.tsx';
import { aboutField, readShift, type ShiftText } from './shift-text.ts';

/** One shift: a new one, or one that stands, with what else can become of it. */
export function ShiftSheet() {
  const editing = useRoster((roster) => roster.editing);
  const view = useRoster((roster) => roster.view);
  const policy = useDesk((desk) => desk.policy);
  // What is being written stays as it is while the picture behind is looked at again.
  const [found] = useState(() => {
    const units = view?.units ?? [];
    if (editing === null) return null;
    if ('unitId' in editing) {
      const unit = units.find(({ unitId }) => unitId === editing.unitId);
      return unit === undefined ? null : { unit, shift: null };
    }
    for (const unit of units)
      for (const shift of unit.shifts)
        if (shift.shiftId === editing.shiftId) return { unit, shift };
    return null;
  });
  if (found === null || policy === null || editing === null)
    return (
      <Sheet title="Shift">
        <p className="sheet-empty">This shift is not on the roster any more.</p>
      </Sheet>
    );
  const { unit, shift } = found;
  const way = 'way' in editing ? editing.way : 'change';
  return (
    <Sheet
      title={shift === null ? `A shift on ${unit.unitId}` : `Shift on ${unit.unitId}`}
      subtitle={`${unit.team}${unit.zone === '' ? '' : `, ${unit.zone}`}`}
    >
      {way === 'change' && <ShiftForm unit={unit} shift={shift} policy={policy} />}
      {shift !== null && shift.calledOff === null && way !== 'remove' && (
        <CallOff shift={shift} wanted={way === 'call-off'} />
      )}
      {shift !== null && way !== 'call-off' && (
        <RemoveShift shift={shift} wanted={way === 'remove'} />
      )}
    </Sheet>
  );
}

function ShiftForm({
  unit,
  shift,
  policy,
}: {
  readonly unit: RosterUnit;
  readonly shift: RosterShift | null;
  readonly policy: Policy;
}) {
  const form = {
    subject: shift === null ? `shift/new-on-${unit.unitId}` : `shift/${shift.shiftId}`,
    form: 'shift',
  };
  const [text, setText] = useTyped(form, 'text', textOf(shift, policy));
  const [tried, setTried] = useState(false);
  const plan = useCommand('shift.plan', form);
  const change = useCommand('shift.change', form);
  const refusal = plan.refusal ?? change.refusal;
  const read = readShift(text);
  const wrong = tried && 'field' in read ? read : aboutField(refusal);
  const errorAt = (field: string) => (wrong?.field === field ? wrong.because : null);
  const put = (part: Partial<ShiftText>) => {
    setText({ ...text, ...part });
    plan.forget();
    change.forget();
  };
  const names = useRoster((roster) => roster.view?.names ?? []);

  async function submit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if ('field' in read) return;
    const { unitId } = unit;
    const done =
      shift === null
        ? await plan.give({ unitId, ...read })
        : await change.give({ shiftId: shift.shiftId, ...read });
    if (done === null) return;
    const when = `${text.date}, ${text.from}–${text.to}`;
    say({ tone: 'done', text: `${read.name} works on ${unitId}: ${when}.`, cause: null });
    closeSheet();
    await lookAt({});
  }

  return (
    <form onSubmit={submit} aria-label="The shift" className="shift-form">
      {shift !== null && shift.calledOff !== null && (
        <p className="sheet-warning">
          Does not come: {shift.calledOff} Saving brings the shift back.
        </p>
      )}
      <TextField
        label="Who"
        value={text.name}
        onText={(name) => put({ name })}
        error={errorAt('name')}
        maxLength={120}
        list="roster-names"
        data-first-focus
      />
      <datalist id="roster-names">
        {names.map((name) => (
          <option key={name} value={name}>
            {name}
          </option>
        ))}
      </datalist>
      <Combobox
        label="Role"
        none="Choose"
        choices={[...new Set([...unit.requiredRoles, ...rolesOf(policy)])].map((role) => ({
          id: role,
          label: spokenRole(role),
          detail: unit.requiredRoles.includes(role) ? 'required' : 'extra',
        }))}
        value={text.role}
        onChoose={(role) => put({ role })}
      />
      {errorAt('role') !== null && (
        <p className="field-error" role="alert">
          {errorAt('role')}
        </p>
      )}
      <div className="shift-times">
        <Field label="Day" error={errorAt('date')}>
          {(wiring) => (
            <input
              {...wiring}
              type="date"
              value={text.date}
              onChange={(event) => put({ date: event.target.value })}
            />
          )}
        </Field>
        <TextField
          label="From"
          value={text.from}
          onText={(from) => put({ from })}
          error={errorAt('from')}
          maxLength={5}
          inputMode="numeric"
        />
        <TextField
          label="To"
          value={text.to}
          onText={(to) => put({ to })}
          error={errorAt('to')}
          maxLength={5}
          inputMode="numeric"
        />
      </div>
      <label className="shift-overnight">
        <input
          type="checkbox"
          checked={text.overnight}
          onChange={(event) => put({ overnight: event.target.checked })}
        />
        Ends on the next day
      </label>
      <TextField
        label="Breaks"
        hint="18:30-19:00; 21:00-21:15. Their own: crew mates may have others."
        value={text.breaks}
        onText={(breaks) => put({ breaks })}
        error={errorAt('breaks')}
        maxLength={120}
      />
      <Refused refusal={aboutField(refusal) === null ? refusal : null} />
      <Button type="submit" tone="primary" keys="Enter" aria-disabled={plan.busy || change.busy}>
        {shift === null ? 'Plan the shift' : 'Change the shift'}
      </Button>
    </form>
  );
}

/** What stands in the fields at first: the shift, or the gap that is to be filled. */
function textOf(shift: RosterShift | null, policy: Policy): ShiftText {
  const { editing, from: day } = rosterStore.getState();
  const zone = deskStore.getState().hello?.center?.timeZone ?? 'UTC';
  const gap = editing !== null && 'span' in editing ? editing.span : null;
  const span = shift ?? gap;
  const wall = (instant: string) => wallInZone(zone, Date.parse(instant));
  const [from, to] =
    span === null ? [`${day}T07:00`, `${day}T15:00`] : [wall(span.from), wall(span.to)];
  const role = shift?.role ?? (editing !== null && 'role' in editing ? editing.role : null);
  return {
    name: shift?.name ?? '',
    role: role !== null && rolesOf(policy).includes(role) ? role : null,
    date: from.slice(0, 10),
    from: from.slice(11),
    to: to.slice(11),
    overnight: to.slice(0, 10) > from.slice(0, 10),
    breaks: (shift?.breaks ?? [])
      .map((each) => `${wallTime(each.from)}-${wallTime(each.to)}`)
      .join('; '),
  };
}
