import { useState } from 'react';
import { Button } from '../parts/button.tsx';
import { TextField } from '../parts/field.tsx';
import { Refused } from './refused.tsx';
import { useCommand } from './use-command.ts';
import { useFirstFocus } from './use-first-focus.ts';

/** Declines, takes back or steps back: a button that asks why before it does. */
export function WithReason({
  topic,
  hash,
  label,
  onDone,
}: {
  readonly topic:
    | 'policy.decline'
    | 'areas.decline'
    | 'areas.withdraw'
    | 'screener.decline'
    | 'screener.withdraw'
    | 'directory.withdraw';
  readonly hash: string;
  readonly label: string;
  readonly onDone: () => void;
}) {
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState<string | null>(null);
  const command = useCommand(topic);
  const field = useFirstFocus<HTMLInputElement>(open);
  if (!open)
    return (
      <Button tone="quiet" onClick={() => setOpen(true)}>
        {label}
      </Button>
    );
  return (
    <form
      className="with-reason"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (reason.trim() === '') return setMissing('Say in a line why.');
        setMissing(null);
        void command.give({ hash, reason: reason.trim() }).then((done) => {
          if (done !== null) onDone();
        });
      }}
    >
      <TextField
        label={`${label}: why, in a line`}
        value={reason}
        error={missing}
        ref={field}
        maxLength={300}
        onText={setReason}
      />
      <Refused refusal={command.refusal} />
      <Button type="submit" keys="Enter" aria-disabled={command.busy}>
        {label}
      </Button>
    </form>
  );
}
