import { useId, useRef, useState, type FormEvent } from 'react';
import { AUTO_LOCK_MINUTES } from '#shared/roster/console-events.ts';
import { say } from '../desk/desk-store.ts';
import { useActions } from '../keys/actions.ts';
import { Button } from '../parts/button.tsx';
import { Refused } from '../sheets/refused.tsx';
import { useCommand } from '../sheets/use-command.ts';

/** After how long without a touch every console of the center locks itself; never later than half an hour. */
export function AutoLock({
  minutes,
  keeps,
  onDone,
}: {
  readonly minutes: number;
  readonly keeps: boolean;
  readonly onDone: () => void;
}) {
  const [typed, setTyped] = useState<string | null>(null);
  const set = useCommand('access.set');
  const field = useRef<HTMLInputElement>(null);
  const id = useId();
  useActions({
    'accounts.auto-lock': () => (keeps ? field.current?.focus() : false),
  });

  async function submit(event: FormEvent) {
    event.preventDefault();
    const autoLockMinutes = Number(typed ?? minutes);
    if ((await set.give({ autoLockMinutes })) === null) return;
    setTyped(null);
    say({
      tone: 'done',
      text: `Consoles lock themselves after ${autoLockMinutes} minutes without a touch.`,
      cause: null,
    });
    onDone();
  }
  if (!keeps)
    return (
      <p className="auto-lock">Consoles lock themselves after {minutes} minutes without a touch.</p>
    );
  return (
    <form className="auto-lock" aria-label="Locking by itself" onSubmit={(e) => void submit(e)}>
      <label htmlFor={id}>
        <kbd aria-hidden="true">l</kbd> Consoles lock themselves after
      </label>
      <input
        ref={field}
        id={id}
        type="number"
        min={1}
        max={AUTO_LOCK_MINUTES.most}
        step={1}
        aria-describedby={`${id}-unit`}
        value={typed ?? String(minutes)}
        onChange={(event) => setTyped(event.target.value)}
      />
      <span id={`${id}-unit`}>minutes without a touch, at most {AUTO_LOCK_MINUTES.most}.</span>
      {typed !== null && (
        <Button type="submit" keys="Enter" aria-disabled={set.busy}>
          Set
        </Button>
      )}
      <Refused refusal={set.refusal} />
    </form>
  );
}
