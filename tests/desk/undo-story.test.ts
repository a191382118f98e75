import { placeSeen } from '../support/edit-examples.ts';
import { beforeEach, expect, test } from 'vitest';
import { centerAtWork, openedIncident, report, type DeskAtWork } from '../support/desk-at-work.ts';
import { forABehavioralTeam, stacked } from '../support/unit-examples.ts';
import { auditBoard } from '#db/board/audit-board.ts';
import { findIncident } from '#db/board/incidents-projection.ts';
import { findUnit } from '#db/board/units-projection.ts';
import type { Input, Topic } from '#shared/contract/console-contract.ts';
import type { IncidentId, UnitId } from '#shared/lib/brand.ts';

let atWork: DeskAtWork;
beforeEach(() => {
  atWork = centerAtWork();
});

const as = <T extends Topic>(name: string, topic: T, input: Input<T>) =>
  atWork.do(atWork.as(name), topic, input);
const offer = (name = 'Dana') => as(name, 'act.last', {});
const undone = (name = 'Dana') => {
  const { seq, says } = offer(name);
  if (seq !== null) as(name, 'act.undo', { seq });
  return says;
};
const timeline = (incidentId: IncidentId, name = 'Dana') =>
  as(name, 'incident.focus', { incidentId })!.timeline;
const incident = (incidentId: IncidentId) => findIncident(atWork.desk.db, incidentId)!;

test('a hold is released, and a released one goes on until the same time', () => {
  const incidentId = forABehavioralTeam(atWork);
  as('Dana', 'incident.hold', { incidentId, minutes: 20, reason: 'Caller calls back.' });
  const { until } = incident(incidentId).hold!;
  expect(undone()).toBe('Incident 1 is not held. If the caller was promised a time, tell them.');
  expect(incident(incidentId).hold).toBeNull();
  atWork.pass(1);
  expect(undone()).toMatch(/is held again until the same time: Caller calls back/);
  expect(incident(incidentId).hold).toMatchObject({ until, expired: false });
  as('Dana', 'incident.release-hold', { incidentId });
  atWork.pass(1);
  expect(offer().seq).not.toBeNull();
});

test('a hold whose time has passed is not taken up again', () => {
  const incidentId = forABehavioralTeam(atWork);
  as('Dana', 'incident.hold', { incidentId, minutes: 1, reason: 'One minute.' });
  as('Dana', 'incident.release-hold', { incidentId });
  atWork.pass(1.5);
  expect(offer()).toEqual({
    seq: null,
    says: 'The time of that hold has passed. Hold it anew: h.',
  });
});

test('a stack is taken off again, and its incident is told', () => {
  const [, second] = stacked(atWork);
  expect(undone()).toBe(
    'M1 does not come to incident 2 afterwards. If its crew was told, tell them.',
  );
  expect(findUnit(atWork.desk.db, 'M1')?.next).toBeNull();
  expect(timeline(second).at(-1)?.text).toBe('M1 does not come: taken off by hand — undone');
  expect(offer()).toMatchObject({
    seq: null,
    says: expect.stringMatching(/Stack the unit again/) as string,
  });
});

test('an incident that was taken goes back to whoever had it, while they are here', () => {
  as('Dana', 'desk.hello', {});
  for (const name of ['Dana', 'Theo'])
    atWork.desk.answer(
      'operator.sign-on',
      { operatorId: atWork.idOf(name), passphrase: 'correct horse' },
      { operator: null, focus: null },
    );
  const incidentId = forABehavioralTeam(atWork);
  as('Theo', 'incident.take', { incidentId });
  expect(undone('Theo')).toBe('Incident 1 is back with Dana. Tell them.');
  expect(incident(incidentId).owner).toBe(atWork.idOf('Dana'));
  expect(timeline(incidentId).at(-1)?.text).toBe('Given from Theo to Dana');

  as('Theo', 'incident.take', { incidentId });
  expect(timeline(incidentId).at(-1)?.text).toBe('Theo took over from Dana');
  as('Dana', 'operator.sign-off', {});
  expect(offer('Theo')).toMatchObject({
    seq: null,
    says: expect.stringMatching(/has signed off.*stays yours/) as string,
  });
});

