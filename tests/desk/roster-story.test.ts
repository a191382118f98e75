import { expect, test } from 'vitest';
import {
  accept,
  centerAtWork,
  clearOfDanger,
  openedIncident,
  report,
  type DeskAtWork,
} from '../support/desk-at-work.ts';
import { plan, planned, TODAY } from '../support/roster-examples.ts';
import { underWay } from '../support/unit-examples.ts';
import type { Announcement, UnitRow } from '#shared/board/board-rows.ts';
import type { Input, Topic } from '#shared/contract/console-contract.ts';
import type { UnitId } from '#shared/lib/brand.ts';

const M1 = 'M1' as UnitId;
const ANA = { name: 'Ana Ruiz', role: 'clinician' };

function atTheRoster(atWork: DeskAtWork = centerAtWork()) {
  const sam = () => atWork.as('Sam');
  return {
    atWork,
    give: <T extends Topic>(topic: T, input: Input<T>) => atWork.do(sam(), topic, input),
    refused: <T extends Topic>(topic: T, input: Input<T>): string => {
      const head = atWork.desk.journal.head();
      const reply = atWork.desk.answer(topic, input, sam());
      expect(reply.ok).toBe(false);
      expect(atWork.desk.journal.head()).toBe(head);
      return reply.ok ? '' : reply.because;
    },
    row: (unitId = 'M1'): UnitRow | undefined =>
      atWork
        .do(atWork.as('Dana'), 'board.snapshot', {})
        .units.find((each) => each.unitId === unitId),
    /** Written of duty since the beginning, as `why`. */
    duty: () =>
      [...atWork.desk.journal.entriesAfter(0)].flatMap(({ event }) =>
        event.type === 'unit.duty-changed' ? [event.why] : [],
      ),
  };
}

/** M1 as its plan has it: nobody is there by hand any more. */
function emptied(atWork: DeskAtWork): void {
  for (const role of ['paramedic', 'clinician'])
    atWork.do(atWork.as('Sam'), 'unit.set-duty', {
      unitId: M1,
      name: `M1 ${role}`,
      role,
      onDuty: false,
      reason: 'The shift is over.',
    });
}

test('a unit is in service while every required role is on duty, by plan and clock', () => {
  const { atWork, row, duty } = atTheRoster();
  emptied(atWork);
  planned(atWork);
  planned(atWork, { name: 'Per Holm', role: 'paramedic', from: `${TODAY}T14:00`, breaks: [] });
  expect(row()?.gap).toBe('No paramedic, no clinician on duty');
  atWork.pass(121);
  atWork.desk.watch();
  expect(row()?.gap).toBe('No clinician on duty');
  atWork.pass(60);
  atWork.desk.watch();
  expect(row()).toMatchObject({ gap: null, leaves: { roles: ['clinician'], why: 'break-began' } });
  atWork.pass(3.5 * 60);
  atWork.desk.watch();
  expect(row()?.gap).toBe('No clinician on duty');
  atWork.desk.watch();
  atWork.pass(30);
  atWork.desk.watch();
  expect(row()?.gap).toBeNull();
  expect(duty().slice(2)).toEqual(['shift-began', 'shift-began', 'break-began', 'break-ended']);
});

test('what is asked between two looks of the watch sees who is on duty now', () => {
  const { atWork, give } = atTheRoster();
  emptied(atWork);
  planned(atWork, { name: 'Per Holm', role: 'paramedic', breaks: [] });
  planned(atWork, { breaks: [], to: `${TODAY}T20:00` });
  const recommended = () => {
    const dana = atWork.as('Dana');
    const incidentId = openedIncident(atWork, dana);
    clearOfDanger(atWork, dana, incidentId);
    const given = { incidentId, fact: 'in-person-need', answer: 'yes', informant: 'caller-saw' };
    atWork.do(dana, 'incident.answer-fact', given as Input<'incident.answer-fact'>);
    const view = atWork.do(dana, 'incident.focus', { incidentId });
    return view?.candidates.find(({ unitId }) => unitId === 'M1');
  };
  expect(recommended()?.recommended).toBe(false);
  atWork.pass(181);
  expect(recommended()).toMatchObject({ recommended: true });
  atWork.pass(5 * 60);
  expect(recommended()).toMatchObject({
    recommended: false,
    shortfalls: [{ text: 'No clinician on duty' }],
  });
  expect(give('roster.view', { from: TODAY, days: 1 }).units[0]).toBeDefined();
});

