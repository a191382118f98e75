import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { centerAtWork, openAtWork } from '../support/desk-at-work.ts';
import { play, shift } from '../support/random-shift.ts';
import { openIncidents } from '#db/board/incidents-projection.ts';
import { allUnits } from '#db/board/units-projection.ts';
import { BoardAtHand } from '#db/board/board-at-hand.ts';

vi.setConfig({ testTimeout: 60_000 });

test('read by what was touched, they are what reading all of them gives, whoever wrote', () => {
  let compared = 0;
  let onPhone = 0;
  fc.assert(
    fc.property(shift, fc.nat(3), (steps, apart) => {
      const atWork = centerAtWork();
      const other = openAtWork(atWork.folder);
      const board = new BoardAtHand();
      for (const [at, each] of steps.entries()) {
        play(at % 3 === 0 ? other : atWork, each);
        if (at % (apart + 1) !== 0) continue;
        // A look at the time limits follows what the other position wrote.
        atWork.desk.watch();
        const all = openIncidents(atWork.desk.db);
        compared += all.length;
        const read = board.incidents(atWork.desk.db);
        expect(new Map(read)).toEqual(
          new Map(all.map((incident) => [incident.incidentId, incident])),
        );
        const byPhone = all.filter(({ phone }) => phone.state !== 'none');
        onPhone += byPhone.length;
        expect(new Set(board.byPhone(atWork.desk.db))).toEqual(new Set(byPhone));
        expect(board.units(atWork.desk.db)).toEqual(allUnits(atWork.desk.db));
      }
      other.desk.close();
      atWork.desk.close();
    }),
    { numRuns: 15 },
  );
  expect(compared).toBeGreaterThan(100);
  expect(onPhone).toBeGreaterThan(10);
});
