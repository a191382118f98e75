import { memo } from 'react';
import { UNIT_STATUS } from '#shared/unit/unit-status.ts';
import type { UnitRow as Row } from '#shared/board/board-rows.ts';
import { capabilityLabel } from '#shared/policy/policy.ts';
import { useBoard } from '../desk/board-store.ts';
import { useTime } from '../desk/clock.ts';
import { useDesk } from '../desk/desk-store.ts';
import { Elapsed } from '../parts/elapsed.tsx';
import { CheckInLine } from '../safety/check-in-line.tsx';
import { isNear, LeavesLine } from './leaves-line.tsx';
import { LimitBar, LimitLine } from './limit-line.tsx';
import { spokenRole } from './spoken-role.ts';
import { StandingMark } from './standing-mark.tsx';
import { languagesSaid } from './spoken-languages.ts';
import { standingOf } from './unit-groups.ts';
import { UnitPlaceLine } from './unit-place-line.tsx';

/** Takes an id, not a row, so that a patch draws only the rows it touched. */
export const UnitRow = memo(function UnitRow({
  unitId,
  position,
  total,
  selected,
  onSelect,
  onOpen,
}: {
  readonly unitId: string;
  readonly position: number;
  readonly total: number;
  readonly selected: boolean;
  readonly onSelect: (unitId: string) => void;
  readonly onOpen: (unitId: string) => void;
}) {
  const unit = useBoard((board) => board.units.get(unitId));
  if (unit === undefined) return null;
  const standing = standingOf(unit);
  return (
    // The list around it holds the keyboard; a row only answers the pointer.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
    <div
      role="option"
      id={unitDomId(unitId)}
      aria-selected={selected}
      aria-posinset={position}
      aria-setsize={total}
      tabIndex={-1}
      className="unit"
      data-standing={standing}
      onClick={() => onSelect(unitId)}
      onDoubleClick={() => onOpen(unitId)}
    >
      <div className="unit-line">
        <StandingMark status={unit.status} standing={standing} />
        <span className="unit-sign">{unit.unitId}</span>
        <span className="unit-status">
          {UNIT_STATUS[unit.status].label}
          <span className="spoken">
            , {unit.team}, {unit.zone}
          </span>
        </span>
        <span className="unit-incident">
          {unit.incidentNumber !== null && (
            <>
              <span className="spoken">incident </span>
              <span aria-hidden="true">#</span>
              {unit.incidentNumber}
            </>
          )}
          {unit.nextNumber !== null && (
            <>
              {' '}
              then <span className="spoken">incident </span>
              <span aria-hidden="true">#</span>
              {unit.nextNumber}
            </>
          )}
        </span>
        <Elapsed since={unit.since} />
      </div>
      {unit.limit !== null && <LimitBar limit={unit.limit} />}
      <UnitMore unit={unit} selected={selected} />
    </div>
  );
});

/** The second line: why it cannot go, and for the selected unit who is in it. */
function UnitMore({ unit, selected }: { readonly unit: Row; readonly selected: boolean }) {
  const leaving = useTime((now) => unit.leaves !== null && isNear(unit.leaves, now));
  const warned = useTime(
    (now) => unit.limit !== null && (unit.limit.overdue || now >= Date.parse(unit.limit.warnAt)),
  );
  if (unit.gap === null && unit.safety === null && !leaving && !warned && !selected) return null;
  return (
    <div className="unit-more">
      {unit.gap !== null && <span className="unit-gap">{unit.gap}</span>}
      {leaving && unit.leaves !== null && (
        <span className="unit-leaves">
          <LeavesLine leaves={unit.leaves} />
        </span>
      )}
      {warned && unit.limit !== null && <LimitLine limit={unit.limit} />}
      {unit.safety !== null && <CheckInLine safety={unit.safety} />}
      {selected && <UnitPlaceLine unit={unit} />}
      {selected && <Beside unit={unit} />}
      {selected && <Crew crew={unit.crew} />}
      {selected && <VehicleHas capabilities={unit.capabilities} />}
    </div>
  );
}

function Crew({ crew }: { readonly crew: Row['crew'] }) {
  if (crew.length === 0) return <span>No crew on the roster</span>;
  return (
    <span className="unit-crew">
      {crew.map(({ name, role, onDuty, languages }) => (
        <span key={`${role} ${name}`} data-on-duty={onDuty}>
          <bdi>{name}</bdi>, {spokenRole(role)}
          {languages.length > 0 && ` · ${languagesSaid(languages)}`}
          {onDuty ? '' : ': off duty'}
        </span>
      ))}
    </span>
  );
}

/** Who else is on its incident and what they do there. */
function Beside({ unit: { unitId, incidentId } }: { readonly unit: Row }) {
  const others = useBoard((board) => {
    const units = incidentId === null ? [] : (board.incidents.get(incidentId)?.units ?? []);
    return units
      .filter((each) => each.unitId !== unitId)
      .map((each) => `${each.unitId} ${UNIT_STATUS[each.status].label.toLowerCase()}`)
      .join(', ');
  });
  return others === '' ? null : <span className="unit-beside">With {others}</span>;
}

function VehicleHas({ capabilities }: Pick<Row, 'capabilities'>) {
  const policy = useDesk((desk) => desk.policy);
  if (capabilities.length === 0 || policy === null) return null;
  return <span>{capabilities.map((id) => capabilityLabel(policy, id)).join(', ')}</span>;
}

export function unitDomId(unitId: string): string {
  return `unit-${unitId}`;
}
