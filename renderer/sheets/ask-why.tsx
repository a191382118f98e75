import { useState } from 'react';
import { useTyped, type TypedForm } from '../desk/use-typed.ts';
import type { Refusal } from '#shared/lib/refusal.ts';
import { Button } from '../parts/button.tsx';
import { TextField } from '../parts/field.tsx';
import { Refused } from './refused.tsx';
import { useFirstFocus } from './use-first-focus.ts';

/** A button that asks for a line of why before it does. */
export function AskWhy({
  form,
  opens,
  label,
  does,
  refusal,
  busy,
  onReason,
}: {
  /** What it is kept under while it is typed; the command forgets it. */
  readonly form: TypedForm;
  /** What the button says that asks. */
  readonly opens: string;
  /** What the line is asked for. */
  readonly label: string;
  /** What the button says that does it. */
  readonly does: string;
  readonly refusal: Refusal | null;
  readonly busy: boolean;
  readonly onReason: (reason: string) => void;
}) {
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useTyped(form, 'reason', '');
  const [missing, setMissing] = useState<string | null>(null);
  const field = useFirstFocus<HTMLInputElement>(open);
  if (!open)
    return (
      <Button tone="quiet" onClick={() => setOpen(true)}>
        {opens}
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
        onReason(reason.trim());
      }}
    >
      <TextField
        label={label}
        value={reason}
        error={missing}
        ref={field}
        maxLength={300}
        onText={setReason}
      />
      <Refused refusal={refusal} />
      <Button type="submit" keys="Enter" aria-disabled={busy}>
        {does}
      </Button>
    </form>
  );
}
