import { useWall } from './wall-store.ts';
import { WallAlarms } from './wall-alarms.tsx';
import { WallFigures } from './wall-figures.tsx';
import { WallHead } from './wall-head.tsx';
import { WallIncidents } from './wall-incidents.tsx';
import { WallTeams } from './wall-teams.tsx';

/** Read from across the room: who is in danger, who waits, who can go. */
export function WallScreen() {
  const board = useWall((wall) => wall.board);
  const heard = useWall((wall) => wall.heardAt !== null);
  if (board === null)
    return (
      <main className="wall-empty">
        <h1>CareDesk wall board</h1>
        <p>
          {heard
            ? 'This center is not set up yet. The board appears here as soon as it is.'
            : 'Waiting for the desk.'}
        </p>
      </main>
    );
  return (
    <div className="wall" data-training={board.training}>
      <WallHead board={board} />
      <main>
        <WallAlarms board={board} />
        <WallFigures board={board} />
        <div className="wall-halves">
          <WallTeams units={board.units} />
          <WallIncidents incidents={board.incidents} />
        </div>
      </main>
    </div>
  );
}
