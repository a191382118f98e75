import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { play, step, type Step } from '../support/random-shift.ts';
import { centerAtWork, type DeskAtWork } from '../support/desk-at-work.ts';
import { forATeam } from '../support/topic-examples.ts';
import { auditBoard } from '#db/board/audit-board.ts';
import { findSafety } from '#db/board/safety-projection.ts';
import { allUnits, findUnit } from '#db/board/units-projection.ts';
import type { Topic } from '#shared/contract/console-contract.ts';
import { teamTypeOn } from '#shared/policy/team-type.ts';

// Whole shifts on a real disk take seconds, and finding the shortest failing one takes longer.
vi.setConfig({ testTimeout: 60_000 });

const TOPICS = [
  'unit.check-in',
  'unit.ask-back-up',
  'unit.duress',
  'unit.acknowledge-alarm',
  'unit.clear-back-up',
  'unit.clear-duress',
] as const;

/** Teams that check in, and one that does not. */
const FIELD = ['M1', 'M2', 'R1', 'P11'] as const;

type SafetyStep =
  | { readonly does: 'shift'; readonly step: Step }
  | { readonly does: 'arrive'; readonly at: number }
  | { readonly does: 'watch'; readonly minutes: number }
  | { readonly does: 'say'; readonly at: number; readonly topic: (typeof TOPICS)[number] };

const safetyStep: fc.Arbitrary<SafetyStep> = fc.oneof(
  fc.record({ does: fc.constant('shift' as const), step }),
  fc.record({ does: fc.constant('arrive' as const), at: fc.nat(100) }),
  // The clock also jumps by hours, both ways.
  fc.record({
    does: fc.constant('watch' as const),
    minutes: fc.constantFrom(1, 4, 9, 16, 25, 180, -7, -200),
  }),
  fc.record({
    does: fc.constant('say' as const),
    at: fc.nat(100),
    topic: fc.constantFrom(...TOPICS),
  }),
);

function act(atWork: DeskAtWork, now: SafetyStep): void {
  const { desk } = atWork;
  const units = allUnits(desk.db);
  switch (now.does) {
    case 'shift':
      play(atWork, now.step);
      return;
    case 'watch':
      atWork.pass(now.minutes);
      desk.watch();
      return;
    case 'arrive': {
      const unitId = FIELD[now.at % FIELD.length]!;
      const ask = (topic: Topic, input: object) =>
        desk.answer(topic, { unitId, ...input }, atWork.as('Dana'));
      if (findUnit(desk.db, unitId)?.incidentId == null) {
        ask('unit.set-status', { status: 'available' });
        ask('incident.assign-unit', { incidentId: forATeam(atWork), reason: 'It is near.' });
      }
      for (const status of ['en-route', 'on-scene', 'with-patient'])
        ask('unit.set-status', { status });
      return;
    }
    case 'say': {
      const { unitId } = units[now.at % units.length]!;
      const more = {
        'unit.acknowledge-alarm': { alarm: now.at % 2 === 0 ? 'duress' : 'back-up' },
        'unit.clear-back-up': { reason: 'Seen.' },
        'unit.clear-duress': { reason: 'Seen.' },
      }[now.topic as string];
      const reply = desk.answer(now.topic, { unitId, ...more }, atWork.as('Sam'));
      if (!reply.ok) expect(reply.refused).toBe('no-alarm');
    }
  }
}

test('nobody who is with a person stays silent beyond the grace without it being written, and once', () => {
  let looked = 0;
  let written = 0;
  fc.assert(
    fc.property(fc.array(safetyStep, { minLength: 20, maxLength: 40, size: 'max' }), (steps) => {
      const atWork = centerAtWork();
      const { desk } = atWork;
      for (const each of steps) act(atWork, each);
      desk.watch();
      const { policy } = desk.policy()!;
      const now = desk.now().getTime();
      const entries = [...desk.journal.entriesAfter(0)];
      // Written a second time from the journal alone: what was heard of each unit, and what was missed since.
      for (const { unitId, teamType, status } of allUnits(desk.db)) {
        const { checkInMinutes = null, checkInGraceMinutes = 0 } =
          teamTypeOn(policy, teamType, '2026-03-03') ?? {};
        let from = 0;
        let missed = 0;
        for (const { at, event } of entries) {
          if (!('unitId' in event) || event.unitId !== unitId) continue;
          if (event.type === 'unit.status-changed' || event.type === 'unit.checked-in') {
            from = Date.parse(at);
            missed = 0;
          }
          if (event.type === 'unit.check-in-clock-set') from = Date.parse(event.from);
          if (event.type === 'unit.check-in-missed') {
            missed += 1;
            written += 1;
          }
          expect(missed, `${unitId} missed more than once`).toBeLessThanOrEqual(1);
        }
        if (status !== 'on-scene' && status !== 'with-patient') continue;
        if (checkInMinutes === null) {
          expect(missed).toBe(0);
          continue;
        }
        looked += 1;
        const silent = now - from > (checkInMinutes + checkInGraceMinutes) * 60_000;
        if (silent) expect(missed, `${unitId} is silent and nobody is told`).toBe(1);
        // A check-in may not lie so far ahead that nobody would be told for hours.
        if (missed === 0) expect(from - now).toBeLessThanOrEqual(60_000);
      }
      expect(auditBoard(desk.db).equal).toBe(true);
      desk.close();
    }),
    { numRuns: 15 },
  );
  expect(looked).toBeGreaterThan(20);
  expect(written).toBeGreaterThan(10);
});

test('duress and back-up end by a person with a reason and in no other way', () => {
  let standing = 0;
  fc.assert(
    fc.property(fc.array(safetyStep, { minLength: 20, maxLength: 40, size: 'max' }), (steps) => {
      const atWork = centerAtWork();
      const unitId = 'M1';
      atWork.do(atWork.as('Dana'), 'unit.duress', {
        unitId: findUnit(atWork.desk.db, unitId)!.unitId,
      });
      for (const each of steps) {
        const before = findSafety(atWork.desk.db, unitId)!;
        const head = atWork.desk.journal.head();
        act(atWork, each);
        const after = findSafety(atWork.desk.db, unitId)!;
        const since = [...atWork.desk.journal.entriesAfter(head)].map(({ event }) => event.type);
        if (before.duress !== null && after.duress === null)
          expect(since).toContain('unit.duress-cleared');
        if (before.backUp !== null && after.backUp === null)
          expect(since).toContain('unit.back-up-cleared');
        if (after.duress !== null) standing += 1;
      }
      atWork.desk.close();
    }),
    { numRuns: 15 },
  );
  expect(standing).toBeGreaterThan(50);
});
