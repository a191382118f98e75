import { useEffect, useRef } from 'react';
import { useBoard } from '../desk/board-store.ts';
import { setVeiled, useDesk } from '../desk/desk-store.ts';
import { Button } from '../parts/button.tsx';
import { Elapsed } from '../parts/elapsed.tsx';
import { NoticeBeside } from '../parts/notice.tsx';
import { answerPromise } from '../queue/answer-promise.ts';
import { PolicyInForce } from './policy-in-force.tsx';
import { WallClock } from './status-strip.tsx';

/** Hides everything about anybody, for when somebody stands behind the desk. Police/EMS now still works. */
export function Veil() {
  const waiting = useBoard((board) => board.callOrder.length);
  const lift = useRef<HTMLButtonElement>(null);
  useEffect(() => lift.current?.focus(), []);
  return (
    <main className="veil" data-place="veil" aria-label="Veiled screen">
      <h1 className="spoken">The screen is veiled</h1>
      <p className="veil-clock">
        <WallClock />
      </p>
      <p className="veil-waiting" role="status">
        {waiting === 0 ? 'No call waits' : waiting === 1 ? '1 call waits' : `${waiting} calls wait`}
      </p>
      <Longest />
      <PolicyInForce />
      <Button ref={lift} keys="Ctrl+L" onClick={() => setVeiled(false)}>
        Lift the veil
      </Button>
      <NoticeBeside causes={['incident.upgrade']} />
    </main>
  );
}

/** For how long the first of them has waited: about nobody, and what brings somebody back to the desk. */
function Longest() {
  const since = useBoard((board) => board.calls.get(board.callOrder[0] ?? '')?.receivedAt ?? null);
  const policy = useDesk((desk) => desk.policy);
  if (since === null) return null;
  return (
    <p className="veil-longest">
      the longest <Elapsed since={since} promise={answerPromise(since, policy)} />
    </p>
  );
}
