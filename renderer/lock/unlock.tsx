import { useState, type FormEvent } from 'react';
import type { Operator } from '#shared/roster/operator.ts';
import { useDesk } from '../desk/desk-store.ts';
import { loadDrafts } from '../desk/kept-drafts.ts';
import { reloadHello } from '../desk/refresh-hello.ts';
import { Button } from '../parts/button.tsx';
import { TextField } from '../parts/field.tsx';
import { useCommand } from '../sheets/use-command.ts';
import { useFirstFocus } from '../sheets/use-first-focus.ts';

/** The passphrase of who is signed on; in training, where nobody has one, a key. */
export function Unlock({
  session,
  onArrow,
  onLeave,
}: {
  readonly session: Operator;
  readonly onArrow: (by: number) => void;
  readonly onLeave: () => void;
}) {
  const passphrases = useDesk((desk) => desk.hello?.passphrases ?? true);
  const [passphrase, setPassphrase] = useState('');
  const unlock = useCommand('console.unlock');
  const field = useFirstFocus<HTMLInputElement>(passphrases);
  const button = useFirstFocus<HTMLButtonElement>(!passphrases);

  async function submit(event: FormEvent) {
    event.preventDefault();
    const done = await unlock.give({ passphrase });
    setPassphrase('');
    if (done === null) return field.current?.focus();
    await reloadHello();
    // What was typed just before is on its way from here.
    await loadDrafts();
  }

  return (
    <form
      className="unlock"
      aria-label={`Unlock as ${session.name}`}
      onSubmit={(e) => void submit(e)}
    >
      {passphrases && (
        <TextField
          ref={field}
          label="Passphrase"
          type="password"
          autoComplete="current-password"
          value={passphrase}
          onText={setPassphrase}
          error={unlock.refusal?.because}
          maxLength={200}
          onKeyDown={(event) => {
            const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
            if (event.key === 'Escape') onLeave();
            else if (by !== undefined) onArrow(by);
            else return;
            event.preventDefault();
          }}
        />
      )}
      <Button ref={button} type="submit" tone="primary" keys="Enter" aria-disabled={unlock.busy}>
        Unlock
      </Button>
    </form>
  );
}
