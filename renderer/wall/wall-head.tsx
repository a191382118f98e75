import type { WallBoard } from '#shared/board/wall-board.ts';
import { useTime } from '../desk/clock.ts';
import { useWall } from './wall-store.ts';

/** Main gives a sign of life every five seconds; three missed ones are said. */
const SILENT_MS = 16_000;

export function WallHead({ board }: { readonly board: WallBoard }) {
  const heardAt = useWall((wall) => wall.heardAt) ?? 0;
  const clock = useTime((now) => timeIn(board.timeZone, now));
  const silent = useTime((now) => now - heardAt > SILENT_MS);
  const updated = timeIn(board.timeZone, heardAt);
  return (
    <header className="wall-head">
      <h1 dir="auto">{board.center}</h1>
      {board.training && <strong className="wall-training">TRAINING</strong>}
      <p>
        Policy <b>{board.policyVersion}</b>
      </p>
      {silent ? (
        <strong className="wall-silent" role="alert">
          ▲ No word from the desk since {updated}. What you see may be old: ask a dispatcher.
        </strong>
      ) : (
        <p className="wall-updated">
          Last update <time>{updated}</time>
        </p>
      )}
      <time className="wall-clock">{clock}</time>
    </header>
  );
}

function timeIn(timeZone: string, at: number): string {
  const parts = {
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  } as const;
  return new Intl.DateTimeFormat('en-GB', { ...parts, timeZone }).format(at);
}
