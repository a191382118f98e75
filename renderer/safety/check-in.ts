import type { UnitId } from '#shared/lib/brand.ts';
import { tell } from '../desk/ask.ts';
import { say } from '../desk/desk-store.ts';

/** Records that the crew of a unit was heard, and says so: the row alone changes little. */
export function checkInUnit(unitId: string): void {
  void tell('unit.check-in', { unitId: unitId as UnitId }).then((done) => {
    if (done !== null) say({ tone: 'done', text: `${unitId} checked in.`, cause: null });
  });
}

/** Records that a crew asks for back-up. */
export function askBackUp(unitId: string): void {
  void tell('unit.ask-back-up', { unitId: unitId as UnitId }).then((done) => {
    if (done !== null) say({ tone: 'done', text: `${unitId} asks for back-up.`, cause: null });
  });
}

/** A crew is in danger. The cover over every console says so: nothing else has to. */
export function raiseDuress(unitId: string): void {
  void tell('unit.duress', { unitId: unitId as UnitId });
}
