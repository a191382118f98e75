import type { ReactNode } from 'react';
import type { AccountLine } from '#shared/board/account-lines.ts';
import { AWAY_DAYS } from '#shared/roster/lock-out.ts';
import { deskNow } from '../desk/clock.ts';
import { say } from '../desk/desk-store.ts';
import { reloadHello } from '../desk/refresh-hello.ts';
import { wallDateTime } from '../desk/wall-date.ts';
import { useActions } from '../keys/actions.ts';
import { Button } from '../parts/button.tsx';
import { Refused } from '../sheets/refused.tsx';
import { useCommand, type Command } from '../sheets/use-command.ts';

interface Props {
  readonly account: AccountLine;
  readonly onDone: () => void;
}

/** Somebody mistyped too often, or somebody else guessed: a person who knows which lets them in again. */
export function UnlockAccount({ account: { operatorId, name, lockedOutAt }, onDone }: Props) {
  const unlock = useCommand('operator.unlock');
  async function letIn() {
    if ((await unlock.give({ operatorId })) === null) return;
    say({ tone: 'done', text: `${name} is let in again.`, cause: null });
    onDone();
  }
  return (
    <KeptOut state="locked-out" command={unlock} does="Let them in again" onGive={letIn}>
      <strong>▲ Locked out</strong> since{' '}
      {lockedOutAt !== null && wallDateTime(lockedOutAt, deskNow())}, after too many wrong
      passphrases. Ask {name} whether it was them before you let them in again.
    </KeptOut>
  );
}

/** Not used for so long that the next sign-on would be refused: taken up again before somebody stands there. */
export function TakeUpAway({ account, keeps, onDone }: Props & { readonly keeps: boolean }) {
  const { operatorId, name } = account;
  const takeUp = useCommand('operator.reactivate');
  const why = (
    <>
      <strong>◆ Away too long:</strong> nobody signed on as {name} for more than {AWAY_DAYS} days,
      so the next sign-on is refused.
    </>
  );
  if (!keeps)
    return (
      <div className="account-kept-out" data-state="away">
        <p>{why} An administrator takes the account up again.</p>
      </div>
    );
  async function letIn() {
    if ((await takeUp.give({ operatorId })) === null) return;
    say({
      tone: 'done',
      text: `${name} signs on again, with the passphrase of before.`,
      cause: null,
    });
    void reloadHello();
    onDone();
  }
  return (
    <KeptOut state="away" command={takeUp} does="Take up again" onGive={letIn}>
      {why}
    </KeptOut>
  );
}

function KeptOut({
  state,
  command,
  does,
  onGive,
  children,
}: {
  readonly state: AccountLine['state'];
  readonly command: Pick<Command<'operator.unlock'>, 'refusal' | 'busy'>;
  readonly does: string;
  readonly onGive: () => Promise<void>;
  readonly children: ReactNode;
}) {
  useActions({ 'accounts.unlock': () => void onGive() });
  return (
    <div className="account-kept-out" data-state={state}>
      <p>{children}</p>
      <Refused refusal={command.refusal} />
      <Button keys="u" tone="primary" aria-disabled={command.busy} onClick={() => void onGive()}>
        {does}
      </Button>
    </div>
  );
}
