import { useRef } from 'react';
import type { WallUnit } from '#shared/board/wall-board.ts';
import type { Standing } from '../units/unit-groups.ts';
import { useCapacity } from './use-capacity.ts';
import { teamsOf, type WallTeam } from './wall-picture.ts';

const ROW_REM = 3.2;
const COLUMNS: readonly (readonly [Standing, string])[] = [
  ['free', 'Free'],
  ['busy', 'Out'],
  ['short', 'Short'],
  ['off', 'Off'],
];

/** Per team and zone: who is free by call sign, and how many are out, short of crew or off. */
export function WallTeams({ units }: { readonly units: readonly WallUnit[] }) {
  const frame = useRef<HTMLDivElement>(null);
  const fits = useCapacity(frame, ROW_REM);
  const teams = teamsOf(units);
  // The line about what is left out takes the place of one.
  const shown = teams.length <= fits ? teams : teams.slice(0, Math.max(1, fits - 1));
  return (
    <section className="wall-teams" aria-labelledby="wall-teams">
      <div className="wall-row wall-columns" aria-hidden="true">
        <h2 id="wall-teams">Teams</h2>
        {COLUMNS.map(([, label]) => (
          <span key={label}>{label}</span>
        ))}
      </div>
      <div ref={frame} className="wall-frame">
        {teams.length === 0 && <p className="wall-none">No units are on this board.</p>}
        <ul>
          {shown.map((team) => (
            <TeamRow key={team.key} team={team} />
          ))}
          {shown.length < teams.length && (
            <li className="wall-more">and {teams.length - shown.length} more teams</li>
          )}
        </ul>
      </div>
    </section>
  );
}

function TeamRow({ team: { team, zone, units } }: { readonly team: WallTeam }) {
  return (
    <li className="wall-row" data-none={units.free.length === 0}>
      <p>
        <b>{team}</b>
        <span>
          {zone}
          {units.free.length > 0 && `: ${units.free.join(' ')}`}
        </span>
      </p>
      {COLUMNS.map(([standing, label]) => (
        <span key={standing} data-standing={standing} data-zero={units[standing].length === 0}>
          <span className="spoken">{label} </span>
          {units[standing].length}
        </span>
      ))}
    </li>
  );
}
