import { type FormEvent } from 'react';
import type { RosterShift } from '#shared/board/roster-view.ts';
import { closeSheet, say } from '../desk/desk-store.ts';
import { useTyped } from '../desk/use-typed.ts';
import { Button } from '../parts/button.tsx';
import { TextField } from '../parts/field.tsx';
import { Refused } from '../sheets/refused.tsx';
import { useCommand } from '../sheets/use-command.ts';
import { useFirstFocus } from '../sheets/use-first-focus.ts';
import { hoursInWords } from './roster-words.ts';
import { lookAt } from './roster-store.ts';

/** The person does not come, or goes home: the shift stays on the picture, and the gap opens. */
export function CallOff({
  shift,
  wanted,
}: {
  readonly shift: RosterShift;
  readonly wanted: boolean;
}) {
  const form = { subject: `shift/${shift.shiftId}`, form: 'call-off' };
  const [reason, setReason] = useTyped(form, 'reason', 'Called in sick.');
  const callOff = useCommand('shift.call-off', form);
  const field = useFirstFocus<HTMLInputElement>(wanted);

  async function submit(event: FormEvent) {
    event.preventDefault();
    const { shiftId, name } = shift;
    if ((await callOff.give({ shiftId, reason })) === null) return;
    say({ tone: 'done', text: `${name} does not come. The gap is open now.`, cause: null });
    closeSheet();
    await lookAt({});
  }

  return (
    <form onSubmit={submit} aria-label="Does not come">
      <h3>
        <bdi>{shift.name}</bdi> does not come
      </h3>
      <TextField
        ref={field}
        label="Why"
        hint={`The shift ${hoursInWords(shift)} stays on the roster with this reason.`}
        value={reason}
        onText={setReason}
        maxLength={300}
      />
      <Refused refusal={callOff.refusal} />
      <Button
        type="submit"
        tone={wanted ? 'primary' : 'quiet'}
        keys={wanted ? 'Enter' : undefined}
        aria-disabled={callOff.busy}
      >
        Does not come
      </Button>
    </form>
  );
}
