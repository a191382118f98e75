import type { DeskCore } from '../desk-core.ts';
import { PlanTogether } from './plan-together.ts';
import { instantsOf, timeZoneOf } from './planning.ts';
import { daysFrom } from './roster-view.ts';
import { shiftsBetween } from '#db/board/shifts-projection.ts';
import { findUnit } from '#db/board/units-projection.ts';
import type { NewEvent } from '#shared/journal/journal-event.ts';
import type { UnitId } from '#shared/lib/brand.ts';
import { isRefusal, refuse, type Refusal } from '#shared/lib/refusal.ts';
import type { Span } from '#shared/roster/shift.ts';
import { dayAfter, wallInZone } from '#shared/roster/zone-moment.ts';

export interface Copied {
  /** Days of the center's calendar: as many from `from` on are planned again from `to` on. */
  readonly from: string;
  readonly days: number;
  readonly to: string;
  /** Null copies every unit. */
  readonly unitId: UnitId | null;
}

/** The shifts that begin on some days, by the same clock on later days: all of them or none. */
export function copyDays(core: DeskCore, copied: Copied): readonly NewEvent[] | Refusal {
  const { from, to, days, unitId } = copied;
  const apart = Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
  if (apart < days)
    return refuse('copy-back', `Copy forward: ${to} does not lie after the days that are copied.`);
  const zone = timeZoneOf(core);
  const [first, last] = [
    daysFrom(from, 1, zone)[0],
    daysFrom(dayAfter(from, days - 1), 1, zone)[0],
  ];
  const begun = shiftsBetween(core.db, first?.from ?? '', last?.to ?? '').filter(
    (shift) =>
      shift.from >= (first?.from ?? '') &&
      (unitId === null || shift.unitId === unitId) &&
      findUnit(core.db, shift.unitId) !== null,
  );
  if (begun.length === 0)
    return refuse('nothing-to-copy', 'No shift begins on these days. Nothing was planned.');
  const together = new PlanTogether(core);
  const later = ({ from: begins, to: ends }: Span) => ({
    from: laterWall(begins, apart, zone),
    to: laterWall(ends, apart, zone),
  });
  for (const { unitId: unit, role, name, breaks, ...span } of begun) {
    const spans = instantsOf({ ...later(span), breaks: breaks.map(later) }, zone);
    if (isRefusal(spans)) return spans;
    const outcome = together.add({ unitId: unit, role, name, ...spans });
    if (isRefusal(outcome)) return outcome;
  }
  if (together.events.length === 0)
    return refuse(
      'nothing-new',
      'All of it stands there already, or is over. Nothing was planned.',
    );
  return together.events;
}

function laterWall(instant: string, days: number, zone: string): string {
  const wall = wallInZone(zone, Date.parse(instant));
  return `${dayAfter(wall.slice(0, 10), days)}${wall.slice(10)}`;
}
