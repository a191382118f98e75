import fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import {
  centerAtWork,
  openedIncident,
  openAtWork,
  type DeskAtWork,
} from '../support/desk-at-work.ts';
import { typedBy } from '../support/edit-examples.ts';
import { play, step, type Step } from '../support/random-shift.ts';
import { auditBoard } from '#db/board/audit-board.ts';
import type { JournalEvent } from '#shared/journal/journal-event.ts';

// Whole shifts on a real disk take seconds, and finding the shortest failing one takes longer.
vi.setConfig({ testTimeout: 60_000 });

let atWork: DeskAtWork;
beforeEach(() => {
  atWork = centerAtWork();
  // The watch has looked at the clock once.
  atWork.desk.watch();
});
afterEach(() => atWork.desk.close());

const clockTrouble = (at = atWork) =>
  (at.do(at.as('Dana'), 'desk.hello', {}).troubles ?? []).find(({ kind }) => kind === 'clock');
const eventsOf = <T extends JournalEvent['type']>(type: T, at = atWork) =>
  [...at.desk.journal.entriesAfter(0)].filter(({ event }) => event.type === type);

test.each([-60, 60, -1440, 1440])('a clock set by %i minutes is told and on record once', (by) => {
  atWork.jump(by);
  atWork.desk.watch();
  // What looks like a jump forward may be a sleep: the next look believes it.
  atWork.desk.watch();
  const [jumped, ...more] = eventsOf('clock.jumped');
  expect(more).toEqual([]);
  const { expected, found } = jumped!.event as { expected: string; found: string };
  expect(Date.parse(found) - Date.parse(expected)).toBe(by * 60_000);
  expect(clockTrouble()?.because).toMatch(by < 0 ? / back: from / : / forward: from /);
  atWork.pass(5);
  atWork.desk.watch();
  expect(eventsOf('clock.jumped')).toHaveLength(1);
  expect(clockTrouble()).toBeDefined();
  atWork.pass(16);
  atWork.desk.watch();
  expect(clockTrouble()).toBeUndefined();
});

test('a clock that is set right again ends it at once, and both are on record', () => {
  atWork.jump(60);
  for (let look = 0; look < 2; look += 1) atWork.desk.watch();
  expect(clockTrouble()).toBeDefined();
  atWork.jump(-60);
  atWork.desk.watch();
  expect(clockTrouble()).toBeUndefined();
  expect(eventsOf('clock.jumped')).toHaveLength(2);
});

test('a PC that slept has no wrong clock, and what was due is written at once', () => {
  const dana = atWork.as('Dana');
  openedIncident(atWork, dana);
  atWork.jump(60);
  // The timer comes before anybody says that the PC woke up.
  atWork.desk.watch();
  atWork.desk.woke();
  atWork.desk.watch();
  expect(eventsOf('clock.jumped')).toEqual([]);
  expect(clockTrouble()).toBeUndefined();
  const late = eventsOf('incident.promise-missed');
  expect(late.length).toBeGreaterThan(0);
  atWork.desk.watch();
  expect(eventsOf('incident.promise-missed')).toHaveLength(late.length);
});

test('what a time server sets right is no jump', () => {
  atWork.jump(0.3);
  for (let look = 0; look < 3; look += 1) atWork.desk.watch();
  expect(eventsOf('clock.jumped')).toEqual([]);
});

test('a desk that starts before its own record says so, once', () => {
  openedIncident(atWork, atWork.as('Dana'));
  const again = openAtWork(atWork.folder, '2026-03-03T17:00:00.000Z');
  again.desk.watch();
  expect(clockTrouble(again)?.because).toMatch(/1 h back/);
  again.desk.close();
  const third = openAtWork(atWork.folder, '2026-03-03T17:00:05.000Z');
  third.desk.watch();
  expect(eventsOf('clock.jumped', third)).toHaveLength(1);
  third.desk.close();
});