test('a place and a call type are as they were before', () => {
  const { callTypes } = atWork.desk.policy()!.policy;
  const [first, plain] = callTypes
    .filter(({ states }) => states.length === 0)
    .map(({ code }) => code);
  const incidentId = openedIncident(atWork, atWork.as('Dana'), { callType: first! });
  const was = incident(incidentId);
  as('Dana', 'incident.set-place', {
    seen: placeSeen(atWork, incidentId),
    incidentId,
    address: '9 Wrong St',
    areaId: null,
    callback: null,
  });
  expect(undone()).toBe('The place of incident 1 is 4500 N Broadway, Uptown again.');
  expect(incident(incidentId)).toMatchObject({ place: was.place, callback: was.callback });
  as('Dana', 'incident.set-call-type', { incidentId, callType: plain! });
  expect(undone()).toMatch(/has its earlier call type again/);
  expect(incident(incidentId).callType).toBe(first);
});

test('a call type that answered questions is not taken back, nor one where none was before', () => {
  const { policy } = atWork.desk.policy()!;
  const stating = policy.callTypes.find(({ states }) => states.length > 0)!.code;
  const incidentId = openedIncident(atWork, atWork.as('Dana'), { callType: 'WELBNG' });
  as('Dana', 'incident.set-call-type', { incidentId, callType: stating });
  expect(offer().says).toMatch(/answered questions of its own/);
  const other = openedIncident(atWork, atWork.as('Dana'));
  as('Dana', 'incident.set-call-type', { incidentId: other, callType: 'WELBNG' });
  expect(offer().says).toMatch(/no call type before/);
});

test('a note is struck and stays to be read; a clinical one shows neither to dispatch', () => {
  const incidentId = openedIncident(atWork, atWork.as('Dana'));
  as('Dana', 'incident.add-note', { incidentId, kind: 'dispatch', text: 'Door code 44.' });
  expect(undone()).toMatch(/stays on the record, struck through/);
  expect(timeline(incidentId).slice(-2)).toMatchObject([
    { text: 'Door code 44.', kind: 'note', struck: true },
    { text: 'Struck the note', kind: 'note' },
  ]);
  expect(offer().says).toMatch(/Write it again/);
  as('Cleo', 'incident.add-note', { incidentId, kind: 'clinical', text: 'Sleeps badly.' });
  undone('Cleo');
  expect(timeline(incidentId, 'Cleo').at(-2)).toMatchObject({ struck: true, kind: 'clinical' });
  expect(timeline(incidentId).some(({ kind }) => kind === 'clinical')).toBe(false);
  expect(timeline(incidentId)).toHaveLength(timeline(incidentId, 'Cleo').length - 2);
  atWork = atWork.reopen();
  expect(auditBoard(atWork.desk.db).equal).toBe(true);
  expect(timeline(incidentId).filter(({ struck }) => struck)).toHaveLength(1);
});

test('what others have heard of is never taken back, and the sentence says what to do instead', () => {
  const incidentId = forABehavioralTeam(atWork);
  expect(offer()).toMatchObject({
    seq: null,
    says: expect.stringMatching(/Decide again: o/) as string,
  });
  as('Dana', 'incident.upgrade', { incidentId, services: ['police'] });
  expect(offer().says).toMatch(/police\/EMS now, which is not undone.*sd P11/i);
  report(atWork, 'P11', 'on-scene');
  as('Dana', 'unit.check-in', { unitId: 'P11' as UnitId });
  expect(offer().says).toMatch(/cannot be unheard/);
  as('Dana', 'incident.answer-fact', {
    incidentId,
    fact: 'willing',
    answer: 'yes',
    informant: 'caller-saw',
  });
  // The last act counts, not the last one that could be undone: nothing is taken back unlooked at.
  expect(offer().says).toMatch(/Answer the question again/);
});

test('nobody takes back what somebody else did, or what was set again since', () => {
  const incidentId = openedIncident(atWork, atWork.as('Dana'));
  const place = { incidentId, areaId: null, callback: null };
  as('Dana', 'incident.set-place', {
    ...place,
    seen: placeSeen(atWork, incidentId),
    address: '9 Wrong St',
  });
  as('Theo', 'incident.set-place', {
    ...place,
    seen: placeSeen(atWork, incidentId),
    address: '9 Right St',
  });
  expect(offer()).toEqual({
    seq: null,
    says: 'It has been set again since. Nothing was taken back.',
  });
  atWork.pass(3);
  expect(offer('Theo').says).toMatch(/nothing here in the last two minutes/);
});
