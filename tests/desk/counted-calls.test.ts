import { beforeEach, expect, test } from 'vitest';
import {
  closeAs,
  countedRows,
  eligibleIncident,
  goes,
  passSeconds,
} from '../support/counted-shift.ts';
import {
  centerAtWork,
  accept,
  openedIncident,
  report,
  type DeskAtWork,
} from '../support/desk-at-work.ts';
import { pastCallNumbered } from '../support/past-call-numbered.ts';
import { ACCEPTED, codeOf, referredTo, toldThePlace } from '../support/referral-examples.ts';
import { auditBoard } from '#db/board/audit-board.ts';
import type { Session } from '#main/desk/desk.ts';
import { FUNNEL } from '#shared/outcomes/counted-call.ts';

let atWork: DeskAtWork;
let dana: Session;
beforeEach(() => {
  atWork = centerAtWork();
  dana = atWork.as('Dana');
});

const row = () => countedRows(atWork)[0] ?? {};
const stored = () =>
  atWork.desk.db.prepare('SELECT COUNT(*) FROM board_counted_calls').pluck().get();
const steps = (each = row()) => FUNNEL.map((step) => each[`step_${step}`]);
const equal = () => auditBoard(atWork.desk.db).projections.filter((each) => !each.equal);

test('one that a team saw: every step, and the seconds to each moment', () => {
  const incidentId = eligibleIncident(atWork, dana);
  passSeconds(atWork, 40);
  accept(atWork, dana, incidentId);
  passSeconds(atWork, 20);
  // Assigned 60 s after the call came in, then a status every 300 s.
  goes(atWork, incidentId, 'M1', 300);
  expect(stored()).toBe(0);
  closeAs(atWork, incidentId, 'services');
  expect(stored()).toBe(1);
  expect(row()).toMatchObject({
    source: 'console',
    number: '1',
    open: 0,
    channel: '911',
    call_type: 'MHDIST',
    detection: 'typed',
    recommended_level: 'L2',
    decided_level: 'L2',
    response: 'behavioral-health',
    direction: 'same',
    overridden: 0,
    highest_level: 'L2',
    danger_found: 0,
    back_up: 0,
    police_on_scene: 0,
    disposition: 'services',
    answered_s: 0,
    decided_s: 40,
    dispatched_s: 60,
    en_route_s: 360,
    arrived_s: 660,
    // Clearing is still on the incident: it left with the last status.
    cleared_s: 1260,
    out_of_order: 0,
  });
  expect(steps()).toEqual([1, 1, 1, 1, 1, 1, 1, 1, 0]);
  expect(equal()).toEqual([]);
});

test('the wall clock of the center says which hour of which week', () => {
  // 2026-03-03T18:00Z is Tuesday noon in Chicago.
  openedIncident(atWork, dana);
  expect(row()).toMatchObject({
    received_local: '2026-03-03T12:00:00',
    week: '2026-03-02',
    hour_of_week: 36,
  });
});

test('an open one is counted when asked, and what it has not done is not known', () => {
  const incidentId = eligibleIncident(atWork, dana);
  expect(row()).toMatchObject({ open: 1, overridden: null, decided_s: null, cleared_s: null });
  expect(steps()).toEqual([1, null, null, null, null, null, null, null, null]);
  accept(atWork, dana, incidentId);
  expect(steps()).toEqual([1, 1, 1, 1, null, null, null, null, null]);
  expect(stored()).toBe(0);
});

test('nobody came: eligible and not assigned, with the reason', () => {
  const incidentId = eligibleIncident(atWork, dana);
  accept(atWork, dana, incidentId);
  closeAs(atWork, incidentId, 'no-contact', 'timed-out');
  expect(row()).toMatchObject({ unserved: 'timed-out', arrived_s: null, danger_found: null });
  expect(steps()).toEqual([1, 1, 1, 1, 0, 0, 0, 0, 0]);
});

