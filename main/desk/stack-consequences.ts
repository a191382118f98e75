import { findIncident, incidentNumber } from '#db/board/incidents-projection.ts';
import { findUnit } from '#db/board/units-projection.ts';
import type { Database } from '#db/open-database.ts';
import type { NewEvent } from '#shared/journal/journal-event.ts';
import type { UnitId } from '#shared/lib/brand.ts';
import { evolveUnit, isOfUnitOn, type UnitEvent } from '#shared/unit/unit-events.ts';
import type { Unit } from '#shared/unit/unit.ts';

/**
 * What the events of one command mean for units that come to a second incident afterwards. Written with
 * them, whichever command it was, so that no such promise ends in silence: the unit came free and somebody
 * has to send it, or it does not come any more.
 */
export function stackConsequences(db: Database, events: readonly NewEvent[]): UnitEvent[] {
  const written: UnitEvent[] = [];
  const units = new Map<UnitId, Unit | null>();
  const write = (event: UnitEvent) => {
    written.push(event);
    units.set(event.unitId, evolveUnit(unitNow(event.unitId), event, ''));
  };
  const unitNow = (unitId: UnitId) => units.get(unitId) ?? findUnit(db, unitId);
  for (const event of events) {
    // What happened on paper changes nothing that is promised now.
    if (event.backEntry !== undefined) continue;
    if (isOfUnitOn(event.type)) {
      const change = event as UnitEvent;
      const before = unitNow(change.unitId);
      const after = evolveUnit(before, change, '');
      units.set(change.unitId, after);
      if (before !== null && after !== null)
        for (const each of afterChange(db, before, after, change)) write(each);
    }
    if (event.type === 'incident.closed')
      for (const { unitId } of findIncident(db, event.incidentId)?.stacked ?? [])
        write({
          type: 'unit.stack-ended',
          unitId,
          incidentId: event.incidentId,
          why: 'incident-closed',
        });
  }
  return written;
}

/** One unit, before and after one of its events. */
function afterChange(db: Database, before: Unit, after: Unit, event: UnitEvent): UnitEvent[] {
  const { unitId, next } = after;
  if (next === null) return [];
  if (event.type !== 'unit.status-changed' && event.type !== 'unit.status-corrected') return [];
  const { status } = after;
  if (status === 'off-duty' || status === 'out-of-service')
    return [{ type: 'unit.stack-ended', unitId, incidentId: next, why: status }];
  if (status === 'available')
    return before.incidentId === null ? [] : [{ type: 'unit.came-free', unitId, incidentId: next }];
  if (after.incidentId === null || after.incidentId === before.incidentId) return [];
  if (event.type === 'unit.status-changed')
    return [{ type: 'unit.stack-ended', unitId, incidentId: next, why: 'sent-elsewhere' }];
  // Put back by a correction: it is not free after all, and still comes afterwards.
  return [
    {
      type: 'unit.stacked',
      unitId,
      incidentId: next,
      after: after.incidentId,
      afterNumber: incidentNumber(db, after.incidentId) ?? 0,
      reason: event.reason,
    },
  ];
}
