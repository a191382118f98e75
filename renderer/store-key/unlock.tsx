import { useEffect, useState, type FormEvent } from 'react';
import { CENTER_PASSPHRASE_LENGTH } from '#shared/store-key/center-passphrase.ts';
import type { StoreLocked } from '#shared/store-key/store-key-view.ts';
import { ask } from '../desk/ask.ts';
import { reloadHello } from '../desk/refresh-hello.ts';
import { Button } from '../parts/button.tsx';
import { TextField } from '../parts/field.tsx';
import { Refused } from '../sheets/refused.tsx';
import { useCommand } from '../sheets/use-command.ts';
import { useFirstFocus } from '../sheets/use-first-focus.ts';
import {
  NewCenterPassphrase,
  passphraseFault,
  type PassphraseFault,
} from './center-passphrase.tsx';
import '../style/first-run.css';
import './store-key.css';

/** Before the board, while the store waits for a person: nothing of it is in this page. */
export function Unlock() {
  const [locked, setLocked] = useState<StoreLocked | null>(null);
  const [recovering, setRecovering] = useState(false);
  useEffect(() => {
    void ask('store-key.locked', {}).then((reply) => {
      if (!reply.ok) return;
      setLocked(reply.value);
      setRecovering(reply.value.because === 'keystore-lost');
    });
  }, []);
  return (
    <main className="first-run unlock">
      <h1>CareDesk is locked</h1>
      <p className="unlock-meanwhile">
        <strong>Until it opens, this console takes no calls and sends nobody.</strong> Answer 911 by
        telephone, call police and EMS yourself, and write on the paper forms.
      </p>
      {locked === null ? null : recovering ? (
        <ByRecoveryKey
          locked={locked}
          onBack={locked.because === 'passphrase' ? () => setRecovering(false) : null}
        />
      ) : (
        <ByPassphrase onRecover={() => setRecovering(true)} />
      )}
    </main>
  );
}

function ByPassphrase({ onRecover }: { readonly onRecover: () => void }) {
  const [passphrase, setPassphrase] = useState('');
  const field = useFirstFocus<HTMLInputElement>();
  const unlock = useCommand('store-key.unlock');

  async function submit(event: FormEvent) {
    event.preventDefault();
    if ((await unlock.give({ passphrase })) !== null) {
      await reloadHello();
      return;
    }
    setPassphrase('');
    field.current?.focus();
  }

  return (
    <form className="passphrase" onSubmit={(event) => void submit(event)}>
      <TextField
        ref={field}
        label="Passphrase of the center"
        type="password"
        autoComplete="current-password"
        value={passphrase}
        onText={setPassphrase}
        error={unlock.refusal?.because}
        maxLength={200}
      />
      {unlock.busy && <p role="status">Opening the store…</p>}
      <div className="button-row">
        <Button type="submit" tone="primary" keys="Enter" aria-disabled={unlock.busy}>
          Open
        </Button>
        <Button tone="quiet" onClick={onRecover}>
          Use the recovery key
        </Button>
      </div>
    </form>
  );
}

function ByRecoveryKey({
  locked,
  onBack,
}: {
  readonly locked: StoreLocked;
  readonly onBack: (() => void) | null;
}) {
  const [recoveryKey, setRecoveryKey] = useState('');
  const [typed, setTyped] = useState({ passphrase: '', again: '' });
  const [fault, setFault] = useState<PassphraseFault | null>(null);
  const field = useFirstFocus<HTMLInputElement>();
  const unlock = useCommand('store-key.unlock');

  async function submit(event: FormEvent) {
    event.preventDefault();
    const wrong = locked.newPassphrase ? passphraseFault(typed) : null;
    setFault(wrong);
    if (wrong !== null) return;
    const newPassphrase = locked.newPassphrase ? typed.passphrase : null;
    if ((await unlock.give({ recoveryKey, newPassphrase })) !== null) await reloadHello();
    else field.current?.focus();
  }

  return (
    <form className="passphrase" onSubmit={(event) => void submit(event)} noValidate>
      {locked.because === 'keystore-lost' && (
        <p>
          The keystore of this computer does not hold the key of this store: it comes from another
          computer or another account.
        </p>
      )}
      <TextField
        ref={field}
        label="Recovery key"
        hint="Seven groups of five, from the paper that was printed last."
        value={recoveryKey}
        onText={setRecoveryKey}
        maxLength={80}
      />
      {locked.newPassphrase && (
        <NewCenterPassphrase
          label="New passphrase of the center"
          typed={typed}
          fault={fault}
          hint={`At least ${CENTER_PASSPHRASE_LENGTH} characters. It opens this console at every start from now on.`}
          onTyped={setTyped}
        />
      )}
      <Refused refusal={unlock.refusal} />
      {unlock.busy && <p role="status">Opening the store…</p>}
      <div className="button-row">
        <Button type="submit" tone="primary" keys="Enter" aria-disabled={unlock.busy}>
          Open
        </Button>
        {onBack !== null && (
          <Button tone="quiet" onClick={onBack}>
            Use the passphrase
          </Button>
        )}
      </div>
    </form>
  );
}
