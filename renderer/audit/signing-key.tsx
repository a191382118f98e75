import { useState, type FormEvent } from 'react';
import type { SigningKeyLine } from '#shared/audit/audit-view.ts';
import { sayFingerprint } from '#shared/audit/fingerprint.ts';
import { deskNow } from '../desk/clock.ts';
import { say } from '../desk/desk-store.ts';
import { wallDateTime } from '../desk/wall-date.ts';
import { Button } from '../parts/button.tsx';
import { NOBODY_CHOSEN, NOBODY_YET, SecondPerson } from '../parts/second-person.tsx';
import { Refused } from '../sheets/refused.tsx';
import { useCommand } from '../sheets/use-command.ts';
import { useFirstFocus } from '../sheets/use-first-focus.ts';

/** The key exports are signed with, and the ones before it. */
export function SigningKey({
  keys: [inUse, ...earlier],
  renewing,
  onRenew,
  onPrint,
  onRenewed,
}: {
  readonly keys: readonly SigningKeyLine[];
  readonly renewing: boolean;
  /** Begins it, or thinks better of it. */
  readonly onRenew: (renewing: boolean) => void;
  readonly onPrint: () => void;
  readonly onRenewed: () => void;
}) {
  return (
    <section className="audit-key" aria-label="The signing key">
      {inUse === undefined ? (
        <p>The key exports are signed with is made at the first export.</p>
      ) : (
        <>
          <p>
            Exports are signed with this key; give it to whoever verifies them, apart from the file:{' '}
            <code>{sayFingerprint(inUse.fingerprint)}</code>
          </p>
          {earlier.map(({ fingerprint, retiredAt }) => (
            <p key={fingerprint}>
              Until{' '}
              {retiredAt !== null && (
                <time dateTime={retiredAt}>{wallDateTime(retiredAt, deskNow())}</time>
              )}
              : <code>{sayFingerprint(fingerprint)}</code>
            </p>
          ))}
          <div className="button-row">
            <Button tone="quiet" keys="Shift+P" onClick={onPrint}>
              Print it
            </Button>
            <Button
              tone="quiet"
              keys="Shift+K"
              aria-expanded={renewing}
              onClick={() => onRenew(!renewing)}
            >
              New key
            </Button>
          </div>
        </>
      )}
      {renewing && inUse !== undefined && (
        <RenewForm onRenewed={onRenewed} onCancel={() => onRenew(false)} />
      )}
    </section>
  );
}

function RenewForm({
  onRenewed,
  onCancel,
}: {
  readonly onRenewed: () => void;
  readonly onCancel: () => void;
}) {
  const [second, setSecond] = useState(NOBODY_YET);
  const [missing, setMissing] = useState(false);
  const renew = useCommand('audit.renew-key');
  // What it means is read before anybody signs for it.
  const first = useFirstFocus<HTMLFormElement>();

  async function submit(event?: FormEvent) {
    event?.preventDefault();
    const { operatorId, passphrase } = second;
    setMissing(operatorId === null);
    if (operatorId === null) return;
    if ((await renew.give({ secondPerson: { operatorId, passphrase } })) === null) return;
    const text = 'Exports are signed with a new key from now on. Give its fingerprint out anew.';
    say({ tone: 'done', text, cause: null });
    onRenewed();
  }

  return (
    <form
      ref={first}
      tabIndex={-1}
      className="audit-renew"
      aria-label="A new signing key"
      onSubmit={(event) => void submit(event)}
    >
      <p>
        The next exports are signed with a new key, and this one signs nothing more. Earlier files
        stay verifiable by its fingerprint.
      </p>
      <SecondPerson
        legend="A new key takes two people"
        needs="read-audit"
        draft={second}
        onDraft={setSecond}
        onEnter={() => void submit()}
        missing={missing ? NOBODY_CHOSEN : null}
      />
      <Refused refusal={renew.refusal} />
      <div className="button-row">
        <Button type="submit" tone="primary" aria-disabled={renew.busy}>
          Take a new key into use
        </Button>
        <Button tone="quiet" onClick={onCancel}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
