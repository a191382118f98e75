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
            <Elapsed since={incident.openedAt} />
          </p>
          <p className="shift-more">
            {changed.has(incident.key) && <strong>◆ changed · </strong>}
            {[incident.phase, ...incident.units].join(' · ')}
          </p>
          <p className="shift-more">
            {withOwner && (
              <>
                <bdi>{incident.ownerName}</bdi> ·{' '}
              </>
            )}
            <bdi>{incident.address === '' ? 'Place not known' : incident.address}</bdi>
            {areaBeside(incident)}
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
          {incident.why !== '' && <p className="shift-more">{incident.why}</p>}
        </li>
      ))}
    </ul>
  );
}

/** The area, where the address does not end with its name already. */
function areaBeside({ address, area }: HandOverIncident): string {
  const last = address.split(',').at(-1)?.trim().toLocaleLowerCase();
  return area === null || area.toLocaleLowerCase() === last ? '' : ` · ${area}`;
}
