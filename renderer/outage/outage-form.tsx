import { useState, type FormEvent } from 'react';
import { centerDate } from '../desk/center-date.ts';
import { deskNow } from '../desk/clock.ts';
import { say, useDesk } from '../desk/desk-store.ts';
import { useTyped } from '../desk/use-typed.ts';
import { Button } from '../parts/button.tsx';
import { TextField } from '../parts/field.tsx';
import { momentInZone } from '#shared/roster/zone-moment.ts';
import { clockOf } from './card-draft.ts';
import { Refused } from '../sheets/refused.tsx';
import { useCommand } from '../sheets/use-command.ts';

/** That the center worked on paper: from when to when, and why. */
export function OutageForm({ onDeclared }: { readonly onDeclared: () => void }) {
  const zone = useDesk((desk) => desk.hello?.center?.timeZone ?? 'UTC');
  const today = centerDate(deskNow());
  const form = { subject: 'outage', form: 'declare' };
  const [from, setFrom] = useTyped(form, 'from', { day: today, time: '' });
  const [to, setTo] = useTyped(form, 'to', { day: today, time: '' });
  const [why, setWhy] = useTyped(form, 'why', '');
  const [missing, setMissing] = useState<string | null>(null);
  const declare = useCommand('outage.declare', form);
  const errorOf = (field: string) =>
    declare.refusal?.refused === field ? declare.refusal.because : null;

  async function submit(event: FormEvent) {
    event.preventDefault();
    const [begin, end] = [from, to].map(({ day, time }) =>
      momentInZone(zone, day, clockOf(time) ?? ''),
    );
    if (begin == null || end == null)
      return setMissing('Write when it began and when it ended, each as 14:07 or 1407.');
    setMissing(null);
    if ((await declare.give({ from: begin, to: end, why })) === null) return;
    say({ tone: 'done', text: 'The outage is declared.', cause: null });
    onDeclared();
  }

  return (
    <form className="outage-form" onSubmit={(event) => void submit(event)} noValidate>
      <div className="card-times">
        <TextField
          label="From, day"
          type="date"
          value={from.day}
          error={errorOf('from')}
          onText={(day) => setFrom({ ...from, day })}
        />
        <TextField
          label="From, time"
          inputMode="numeric"
          placeholder="14:07"
          maxLength={5}
          value={from.time}
          onText={(time) => setFrom({ ...from, time })}
        />
      </div>
      <div className="card-times">
        <TextField
          label="To, day"
          type="date"
          value={to.day}
          error={errorOf('to')}
          onText={(day) => setTo({ ...to, day })}
        />
        <TextField
          label="To, time"
          inputMode="numeric"
          placeholder="14:07"
          maxLength={5}
          value={to.time}
          onText={(time) => setTo({ ...to, time })}
        />
      </div>
      <TextField label="What did not run" value={why} maxLength={300} onText={setWhy} />
      <Refused
        refusal={missing === null ? declare.refusal : { refused: 'from', because: missing }}
      />
      <Button type="submit" aria-disabled={declare.busy}>
        Declare the outage
      </Button>
    </form>
  );
}
