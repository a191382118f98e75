import { useEffect, useRef, useState, type FormEvent, type ReactNode } from 'react';
import type { ChosenWay } from '#shared/contract/store-key-topics.ts';
import type { Refusal } from '#shared/lib/refusal.ts';
import { CENTER_PASSPHRASE_LENGTH } from '#shared/store-key/center-passphrase.ts';
import type { RecoveryOffer } from '#shared/store-key/store-key-view.ts';
import { Button } from '../parts/button.tsx';
import { TextField } from '../parts/field.tsx';
import { Refused } from '../sheets/refused.tsx';
import { useCommand } from '../sheets/use-command.ts';
import {
  NewCenterPassphrase,
  passphraseFault,
  type PassphraseFault,
  type TypedTwice,
} from './center-passphrase.tsx';
import './store-key.css';

export interface Protection {
  readonly way: ChosenWay;
  readonly readBack: string[];
}

/**
 * The recovery key, shown once and read back in part, and how the store opens every day. Without `askWay` only the
 * recovery key is about to change.
 */
export function ProtectForm({
  offer,
  askWay = true,
  submit,
  busy,
  refusal,
  onProtect,
  children,
  aside,
}: {
  readonly offer: RecoveryOffer;
  readonly askWay?: boolean;
  readonly submit: string;
  readonly busy: boolean;
  readonly refusal: Refusal | null;
  readonly onProtect: (protection: Protection) => void;
  /** Fields that come last, such as the own passphrase. */
  readonly children?: ReactNode;
  /** Beside the button. */
  readonly aside?: ReactNode;
}) {
  const { recoveryKey, ask, keystore } = offer;
  const [typed, setTyped] = useState<TypedTwice>({ passphrase: '', again: '' });
  const [groups, setGroups] = useState<readonly string[]>(ask.map(() => ''));
  const [fault, setFault] = useState<PassphraseFault | null>(null);
  const print = useCommand('store-key.print-recovery');
  const form = useRef<HTMLFormElement>(null);
  const byPassphrase = askWay && !keystore.available;

  // Main says which group differs; the field it stands in has the focus again.
  useEffect(() => {
    if (refusal?.refused !== 'read-back-wrong') return;
    const shown = recoveryKey.split('-');
    const at = ask.findIndex((group, place) => shown[group - 1] !== groups[place]?.toUpperCase());
    const name = `group-${ask[Math.max(0, at)]}`;
    const field = form.current?.querySelector<HTMLInputElement>(`[name="${name}"]`);
    field?.focus();
    field?.select();
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [refusal]);

  function protect(event: FormEvent) {
    event.preventDefault();
    const wrong = byPassphrase ? passphraseFault(typed) : null;
    setFault(wrong);
    if (wrong !== null) return;
    const way: ChosenWay = byPassphrase
      ? { by: 'passphrase', passphrase: typed.passphrase }
      : { by: 'keystore' };
    onProtect({ way, readBack: [...groups] });
  }

  return (
    <form ref={form} className="set-up protect" onSubmit={protect} noValidate>
      {askWay && (
        <fieldset>
          <legend>How it opens every day</legend>
          <p>{keystore.says}</p>
          {byPassphrase && (
            <NewCenterPassphrase
              typed={typed}
              fault={fault}
              hint={`At least ${CENTER_PASSPHRASE_LENGTH} characters. It is typed once whenever this console starts.`}
              onTyped={setTyped}
            />
          )}
        </fieldset>
      )}
      <fieldset>
        <legend>The recovery key</legend>
        <p>
          It opens the store when the{' '}
          {keystore.available ? 'computer is lost or replaced' : 'passphrase is forgotten'}.
          CareDesk keeps no copy and never shows it again. Print it or write it down, and lock it
          away from this computer.
        </p>
        <RecoveryGroups recoveryKey={recoveryKey} />
        <div className="button-row">
          <Button aria-disabled={print.busy} onClick={() => void print.give({})}>
            Print it
          </Button>
        </div>
        <Refused refusal={print.refusal} />
        <p>Now from the paper, so that it is known to be right:</p>
        <div className="read-back">
          {ask.map((group, at) => (
            <TextField
              key={group}
              label={`Group ${group}`}
              name={`group-${group}`}
              value={groups[at] ?? ''}
              onText={(text) =>
                setGroups(groups.map((each, place) => (place === at ? text : each)))
              }
              maxLength={20}
            />
          ))}
        </div>
      </fieldset>
      {children}
      <Refused refusal={refusal} />
      <div className="button-row">
        <Button type="submit" tone="primary" keys="Enter" aria-disabled={busy}>
          {submit}
        </Button>
        {aside}
      </div>
    </form>
  );
}

/** Each group with its number, as it is read aloud and asked for. */
function RecoveryGroups({ recoveryKey }: { readonly recoveryKey: string }) {
  return (
    <ol className="recovery-groups" aria-label="Recovery key">
      {recoveryKey.split('-').map((group, at) => (
        <li key={at}>
          <small>{at + 1}</small> <code>{group}</code>
        </li>
      ))}
    </ol>
  );
}
