import type { IncidentView, OnIt } from '#shared/board/incident-view.ts';
import { UNIT_STATUS } from '#shared/unit/unit-status.ts';
import { memo } from 'react';
import { useBoard } from '../desk/board-store.ts';
import { openSheet, selectUnit } from '../desk/desk-store.ts';
import { wallTime } from '../desk/wall-time.ts';
import { Button } from '../parts/button.tsx';
import { Elapsed } from '../parts/elapsed.tsx';
import { Somebody } from './on-it.tsx';
import { CheckInLine } from '../safety/check-in-line.tsx';

type UnitOut = IncidentView['units'][number];

/** Who is on it now, and who was. */
export const IncidentUnits = memo(function IncidentUnits({
  units,
  stacked,
  onIt,
}: Pick<IncidentView, 'units' | 'stacked' | 'onIt'>) {
  if (units.length === 0 && stacked.length === 0 && onIt.length === 0) return null;
  const out = units.filter((unit) => unit.releasedAt === null);
  const back = units.filter((unit) => unit.releasedAt !== null);
  return (
    <section className="incident-units" aria-label="Units on this incident">
      <h4>Units</h4>
      <ul>
        {out.map((unit) => (
          <UnitOnIt
            key={`${unit.unitId} ${unit.assignedAt}`}
            unit={unit}
            arms={onIt.find(({ who }) => who === unit.unitId)?.arms ?? null}
          />
        ))}
        {onIt
          .filter(({ who }) => !out.some(({ unitId }) => unitId === who))
          .map((each) => (
            <li key={`${each.who} ${each.does}`}>
              <span>
                <Somebody on={each} />
              </span>
            </li>
          ))}
        {stacked.map(({ unitId, afterNumber, free }) => (
          <li key={`${unitId} later`}>
            <span className="on-it-sign">{unitId}</span>
            <span className="on-it-team" data-free={free}>
              {free ? 'Free now: send it' : `Still on ${afterNumber}: it comes after that`}
            </span>
          </li>
        ))}
        {back.map((unit) => (
          <li key={`${unit.unitId} ${unit.assignedAt}`} className="on-it-back">
            <span className="on-it-sign">{unit.unitId}</span>
            <span>cleared {wallTime(unit.releasedAt ?? unit.assignedAt)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
});

function UnitOnIt({ unit, arms }: { readonly unit: UnitOut; readonly arms: OnIt['arms'] }) {
  const since = useBoard((board) => board.units.get(unit.unitId)?.since ?? unit.assignedAt);
  const team = useBoard((board) => board.units.get(unit.unitId)?.team ?? '');
  const safety = useBoard((board) => board.units.get(unit.unitId)?.safety ?? null);
  const setStatus = () => {
    selectUnit(unit.unitId);
    openSheet('status');
  };
  return (
    <li>
      <span className="on-it-sign">{unit.unitId}</span>
      <span className="on-it-status">
        {UNIT_STATUS[unit.status].label}
        {arms !== null && `, ${arms}`}
      </span>
      <Elapsed since={since} />
      {/* The team stands on the board too; how its people stand matters more here. */}
      <span className="on-it-team">{safety === null ? team : <CheckInLine safety={safety} />}</span>
      <Button tone="quiet" keys="s" onClick={setStatus}>
        Status<span className="spoken"> of {unit.unitId}</span>
      </Button>
    </li>
  );
}
