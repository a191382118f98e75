import { type FormEvent } from 'react';
import type { IncidentView } from '#shared/board/incident-view.ts';
import type { UnitId } from '#shared/lib/brand.ts';
import type { StepDownKind } from '#shared/phone/monitor-events.ts';
import { phoneDeskOf } from '#shared/policy/phone-desk.ts';
import { UNIT_STATUS } from '#shared/unit/unit-status.ts';
import { useBoard } from '../desk/board-store.ts';
import { say, useDesk } from '../desk/desk-store.ts';
import { useTyped } from '../desk/use-typed.ts';
import { Button } from '../parts/button.tsx';
import { TextField } from '../parts/field.tsx';
import { useCommand } from '../sheets/use-command.ts';
import { useFirstFocus } from '../sheets/use-first-focus.ts';

const KINDS: readonly { readonly does: StepDownKind; readonly label: string }[] = [
  { does: 'stage', label: 'Waits nearby, out of sight' },
  { does: 'stand-down', label: 'Does not come' },
];

/** Less than is on its way, while the clinician has the caller. A dispatcher agrees, or nothing changes. */
export function StepDownForm({
  view,
  coming,
  onDone,
}: {
  readonly view: IncidentView;
  readonly coming: IncidentView['units'];
  readonly onDone: () => void;
}) {
  const { incidentId, number } = view;
  const board = useBoard(({ units }) => units);
  const policy = useDesk((desk) => desk.policy);
  const form = { subject: `incident/${incidentId}`, form: 'propose-step-down' };
  const [does, setDoes] = useTyped<StepDownKind>(form, 'does', 'stage');
  const [units, setUnits] = useTyped<readonly string[]>(
    form,
    'units',
    firstNamed(coming, board, policy),
  );
  const [reason, setReason] = useTyped(form, 'reason', '');
  const propose = useCommand('monitor.propose-step-down', form);
  const field = useFirstFocus<HTMLInputElement>();
  const seconds = policy === null ? null : phoneDeskOf(policy).stepDownSeconds;

  async function submit(event: FormEvent) {
    event.preventDefault();
    const named = units as readonly UnitId[];
    const done = await propose.give({ incidentId, does, units: [...named], reason });
    if (done === null) return;
    say({ tone: 'done', text: `Incident ${number}: step-down proposed.`, cause: null });
    onDone();
  }

  return (
    <form
      className="monitor-form"
      aria-label="Propose a step-down"
      onSubmit={(event) => void submit(event)}
    >
      <fieldset>
        <legend>Who</legend>
        {coming.map(({ unitId, status }) => (
          <label key={unitId}>
            <input
              type="checkbox"
              checked={units.includes(unitId)}
              onChange={() => setUnits(toggled(units, unitId))}
            />{' '}
            <strong>{unitId}</strong> {board.get(unitId as UnitId)?.team}{' '}
            {UNIT_STATUS[status].label.toLowerCase()}
          </label>
        ))}
      </fieldset>
      <fieldset>
        <legend>What it does</legend>
        {KINDS.map((kind) => (
          <label key={kind.does}>
            <input
              type="radio"
              name="step-down"
              checked={kind.does === does}
              onChange={() => setDoes(kind.does)}
            />{' '}
            {kind.label}
          </label>
        ))}
      </fieldset>
      <TextField
        ref={field}
        label="Why less is enough"
        hint={`A dispatcher has ${seconds ?? 120} s to agree; unanswered, everybody goes on. Once agreed, you say as often that it is still calm, or the response goes on.`}
        value={reason}
        onText={setReason}
        error={propose.refusal?.because}
        maxLength={300}
      />
      <div className="monitor-acts">
        <Button type="submit" tone="primary" keys="Enter" aria-disabled={propose.busy}>
          Propose it
        </Button>
        <Button tone="quiet" keys="Esc" onClick={onDone}>
          Back
        </Button>
      </div>
    </form>
  );
}

function toggled(units: readonly string[], unitId: string): readonly string[] {
  return units.includes(unitId) ? units.filter((each) => each !== unitId) : [...units, unitId];
}

/** Police first: that is who is asked about as a rule. */
function firstNamed(
  coming: IncidentView['units'],
  board: ReadonlyMap<string, { readonly teamType: string }>,
  policy: { readonly services: { readonly police: string } } | null,
): readonly string[] {
  const police = coming.filter(
    ({ unitId }) => board.get(unitId)?.teamType === policy?.services.police,
  );
  return (police.length > 0 ? police : coming.slice(0, 1)).map(({ unitId }) => unitId);
}
