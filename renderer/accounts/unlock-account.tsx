import type { AccountLine } from '#shared/board/account-lines.ts';
import { deskNow } from '../desk/clock.ts';
import { say } from '../desk/desk-store.ts';
import { wallDateTime } from '../desk/wall-date.ts';
import { useActions } from '../keys/actions.ts';
import { Button } from '../parts/button.tsx';
import { Refused } from '../sheets/refused.tsx';
import { useCommand } from '../sheets/use-command.ts';

/** Somebody mistyped too often, or somebody else guessed: a person who knows which lets them in again. */
export function UnlockAccount({
  account: { operatorId, name, lockedOutAt },
  onDone,
}: {
  readonly account: AccountLine;
  readonly onDone: () => void;
}) {
  const unlock = useCommand('operator.unlock');
  async function letIn() {
    if ((await unlock.give({ operatorId })) === null) return;
    say({ tone: 'done', text: `${name} is let in again.`, cause: null });
    onDone();
  }
  useActions({ 'accounts.unlock': () => void letIn() });
  return (
    <div className="account-locked-out">
      <p>
        <strong>▲ Locked out</strong> since{' '}
        {lockedOutAt !== null && wallDateTime(lockedOutAt, deskNow())}, after too many wrong
        passphrases. Ask {name} whether it was them before you let them in again.
      </p>
      <Refused refusal={unlock.refusal} />
      <Button keys="u" tone="primary" aria-disabled={unlock.busy} onClick={() => void letIn()}>
        Let them in again
      </Button>
    </div>
  );
}
