import { expect, test } from 'vitest';
import { costsWith } from '../support/cost-examples.ts';
import {
  accept,
  centerAtWork,
  clearOfDanger,
  openedIncident,
  report,
  type DeskAtWork,
} from '../support/desk-at-work.ts';
import { inventedCalls } from '../support/invented-calls.ts';
import { FEWEST_CONTACTS } from '#shared/outcomes/cost-record.ts';
import type { UnitId } from '#shared/lib/brand.ts';
import type { CostLine } from '#shared/outcomes/cost-lines.ts';

const FEBRUARY = { from: '2026-02-01', to: '2026-02-28' };
const figures = (atWork: DeskAtWork, period = FEBRUARY) =>
  atWork.do(atWork.as('Sam'), 'outcomes.cost', { period });
const known = (value: number) => ({ low: value, likely: value, high: value });

function set(atWork: DeskAtWork, changes: Readonly<Record<string, Partial<CostLine>>>): void {
  const sam = atWork.as('Sam');
  const { version, lines } = atWork.do(sam, 'costs.kept', {});
  atWork.do(sam, 'costs.set', { seen: version, lines: costsWith(changes, lines), note: 'Ours.' });
}

function imported(atWork: DeskAtWork, calls: number): void {
  const events = [...inventedCalls({ calls, seed: 4, ...FEBRUARY })].map(
    (pastCall) => ({ type: 'past-call.imported', pastCall }) as const,
  );
  atWork.desk.record(events, atWork.idOf('Ada'));
}

test('with nothing on record every figure is null and says why', () => {
  const empty = figures(centerAtWork());
  expect(empty.perContact).toMatchObject({ total: null, likely: null, denominator: 0 });
  expect(empty.perContact.why).toContain('The roster has no shift of these teams');
  expect(empty.avoided).toBeNull();
  expect(empty.utilisation).toMatchObject({ teamHours: null, value: null, hoursFrom: null });
  expect(empty.notSet).toContain('Management, training, rent, software');
});

test('what the program cost is over a count that is shown, and none where the count is 0', () => {
  const atWork = centerAtWork();
  set(atWork, { 'hours.team': known(24) });
  const { perContact, perLinkage, parts } = figures(atWork);
  expect(perContact.total).toBeCloseTo(
    parts.reduce((sum, { amount }) => sum + amount, 0),
    6,
  );
  expect(perContact).toMatchObject({ denominator: 0, likely: null });
  expect(perContact.why).toBe('Nobody was in contact with a team or a clinician.');
  expect(perLinkage.why).toBe('No receiving place has confirmed that anybody came.');
});

test('a month of calls: unit costs, intervals around them, and how busy the teams were', () => {
  const atWork = centerAtWork();
  imported(atWork, 3_000);
  set(atWork, { 'hours.team': known(72), 'program.overhead': known(365_250) });
  const { perContact, perCompleted, perLinkage, utilisation, avoided } = figures(atWork);
  expect(perContact.denominator).toBeGreaterThan(perCompleted.denominator);
  expect(perCompleted.denominator).toBeGreaterThan(perLinkage.denominator);
  expect(perContact.likely).toBeCloseTo(perContact.total! / perContact.denominator, 6);
  const { low95, low90, median, high90, high95 } = perContact.range!;
  expect([low95, low90, median, high90, high95]).toEqual(
    [low95, low90, median, high90, high95].sort((a, b) => a - b),
  );
  expect(perLinkage.likely).toBeGreaterThan(perContact.likely!);
  expect(utilisation).toMatchObject({ teamHours: 72 * 28, hoursFrom: 'assumption' });
  expect(utilisation.value).toBeCloseTo(utilisation.busyHours / (72 * 28), 9);
  expect(avoided!.benefitsExceed).toBeGreaterThanOrEqual(0);
  expect(avoided!.benefitsExceed).toBeLessThanOrEqual(1);
  expect(avoided!.shape.counts.reduce((sum, each) => sum + each, 0)).toBe(10_000);
  expect(avoided!.tornado.bars.length).toBeGreaterThan(5);
});

test('the same question has the same answer, and a dearer assumption a dearer one', () => {
  const atWork = centerAtWork();
  imported(atWork, 400);
  set(atWork, { 'hours.team': known(24) });
  const before = figures(atWork);
  expect(figures(atWork)).toEqual(before);
  set(atWork, { 'staff.clinician': { low: 90, likely: 120, high: 170 } });
  expect(figures(atWork).perContact.likely).toBeGreaterThan(before.perContact.likely!);
});

test('below the fewest contacts nothing is said of avoided cost', () => {
  const atWork = centerAtWork();
  imported(atWork, 60);
  set(atWork, { 'hours.team': known(24) });
  const { perContact, avoided, whyNotAvoided } = figures(atWork);
  expect(perContact.denominator).toBeGreaterThan(0);
  expect(perContact.denominator).toBeLessThan(FEWEST_CONTACTS);
  expect(avoided).toBeNull();
  expect(whyNotAvoided).toMatch(/^Not enough data: of \d+ contacts .* 30 are needed\.$/);
});

test('hours are the roster’s where it has any: worked, crewed, without what lies ahead', () => {
  const atWork = centerAtWork();
  const ada = atWork.as('Ada');
  // 18:00 UTC is noon in Chicago; the team is there from 8 to 12 with one role missing for the first hour; the rest lies ahead.
  const unitId = 'M1' as UnitId;
  for (const [name, role, from, to] of [
    ['Lee', 'paramedic', '08:00', '16:00'],
    ['Kim', 'clinician', '09:00', '16:00'],
  ] as const)
    atWork.do(ada, 'shift.plan', {
      unitId,
      name,
      role,
      from: `2026-03-03T${from}`,
      to: `2026-03-03T${to}`,
      breaks: [],
    });
  const today = { from: '2026-03-03', to: '2026-03-03' };
  const { utilisation, parts } = figures(atWork, today);
  expect(utilisation).toMatchObject({ teamHours: 3, hoursFrom: 'roster' });
  expect(parts[0]).toEqual({ part: 'Crews', amount: 4 * 55 + 3 * 60 });
});

test('an incident of the console counts once it is over, with the time its team was busy', () => {
  const atWork = centerAtWork();
  set(atWork, { 'hours.team': known(24) });
  const dana = atWork.as('Dana');
  const incidentId = openedIncident(atWork, dana);
  clearOfDanger(atWork, dana, incidentId);
  atWork.do(dana, 'incident.answer-fact', {
    incidentId,
    fact: 'in-person-need',
    answer: 'yes',
    informant: 'caller-saw',
  });
  accept(atWork, dana, incidentId);
  atWork.do(dana, 'incident.assign-unit', { incidentId, unitId: 'M1' as UnitId, reason: null });
  atWork.pass(10);
  report(atWork, 'M1', 'en-route');
  report(atWork, 'M1', 'on-scene');
  atWork.pass(50);
  report(atWork, 'M1', 'clearing');
  report(atWork, 'M1', 'available');
  atWork.do(dana, 'incident.close', { incidentId, disposition: 'services', note: '' });
  const today = { from: '2026-03-03', to: '2026-03-03' };
  const { perContact, perCompleted, utilisation } = figures(atWork, today);
  expect(perContact.denominator).toBe(1);
  expect(perCompleted.denominator).toBe(1);
  expect(perContact.likely).toBeCloseTo(perContact.total!, 6);
  expect(utilisation).toMatchObject({ busyHours: 1, notKnown: 0, teamHours: 24 });
});
