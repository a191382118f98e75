import type { ReactNode } from 'react';
import { useTyped, type TypedForm } from '../desk/use-typed.ts';
import { Button } from '../parts/button.tsx';
import { TextField } from '../parts/field.tsx';
import { useFirstFocus } from './use-first-focus.ts';

/** One line of why, and the two ways on: to do it, or back. Main says whether the reason is enough. */
export function ReasonForm({
  form,
  label,
  hint,
  refusal,
  busy,
  does,
  back,
  onReason,
  onBack,
}: {
  /** What it is kept under while it is typed; the command forgets it. */
  readonly form: TypedForm;
  readonly label: string;
  readonly hint?: string;
  readonly refusal: { readonly because: string } | null;
  readonly busy: boolean;
  /** What the first button says. */
  readonly does: ReactNode;
  readonly back: string;
  readonly onReason: (reason: string) => void;
  readonly onBack: () => void;
}) {
  const [reason, setReason] = useTyped(form, 'reason', '');
  const field = useFirstFocus<HTMLInputElement>();
  return (
    <form
      className="send-anyway"
      onSubmit={(event) => {
        event.preventDefault();
        onReason(reason);
      }}
    >
      <TextField
        ref={field}
        label={label}
        hint={hint}
        value={reason}
        onText={setReason}
        error={refusal?.because}
        maxLength={300}
      />
      <div className="button-row">
        <Button type="submit" tone="primary" keys="Enter" aria-disabled={busy}>
          {does}
        </Button>
        <Button tone="quiet" onClick={onBack}>
          {back}
        </Button>
      </div>
    </form>
  );
}
