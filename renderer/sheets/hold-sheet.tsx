import { useRef, useState, type FormEvent } from 'react';
import type { IncidentView } from '#shared/board/incident-view.ts';
import { useBoard } from '../desk/board-store.ts';
import { closeSheet, say } from '../desk/desk-store.ts';
import { wallTime } from '../desk/wall-time.ts';
import { useTyped } from '../desk/use-typed.ts';
import { Button } from '../parts/button.tsx';
import { Elapsed } from '../parts/elapsed.tsx';
import { TextField } from '../parts/field.tsx';
import { Sheet } from '../parts/sheet.tsx';
import { KeyScope } from './key-scope.tsx';
import { incidentLine, NoIncident } from './no-incident.tsx';
import { Refused } from './refused.tsx';
import { useCommand } from './use-command.ts';

const MINUTES = [5, 10, 20, 30] as const;

export function HoldSheet() {
  const view = useBoard((board) => board.focus);
  return view === null ? <NoIncident title="Hold" /> : <HoldOf view={view} />;
}

/** Nothing waits without a time and a reason; when the time is up, the incident comes back to the top. */
function HoldOf({ view }: { readonly view: IncidentView }) {
  const form = { subject: `incident/${view.incidentId}`, form: 'hold' };
  const [minutes, setMinutes] = useTyped<number>(form, 'minutes', 10);
  const [reason, setReason] = useTyped(form, 'reason', '');
  const [missing, setMissing] = useState<string | null>(null);
  const why = useRef<HTMLInputElement>(null);
  const hold = useCommand('incident.hold', form);
  const release = useCommand('incident.release-hold');
  const { incidentId, number } = view;

  function choose(chosen: number) {
    setMinutes(chosen);
    why.current?.focus();
  }

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (reason.trim() === '') {
      setMissing('Say why it waits.');
      why.current?.focus();
      return;
    }
    setMissing(null);
    const done = await hold.give({ incidentId, minutes, reason });
    if (done === null) return;
    say({ tone: 'done', text: `Incident ${number} is held for ${minutes} minutes.`, cause: null });
    closeSheet();
  }

  async function letGo() {
    if ((await release.give({ incidentId })) === null) return;
    say({ tone: 'done', text: `Incident ${number} is no longer held.`, cause: null });
    closeSheet();
  }

  const keys = Object.fromEntries(
    MINUTES.map((each, index) => [String(index + 1), () => choose(each)]),
  );
  if (view.hold !== null) keys['r'] = () => void letGo();

  return (
    <KeyScope keys={keys}>
      <Sheet title="Hold" subtitle={incidentLine(view)}>
        {view.hold !== null && (
          <div className="hold-now">
            <p>
              {view.hold.expired ? 'The hold is over since' : 'Held until'}{' '}
              <b>{wallTime(view.hold.until)}</b>, for <Elapsed since={view.hold.since} />:{' '}
              {view.hold.reason}
            </p>
            <Button keys="r" aria-disabled={release.busy} onClick={() => void letGo()}>
              Release now
            </Button>
            <Refused refusal={release.refusal} />
          </div>
        )}
        <form onSubmit={submit}>
          <fieldset className="hold-minutes">
            <legend>For how long</legend>
            {MINUTES.map((each, index) => (
              <label key={each}>
                <input
                  type="radio"
                  name="minutes"
                  value={each}
                  checked={minutes === each}
                  {...(minutes === each ? { 'data-first-focus': true } : {})}
                  onChange={() => setMinutes(each)}
                />
                <kbd aria-hidden="true">{index + 1}</kbd> {each} min
              </label>
            ))}
          </fieldset>
          <TextField
            ref={why}
            label="Why it waits"
            hint="Everybody at the center sees this. When the time is up, it comes back to the top."
            value={reason}
            onText={setReason}
            error={missing}
            maxLength={300}
          />
          <Refused refusal={hold.refusal} />
          <Button type="submit" tone="primary" keys="Enter" aria-disabled={hold.busy}>
            Hold for {minutes} minutes
          </Button>
        </form>
      </Sheet>
    </KeyScope>
  );
}
