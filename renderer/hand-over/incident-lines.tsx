import type { HandOverIncident } from '#shared/board/hand-over-sheet.ts';
import { wallTime } from '../desk/wall-time.ts';
import { Elapsed } from '../parts/elapsed.tsx';
import { LevelBadge } from '../parts/level-badge.tsx';

/** Open incidents as somebody reads them who takes over: how urgent, how old, whose, why. */
export function IncidentLines({
  incidents,
  changed,
  withOwner,
}: {
  readonly incidents: readonly HandOverIncident[];
  readonly changed: ReadonlySet<string>;
  readonly withOwner: boolean;
}) {
  return (
    <ul className="shift-lines">
      {incidents.map((incident) => (
        <li key={incident.key} data-changed={changed.has(incident.key)}>
          <p className="shift-line">
            <LevelBadge level={incident.level} />
            <b>
              <span className="spoken">incident </span>
              {incident.number}
            </b>
            <span className="shift-what">{incident.callType}</span>
            <span className="shift-phase">{incident.phase}</span>
            <Elapsed since={incident.openedAt} />
          </p>
          <p className="shift-more">
            {changed.has(incident.key) && <strong>◆ changed · </strong>}
            {withOwner && (
              <>
                <bdi>{incident.ownerName}</bdi> ·{' '}
              </>
            )}
            <bdi>{incident.address === '' ? 'Place not known' : incident.address}</bdi>
            {incident.area !== null && ` · ${incident.area}`}
          </p>
          {incident.attention !== null && <p className="shift-alert">▲ {incident.attention}</p>}
          {incident.hold !== null && (
            <p className={incident.hold.expired ? 'shift-alert' : 'shift-more'}>
              {incident.hold.expired ? '▲ Hold ran out at ' : 'Held, promised until '}
              {wallTime(incident.hold.until)}: <span dir="auto">{incident.hold.reason}</span>
            </p>
          )}
          {incident.cautions.map((caution) => (
            <p key={caution} className="shift-caution" dir="auto">
              ◆ Caution, {caution}
            </p>
          ))}
          {incident.units.length > 0 && <p className="shift-more">{incident.units.join(', ')}</p>}
          {incident.why !== '' && <p className="shift-more">{incident.why}</p>}
        </li>
      ))}
    </ul>
  );
}
