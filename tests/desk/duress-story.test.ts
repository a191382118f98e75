import { beforeEach, expect, test } from 'vitest';
import { centerAtWork, report, type DeskAtWork } from '../support/desk-at-work.ts';
import { forATeam } from '../support/topic-examples.ts';
import type { FeedMessage } from '#shared/contract/answers.ts';
import type { IncidentId, UnitId } from '#shared/lib/brand.ts';

const M1 = 'M1' as UnitId;

let atWork: DeskAtWork;
let incidentId: IncidentId;

beforeEach(() => {
  atWork = centerAtWork();
  incidentId = forATeam(atWork);
  atWork.do(atWork.as('Dana'), 'incident.assign-unit', { incidentId, unitId: M1, reason: null });
  for (const status of ['en-route', 'on-scene'] as const) report(atWork, M1, status);
});

const safetyOf = (name: string, unitId = 'M1') =>
  atWork.do(atWork.as(name), 'board.snapshot', {}).units.find((unit) => unit.unitId === unitId)!
    .safety;

/** What a console of this person hears. */
function consoleOf(name: string): FeedMessage[] {
  const heard: FeedMessage[] = [];
  atWork.desk.feed(atWork.as(name), (message) => heard.push(message));
  return heard;
}

test('both consoles see the duress, each says so for itself, and it ends with a reason only', () => {
  const consoles = { Dana: consoleOf('Dana'), Ada: consoleOf('Ada') };
  atWork.do(atWork.as('Pat'), 'unit.duress', { unitId: M1 });
  for (const heard of Object.values(consoles)) {
    const rows = heard.flatMap(({ patch }) => patch.units);
    expect(rows.find(({ unitId }) => unitId === M1)?.safety?.state).toBe('duress');
    const said = heard.flatMap(({ patch }) => patch.announcements);
    expect(said).toContainEqual({ text: 'M1: duress.', sound: 'duress' });
  }
  // The second press of a shaking hand is the same duress.
  const head = atWork.desk.journal.head();
  atWork.do(atWork.as('Dana'), 'unit.duress', { unitId: M1 });
  expect(atWork.desk.journal.head()).toBe(head);

  for (const name of ['Dana', 'Ada', 'Dana'])
    atWork.do(atWork.as(name), 'unit.acknowledge-alarm', { unitId: M1, alarm: 'duress' });
  const seen = [atWork.idOf('Dana'), atWork.idOf('Ada')];
  expect(safetyOf('Sam')).toMatchObject({ state: 'duress', acknowledged: seen });

  atWork = atWork.reopen();
  atWork.pass(600);
  atWork.desk.watch();
  expect(safetyOf('Sam')).toMatchObject({ state: 'duress', acknowledged: seen });
  const clear = (reason: string, name = 'Dana') =>
    atWork.desk.answer('unit.clear-duress', { unitId: M1, reason }, atWork.as(name));
  expect(clear('  ')).toMatchObject({ ok: false, refused: 'reason-needed' });
  expect(clear('They are out.', 'Pat')).toMatchObject({ ok: false, refused: 'not-allowed' });
  expect(safetyOf('Sam')).toMatchObject({ state: 'duress' });
  expect(clear('They are out.').ok).toBe(true);
  expect(safetyOf('Sam')?.state).not.toBe('duress');
  const view = atWork.do(atWork.as('Dana'), 'incident.focus', { incidentId })!;
  expect(view.timeline.slice(-1)).toMatchObject([
    { by: 'Dana', text: 'Duress of M1 cleared — They are out.' },
  ]);
  expect(view.timeline.map(({ text }) => text)).toContain('M1 is in duress');
});

test('free police go to a duress at once, and the incident says so', () => {
  atWork.do(atWork.as('Pat'), 'unit.duress', { unitId: M1 });
  const view = atWork.do(atWork.as('Dana'), 'incident.focus', { incidentId })!;
  expect(view.units.map(({ unitId, status }) => [unitId, status])).toEqual([
    ['M1', 'on-scene'],
    ['P11', 'assigned'],
  ]);
  expect(view.decision).toMatchObject({ level: 'L4', response: 'police-ems' });
  expect(view.safety).toMatchObject([{ unitId: M1, state: 'duress', recommends: null }]);
});

test('a police unit in duress is no help for itself: that nobody else is free is said', () => {
  atWork.do(atWork.as('Dana'), 'incident.upgrade', { incidentId, services: ['police'] });
  atWork.do(atWork.as('Dana'), 'unit.duress', { unitId: 'P11' as UnitId });
  const { timeline } = atWork.do(atWork.as('Dana'), 'incident.focus', { incidentId })!;
  expect(timeline.some(({ text }) => text.includes('No free police unit on this board'))).toBe(
    true,
  );
});

test('a unit on no incident may be in duress too', () => {
  atWork.do(atWork.as('Dana'), 'unit.duress', { unitId: 'R1' as UnitId });
  expect(safetyOf('Cleo', 'R1')).toMatchObject({ state: 'duress', dueAt: null });
});

test('back-up is asked for above every screen, and police is recommended, not sent', () => {
  const heard = consoleOf('Cleo');
  atWork.do(atWork.as('Cleo'), 'unit.ask-back-up', { unitId: M1 });
  expect(heard.flatMap(({ patch }) => patch.announcements)).toContainEqual({
    text: 'M1 asks for back-up.',
    sound: 'alert',
  });
  const view = () => atWork.do(atWork.as('Dana'), 'incident.focus', { incidentId })!;
  expect(view().safety).toMatchObject([{ state: 'back-up', recommends: 'police' }]);
  expect(view().units).toHaveLength(1);
  atWork.do(atWork.as('Sam'), 'unit.acknowledge-alarm', { unitId: M1, alarm: 'back-up' });
  expect(safetyOf('Dana')?.acknowledged).toEqual([atWork.idOf('Sam')]);
  atWork.do(atWork.as('Dana'), 'unit.clear-back-up', { unitId: M1, reason: 'All calm.' });
  expect(safetyOf('Dana')).toMatchObject({ state: 'due' });
});

test('a unit nobody knows is refused by name', () => {
  const reply = atWork.desk.answer('unit.duress', { unitId: 'M77' }, atWork.as('Dana'));
  expect(reply).toMatchObject({ ok: false, because: 'There is no unit M77 on this board.' });
});
