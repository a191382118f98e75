import { useState } from 'react';
import type { CostChange, KeptCosts } from '#shared/board/kept-costs.ts';
import { deskNow } from '../desk/clock.ts';
import { wallDateTime } from '../desk/wall-date.ts';
import { Button } from '../parts/button.tsx';
import { TextField } from '../parts/field.tsx';
import { Refused } from '../sheets/refused.tsx';
import { useCommand } from '../sheets/use-command.ts';
import { useFirstFocus } from '../sheets/use-first-focus.ts';

/** Who changed what, when and why, the newest first; and one step back. */
export function AssumptionHistory({
  kept,
  onChanged,
}: {
  readonly kept: KeptCosts;
  readonly onChanged: (text: string) => void;
}) {
  return (
    <section className="assumption-history" aria-labelledby="assumption-history">
      <h4 id="assumption-history">Changes</h4>
      {kept.version > 0 && <StepBack version={kept.version} onChanged={onChanged} />}
      {kept.changes.length === 0 ? (
        <p className="cost-aside">
          Nobody has changed them yet. Who does, when and why will stand here.
        </p>
      ) : (
        <ol>
          {kept.changes.map((change) => (
            <Change key={change.version} change={change} />
          ))}
        </ol>
      )}
    </section>
  );
}

function Change({ change }: { readonly change: CostChange }) {
  const { version, byName, at, note, changed, withdrawn } = change;
  const when = (instant: string) => (
    <time dateTime={instant}>{wallDateTime(instant, deskNow())}</time>
  );
  return (
    <li data-none={withdrawn !== null}>
      <p>
        <b>Version {version}</b>, {byName}, {when(at)}: <span dir="auto">{note}</span>
      </p>
      <p className="cost-aside">{changed.join('; ')}</p>
      {withdrawn !== null && (
        <p>
          Taken back by {withdrawn.byName}, {when(withdrawn.at)}:{' '}
          <span dir="auto">{withdrawn.reason}</span>
        </p>
      )}
    </li>
  );
}

function StepBack({
  version,
  onChanged,
}: {
  readonly version: number;
  readonly onChanged: (text: string) => void;
}) {
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState<string | null>(null);
  const command = useCommand('costs.withdraw');
  const field = useFirstFocus<HTMLInputElement>(open);
  if (!open)
    return (
      <Button tone="quiet" onClick={() => setOpen(true)}>
        Step back to the ones before
      </Button>
    );
  return (
    <form
      className="with-reason"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (reason.trim() === '') return setMissing('Say in a line why.');
        void command.give({ version, reason: reason.trim() }).then((done) => {
          if (done !== null) onChanged('The assumptions before count again.');
        });
      }}
    >
      <TextField
        label={`Take version ${version} back: why, in a line`}
        value={reason}
        error={missing}
        ref={field}
        maxLength={300}
        onText={setReason}
      />
      <Refused refusal={command.refusal} />
      <Button type="submit" keys="Enter" aria-disabled={command.busy}>
        Take it back
      </Button>
    </form>
  );
}
