import type { SigningKeyLine } from '#shared/audit/audit-view.ts';
import { sayFingerprint } from '#shared/audit/fingerprint.ts';
import type { Input } from '#shared/contract/console-contract.ts';
import { deskNow } from '../desk/clock.ts';
import { say } from '../desk/desk-store.ts';
import { wallDateTime } from '../desk/wall-date.ts';
import { Button } from '../parts/button.tsx';
import { SignedByTwo } from '../sheets/signed-by-two.tsx';
import { useCommand } from '../sheets/use-command.ts';

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
  const renew = useCommand('audit.renew-key');
  async function sign(secondPerson: Input<'audit.renew-key'>['secondPerson']) {
    if ((await renew.give({ secondPerson })) === null) return;
    const text = 'Exports are signed with a new key from now on. Give its fingerprint out anew.';
    say({ tone: 'done', text, cause: null });
    onRenewed();
  }
  return (
    <SignedByTwo
      className="audit-renew"
      label="A new signing key"
      means="The next exports are signed with a new key, and this one signs nothing more. Earlier files stay verifiable by its fingerprint."
      legend="A new key takes two people"
      needs="read-audit"
      act="Take a new key into use"
      command={renew}
      onSigned={(second) => void sign(second)}
      onCancel={onCancel}
    />
  );
}
