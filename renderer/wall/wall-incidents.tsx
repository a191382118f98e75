import { useRef } from 'react';
import type { WallIncident } from '#shared/board/wall-board.ts';
import { PHASE_LABELS } from '#shared/incident/phase.ts';
import { Elapsed } from '../parts/elapsed.tsx';
import { LevelBadge } from '../parts/level-badge.tsx';
import { useCapacity } from './use-capacity.ts';
import { inOrder, sayLeftOut } from './wall-picture.ts';

const ROW_REM = 3.2;

/** What needs a person again first, then by level and age; what does not fit is counted. */
export function WallIncidents({ incidents }: { readonly incidents: readonly WallIncident[] }) {
  const frame = useRef<HTMLDivElement>(null);
  const perColumn = useCapacity(frame, ROW_REM);
  const ordered = inOrder(incidents);
  const columns = ordered.length > perColumn ? 2 : 1;
  const fits = perColumn * columns;
  const shown = ordered.length <= fits ? ordered : ordered.slice(0, fits);
  const leftOut = ordered.slice(shown.length);
  return (
    <section className="wall-incidents" aria-labelledby="wall-incidents">
      <div className="wall-columns">
        <h2 id="wall-incidents">Open incidents</h2>
        <span>{incidents.length}</span>
        {leftOut.length > 0 && (
          <strong>
            {leftOut.length} more not shown: {sayLeftOut(leftOut)}
          </strong>
        )}
      </div>
      <div ref={frame} className="wall-frame" data-columns={columns}>
        {incidents.length === 0 && <p className="wall-none">Nothing is open.</p>}
        <ul>
          {shown.map((incident) => (
            <IncidentRow key={incident.number} incident={incident} />
          ))}
        </ul>
      </div>
    </section>
  );
}

function IncidentRow({ incident }: { readonly incident: WallIncident }) {
  const { number, level, provisional, callType, area, zone, phase, units, attention } = incident;
  const where = [area ?? 'Area not known', zone].filter((part) => part !== null).join(', ');
  return (
    <li className="wall-incident" data-attention={attention !== null}>
      <LevelBadge level={level} provisional={provisional} />
      <b>{number}</b>
      <p>
        <span className="wall-where">{where}</span>
        <span>
          {attention === null ? (
            PHASE_LABELS[phase]
          ) : (
            <strong>
              <span aria-hidden="true">▲ </span>
              {attention}
            </strong>
          )}
          {units.length > 0 && ` · ${units.join(' ')}`} · {callType}
        </span>
      </p>
      <Elapsed since={incident.openedAt} promise={incident.promise} />
    </li>
  );
}
