import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { centerAtWork } from '../support/desk-at-work.ts';
import { play, step, type Act, type Step } from '../support/random-shift.ts';
import { freshlyRead, saidBy, StruckStore } from '../support/struck-store.ts';
import { auditBoard } from '#db/board/audit-board.ts';
import { verifyChain } from '#db/journal/verify-chain.ts';

// Whole shifts on a real disk take seconds, and finding the shortest failing one takes longer.
vi.setConfig({ testTimeout: 60_000 });

const CODES = ['SQLITE_FULL', 'SQLITE_IOERR_WRITE', 'SQLITE_READONLY'];

/** What writes most of the time: a refused act meets no fault. */
const writing = fc.tuple(
  fc.constantFrom<Act>(
    'open',
    'open',
    'clear',
    'accept',
    'assign',
    'status',
    'talk',
    'upgrade',
    'draft',
  ),
  fc.nat(1000),
  fc.nat(1000),
  fc.nat(1000),
) as fc.Arbitrary<Step>;

/** One act, and after how many written rows the store fails next, in this act or a later one. */
interface Turn {
  readonly act: Step;
  readonly rows: number;
  readonly code: string;
}

const turn: fc.Arbitrary<Turn> = fc.record({
  act: fc.oneof({ weight: 1, arbitrary: step }, { weight: 2, arbitrary: writing }),
  rows: fc.integer({ min: 1, max: 16 }),
  code: fc.constantFrom(...CODES),
});

test('wherever a commit fails, what the desk holds in memory is what stands on the disk', () => {
  let struck = 0;
  fc.assert(
    fc.property(fc.array(turn, { minLength: 25, maxLength: 40, size: 'max' }), (turns) => {
      const atWork = centerAtWork();
      const store = new StruckStore(atWork.desk.db);
      for (const { act, rows, code } of turns) {
        const before = store.struck;
        if (store.isCalm) store.after(rows, code);
        const played = tried(() => play(atWork, act));
        if (store.struck === before) continue;
        struck += 1;
        // A step may be several commands; the one that was struck says what happened to it.
        if (played !== null && !played.reply.ok) expect(played.reply.refused).not.toBe('failed');
        expect(saidBy(atWork)).toEqual(freshlyRead(atWork));
        atWork.desk.watch();
      }
      store.calm();
      expect(auditBoard(atWork.desk.db).projections.filter(({ equal }) => !equal)).toEqual([]);
      expect(verifyChain(atWork.desk.db)).toMatchObject({ chain: 'intact', kept: 'intact' });
      atWork.desk.close();
    }),
    { numRuns: 5, interruptAfterTimeLimit: 8_000 },
  );
  expect(struck).toBeGreaterThan(15);
});

/** Two of the acts throw what they are refused; that is the hand’s, not the desk’s. */
function tried<T>(work: () => T): T | null {
  try {
    return work();
  } catch {
    return null;
  }
}
