import { useEffect, useRef, useState, type FormEvent } from 'react';
import type { Role } from '#shared/roster/operator.ts';
import { say, useDesk } from '../desk/desk-store.ts';
import { reloadHello } from '../desk/refresh-hello.ts';
import { personErrors, stillWrong, type PersonDraft } from '../first-run/set-up-draft.ts';
import { PersonFields } from '../first-run/person-fields.tsx';
import { Button } from '../parts/button.tsx';
import { Refused } from '../sheets/refused.tsx';
import { useCommand } from '../sheets/use-command.ts';

const NEW: PersonDraft = { name: '', role: 'dispatcher', passphrase: '', again: '' };

/** An administrator makes an account. Nobody can read the passphrase back, so it is typed twice. */
export function AddAccount({ onDone }: { readonly onDone: () => void }) {
  const center = useDesk((desk) => desk.hello?.center?.name ?? '');
  const [person, setPerson] = useState(NEW);
  const [found, setFound] = useState<Readonly<Record<string, string>>>({});
  const errors = stillWrong(found, personErrors(person, 'account', center));
  const add = useCommand('operator.add');
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [found]);

  async function submit(event: FormEvent) {
    event.preventDefault();
    const wrong = personErrors(person, 'account', center);
    setFound(wrong);
    if (Object.keys(wrong).length > 0) return;
    const { name, role, passphrase } = person;
    if ((await add.give({ name: name.trim(), role, passphrase })) === null) return;
    say({ tone: 'done', text: `${name.trim()} has an account now.`, cause: null });
    await reloadHello();
    onDone();
  }

  return (
    <form ref={form} className="add-account" aria-label="New account" onSubmit={submit} noValidate>
      <h3>New account</h3>
      <PersonFields
        person={person}
        prefix="account"
        errors={errors}
        onPerson={(change) => setPerson({ ...person, ...change })}
        onRole={(role: Role) => setPerson({ ...person, role })}
        focusFirst
      />
      <Refused refusal={add.refusal} />
      <div className="button-row">
        <Button type="submit" tone="primary" keys="Enter" aria-disabled={add.busy}>
          Make the account
        </Button>
        <Button tone="quiet" onClick={onDone}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
