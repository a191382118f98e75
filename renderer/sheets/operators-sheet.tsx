import { lazy, Suspense, useState } from 'react';
import { may } from '#shared/roster/permission.ts';
import { openSheet, prefer, setScreen, useDesk } from '../desk/desk-store.ts';
import { flushDrafts } from '../desk/kept-drafts.ts';
import { reloadHello } from '../desk/refresh-hello.ts';
import { Button } from '../parts/button.tsx';
import { Sheet } from '../parts/sheet.tsx';
import { ROLE_LABELS } from '../sign-on/role-labels.ts';
import { KeyScope } from './key-scope.tsx';
import { Refused } from './refused.tsx';
import { useCommand } from './use-command.ts';
import { Workstation } from './workstation.tsx';

const OwnPassphrase = lazy(() =>
  import('../accounts/own-passphrase.tsx').then(({ OwnPassphrase }) => ({
    default: OwnPassphrase,
  })),
);

/** Who is at this console, who else has an account, and how this workstation looks and sounds. */
export function OperatorsSheet() {
  const session = useDesk((desk) => desk.hello?.session ?? null);
  const operators = useDesk((desk) => desk.hello?.operators ?? []);
  const theme = useDesk((desk) => desk.theme);
  const density = useDesk((desk) => desk.density);
  const passphrases = useDesk((desk) => desk.hello?.passphrases ?? false);
  const [changing, setChanging] = useState(false);
  const signOff = useCommand('operator.sign-off');

  const stillOwns = signOff.refusal?.refused === 'still-owns';

  async function leave(anyway = false) {
    // What this person has half typed is kept under their name, and waits for them.
    await flushDrafts();
    // The window goes to sign-on by itself; the next person chooses their own name there.
    if ((await signOff.give(anyway ? { anyway } : {})) !== null) await reloadHello();
  }

  const keys = {
    o: () => void leave(),
    // Only after it was said what is still theirs.
    ...(stillOwns ? { h: () => openSheet('hand-over'), l: () => void leave(true) } : {}),
    ...(passphrases ? { c: () => setChanging(true) } : {}),
    t: () => prefer({ theme: theme === 'dark' ? 'light' : 'dark' }),
    d: () => prefer({ density: density === 'compact' ? 'comfortable' : 'compact' }),
  };
  return (
    <KeyScope keys={keys}>
      <Sheet
        title={session?.name ?? 'Nobody is signed on'}
        subtitle={session === null ? undefined : ROLE_LABELS[session.role]}
      >
        <Button
          keys="o"
          data-first-focus=""
          aria-disabled={signOff.busy}
          onClick={() => void leave()}
        >
          Sign off, or switch operator
        </Button>
        <Refused refusal={signOff.refusal} />
        {stillOwns && (
          <div className="button-row">
            <Button keys="h" tone="primary" onClick={() => openSheet('hand-over')}>
              Hand over
            </Button>
            <Button keys="l" aria-disabled={signOff.busy} onClick={() => void leave(true)}>
              Leave anyway
            </Button>
          </div>
        )}
        {changing ? (
          <Suspense fallback={null}>
            <OwnPassphrase onDone={() => setChanging(false)} />
          </Suspense>
        ) : (
          passphrases && (
            <Button keys="c" onClick={() => setChanging(true)}>
              Change my passphrase
            </Button>
          )
        )}
        <Workstation />
        <section aria-labelledby="accounts-title">
          <h3 id="accounts-title">Accounts</h3>
          <ul className="accounts">
            {operators.map(({ operatorId, name, role, active }) => (
              <li key={operatorId} data-active={active}>
                <bdi>{name}</bdi>
                <span>{ROLE_LABELS[role]}</span>
                {operatorId === session?.operatorId && <span>you</span>}
                {!active && <span>not active</span>}
              </li>
            ))}
          </ul>
          {session !== null && may(session.role, 'unlock-accounts') && (
            <Button keys="g y" tone="quiet" onClick={() => setScreen('administration')}>
              To the accounts
            </Button>
          )}
        </section>
      </Sheet>
    </KeyScope>
  );
}
