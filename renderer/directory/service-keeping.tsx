import { useState, type FormEvent } from 'react';
import type { ServiceView } from '#shared/board/directory-view.ts';
import { CAPACITY_STATES, type CapacityState } from '#shared/directory/service.ts';
import { say } from '../desk/desk-store.ts';
import { useTyped } from '../desk/use-typed.ts';
import { useActions } from '../keys/actions.ts';
import { Button } from '../parts/button.tsx';
import { TextField } from '../parts/field.tsx';
import { Select } from '../plan/select.tsx';
import { Refused } from '../sheets/refused.tsx';
import { useCommand } from '../sheets/use-command.ts';
import { useFirstFocus } from '../sheets/use-first-focus.ts';
import { CAPACITY_LABELS } from './directory-words.ts';

type Form = 'capacity' | 'verified' | 'closed';

/** What a supervisor or an administrator found out about the service: one small form at a time. */
export function ServiceKeeping({
  view,
  onDone,
}: {
  readonly view: ServiceView;
  readonly onDone: () => void;
}) {
  const [form, setForm] = useState<Form | null>(null);
  const { service, notes, line } = view;
  const { serviceId } = service;
  const again = useCommand('service.open-again');
  const mark = useCommand('service.mark-substance-use');
  const open = (next: Form) => () => setForm((before) => (before === next ? null : next));
  useActions({
    'directory.capacity': open('capacity'),
    'directory.verified': open('verified'),
    'directory.closed': open('closed'),
    escape: () => (form === null ? false : setForm(null)),
  });

  function done(text: string) {
    setForm(null);
    say({ tone: 'done', text, cause: null });
    onDone();
  }
  async function openAgain() {
    if ((await again.give({ serviceId })) !== null) done(`${service.name} is open again.`);
  }
  async function markAs(substanceUse: boolean) {
    if ((await mark.give({ serviceId, substanceUse })) === null) return;
    done(substanceUse ? 'Marked as for substance use.' : 'Marked as not for substance use.');
  }

  return (
    <section className="service-keeping" aria-label="What we found out">
      <div className="button-row">
        <Button keys="r" aria-expanded={form === 'capacity'} onClick={open('capacity')}>
          Note room
        </Button>
        <Button keys="v" aria-expanded={form === 'verified'} onClick={open('verified')}>
          Checked
        </Button>
        {notes.closed === null ? (
          <Button keys="x" aria-expanded={form === 'closed'} onClick={open('closed')}>
            Closed for now
          </Button>
        ) : (
          <Button aria-disabled={again.busy} onClick={() => void openAgain()}>
            Open again
          </Button>
        )}
        {line.substanceUse !== 'yes' && (
          <Button tone="quiet" onClick={() => void markAs(true)}>
            For substance use
          </Button>
        )}
        {line.substanceUse !== 'no' && (
          <Button tone="quiet" onClick={() => void markAs(false)}>
            Not for substance use
          </Button>
        )}
      </div>
      <Refused refusal={again.refusal ?? mark.refusal} />
      {form === 'capacity' && (
        <CapacityForm view={view} onDone={() => done('The room there is noted.')} />
      )}
      {form === 'verified' && (
        <VerifiedForm view={view} onDone={() => done('Marked as checked today.')} />
      )}
      {form === 'closed' && (
        <ClosedForm view={view} onDone={() => done(`${service.name} is marked as closed.`)} />
      )}
    </section>
  );
}

interface FormProps {
  readonly view: ServiceView;
  readonly onDone: () => void;
}

function CapacityForm({ view, onDone }: FormProps) {
  const { serviceId } = view.service;
  const form = { subject: `service/${serviceId}`, form: 'capacity' };
  const before = view.notes.capacity?.state ?? 'open';
  const [state, setState] = useTyped<CapacityState>(form, 'state', before);
  const [places, setPlaces] = useTyped(form, 'places', '');
  const [note, setNote] = useTyped(form, 'note', '');
  const [wrong, setWrong] = useState<string | null>(null);
  const command = useCommand('service.note-capacity', form);
  const first = useFirstFocus<HTMLInputElement>();
  async function submit(event: FormEvent) {
    event.preventDefault();
    const many = places.trim() === '' ? null : Number(places);
    if (many !== null && (!Number.isInteger(many) || many < 0))
      return setWrong('Write how many as a whole number, or nothing.');
    setWrong(null);
    if ((await command.give({ serviceId, state, places: many, note })) !== null) onDone();
  }
  return (
    <form className="keeping-form" noValidate onSubmit={(event) => void submit(event)}>
      <TextField
        ref={first}
        label="How many places, if counted"
        inputMode="numeric"
        maxLength={5}
        value={places}
        error={wrong}
        onText={setPlaces}
      />
      <Select
        label="Room"
        value={state}
        choices={CAPACITY_STATES}
        labels={CAPACITY_LABELS}
        onChoose={setState}
      />
      <TextField label="Note" maxLength={300} value={note} onText={setNote} />
      <Button type="submit" tone="primary" keys="Enter" aria-disabled={command.busy}>
        Note it
      </Button>
      <Refused refusal={command.refusal} />
    </form>
  );
}

function VerifiedForm({ view, onDone }: FormProps) {
  const { serviceId } = view.service;
  const form = { subject: `service/${serviceId}`, form: 'verify' };
  const [how, setHow] = useTyped(form, 'how', '');
  const command = useCommand('service.verify', form);
  const first = useFirstFocus<HTMLInputElement>();
  async function submit(event: FormEvent) {
    event.preventDefault();
    if ((await command.give({ serviceId, how })) !== null) onDone();
  }
  return (
    <form className="keeping-form" noValidate onSubmit={(event) => void submit(event)}>
      <TextField
        ref={first}
        label="Whom you asked, in a line"
        maxLength={300}
        value={how}
        onText={setHow}
      />
      <Button type="submit" tone="primary" keys="Enter" aria-disabled={command.busy}>
        The entry is right
      </Button>
      <Refused refusal={command.refusal} />
    </form>
  );
}

function ClosedForm({ view, onDone }: FormProps) {
  const { serviceId } = view.service;
  const form = { subject: `service/${serviceId}`, form: 'close' };
  const [reason, setReason] = useTyped(form, 'reason', '');
  const [until, setUntil] = useTyped(form, 'until', '');
  const command = useCommand('service.close-for-now', form);
  const first = useFirstFocus<HTMLInputElement>();
  async function submit(event: FormEvent) {
    event.preventDefault();
    const last = until === '' ? null : until;
    if ((await command.give({ serviceId, until: last, reason })) !== null) onDone();
  }
  return (
    <form className="keeping-form" noValidate onSubmit={(event) => void submit(event)}>
      <TextField
        ref={first}
        label="Why it is closed"
        maxLength={300}
        value={reason}
        onText={setReason}
      />
      <TextField label="Last day, if known" type="date" value={until} onText={setUntil} />
      <Button type="submit" tone="primary" keys="Enter" aria-disabled={command.busy}>
        Closed for now
      </Button>
      <Refused refusal={command.refusal} />
    </form>
  );
}
