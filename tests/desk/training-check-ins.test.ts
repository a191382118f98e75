import { expect, test } from 'vitest';
import { centerAtWork, report } from '../support/desk-at-work.ts';
import { forATeam } from '../support/topic-examples.ts';
import { IMANI, THEO } from '#main/desk/training/colleagues.ts';
import { Pacer } from '#main/desk/training/pacer.ts';
import { Room } from '#main/desk/training/room.ts';
import { unitWork } from '#main/desk/training/unit-movements.ts';
import type { UnitId } from '#shared/lib/brand.ts';
import { DESK_OPERATOR } from '#shared/roster/operator.ts';

test('a simulated crew is heard in good time, and not before half of it is gone', () => {
  const atWork = centerAtWork();
  // The simulated half of the room has accounts as everybody has.
  atWork.desk.record(
    [THEO, IMANI].map(({ operatorId, name, role }) => {
      return { type: 'operator.added', operatorId, name: `${name} by machine`, role } as const;
    }),
    DESK_OPERATOR,
  );
  const incidentId = forATeam(atWork);
  const unitId = 'M1' as UnitId;
  atWork.do(atWork.as('Dana'), 'incident.assign-unit', { incidentId, unitId, reason: null });
  for (const status of ['en-route', 'on-scene'] as const) report(atWork, unitId, status);
  const refused: unknown[] = [];
  const room = new Room(atWork.desk, new Pacer(() => 0.5, 1), (act) => refused.push(act));
  const heard = () =>
    [...atWork.desk.journal.ofIncident(incidentId, ['dispatch'])].some(
      ({ event }) => event.type === 'unit.checked-in',
    );
  /** The crews look twice: they take their time after the first look. */
  const looks = () => {
    unitWork(room, room.look()!);
    atWork.pass(1);
    for (const act of unitWork(room, room.look()!)) act();
  };
  atWork.pass(5);
  const early = unitWork(room, room.look()!).length;
  expect(heard()).toBe(false);
  atWork.pass(4);
  looks();
  expect(early).toBeGreaterThan(0);
  expect(heard()).toBe(true);
  expect(refused).toEqual([]);
});
