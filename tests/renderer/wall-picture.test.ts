import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  alarmsOf,
  byLevel,
  inOrder,
  latePromises,
  sayLeftOut,
  teamsOf,
} from '#renderer/wall/wall-picture.ts';
import type { WallBoard, WallIncident, WallUnit } from '#shared/board/wall-board.ts';
import { LEVELS } from '#shared/routing/level.ts';
import { UNIT_STATUSES } from '#shared/unit/unit-status.ts';

const AT = '2026-03-03T18:00:00.000Z';

const incident = (of: Partial<WallIncident> = {}): WallIncident => ({
  number: 1,
  openedAt: AT,
  level: 'L2',
  provisional: false,
  callType: 'Welfare check',
  area: 'Uptown',
  zone: 'North',
  phase: 'intake',
  units: [],
  attention: null,
  promise: null,
  ...of,
});

const unit = (of: Partial<WallUnit> = {}): WallUnit => ({
  unitId: 'M1',
  team: 'Behavioral-health team',
  zone: 'North',
  status: 'available',
  since: AT,
  incidentNumber: null,
  gap: null,
  safety: null,
  ...of,
});

const board = (of: Partial<WallBoard>): WallBoard => ({
  sentAt: AT,
  center: 'Test Center',
  timeZone: 'America/Chicago',
  training: false,
  policyVersion: '1',
  waiting: { calls: 0, since: null, promiseSeconds: 15 },
  units: [],
  incidents: [],
  ...of,
});

test('duress stands before back-up, back-up before a missed check-in; one that is due is no alarm', () => {
  const safety = (state: 'duress' | 'back-up' | 'missed' | 'due') => ({ state, since: AT });
  const units = [
    unit({ unitId: 'M1', safety: safety('missed') }),
    unit({ unitId: 'M2', safety: safety('due') }),
    unit({ unitId: 'M3', safety: safety('duress'), incidentNumber: 7 }),
    unit({ unitId: 'M4', safety: safety('back-up'), zone: 'South' }),
  ];
  const alarms = alarmsOf(board({ units, incidents: [incident({ number: 7, area: 'Chatham' })] }));
  expect(alarms.map(({ unitId, where }) => [unitId, where])).toEqual([
    ['M3', 'Chatham'],
    ['M4', 'South'],
    ['M1', 'North'],
  ]);
});

test('every unit stands in its team exactly once', () => {
  const anyUnit = fc.record({
    number: fc.integer({ min: 1, max: 99 }),
    team: fc.constantFrom('A', 'B'),
    zone: fc.constantFrom('North', 'South'),
    status: fc.constantFrom(...UNIT_STATUSES),
    gap: fc.constantFrom(null, 'no clinician on duty'),
  });
  fc.assert(
    fc.property(fc.uniqueArray(anyUnit, { selector: ({ number }) => number }), (drawn) => {
      const units = drawn.map(({ number, ...rest }) => unit({ unitId: `M${number}`, ...rest }));
      const shown = teamsOf(units).flatMap(({ units: by }) => Object.values(by).flat());
      expect(shown.toSorted()).toEqual(units.map(({ unitId }) => unitId).toSorted());
    }),
  );
});

test('what does not fit is never above what does: attention, then level, then age', () => {
  const ordered = inOrder([
    incident({ number: 1, level: 'L4' }),
    incident({ number: 2, level: 'L0', attention: 'Came back' }),
    incident({ number: 3, level: 'L2' }),
    incident({ number: 4, level: 'L2', openedAt: '2026-03-03T17:00:00.000Z' }),
  ]);
  expect(ordered.map(({ number }) => number)).toEqual([2, 1, 4, 3]);
  expect(sayLeftOut(ordered.slice(1))).toBe('L4 ×1 · L2 ×2');
});

test('the counts by level add up to what is open', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...LEVELS)), (levels) => {
      const counts = byLevel(levels.map((level, number) => incident({ number, level })));
      expect(counts.map(({ level }) => level)).toEqual([...LEVELS].reverse());
      expect(counts.reduce((sum, { count }) => sum + count, 0)).toBe(levels.length);
    }),
  );
});

test('a promise is late from its minute on', () => {
  const promise = { from: AT, until: '2026-03-03T18:10:00.000Z', what: 'somebody with the person' };
  const incidents = [incident({ promise }), incident()];
  expect(latePromises(incidents, Date.parse(promise.until) - 1)).toBe(0);
  expect(latePromises(incidents, Date.parse(promise.until))).toBe(1);
});
