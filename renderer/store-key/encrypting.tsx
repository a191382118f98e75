import { useEffect, useRef } from 'react';
import type { EncryptingView } from '#shared/store-key/store-key-view.ts';

const STEPS: Readonly<Record<EncryptingView['step'], string>> = {
  writing: 'Copying and encrypting',
  verifying: 'Checking the copy, and taking over what was written meanwhile',
};

/** How far it is. What changes every second is not read aloud: only the step is. */
export function Encrypting({
  encrypting: { step, megabytes },
  of,
}: {
  readonly encrypting: EncryptingView;
  readonly of: number;
}) {
  const section = useRef<HTMLElement>(null);
  // The form it was begun from is gone, and with it the focus.
  useEffect(() => {
    if (document.activeElement === document.body) section.current?.focus();
  }, []);
  return (
    <section ref={section} className="encrypting" aria-label="Encrypting the store" tabIndex={-1}>
      <p>
        <strong>The store is being encrypted.</strong> The console goes on: take calls and dispatch
        as always, also on other screens. At the end it stands still for a moment.
      </p>
      <p role="status">{STEPS[step]}</p>
      <progress
        aria-label="Megabytes copied"
        max={Math.max(1, of)}
        value={step === 'writing' ? Math.min(megabytes, of) : of}
      />
      <small>
        {Math.min(megabytes, of)} of {of} MB
      </small>
    </section>
  );
}
