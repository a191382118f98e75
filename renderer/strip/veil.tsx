import { useEffect, useRef } from 'react';
import { useBoard } from '../desk/board-store.ts';
import { setVeiled } from '../desk/desk-store.ts';
import { Button } from '../parts/button.tsx';
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
      <PolicyInForce />
      <Button ref={lift} keys="Ctrl+L" onClick={() => setVeiled(false)}>
        Lift the veil
      </Button>
    </main>
  );
}