test('summer time is no jump: the clock of the computer goes on', () => {
  // 2 a.m. on the eighth of March in Chicago becomes three.
  const night = openAtWork(atWork.folder, '2026-03-08T07:50:00.000Z');
  night.desk.watch();
  for (let minute = 0; minute < 30; minute += 5) {
    night.pass(5);
    night.desk.watch();
  }
  expect(eventsOf('clock.jumped', night)).toEqual([]);
  night.desk.close();
});

test('what is typed after the clock was set back an hour is kept', () => {
  const dana = atWork.as('Dana');
  const field = { subject: 'call/new', field: 'words' };
  atWork.do(dana, 'draft.save', typedBy(atWork, 'Dana', { ...field, text: 'He says' }));
  atWork.jump(-60);
  atWork.do(dana, 'draft.save', typedBy(atWork, 'Dana', { ...field, text: 'He says that' }));
  expect(atWork.do(dana, 'draft.all', {})).toMatchObject([{ text: 'He says that' }]);
});

test('a clock that runs a year ahead throws nothing away that is half typed', () => {
  const dana = atWork.as('Dana');
  const typed = typedBy(atWork, 'Dana', { subject: 'call/new', field: 'words', text: 'He says' });
  atWork.do(dana, 'draft.save', typed);
  atWork.jump(366 * 1440);
  for (let look = 0; look < 3; look += 1) atWork.desk.watch();
  expect(atWork.do(dana, 'draft.all', {})).toMatchObject([{ text: 'He says' }]);
});

type Turn =
  { readonly does: 'act'; readonly step: Step } | { readonly does: 'set'; readonly by: number };

const turn: fc.Arbitrary<Turn> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ does: fc.constant('act' as const), step }) },
  {
    weight: 1,
    arbitrary: fc.record({
      does: fc.constant('set' as const),
      by: fc.constantFrom(-60, 60, -1440, 1440, -1, 1),
    }),
  },
);

/** Said once for each time its clock runs, whatever the clock on the wall does. */
const ONCE: readonly JournalEvent['type'][] = [
  'incident.promise-missed',
  'incident.hold-ended',
  'call.went-late',
  'incident.recontact-missed',
];

test('however the clock jumps, no limit passes twice, and the record keeps its order', () => {
  let jumps = 0;
  let passed = 0;
  fc.assert(
    fc.property(fc.array(turn, { minLength: 30, maxLength: 50, size: 'max' }), (turns) => {
      const shift = centerAtWork();
      for (const each of turns) {
        if (each.does === 'act') {
          play(shift, each.step);
          continue;
        }
        shift.jump(each.by);
        const before = shift.desk.journal.head();
        shift.desk.watch();
        shift.desk.watch();
        const head = shift.desk.journal.head();
        // A clock that stands still has nothing more to say.
        shift.desk.watch();
        expect(shift.desk.journal.head()).toBe(head);
        jumps += Math.abs(each.by) > 1 ? 1 : 0;
        const written = [...shift.desk.journal.entriesAfter(before)].map(({ event }) => event);
        const said = written
          .filter(({ type }) => ONCE.includes(type))
          .map((e) => JSON.stringify(e));
        passed += said.length;
        expect(new Set(said).size).toBe(said.length);
      }
      const entries = [...shift.desk.journal.entriesAfter(0)];
      expect(entries.map(({ seq }) => seq)).toEqual(entries.map((_, at) => at + 1));
      expect(auditBoard(shift.desk.db).projections.filter(({ equal }) => !equal)).toEqual([]);
      const board = shift.do(shift.as('Dana'), 'board.snapshot', {});
      for (const { promise } of board.incidents)
        if (promise !== null) expect(promise.from <= promise.until).toBe(true);
      shift.desk.close();
    }),
    { numRuns: 8, interruptAfterTimeLimit: 10_000 },
  );
  expect(jumps).toBeGreaterThan(15);
  expect(passed).toBeGreaterThan(5);
});
