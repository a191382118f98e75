import { useEffect, useRef, useState } from 'react';
import type { RecoveryOffer } from '#shared/store-key/store-key-view.ts';
import { ask } from '../desk/ask.ts';
import { Button } from '../parts/button.tsx';
import { Refused } from '../sheets/refused.tsx';
import { useCommand } from '../sheets/use-command.ts';
import { ProtectForm, type Protection } from './protect-form.tsx';

/**
 * The second page of the set-up: the store is encrypted while it is still empty, so that nothing of the center is ever
 * written in plain text. `onProtected` sets the center up and answers whether it worked.
 */
export function ProtectStep({
  onProtected,
  onBack,
}: {
  readonly onProtected: () => Promise<void>;
  readonly onBack: () => void;
}) {
  const [offer, setOffer] = useState<RecoveryOffer | null>(null);
  const [leaving, setLeaving] = useState(false);
  const encrypt = useCommand('store-key.encrypt-first');
  const leave = useCommand('store-key.leave-plain');
  const heading = useRef<HTMLHeadingElement>(null);
  const warning = useRef<HTMLDivElement>(null);
  // What it means is read before the button under it is reached.
  useEffect(() => {
    if (leaving) warning.current?.focus();
  }, [leaving]);
  // From the top: the form before it was longer than a screen.
  useEffect(() => heading.current?.focus(), [offer]);

  useEffect(() => {
    void ask('store-key.first-offer', {}).then((reply) => {
      if (reply.ok) setOffer(reply.value);
      // It was encrypted before something else went wrong: only the center is left to set up.
      else void onProtected();
    });
    // Asked once: every offer is another key.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, []);

  async function protect(protection: Protection) {
    if ((await encrypt.give(protection)) !== null) await onProtected();
  }
  async function leavePlain() {
    if ((await leave.give({})) !== null) await onProtected();
  }

  if (offer === null) return <p role="status">Preparing the key…</p>;
  return (
    <section className="protect-step" aria-labelledby="protect-title">
      <h1 id="protect-title" ref={heading} tabIndex={-1}>
        Encrypt the store
      </h1>
      <p>Nobody who takes this computer or its disk can then read what callers said.</p>
      <ProtectForm
        offer={offer}
        submit="Encrypt and set up the center"
        busy={encrypt.busy}
        refusal={encrypt.refusal}
        onProtect={(protection) => void protect(protection)}
        aside={
          <Button tone="quiet" onClick={onBack}>
            Back
          </Button>
        }
      />
      {!leaving ? (
        <Button tone="quiet" onClick={() => setLeaving(true)}>
          Go on without encryption…
        </Button>
      ) : (
        <div
          ref={warning}
          tabIndex={-1}
          role="group"
          aria-label="Without encryption"
          className="set-up-warning leave-plain"
        >
          <p>
            <strong>Without encryption whoever holds this disk reads every call.</strong> It goes on
            record that somebody chose this, and stands in the status line of supervisors and
            administrators until it is encrypted (<kbd>g y</kbd>).
          </p>
          <Refused refusal={leave.refusal} />
          <div className="button-row">
            <Button tone="danger" aria-disabled={leave.busy} onClick={() => void leavePlain()}>
              Leave the store readable
            </Button>
            <Button tone="quiet" onClick={() => setLeaving(false)}>
              Encrypt it after all
            </Button>
          </div>
        </div>
      )}
    </section>
  );
}
