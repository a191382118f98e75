import { useLayoutEffect, useRef, useState } from 'react';
import { Button } from '../parts/button.tsx';
import { Field } from '../parts/field.tsx';

/** A token that was just made. Nobody can read it again: whoever loses it makes another one. */
export function TokenOnce({
  name,
  token,
  onKept,
}: {
  readonly name: string;
  readonly token: string;
  readonly onKept: () => void;
}) {
  const field = useRef<HTMLInputElement>(null);
  const [copied, setCopied] = useState(false);
  useLayoutEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, [token]);

  function copy() {
    field.current?.select();
    // The window has no permission for anything newer, and needs none for this.
    setCopied(document.execCommand?.('copy') ?? false);
  }

  return (
    <section className="intake-token" aria-label={`Token of ${name}`}>
      <Field
        label={`Token of ${name}, shown only now`}
        hint="The other system sends it with every request: Authorization: Bearer TOKEN. Only its hash is kept here."
      >
        {(wiring) => (
          <input {...wiring} ref={field} readOnly value={token} spellCheck={false} size={44} />
        )}
      </Field>
      <div className="button-row">
        <Button tone="primary" onClick={copy}>
          Copy the token
        </Button>
        <Button tone="quiet" onClick={onKept}>
          I have it
        </Button>
        <span role="status">{copied ? 'Copied.' : ''}</span>
      </div>
    </section>
  );
}