test('police now on a closed one opens it: its row goes, and comes back when it closes again', () => {
  const incidentId = eligibleIncident(atWork, dana);
  accept(atWork, dana, incidentId);
  goes(atWork, incidentId, 'M1', 60);
  closeAs(atWork, incidentId, 'services');
  atWork.do(dana, 'incident.upgrade', { incidentId, services: ['police'] });
  expect(stored()).toBe(0);
  expect(row()).toMatchObject({ open: 1, highest_level: 'L4', decided_level: 'L2', back_up: 1 });
  expect(equal()).toEqual([]);
  for (const status of ['on-scene', 'available'] as const) report(atWork, 'P11', status);
  closeAs(atWork, incidentId, 'services-transfer');
  expect(stored()).toBe(1);
  expect(row()).toMatchObject({
    open: 0,
    police_on_scene: 1,
    disposition: 'services-transfer',
    direction: 'same',
  });
  expect(equal()).toEqual([]);
});

test('an arrival that was corrected is none', () => {
  const incidentId = eligibleIncident(atWork, dana);
  accept(atWork, dana, incidentId);
  const unitId = 'M1' as never;
  atWork.do(dana, 'incident.assign-unit', { incidentId, unitId, reason: 'Nearest.' });
  report(atWork, 'M1', 'en-route');
  passSeconds(atWork, 60);
  report(atWork, 'M1', 'on-scene');
  expect(row()).toMatchObject({ arrived_s: 60 });
  atWork.do(dana, 'unit.correct-status', { unitId, status: 'en-route', reason: 'Pressed wrong.' });
  expect(row()).toMatchObject({ en_route_s: 0, arrived_s: null });
});

test('a referral is no linkage until the place confirms a service', () => {
  const incidentId = eligibleIncident(atWork, dana);
  accept(atWork, dana, incidentId);
  goes(atWork, incidentId, 'M1', 60);
  closeAs(atWork, incidentId, 'services');
  expect(row()).toMatchObject({ step_served: 1, step_linked: 0 });
  const referralId = referredTo(atWork, { incidentId });
  expect(row()).toMatchObject({ step_linked: null });
  const cleo = atWork.as('Cleo');
  toldThePlace(atWork, incidentId);
  atWork.do(cleo, 'referral.send', { referralId, way: 'phone' });
  atWork.do(cleo, 'referral.answer', { referralId, said: ACCEPTED });
  const code = codeOf(atWork, referralId);
  const today = atWork.now().toISOString().slice(0, 10);
  atWork.do(cleo, 'referral.confirm-code', { code, arrivedOn: today, servedOn: null });
  expect(row()).toMatchObject({ step_linked: null });
  atWork.do(cleo, 'referral.confirm-code', { code, arrivedOn: today, servedOn: today });
  expect(row()).toMatchObject({ step_linked: 1 });
  expect(equal()).toEqual([]);
});

test('an imported call: its type says what it can, the rest is not known', () => {
  const imported = [pastCallNumbered(1, 'MHDIST'), pastCallNumbered(2, 'WELBNG')];
  for (const pastCall of [...imported, pastCallNumbered(3, 'OTHER')])
    atWork.desk.record([{ type: 'past-call.imported', pastCall }], dana.operator!.operatorId);
  const rows = countedRows(atWork);
  expect(rows.map(({ source, step_behavioral }) => [source, step_behavioral])).toEqual([
    ['import', 1],
    ['import', null],
    ['import', 0],
  ]);
  expect(rows[0]).toMatchObject({ number: '1', detection: 'typed', answered_s: null });
  expect(equal()).toEqual([]);
});

test('one that a clinician nominated came by that door once dispatch has agreed', () => {
  const incidentId = eligibleIncident(atWork, dana);
  const response = 'behavioral-health';
  const reason = 'Knows the team already.';
  atWork.do(atWork.as('Cleo'), 'monitor.nominate', { incidentId, response, reason });
  expect(row()).toMatchObject({ channel: '911' });
  accept(atWork, dana, incidentId);
  expect(row()).toMatchObject({ channel: 'clinician', response });
  expect(equal()).toEqual([]);
});
