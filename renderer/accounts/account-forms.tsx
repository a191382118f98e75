import { useState, type FormEvent } from 'react';
import type { AccountLine } from '#shared/board/account-lines.ts';
import { ROLES, type Role } from '#shared/roster/operator.ts';
import { say } from '../desk/desk-store.ts';
import { reloadHello } from '../desk/refresh-hello.ts';
import { useTyped } from '../desk/use-typed.ts';
import { Button } from '../parts/button.tsx';
import { Field, TextField } from '../parts/field.tsx';
import { Refused } from '../sheets/refused.tsx';
import { useCommand } from '../sheets/use-command.ts';
import { useFirstFocus } from '../sheets/use-first-focus.ts';
import { ROLE_LABELS } from '../sign-on/role-labels.ts';
import {
  NewPassphrase,
  newPassphraseErrors,
  NOT_TYPED,
  type NewPassphraseErrors,
} from './new-passphrase.tsx';

export type AccountForm = 'role' | 'passphrase' | 'standing';

interface FormProps {
  readonly account: AccountLine;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

/** What an administrator does with one account; one form at a time, under its keys. */
export function AccountForms({ form, ...rest }: FormProps & { readonly form: AccountForm }) {
  switch (form) {
    case 'role':
      return <RoleForm {...rest} />;
    case 'passphrase':
      return <PassphraseForm {...rest} />;
    case 'standing':
      return rest.account.state === 'deactivated' ? (
        <Reactivate {...rest} />
      ) : (
        <Deactivate {...rest} />
      );
  }
}

function carriedOut(text: string, onDone: () => void): void {
  say({ tone: 'done', text, cause: null });
  void reloadHello();
  onDone();
}

function RoleForm({ account, onDone, onCancel }: FormProps) {
  const [role, setRole] = useState<Role>(account.role);
  const change = useCommand('operator.change-role');
  const first = useFirstFocus<HTMLSelectElement>();
  async function submit(event: FormEvent) {
    event.preventDefault();
    if ((await change.give({ operatorId: account.operatorId, role })) === null) return;
    carriedOut(`${account.name} is ${ROLE_LABELS[role].toLowerCase()} from now on.`, onDone);
  }
  return (
    <form className="account-form" aria-label="Another role" onSubmit={(e) => void submit(e)}>
      <Field label="Role" hint="It counts at once, also where they are signed on.">
        {(wiring) => (
          <select
            {...wiring}
            ref={first}
            value={role}
            onChange={(event) => setRole(event.target.value as Role)}
          >
            {ROLES.map((each) => (
              <option key={each} value={each}>
                {ROLE_LABELS[each]}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Refused refusal={change.refusal} />
      <FormButtons does="Change the role" busy={change.busy} onCancel={onCancel} />
    </form>
  );
}

function PassphraseForm({ account, onDone, onCancel }: FormProps) {
  const [typed, setTyped] = useState(NOT_TYPED);
  const [errors, setErrors] = useState<NewPassphraseErrors>({});
  const reset = useCommand('operator.reset-passphrase');
  async function submit(event: FormEvent) {
    event.preventDefault();
    const wrong = newPassphraseErrors(typed, account.name);
    setErrors(wrong);
    if (Object.keys(wrong).length > 0) return;
    const { operatorId, name } = account;
    if ((await reset.give({ operatorId, passphrase: typed.passphrase })) === null) return;
    carriedOut(`${name} has another passphrase. Tell it to them, and nobody else.`, onDone);
  }
  return (
    <form
      className="account-form"
      aria-label="New passphrase"
      noValidate
      onSubmit={(e) => void submit(e)}
    >
      <NewPassphrase
        typed={typed}
        onTyped={setTyped}
        name={account.name}
        errors={errors}
        focusFirst
      />
      <Refused refusal={reset.refusal} />
      <FormButtons does="Give the passphrase" busy={reset.busy} onCancel={onCancel} />
    </form>
  );
}

function Deactivate({ account, onDone, onCancel }: FormProps) {
  const form = { subject: account.operatorId, form: 'deactivate' };
  const [reason, setReason] = useTyped(form, 'reason', '');
  const deactivate = useCommand('operator.deactivate', form);
  const first = useFirstFocus<HTMLInputElement>();
  async function submit(event: FormEvent) {
    event.preventDefault();
    const { operatorId, name } = account;
    if ((await deactivate.give({ operatorId, reason })) === null) return;
    carriedOut(`Nobody signs on as ${name} any more. What they did stays theirs.`, onDone);
  }
  return (
    <form className="account-form" aria-label="Deactivate" onSubmit={(e) => void submit(e)}>
      <TextField
        ref={first}
        label="Why"
        hint="It stands in the list and on the record. Nothing of theirs is erased."
        value={reason}
        onText={setReason}
        maxLength={300}
      />
      <Refused refusal={deactivate.refusal} />
      <FormButtons does="Deactivate" busy={deactivate.busy} onCancel={onCancel} />
    </form>
  );
}

function Reactivate({ account, onDone, onCancel }: FormProps) {
  const reactivate = useCommand('operator.reactivate');
  async function submit(event: FormEvent) {
    event.preventDefault();
    if ((await reactivate.give({ operatorId: account.operatorId })) === null) return;
    carriedOut(`${account.name} signs on again, with the passphrase of before.`, onDone);
  }
  return (
    <form className="account-form" aria-label="Take up again" onSubmit={(e) => void submit(e)}>
      <p>They sign on again with the passphrase of before; give a new one if that is forgotten.</p>
      <Refused refusal={reactivate.refusal} />
      <FormButtons does="Take up again" busy={reactivate.busy} onCancel={onCancel} focusFirst />
    </form>
  );
}

function FormButtons({
  does,
  busy,
  onCancel,
  focusFirst = false,
}: {
  readonly does: string;
  readonly busy: boolean;
  readonly onCancel: () => void;
  readonly focusFirst?: boolean;
}) {
  const first = useFirstFocus<HTMLButtonElement>(focusFirst);
  return (
    <div className="button-row">
      <Button ref={first} type="submit" tone="primary" keys="Enter" aria-disabled={busy}>
        {does}
      </Button>
      <Button tone="quiet" onClick={onCancel}>
        Cancel
      </Button>
    </div>
  );
}
