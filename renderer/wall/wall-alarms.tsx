import type { WallBoard } from '#shared/board/wall-board.ts';
import { Elapsed } from '../parts/elapsed.tsx';
import { alarmsOf, type WallAlarm } from './wall-picture.ts';

const SAYS: Readonly<Record<WallAlarm['alarm'], string>> = {
  duress: 'DURESS',
  'back-up': 'Asks for back-up',
  missed: 'No check-in',
};

/** Above everything else, and only while there is something. */
export function WallAlarms({ board }: { readonly board: WallBoard }) {
  const alarms = alarmsOf(board);
  return (
    <div role="alert">
      {alarms.length > 0 && (
        <ul className="wall-alarms" aria-label="Alarms">
          {alarms.map(({ unitId, alarm, since, where, incidentNumber }) => (
            <li key={unitId} data-alarm={alarm}>
              <b>{SAYS[alarm]}</b> <strong>{unitId}</strong>
              <span>
                {where}
                {incidentNumber !== null && `, incident ${incidentNumber}`}
              </span>
              <Elapsed since={since} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
