import type { UnitRow } from '#shared/board/board-rows.ts';
import { UNIT_STATUS } from '#shared/unit/unit-status.ts';
import { useBoard } from '../desk/board-store.ts';
import { useTime } from '../desk/clock.ts';
import { useDesk } from '../desk/desk-store.ts';
import { roughAge } from '../parts/age.ts';
import { Elapsed } from '../parts/elapsed.tsx';
import { LevelBadge } from '../parts/level-badge.tsx';
import { callTypeLabel } from '../queue/call-type-label.ts';
import { StandingMark } from '../units/standing-mark.tsx';
import { standingOf } from '../units/unit-groups.ts';
import { PLACE_SOURCES } from '../units/unit-place-line.tsx';
import { OUTSIDE_THE_AREAS } from '../units/unit-place.ts';
import { OUTSIDE, type AreaLine, type IncidentOnMap, type UnitOnMap } from './map-lines.ts';
import { choose } from './map-store.ts';

interface Props {
  readonly position: number;
  readonly total: number;
  readonly chosen: boolean;
}

export function lineDomId(key: string): string {
  return `map-${key}`;
}

export function AreaRow({ area, ...row }: Props & { readonly area: AreaLine }) {
  const { key, name, zone, open, oldest, free } = area;
  return (
    <Option lineKey={key} kind="area" {...row}>
      <strong dir="auto">{name}</strong>
      {zone !== null && (
        <span className="map-zone">
          <span className="spoken">, </span>
          {zone}
        </span>
      )}
      <span className="map-counts">
        <span data-any={open > 0}>
          <span className="spoken">, </span>
          {open} open
        </span>
        {oldest !== null && (
          <span>
            <span className="spoken">, longest </span>
            <Elapsed since={oldest} />
          </span>
        )}
        <span data-any={free > 0}>
          <span className="spoken">, </span>
          {free} free
        </span>
      </span>
    </Option>
  );
}

export function IncidentRowOnMap({
  line,
  onOpen,
  ...row
}: Props & { readonly line: IncidentOnMap; readonly onOpen: () => void }) {
  const incident = useBoard((board) => board.incidents.get(line.id));
  const policy = useDesk((desk) => desk.policy);
  if (incident === undefined) return null;
  return (
    <Option lineKey={line.key} kind="incident" {...row} onOpen={onOpen}>
      <span className="map-line">
        <LevelBadge level={incident.level} provisional={incident.provisional} />
        <b className="number">{incident.number}</b>
        <span className="map-what">{callTypeLabel(policy, incident.callType)}</span>
        <Elapsed since={incident.openedAt} promise={incident.promise} />
      </span>
      <span className="map-line map-where">
        <span dir="auto">{incident.address === '' ? 'No address' : incident.address}</span>
        <span className="map-known">{knownOf(line)}</span>
      </span>
    </Option>
  );
}

const KNOWN = {
  point: '• point',
  area: '◌ somewhere here',
  nowhere: 'not on the map',
} as const;

/** Under its heading it is clear; a row that is read alone, or scrolled to, says it itself. */
function knownOf({ known, areaKey }: IncidentOnMap): string {
  return areaKey === OUTSIDE ? `${KNOWN.point}, ${OUTSIDE_THE_AREAS}` : KNOWN[known.kind];
}

export function UnitRowOnMap({
  line,
  onOpen,
  ...row
}: Props & { readonly line: UnitOnMap; readonly onOpen: () => void }) {
  const unit = useBoard((board) => board.units.get(line.id));
  if (unit === undefined) return null;
  return (
    <Option lineKey={line.key} kind="unit" {...row} onOpen={onOpen}>
      <StandingMark status={unit.status} standing={standingOf(unit)} />
      <b className="number">{unit.unitId}</b>
      <span className="map-what">{UNIT_STATUS[unit.status].label}</span>
      <span className="map-known">
        {line.at === null ? <Reported unit={unit} line={line} /> : `at incident ${line.at}`}
      </span>
    </Option>
  );
}

const STANDINGS = {
  'in-its-zone': '',
  'in-other-zone': 'not its zone, ',
  'outside-its-areas': 'not an area of its team, ',
  unknown: '',
} as const;

/** How it is known, and for how long: a point an hour old is where the unit was. */
function Reported({ unit, line }: { readonly unit: UnitRow; readonly line: UnitOnMap }) {
  const { whereabouts } = unit;
  const since = whereabouts === null ? null : Date.parse(whereabouts.at);
  const age = useTime((now) => (since === null ? '' : roughAge(now - since)));
  if (whereabouts === null) return 'never reported';
  const exact = line.known.kind === 'point' ? '•' : '◌ somewhere,';
  if (line.areaKey === OUTSIDE)
    return `${exact} ${OUTSIDE_THE_AREAS}, ${PLACE_SOURCES[whereabouts.source]}, ${age}`;
  return `${exact} ${STANDINGS[whereabouts.standing]}${PLACE_SOURCES[whereabouts.source]}, ${age}`;
}

function Option({
  lineKey,
  kind,
  position,
  total,
  chosen,
  onOpen,
  children,
}: Props & {
  readonly lineKey: string;
  readonly kind: string;
  readonly onOpen?: () => void;
  readonly children: React.ReactNode;
}) {
  return (
    // The list around it holds the keyboard; a row only answers the pointer.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
    <div
      role="option"
      id={lineDomId(lineKey)}
      className="map-row"
      data-kind={kind}
      aria-selected={chosen}
      aria-posinset={position}
      aria-setsize={total}
      tabIndex={-1}
      onClick={() => choose(lineKey)}
      onDoubleClick={onOpen}
    >
      {children}
    </div>
  );
}
