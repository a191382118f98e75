import { beforeEach, expect, test } from 'vitest';
import { centerAtWork, report, type DeskAtWork } from '../support/desk-at-work.ts';
import { forATeam } from '../support/topic-examples.ts';
import type { Announcement } from '#shared/board/board-rows.ts';
import type { IncidentId, UnitId } from '#shared/lib/brand.ts';

const M1 = 'M1' as UnitId;

let atWork: DeskAtWork;
let incidentId: IncidentId;

beforeEach(() => {
  atWork = centerAtWork();
  incidentId = forATeam(atWork);
  atWork.do(atWork.as('Dana'), 'incident.assign-unit', { incidentId, unitId: M1, reason: null });
  report(atWork, M1, 'en-route');
  report(atWork, M1, 'on-scene');
});

function watchAfter(minutes: number): void {
  atWork.pass(minutes);
  atWork.desk.watch();
}

const written = (type: string) =>
  [...atWork.desk.journal.entriesAfter(0)].filter(({ event }) => event.type === type);
const late = () => written('unit.check-in-late').length;
const missed = () => written('unit.check-in-missed').length;
const board = (name = 'Dana') => atWork.do(atWork.as(name), 'board.snapshot', {});
const rowOf = () => board().units.find(({ unitId }) => unitId === M1)!;
const attention = () => board().incidents.find((row) => row.incidentId === incidentId)?.attention;
const view = () => atWork.do(atWork.as('Dana'), 'incident.focus', { incidentId })!;
const heard = () => atWork.do(atWork.as('Pat'), 'unit.check-in', { unitId: M1 });

test('a crew that is not heard is missed by itself, once, and said everywhere', () => {
  const said: Announcement[] = [];
  atWork.desk.subscribe((patch) => said.push(...patch.announcements));
  watchAfter(14);
  expect(rowOf().safety).toMatchObject({ state: 'due', acknowledged: [] });
  expect(view().safety).toMatchObject([{ unitId: M1, state: 'due', recommends: null }]);
  watchAfter(2);
  expect(rowOf().safety).toMatchObject({ state: 'late' });
  expect([late(), missed(), attention()]).toEqual([1, 0, null]);
  watchAfter(2);
  watchAfter(1);
  watchAfter(60);
  expect([late(), missed()]).toEqual([1, 1]);
  expect(attention()).toBe('No check-in from M1');
  expect(rowOf().safety).toMatchObject({ state: 'missed' });
  expect(view().safety).toMatchObject([{ unitId: M1, state: 'missed', recommends: 'police' }]);
  // The center is in Chicago: noon there is 18:00 UTC.
  expect(view().timeline.map(({ text }) => text)).toContain(
    'M1 is late with its check-in, not heard since 12:00: supervisors are alerted',
  );
  const line = view().timeline.find(({ text }) => text.startsWith('No check-in'));
  expect(line).toMatchObject({
    kind: 'alert',
    by: 'CareDesk',
    text: 'No check-in from M1 since 12:00: recommend police back-up',
  });
  expect(said.filter(({ text }) => text.includes('check-in'))).toEqual([
    { text: 'M1 is late with its check-in.', sound: 'alert' },
    { text: 'No check-in from M1: police back-up is recommended.', sound: 'alert' },
  ]);
  // A person decides: nobody was sent.
  expect(written('incident.upgraded')).toEqual([]);
});

test('a check-in and a new status begin the time anew and end a missed one', () => {
  watchAfter(14);
  heard();
  watchAfter(14);
  report(atWork, M1, 'with-patient');
  watchAfter(14);
  expect(missed()).toBe(0);
  watchAfter(5);
  expect(missed()).toBe(1);
  heard();
  expect(attention()).toBeNull();
  expect(rowOf().safety).toMatchObject({ state: 'due' });
  watchAfter(19);
  expect(missed()).toBe(2);
  report(atWork, M1, 'clearing');
  watchAfter(19);
  expect(rowOf().safety).toBeNull();
  expect([missed(), attention()]).toEqual([2, null]);
});

test('a restart neither forgets a check-in nor says a missed one again', () => {
  atWork.pass(17);
  atWork = atWork.reopen();
  watchAfter(2);
  expect(missed()).toBe(1);
  atWork = atWork.reopen();
  watchAfter(30);
  expect(missed()).toBe(1);
  expect(attention()).toBe('No check-in from M1');
});

test('a clock that jumps hours forward and back neither skips nor repeats', () => {
  watchAfter(180);
  expect(missed()).toBe(1);
  atWork = atWork.reopen();
  watchAfter(-180);
  watchAfter(180);
  expect(missed()).toBe(1);

  // Heard while the clock was wrong, then it is set right: due at once, not three hours later.
  heard();
  atWork = atWork.reopen();
  watchAfter(-180);
  expect(written('unit.check-in-clock-set')).toHaveLength(1);
  expect(rowOf().safety).toMatchObject({ state: 'late' });
  watchAfter(2);
  expect(missed()).toBe(1);
  watchAfter(1);
  watchAfter(1);
  expect(missed()).toBe(2);
  expect(written('unit.check-in-clock-set')).toHaveLength(1);
  expect(view().timeline.map(({ text }) => text)).toContain(
    'The clock of the PC was set back: the check-in of M1 is due now',
  );
});

test('with police beside it nobody is asked to send more, and a police unit owes no check-in', () => {
  atWork.do(atWork.as('Dana'), 'incident.upgrade', { incidentId, services: ['police'] });
  for (const status of ['en-route', 'on-scene'] as const) report(atWork, 'P11', status);
  watchAfter(30);
  expect(view().safety).toMatchObject([{ unitId: M1, state: 'missed', recommends: null }]);
  expect(missed()).toBe(1);
});
