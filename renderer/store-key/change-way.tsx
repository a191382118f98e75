import { useState, type FormEvent } from 'react';
import { CENTER_PASSPHRASE_LENGTH } from '#shared/store-key/center-passphrase.ts';
import type { StoreKeyStanding } from '#shared/store-key/store-key-view.ts';
import { Button } from '../parts/button.tsx';
import { Refused } from '../sheets/refused.tsx';
import { useCommand } from '../sheets/use-command.ts';
import {
  NewCenterPassphrase,
  passphraseFault,
  type PassphraseFault,
} from './center-passphrase.tsx';
import { Cancel, OwnPassphrase } from './own-passphrase.tsx';

/** The same key, opened by another passphrase or by the keystore. Nothing is encrypted anew. */
export function ChangeWay({
  standing: { way, keystore },
  onEnd,
  onStop,
}: {
  readonly standing: StoreKeyStanding;
  readonly onEnd: (text: string) => void;
  readonly onStop: () => void;
}) {
  const [typed, setTyped] = useState({ passphrase: '', again: '' });
  const [own, setOwn] = useState('');
  const [fault, setFault] = useState<PassphraseFault | null>(null);
  const change = useCommand('store-key.change-way');

  async function toPassphrase(event: FormEvent) {
    event.preventDefault();
    const wrong = passphraseFault(typed);
    setFault(wrong);
    if (wrong !== null) return;
    const { passphrase } = typed;
    if ((await change.give({ own, way: { by: 'passphrase', passphrase } })) !== null)
      onEnd('The store opens by the new passphrase of the center.');
  }
  async function toKeystore() {
    if ((await change.give({ own, way: { by: 'keystore' } })) !== null)
      onEnd('The store opens by the keystore of this computer.');
  }

  return (
    <form className="set-up" onSubmit={(event) => void toPassphrase(event)} noValidate>
      <NewCenterPassphrase
        label="New passphrase of the center"
        typed={typed}
        fault={fault}
        hint={`At least ${CENTER_PASSPHRASE_LENGTH} characters. It is typed once whenever this console starts.`}
        onTyped={setTyped}
      />
      <OwnPassphrase own={own} onOwn={setOwn} />
      <Refused refusal={change.refusal} />
      <div className="button-row">
        <Button type="submit" tone="primary" keys="Enter" aria-disabled={change.busy}>
          Open by this passphrase
        </Button>
        {way === 'passphrase' && keystore.available && (
          <Button aria-disabled={change.busy} onClick={() => void toKeystore()}>
            Let the keystore open it
          </Button>
        )}
        <Cancel onStop={onStop} />
      </div>
    </form>
  );
}
