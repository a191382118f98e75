import { type FormEvent } from 'react';
import type { IncidentView, OnOther } from '#shared/board/incident-view.ts';
import type { UnitId } from '#shared/lib/brand.ts';
import { closeSheet, say } from '../desk/desk-store.ts';
import { useTyped } from '../desk/use-typed.ts';
import { Button } from '../parts/button.tsx';
import { TextField } from '../parts/field.tsx';
import { KeyScope } from './key-scope.tsx';
import { useCommand } from './use-command.ts';
import { useFirstFocus } from './use-first-focus.ts';

/**
 * A unit on another incident: Enter lets it come after that one, and taking it away is a button of its own,
 * so that nobody takes a unit from somebody by habit.
 */
export function BusyUnit({
  view,
  unitId,
  other,
  onBack,
}: {
  readonly view: IncidentView;
  readonly unitId: string;
  readonly other: OnOther;
  readonly onBack: () => void;
}) {
  const form = { subject: `incident/${view.incidentId}`, form: `send ${unitId}` };
  const stack = useCommand('incident.stack-unit', form);
  const preEmpt = useCommand('incident.pre-empt-unit', form);
  const reassign = useCommand('incident.reassign-unit', form);
  const [reason, setReason] = useTyped(form, 'reason', '');
  const field = useFirstFocus<HTMLInputElement>();
  const busy = stack.busy || preEmpt.busy || reassign.busy;
  const takes = other.barred === null ? preEmpt : other.reassignable ? reassign : null;
  const input = { incidentId: view.incidentId, unitId: unitId as UnitId, reason };

  async function comesAfter(event: FormEvent) {
    event.preventDefault();
    takes?.forget();
    if ((await stack.give(input)) !== null)
      leave(`${unitId} comes to incident ${view.number} after ${other.number}. Send it then.`);
  }

  async function takeAway() {
    stack.forget();
    if (takes !== null && (await takes.give(input)) !== null)
      leave(`${unitId} goes to incident ${view.number}; ${other.number} needs a unit again.`);
  }

  function leave(text: string) {
    say({ tone: 'done', text, cause: null });
    closeSheet();
  }

  return (
    <KeyScope keys={takes === null ? {} : { t: () => void takeAway() }}>
      <form className="send-anyway" onSubmit={(event) => void comesAfter(event)}>
        <p className="sheet-warning">
          {unitId} is still on {other.number} ({other.level}): it comes after that.
          {takes !== null && ` It is not there yet and can be taken from ${other.number}.`}
        </p>
        <TextField
          ref={field}
          label={`Why ${unitId}`}
          value={reason}
          onText={setReason}
          error={(stack.refusal ?? takes?.refusal)?.because}
          maxLength={300}
        />
        <div className="button-row">
          <Button type="submit" tone="primary" keys="Enter" aria-disabled={busy}>
            Stack {unitId} after {other.number}
          </Button>
          {takes !== null && (
            <Button tone="danger" keys="Alt+T" aria-disabled={busy} onClick={() => void takeAway()}>
              {takes === preEmpt ? 'Pre-empt: take' : 'Reassign: take'} it from {other.number} now
            </Button>
          )}
          <Button tone="quiet" onClick={onBack}>
            Another unit
          </Button>
        </div>
      </form>
    </KeyScope>
  );
}
