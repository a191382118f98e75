import { may } from '#shared/roster/permission.ts';
import { useBoard } from '../desk/board-store.ts';
import { openSheet, useDesk } from '../desk/desk-store.ts';
import { Button } from '../parts/button.tsx';
import '../style/hand-over.css';

/** Above every screen of whoever keeps the intake lines: somebody tries to get in, and nobody has looked yet. */
export function AttemptsBanner() {
  const role = useDesk((desk) => desk.hello?.session?.role);
  const attempted = useBoard((board) => board.attemptedLines);
  if (role === undefined || !may(role, 'keep-intake-lines') || attempted === 0) return null;
  return (
    <section className="shift-banner" data-back="true" aria-label="Attempts to get in">
      <p role="alert">
        <strong>▲ Somebody tried to get in</strong> at{' '}
        {attempted === 1 ? 'an intake line' : `${attempted} intake lines`} without the right to
        send. Nothing was taken.
      </p>
      <Button keys="g v" onClick={() => openSheet('intake-lines')}>
        Look at it
      </Button>
    </section>
  );
}
