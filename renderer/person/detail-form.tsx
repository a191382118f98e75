import { type FormEvent } from 'react';
import type { Input } from '#shared/contract/console-contract.ts';
import { DETAIL_LABELS, type DetailKind } from '#shared/person/known-person.ts';
import { useTyped } from '../desk/use-typed.ts';
import { TextField } from '../parts/field.tsx';
import { Select } from '../plan/select.tsx';
import { Refused } from '../sheets/refused.tsx';
import { useCommand } from '../sheets/use-command.ts';
import { useFirstFocus } from '../sheets/use-first-focus.ts';
import { Buttons, type WithBack } from './note-forms.tsx';

const KINDS = ['name', 'phone', 'birth', 'address'] as const satisfies readonly DetailKind[];

/** One more name, number, date of birth or address somebody is known by. */
export function DetailForm({ page: { personId }, onDone, onBack }: WithBack) {
  const form = { subject: `person/${personId}`, form: 'detail' };
  const [kind, setKind] = useTyped<DetailKind>(form, 'kind', 'name');
  const [says, setSays] = useTyped(form, 'says', '');
  const add = useCommand('person.add-detail', form);
  const first = useFirstFocus<HTMLInputElement>();

  async function submit(event: FormEvent) {
    event.preventDefault();
    if ((await add.give({ personId, detail: detailOf(kind, says) })) !== null)
      onDone(`${DETAIL_LABELS[kind]} added: ${says}.`);
  }

  return (
    <form className="person-form" onSubmit={submit} aria-label="Add what they are known by">
      <TextField
        ref={first}
        label={DETAIL_LABELS[kind]}
        hint={kind === 'birth' ? 'Year, month and day, as 1984-03-02.' : undefined}
        value={says}
        onText={setSays}
        maxLength={300}
      />
      <Select
        label="What it is"
        value={kind}
        choices={KINDS}
        labels={DETAIL_LABELS}
        onChoose={setKind}
      />
      <Refused refusal={add.refusal} />
      <Buttons does="Add" busy={add.busy} onBack={onBack} />
    </form>
  );
}

function detailOf(kind: DetailKind, says: string): Input<'person.add-detail'>['detail'] {
  switch (kind) {
    case 'name':
      return { kind, name: says };
    case 'phone':
      return { kind, phone: says };
    case 'birth':
      return { kind, date: says };
    case 'address':
      return { kind, address: says };
  }
}
