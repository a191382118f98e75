import { useMemo, useState, type FormEvent } from 'react';
import type { OperatorId } from '#shared/lib/brand.ts';
import { may } from '#shared/roster/permission.ts';
import { useBoard } from '../desk/board-store.ts';
import { say, useDesk } from '../desk/desk-store.ts';
import { useDraft } from '../desk/drafts.ts';
import { useTyped } from '../desk/use-typed.ts';
import { Button } from '../parts/button.tsx';
import { Combobox } from '../parts/combobox.tsx';
import { Field } from '../parts/field.tsx';
import { Refused } from '../sheets/refused.tsx';
import { useCommand } from '../sheets/use-command.ts';
import { ROLE_LABELS } from '../sign-on/role-labels.ts';

/** Who takes over, and what they should know beside the list. */
export function OfferForm({ onOffered }: { readonly onOffered: () => void }) {
  const operators = useBoard((board) => board.operators);
  const me = useDesk((desk) => desk.hello?.session ?? null);
  const form = { subject: 'hand-over', form: 'offer' };
  const [to, setTo] = useTyped<OperatorId | null>(form, 'to', null);
  const [missing, setMissing] = useState<string | null>(null);
  const remark = useDraft('hand-over', 'remark', '');
  const offer = useCommand('hand-over.offer', form);
  const others = useMemo(
    () =>
      operators
        .filter(({ active, role }) => active && may(role, 'take-calls'))
        .filter(({ operatorId }) => operatorId !== me?.operatorId),
    [operators, me],
  );
  const oncoming = others.find(({ operatorId }) => operatorId === to);

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (oncoming === undefined) return setMissing('Choose who takes over.');
    setMissing(null);
    const { operatorId, name } = oncoming;
    if ((await offer.give({ to: operatorId, remark: remark.text })) === null) return;
    remark.type('');
    say({ tone: 'done', text: `Offered to ${name}. It stays yours until accepted.`, cause: null });
    onOffered();
  }

  return (
    <form onSubmit={submit} aria-label="Offer">
      <Combobox
        label="Who takes over"
        none={others.length === 0 ? 'Nobody else takes calls here' : 'Type a name'}
        choices={others.map(({ operatorId, name, role }) => ({
          id: operatorId,
          label: name,
          detail: ROLE_LABELS[role],
        }))}
        value={to}
        onChoose={(id) => setTo(id as OperatorId | null)}
      />
      <Field
        label="What else they should know"
        hint={
          me?.role === 'clinician'
            ? 'Clinical text: a clinician who takes over reads it, nobody else.'
            : 'The next person reads it, and the supervisor in the record. No clinical text.'
        }
        error={missing}
      >
        {(wiring) => (
          <textarea
            {...wiring}
            rows={3}
            dir="auto"
            maxLength={2000}
            value={remark.text}
            onChange={(event) => remark.type(event.target.value)}
          />
        )}
      </Field>
      <Refused refusal={offer.refusal} />
      <Button type="submit" tone="primary" aria-disabled={offer.busy}>
        {oncoming === undefined ? 'Offer the hand-over' : `Offer it to ${oncoming.name}`}
      </Button>
    </form>
  );
}
