import { useState, type FormEvent } from 'react';
import { say, useDesk } from '../desk/desk-store.ts';
import { Button } from '../parts/button.tsx';
import { TextField } from '../parts/field.tsx';
import { Refused } from '../sheets/refused.tsx';
import { useCommand } from '../sheets/use-command.ts';
import { useFirstFocus } from '../sheets/use-first-focus.ts';
import {
  NewPassphrase,
  newPassphraseErrors,
  NOT_TYPED,
  type NewPassphraseErrors,
} from './new-passphrase.tsx';
import './accounts.css';

/** Everybody changes their own, with the one it replaces: an unattended console changes nothing. */
export function OwnPassphrase({ onDone }: { readonly onDone: () => void }) {
  const name = useDesk((desk) => desk.hello?.session?.name ?? '');
  const [current, setCurrent] = useState('');
  const [typed, setTyped] = useState(NOT_TYPED);
  const [errors, setErrors] = useState<NewPassphraseErrors>({});
  const change = useCommand('operator.change-passphrase');
  const first = useFirstFocus<HTMLInputElement>();

  async function submit(event: FormEvent) {
    event.preventDefault();
    const wrong = newPassphraseErrors(typed, name);
    setErrors(wrong);
    if (Object.keys(wrong).length > 0) return;
    if ((await change.give({ current, passphrase: typed.passphrase })) === null) {
      setCurrent('');
      first.current?.focus();
      return;
    }
    say({ tone: 'done', text: 'Your passphrase is changed.', cause: null });
    onDone();
  }

  return (
    <form
      className="account-form"
      aria-label="Change my passphrase"
      noValidate
      onSubmit={(e) => void submit(e)}
    >
      <TextField
        ref={first}
        label="Your passphrase of now"
        type="password"
        autoComplete="current-password"
        value={current}
        onText={setCurrent}
        maxLength={200}
      />
      <NewPassphrase typed={typed} onTyped={setTyped} name={name} errors={errors} />
      <Refused refusal={change.refusal} />
      <div className="button-row">
        <Button type="submit" tone="primary" keys="Enter" aria-disabled={change.busy}>
          Change it
        </Button>
        <Button tone="quiet" onClick={onDone}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
