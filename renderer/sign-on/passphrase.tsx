import { useState, type FormEvent } from 'react';
import type { Operator } from '#shared/roster/operator.ts';
import { reloadHello } from '../desk/refresh-hello.ts';
import { Button } from '../parts/button.tsx';
import { TextField } from '../parts/field.tsx';
import { useCommand } from '../sheets/use-command.ts';
import { useFirstFocus } from '../sheets/use-first-focus.ts';
import { ROLE_LABELS } from './role-labels.ts';

/** A wrong passphrase keeps the name: most people mistype the second, not who they are. */
export function Passphrase({
  operator,
  onBack,
}: {
  readonly operator: Operator;
  readonly onBack: () => void;
}) {
  const { operatorId, name, role } = operator;
  const [passphrase, setPassphrase] = useState('');
  const field = useFirstFocus<HTMLInputElement>();
  const signOn = useCommand('operator.sign-on');

  async function submit(event: FormEvent) {
    event.preventDefault();
    if ((await signOn.give({ operatorId, passphrase })) !== null) {
      await reloadHello();
      return;
    }
    setPassphrase('');
    field.current?.focus();
  }

  return (
    <form className="passphrase" onSubmit={submit}>
      <h2>
        <bdi>{name}</bdi> <span className="sign-on-role">{ROLE_LABELS[role]}</span>
      </h2>
      <TextField
        ref={field}
        label="Passphrase"
        type="password"
        autoComplete="current-password"
        value={passphrase}
        onText={setPassphrase}
        onKeyDown={(event) => event.key === 'Escape' && onBack()}
        error={signOn.refusal?.because}
        maxLength={200}
      />
      <div className="button-row">
        <Button type="submit" tone="primary" keys="Enter" aria-disabled={signOn.busy}>
          Sign on
        </Button>
        <Button tone="quiet" keys="Esc" onClick={onBack}>
          Somebody else
        </Button>
      </div>
    </form>
  );
}