test('what passed while the computer was off is written once, after it starts again', () => {
  const first = atTheRoster();
  emptied(first.atWork);
  planned(first.atWork);
  first.atWork.pass(20 * 60);
  const again = atTheRoster(first.atWork.reopen());
  again.atWork.desk.watch();
  again.atWork.desk.watch();
  expect(again.duty().slice(2)).toEqual([
    'shift-began',
    'break-began',
    'break-ended',
    'shift-ended',
  ]);
  expect(again.row()?.crew.some(({ onDuty }) => onDuty)).toBe(false);
});

test('a clock that is set back writes nothing again', () => {
  const { atWork, duty } = atTheRoster();
  planned(atWork);
  atWork.pass(190);
  atWork.desk.watch();
  atWork.pass(-60);
  atWork.desk.watch();
  atWork.pass(61);
  atWork.desk.watch();
  expect(duty()).toEqual(['shift-began']);
});

test('a crew that falls short on an incident is said there, aloud and on the row, until somebody comes', () => {
  const { atWork, give, row } = atTheRoster();
  emptied(atWork);
  planned(atWork, { name: 'Per Holm', role: 'paramedic', breaks: [] });
  planned(atWork, { to: `${TODAY}T16:00`, breaks: [] });
  atWork.pass(181);
  const incidentId = underWay(atWork);
  const heard: Announcement[] = [];
  atWork.desk.subscribe((patch) => heard.push(...patch.announcements));
  const incident = () =>
    atWork
      .do(atWork.as('Dana'), 'board.snapshot', {})
      .incidents.find((each) => each.incidentId === incidentId);
  expect(incident()?.attention).toBeNull();
  atWork.pass(60);
  atWork.desk.watch();
  expect(incident()?.attention).toBe('M1: no clinician on duty');
  expect(row()?.gap).toBe('No clinician on duty');
  expect(heard).toContainEqual({
    text: 'Incident 1: M1 has no clinician on duty any more.',
    sound: 'alert',
  });
  const timeline = atWork.do(atWork.as('Dana'), 'incident.focus', { incidentId })?.timeline;
  expect(timeline?.find(({ text }) => text.startsWith('M1: clinician'))).toMatchObject({
    kind: 'alert',
    by: 'CareDesk',
    text: 'M1: clinician off duty (shift ended). No clinician on duty',
  });
  const stays = { unitId: M1, ...ANA, onDuty: true, reason: 'Stays until relief.' };
  give('unit.set-duty', stays);
  expect(incident()?.attention).toBe('Late: somebody with the person');
  expect(row()?.gap).toBeNull();
});

test('a break is put off while the crew is on an incident', () => {
  const { atWork, row, duty } = atTheRoster();
  emptied(atWork);
  planned(atWork, { name: 'Per Holm', role: 'paramedic', breaks: [] });
  planned(atWork);
  atWork.pass(181);
  underWay(atWork);
  atWork.pass(3.5 * 60);
  atWork.desk.watch();
  expect(duty().at(-1)).toBe('break-put-off');
  expect(row()?.gap).toBeNull();
  report(atWork, 'M1', 'available');
  expect(row()?.gap).toBeNull();
});

test('somebody who calls in sick leaves a gap before the shift, and a change of the shift brings them', () => {
  const { atWork, give } = atTheRoster();
  const shiftId = planned(atWork, { breaks: [] });
  give('shift.call-off', { shiftId, reason: 'Called in sick.' });
  const unit = () =>
    give('roster.view', { from: TODAY, days: 1 }).units.find(({ unitId }) => unitId === 'M1');
  expect(unit()?.shifts).toMatchObject([{ ...ANA, calledOff: 'Called in sick.' }]);
  expect(unit()?.gaps.some(({ role }) => role === 'clinician')).toBe(true);
  atWork.pass(200);
  atWork.desk.watch();
  const { unitId: _unitId, ...rest } = plan({ breaks: [] });
  give('shift.change', { shiftId, ...rest });
  expect(unit()?.crew).toContainEqual({ ...ANA, onDuty: true, languages: [] });
});

test('a wrong plan says what is wrong, and nothing is written', () => {
  const { atWork, refused } = atTheRoster();
  expect(refused('shift.plan', plan({ to: `${TODAY}T14:00`, breaks: [] }))).toMatch(
    /would end on Mar 3, 14:00, before it begins on Mar 3, 15:00/,
  );
  expect(refused('shift.plan', plan({ unitId: 'X9' as UnitId }))).toMatch(/no unit X9/);
  const springForward = { from: '2026-03-08T02:30', to: '2026-03-08T09:00', breaks: [] };
  expect(refused('shift.plan', plan(springForward))).toMatch(/never shows 2026-03-08 02:30/);
  planned(atWork);
  expect(refused('shift.plan', plan({ unitId: 'M2' as UnitId }))).toMatch(/already works on M1/);
  expect(refused('shift.remove', { shiftId: 'gone' as never })).toMatch(/not on the roster/);
});

