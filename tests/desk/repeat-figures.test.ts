import { beforeEach, describe, expect, test } from 'vitest';
import { eligibleIncident } from '../support/counted-shift.ts';
import { centerAtWork, type DeskAtWork } from '../support/desk-at-work.ts';
import { LAUNCH, NO_EFFECT, RECORD_DAYS, simulatedProgram } from '../support/simulated-program.ts';
import { simulatedCall, simulatedRecord, toTheSecond } from '../support/simulated-record.ts';
import { repeatPart } from '#main/desk/outcomes/repeat-part.ts';
import type { PastCall } from '#shared/call/past-call.ts';
import type { NewEvent } from '#shared/journal/journal-event.ts';
import type { PersonId } from '#shared/lib/brand.ts';
import { repeatFigures } from '#shared/outcomes/repeat-figures.ts';
import type { Course, PersonTimeline } from '#shared/outcomes/repeat-timeline.ts';

let atWork: DeskAtWork;
beforeEach(() => {
  atWork = centerAtWork();
});

/** Day 0 of the simulated record. */
const START = '2024-01-01';
const START_DAY = Date.parse(START) / 86_400_000;
const date = (day: number) => simulatedCall(START, day, 'served', null).receivedLocal.slice(0, 10);
const pastCall = (day: number, course: Course, personId: string | null) =>
  simulatedCall(START, day, course, personId);

function record(...events: NewEvent[]): void {
  atWork.desk.record(events, atWork.idOf('Ada'));
}

const importCalls = (calls: readonly PastCall[]) =>
  record(...calls.map((call) => ({ type: 'past-call.imported', pastCall: call }) as const));

const figures = (from: string, to: string) =>
  atWork.do(atWork.as('Sam'), 'outcomes.repeat', { period: { from, to } });

/** A call of every month of 2024, so that the record has no gap. */
const background = () =>
  importCalls(Array.from({ length: 24 }, (_, at) => pastCall(15.2 * at, 'not-eligible', null)));

function link(
  call: PastCall,
  personId: string,
  certainty: 'certain' | 'uncertain' = 'certain',
): void {
  record({
    type: 'person.call-linked',
    personId: personId as PersonId,
    pastCall: call.key,
    certainty,
    evidence: ['number'],
    reason: '',
  });
}

function register(personId: string, numbered: number): void {
  record({ type: 'person.registered', personId: personId as PersonId, number: numbered });
}

describe('an imported record', () => {
  test('comes out of the database as it is: the figures are those of the people themselves', () => {
    const people = simulatedProgram(3, { ...NO_EFFECT, people: 350 });
    importCalls(simulatedRecord(START, people));
    const [from, to] = [date(LAUNCH), date(RECORD_DAYS)];
    const told = figures(from, to);
    const calls = people.flatMap((person) => person.calls);
    const at = (day: number) => START_DAY + toTheSecond(day);
    const expected = repeatFigures({
      people: people.map((person): PersonTimeline => ({
        calls: person.calls.map(({ day, course }) => ({ day: at(day), course })),
        away: [],
      })),
      withUncertain: null,
      recordFrom: Math.min(...calls.map(({ day }) => at(day))),
      launch: Math.min(
        ...calls.filter(({ course }) => course === 'served').map(({ day }) => at(day)),
      ),
      from: START_DAY + LAUNCH,
      to: Math.floor(Math.max(...calls.map(({ day }) => at(day)))) + 1,
      unknownCalls: 0,
      uncertainCalls: 0,
    });
    expect(told.callers).toEqual(expected.callers);
    expect(told.study?.counts).toEqual(expected.study?.counts);
    expect(told.study?.counts.served).toBeGreaterThan(20);
    expect(told.says).toBe(expected.says);
    expect(told.waiting).toEqual(expected.waiting);
    expect(told.otherWays.map(({ id }) => id)).toEqual(['shorter', 'longer', 'sent', 'placebo']);
  });

  test('calls of nobody known are counted, and in nothing else', () => {
    importCalls([
      pastCall(10, 'not-eligible', 'p1'),
      pastCall(11, 'served', null),
      pastCall(12, 'not-eligible', null),
    ]);
    const { callers, study } = figures('2024-01-01', '2024-02-01');
    expect(callers).toMatchObject({ people: 1, calls: 1, unknownCalls: 2, uncertainCalls: 0 });
    expect(study?.counts).toMatchObject({ served: 0, unserved: 0 });
  });

  test('days after the last call on record are not days without calls', () => {
    background();
    importCalls([pastCall(100, 'served', 'p0'), pastCall(300, 'served', 'p1')]);
    // Day 349.6 is the last one: no whole window after day 300.
    const { study } = figures('2024-01-01', '2026-12-31');
    expect(study?.counts.leftOut).toMatchObject({ earlier: 1, tooRecent: 1 });
  });

  test('a record with a gap begins after it', () => {
    background();
    importCalls([
      pastCall(100, 'served', 'p0'),
      pastCall(200, 'unserved', 'p1'),
      ...Array.from({ length: 20 }, (_, at) => pastCall(460 + 14 * at, 'not-eligible', null)),
      pastCall(500, 'unserved', 'p2'),
      pastCall(600, 'unserved', 'p3'),
    ]);
    const { study } = figures('2024-01-01', date(740));
    // Of p2 nobody knows the 90 days before, for they reach into the gap.
    expect(study?.counts).toMatchObject({ unserved: 1, leftOut: { earlier: 1 } });
  });
});

describe('who is whom', () => {
  test('confirmed links count, merged people are one, and uncertain ones make a line of their own', () => {
    background();
    const calls = [pastCall(40, 'not-eligible', null), pastCall(50, 'served', null)];
    const [perhaps, other] = [
      pastCall(60, 'not-eligible', null),
      pastCall(70, 'not-eligible', null),
    ];
    importCalls([...calls, perhaps, other]);
    register('p1', 1);
    register('p2', 2);
    for (const call of calls) link(call, 'p1');
    link(other, 'p2');
    link(perhaps, 'p2', 'uncertain');
    const period = ['2024-01-01', '2024-12-31'] as const;
    expect(figures(...period).callers).toMatchObject({ people: 2, calls: 3, uncertainCalls: 1 });
    expect(figures(...period).otherWays.map(({ id }) => id)).toContain('uncertain');
    record({
      type: 'person.merged',
      personId: 'p1' as PersonId,
      absorbed: 'p2' as PersonId,
      evidence: [],
      reason: 'The same.',
    });
    const merged = figures(...period).callers;
    expect(merged).toMatchObject({ people: 1, calls: 3 });
    expect(merged.definitions[0]?.people.numerator).toBe(1);
  });

  test('an incident that is still open counts', () => {
    const open = eligibleIncident(atWork, atWork.as('Dana'));
    expect(atWork.desk.db.prepare('SELECT 1 FROM board_counted_calls').all()).toEqual([]);
    register('p1', 1);
    record({
      type: 'person.call-linked',
      personId: 'p1' as PersonId,
      incidentId: open,
      certainty: 'certain',
      evidence: [],
      reason: '',
    });
    const period = { from: '2020-01-01', to: '2030-12-31' };
    expect(repeatPart(atWork.desk.db, period).callers).toMatchObject({ people: 1, calls: 1 });
  });
});

test('nothing on record is said, not counted', () => {
  const empty = figures('2026-01-01', '2026-12-31');
  expect(empty).toMatchObject({
    study: null,
    launch: null,
    callers: { people: 0, unknownCalls: 0 },
  });
  expect(empty.says).toContain('No call is known to be of a certain person');
});
