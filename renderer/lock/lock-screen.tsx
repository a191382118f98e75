import { useEffect, useRef } from 'react';
import type { Operator } from '#shared/roster/operator.ts';
import { may } from '#shared/roster/permission.ts';
import { setSwitching, useDesk } from '../desk/desk-store.ts';
import { Button } from '../parts/button.tsx';
import { Keys } from '../parts/kbd.tsx';
import { NoticeLine } from '../parts/notice.tsx';
import { ROLE_LABELS } from '../sign-on/role-labels.ts';
import { PolicyInForce } from '../strip/policy-in-force.tsx';
import { WallClock } from '../strip/status-strip.tsx';
import { switchPerson } from './lock-console.ts';
import { LockedQueue } from './locked-queue.tsx';
import { moveLocked } from './locked-lines.ts';
import { ReportDuress } from './report-duress.tsx';
import { SwitchPerson } from './switch-person.tsx';
import { Unlock } from './unlock.tsx';
import './lock.css';

/**
 * A console somebody has left: who is signed on, what is open without anybody's name, and the ways on: the passphrase,
 * somebody else, police and EMS. Main answers nothing else until it is unlocked; this page only shows that.
 */
export function LockScreen() {
  const session = useDesk((desk) => desk.hello?.session ?? null);
  const operators = useDesk((desk) => desk.hello?.operators ?? []);
  const center = useDesk((desk) => desk.hello?.center?.name ?? 'CareDesk');
  const position = useDesk((desk) => desk.hello?.position ?? '');
  const switching = useDesk((desk) => desk.switching);
  const queue = useRef<HTMLDivElement>(null);
  // Met by whoever comes back: nothing of before is on the screen for a moment.
  useEffect(() => () => setSwitching(false), []);
  if (session === null) return null;
  const others = operators.filter(({ operatorId }) => operatorId !== session.operatorId);

  return (
    <main className="lock" data-place="lock" aria-label="Locked console">
      <header className="lock-head">
        <div>
          <h1>Locked</h1>
          <div className="lock-place">
            <p>
              {center} · {position}
            </p>
            <PolicyInForce />
          </div>
        </div>
        <p className="lock-clock">
          <WallClock />
        </p>
      </header>
      <section className="lock-ways" aria-label="The ways on">
        {switching ? (
          <SwitchPerson others={others} onBack={() => setSwitching(false)} />
        ) : (
          <>
            <Who session={session} />
            <Unlock
              session={session}
              onArrow={moveLocked}
              onLeave={() => queue.current?.querySelector<HTMLElement>('[role="listbox"]')?.focus()}
            />
            <div className="button-row">
              <Button keys="Ctrl+Shift+U" onClick={() => void switchPerson()}>
                Somebody else takes over
              </Button>
            </div>
          </>
        )}
        <NoticeLine />
        <p className="lock-hint">
          The arrows mark a call or an incident. <Keys keys="Alt+p Alt+p" />
          <span className="spoken">Alt+p twice</span> sends police and EMS there, without unlocking.
        </p>
        {may(session.role, 'watch-crews') && <ReportDuress />}
      </section>
      <LockedQueue frame={queue} />
    </main>
  );
}

function Who({ session }: { readonly session: Operator }) {
  return (
    <h2 className="lock-who">
      <bdi>{session.name}</bdi>
      <small>{ROLE_LABELS[session.role]}, signed on here</small>
    </h2>
  );
}
