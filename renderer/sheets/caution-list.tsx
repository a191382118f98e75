import { useState, type FormEvent } from 'react';
import type { KnownCaution } from '#shared/board/caution-lines.ts';
import { useDesk } from '../desk/desk-store.ts';
import { useTyped } from '../desk/use-typed.ts';
import { CautionRow } from '../incident/caution-row.tsx';
import { Button } from '../parts/button.tsx';
import { TextField } from '../parts/field.tsx';
import { useCommand } from './use-command.ts';

interface Changes {
  readonly onRenew: (caution: KnownCaution) => void;
  readonly onRemoved: () => void;
}

/** Every caution that is kept, those that count first. A supervisor removes one, with the reason. */
export function CautionList({
  cautions,
  ...changes
}: { readonly cautions: readonly KnownCaution[] } & Changes) {
  const supervises = useDesk((desk) => desk.hello?.session?.role === 'supervisor');
  return (
    <section aria-label="Cautions kept here">
      <h3>Kept here: {cautions.length}</h3>
      {cautions.length === 0 ? (
        <p className="sheet-empty">
          No caution is kept yet. What you record above is shown on every later call from that
          address until its last day, and never changes who is recommended.
        </p>
      ) : (
        <ul className="caution-list">
          {cautions.map((caution) => (
            <CautionRow key={caution.cautionId} caution={caution}>
              <Kept caution={caution} supervises={supervises} {...changes} />
            </CautionRow>
          ))}
        </ul>
      )}
    </section>
  );
}

function Kept({
  caution,
  supervises,
  onRenew,
  onRemoved,
}: { readonly caution: KnownCaution; readonly supervises: boolean } & Changes) {
  const [removing, setRemoving] = useState(false);
  if (removing) return <Remove caution={caution} onRemoved={onRemoved} />;
  return (
    <div className="button-row">
      <Button tone="quiet" onClick={() => onRenew(caution)}>
        Renew
        <span className="spoken">: {caution.text}</span>
      </Button>
      {supervises && (
        <Button tone="quiet" onClick={() => setRemoving(true)}>
          Remove
          <span className="spoken">: {caution.text}</span>
        </Button>
      )}
    </div>
  );
}

function Remove({
  caution,
  onRemoved,
}: Pick<Changes, 'onRemoved'> & { readonly caution: KnownCaution }) {
  const form = { subject: `caution/${caution.cautionId}`, form: 'remove' };
  const [reason, setReason] = useTyped(form, 'reason', '');
  const remove = useCommand('caution.remove', form);
  async function submit(event: FormEvent) {
    event.preventDefault();
    const { cautionId } = caution;
    if ((await remove.give({ cautionId, reason })) !== null) onRemoved();
  }
  return (
    <form onSubmit={submit}>
      <TextField
        label="Why it is removed"
        hint="It stands on no incident any more; the record keeps it with this reason."
        value={reason}
        onText={setReason}
        error={remove.refusal?.because}
        maxLength={300}
      />
      <Button type="submit" tone="danger" keys="Enter" aria-disabled={remove.busy}>
        Remove this caution
      </Button>
    </form>
  );
}
