import type { UnitId } from '#shared/lib/brand.ts';
import { tell } from '../desk/ask.ts';
import { say } from '../desk/desk-store.ts';

/** Records that the crew of a unit was heard, and says so: the row alone changes little. */
export function checkInUnit(unitId: string): void {
  void tell('unit.check-in', { unitId: unitId as UnitId }).then((done) => {
    if (done !== null) say({ tone: 'done', text: `${unitId} checked in.`, cause: null });
  });
}