test('a day is copied forward by the clock, also over the night the clock changes', () => {
  const { atWork, give, refused } = atTheRoster();
  planned(atWork, { from: `${TODAY}T22:00`, to: '2026-03-04T06:00', breaks: [] });
  give('roster.copy', { from: TODAY, days: 1, to: '2026-03-07', unitId: null });
  const shown = give('roster.view', { from: '2026-03-07', days: 2 });
  const night = shown.units.find(({ unitId }) => unitId === 'M1')?.shifts[0];
  // Eight hours by the clock, seven in fact: the clock is put forward in between.
  expect(night).toMatchObject({ from: '2026-03-08T04:00:00.000Z', to: '2026-03-08T11:00:00.000Z' });
  expect(shown.days[1]).toMatchObject({ date: '2026-03-08', to: '2026-03-09T05:00:00.000Z' });
  expect(refused('roster.copy', { from: TODAY, days: 1, to: '2026-03-07', unitId: null })).toMatch(
    /stands there already/,
  );
  expect(refused('roster.copy', { from: TODAY, days: 7, to: '2026-03-07', unitId: null })).toMatch(
    /forward/,
  );
});

test('a copy that cannot be whole is not made at all', () => {
  const { atWork, refused } = atTheRoster();
  planned(atWork, { name: 'Bo Larsen', breaks: [] });
  planned(atWork, { breaks: [] });
  const tomorrow = { from: '2026-03-04T15:00', to: '2026-03-04T23:00', breaks: [] };
  planned(atWork, { unitId: 'M2' as UnitId, ...tomorrow });
  expect(refused('roster.copy', { from: TODAY, days: 1, to: '2026-03-04', unitId: null })).toMatch(
    /Ana Ruiz already works on M2/,
  );
});

test('a unit leaves the roster with its plan, but not while an incident or an alarm holds it', () => {
  const { atWork, give, refused, row } = atTheRoster();
  planned(atWork);
  const gone: string[] = [];
  atWork.desk.subscribe((patch) => gone.push(...patch.unitsGone));
  const incidentId = underWay(atWork);
  expect(refused('unit.retire', { unitId: M1, reason: 'Sold.' })).toMatch(/belongs to incident 1/);
  report(atWork, 'M1', 'available');
  expect(refused('unit.retire', { unitId: M1, reason: 'Sold.' })).toMatch(/is open/);
  accept(atWork, atWork.as('Dana'), incidentId);
  atWork.do(atWork.as('Dana'), 'incident.close', {
    incidentId,
    disposition: 'no-contact',
    note: '',
    unserved: { code: 'all-busy', note: '' },
  });
  atWork.do(atWork.as('Dana'), 'unit.ask-back-up', { unitId: M1 });
  expect(refused('unit.retire', { unitId: M1, reason: 'Sold.' })).toMatch(/alarm/);
  atWork.do(atWork.as('Dana'), 'unit.clear-back-up', { unitId: M1, reason: 'By mistake.' });
  give('unit.retire', { unitId: M1, reason: 'Sold.' });
  expect(gone).toEqual(['M1']);
  expect(row()).toBeUndefined();
  const view = give('roster.view', { from: TODAY, days: 1 });
  expect(view.units.map(({ unitId }) => unitId)).not.toContain('M1');
  give('unit.add', { unitId: M1, teamType: 'ems', zone: 'South', crew: [], capabilities: [] });
  expect(row()).toMatchObject({ teamType: 'ems', status: 'off-duty', crew: [] });
});

test('a unit changes its team and zone on the planned day, and not on an incident', () => {
  const { atWork, give, refused, row } = atTheRoster();
  const posting = { from: '2026-03-04', teamType: 'substance-use', zone: 'South' };
  expect(
    refused('unit.plan-posting', { unitId: M1, posting: { ...posting, teamType: 'x' } }),
  ).toMatch(/no team type/);
  expect(
    refused('unit.plan-posting', { unitId: M1, posting: { ...posting, from: '2026-03-02' } }),
  ).toMatch(/has passed/);
  give('unit.plan-posting', { unitId: M1, posting });
  give('unit.plan-posting', { unitId: M1, posting: null });
  give('unit.plan-posting', { unitId: M1, posting });
  underWay(atWork);
  atWork.pass(13 * 60);
  atWork.desk.watch();
  expect(row()).toMatchObject({ teamType: 'behavioral-health', zone: 'North' });
  report(atWork, 'M1', 'available');
  atWork.desk.watch();
  expect(row()).toMatchObject({ teamType: 'substance-use', zone: 'South' });
});
