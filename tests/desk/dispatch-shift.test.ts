import { expect, test } from 'vitest';
import {
  accept,
  centerAtWork,
  openedIncident,
  report,
  type DeskAtWork,
} from '../support/desk-at-work.ts';
import { forATeam } from '../support/topic-examples.ts';
import type { IncidentId } from '#shared/lib/brand.ts';

const rowOf = (atWork: DeskAtWork, incidentId: IncidentId) =>
  atWork
    .do(atWork.as('Dana'), 'board.snapshot', {})
    .incidents.find((row) => row.incidentId === incidentId);
const viewOf = (atWork: DeskAtWork, incidentId: IncidentId) =>
  atWork.do(atWork.as('Dana'), 'incident.focus', { incidentId })!;
const answer = (
  atWork: DeskAtWork,
  incidentId: IncidentId,
  fact: string,
  what: 'yes' | 'no' = 'yes',
) =>
  atWork.do(atWork.as('Dana'), 'incident.answer-fact', {
    incidentId,
    fact,
    answer: what,
    informant: 'caller-saw',
  });
const drive = (atWork: DeskAtWork, unitId: string) => {
  for (const status of ['en-route', 'on-scene', 'clearing', 'available'] as const)
    report(atWork, unitId, status);
};

test('after a raise and a new decision the next team is asked for, though the first has left', () => {
  const atWork = centerAtWork();
  const incidentId = forATeam(atWork);
  atWork.do(atWork.as('Dana'), 'incident.assign-unit', { incidentId, unitId: 'M1', reason: null });
  drive(atWork, 'M1');
  expect(rowOf(atWork, incidentId)).toMatchObject({ phase: 'wrap-up' });
  atWork.pass(1);
  answer(atWork, incidentId, 'threats');
  expect(rowOf(atWork, incidentId)).toMatchObject({
    phase: 'intake',
    level: 'L3',
    attention: 'Raised to L3',
  });
  accept(atWork, atWork.as('Dana'), incidentId);
  expect(rowOf(atWork, incidentId)).toMatchObject({ phase: 'decided', level: 'L3' });
  expect(viewOf(atWork, incidentId).wanted.length).toBeGreaterThan(0);
});

test('EMS goes with the decision on a medical yes, and its leaving does not stand for the team', () => {
  const atWork = centerAtWork();
  const dana = atWork.as('Dana');
  const incidentId = openedIncident(atWork, dana);
  answer(atWork, incidentId, 'overdose');
  for (const topic of ['medical', 'weapon', 'violence', 'suicide'] as const)
    atWork.do(dana, 'incident.answer-none', { incidentId, topic, informant: 'caller-saw' });
  answer(atWork, incidentId, 'in-person-need');
  accept(atWork, dana, incidentId);
  expect(rowOf(atWork, incidentId)).toMatchObject({ ems: true, units: [{ unitId: 'E31' }] });
  atWork.pass(1);
  drive(atWork, 'E31');
  expect(rowOf(atWork, incidentId)).toMatchObject({ phase: 'decided' });
  expect(viewOf(atWork, incidentId).wanted).toContain('Behavioral-health team');
});

test('a medical yes after the decision does not wait for anybody to look', () => {
  const atWork = centerAtWork();
  const incidentId = forATeam(atWork);
  const heard: string[] = [];
  atWork.desk.subscribe((patch) => heard.push(...patch.announcements.map(({ text }) => text)));
  answer(atWork, incidentId, 'not-breathing');
  expect(rowOf(atWork, incidentId)).toMatchObject({ ems: true });
  const seen = heard.length > 0 || viewOf(atWork, incidentId).wanted.includes('EMS ambulance');
  expect(seen, 'nobody is told that EMS is needed now').toBe(true);
});

test('police who are clearing protect no unarmed team', () => {
  const atWork = centerAtWork();
  const dana = atWork.as('Dana');
  const incidentId = openedIncident(atWork, dana);
  answer(atWork, incidentId, 'weapon-in-hand');
  atWork.do(dana, 'incident.decide', {
    incidentId,
    seen: { level: 'L4', response: 'police-ems' },
    response: 'police',
    reason: 'EMS is not needed.',
    secondPerson: { operatorId: atWork.idOf('Theo'), passphrase: '' },
  });
  atWork.do(dana, 'incident.assign-unit', { incidentId, unitId: 'P11', reason: null });
  for (const status of ['en-route', 'on-scene', 'clearing'] as const) report(atWork, 'P11', status);
  const reply = atWork.desk.answer(
    'incident.assign-unit',
    { incidentId, unitId: 'M1', reason: 'Next.' },
    dana,
  );
  expect(reply).toMatchObject({ ok: false });
});

test('answers age by the watch, are announced once, and are asked again after a restart', () => {
  const atWork = centerAtWork();
  const incidentId = forATeam(atWork);
  const heard: string[] = [];
  atWork.desk.subscribe((patch) => heard.push(...patch.announcements.map(({ text }) => text)));
  const mandatory = () => viewOf(atWork, incidentId).facts.filter((fact) => fact.mandatory);
  atWork.pass(14.9);
  atWork.desk.watch();
  expect(mandatory().every((fact) => fact.reading === 'no')).toBe(true);
  atWork.pass(0.1);
  atWork.desk.watch();
  expect(
    mandatory().every((fact) => fact.reading === 'not-asked' && fact.record?.aged === true),
  ).toBe(true);
  expect(heard.filter((text) => text.includes('have aged'))).toEqual([
    'Incident 1: answers have aged, ask again.',
  ]);
  const head = atWork.desk.journal.head();
  atWork.desk.watch();
  expect(atWork.desk.journal.head()).toBe(head);
  const again = atWork.reopen();
  again.desk.watch();
  expect(again.desk.journal.head()).toBe(head);
  expect(viewOf(again, incidentId).recommendation.unasked.length).toBeGreaterThan(5);
  const reply = again.desk.answer(
    'incident.assign-unit',
    { incidentId, unitId: 'M1', reason: null },
    again.as('Dana'),
  );
  expect(reply).toMatchObject({ ok: false, refused: 'unarmed-barred' });
});

test('what aged while the PC was off is written at the next start', () => {
  const atWork = centerAtWork();
  const incidentId = openedIncident(atWork, atWork.as('Dana'));
  answer(atWork, incidentId, 'threats', 'no');
  answer(atWork, incidentId, 'assault-now', 'yes');
  atWork.pass(60);
  const again = atWork.reopen();
  again.desk.watch();
  const readings = Object.fromEntries(
    viewOf(again, incidentId).facts.map((fact) => [fact.id, fact.reading]),
  );
  expect(readings).toMatchObject({ threats: 'not-asked', 'assault-now': 'yes' });
  expect(rowOf(again, incidentId)).toMatchObject({ level: 'L4' });
});

test('a hold passes with an event, an alert and a flag, and stays until somebody acts', () => {
  const atWork = centerAtWork();
  const incidentId = forATeam(atWork);
  const dana = atWork.as('Dana');
  atWork.do(dana, 'incident.hold', { incidentId, minutes: 10, reason: 'Team is clearing.' });
  expect(rowOf(atWork, incidentId)).toMatchObject({
    holdExpired: false,
    promise: { what: 'held until' },
  });
  const heard: string[] = [];
  atWork.desk.subscribe((patch) => heard.push(...patch.announcements.map(({ text }) => text)));
  atWork.pass(10);
  atWork.desk.watch();
  expect(heard).toContain('Incident 1: the promised time has passed.');
  expect(rowOf(atWork, incidentId)).toMatchObject({
    holdExpired: true,
    attention: 'Promise time passed',
  });
  const again = atWork.reopen();
  expect(rowOf(again, incidentId)).toMatchObject({ holdExpired: true });
  again.do(again.as('Dana'), 'incident.release-hold', { incidentId });
  expect(rowOf(again, incidentId)).toMatchObject({ holdExpired: false, holdUntil: null });
});

test('two dispatchers: the second hears what the first did, and decides on nothing old', () => {
  const atWork = centerAtWork();
  const dana = atWork.as('Dana');
  const theo = atWork.as('Theo');
  const incidentId = openedIncident(atWork, dana);
  atWork.do(theo, 'incident.focus', { incidentId });
  const seenByTheo: (string | undefined)[] = [];
  atWork.desk.feed(theo, ({ focus }) => seenByTheo.push(focus?.recommendation.level));
  const seen = { level: 'L3', response: 'co-response' } as const;
  answer(atWork, incidentId, 'hostage');
  expect(seenByTheo).toEqual(['L4']);
  const old = { incidentId, seen, response: 'co-response', reason: null, secondPerson: null };
  expect(atWork.desk.answer('incident.decide', old, theo)).toMatchObject({
    ok: false,
    refused: 'recommendation-changed',
  });
  accept(atWork, theo, incidentId);
  atWork.do(theo, 'incident.take', { incidentId });
  expect(rowOf(atWork, incidentId)).toMatchObject({ ownerName: 'Theo', level: 'L4' });
  expect(viewOf(atWork, incidentId).timeline.at(-1)).toMatchObject({
    by: 'Theo',
    text: 'Theo took over from Dana',
  });
});

test('two dispatchers answer one call: one gets it, the other is told', () => {
  const atWork = centerAtWork();
  const call = { ani: null, address: '', words: 'x', callType: null };
  const callId = atWork.do(atWork.as('Pat'), 'call.receive', call).made!;
  expect(atWork.desk.answer('call.answer', { callId }, atWork.as('Dana')).ok).toBe(true);
  expect(atWork.desk.answer('call.answer', { callId }, atWork.as('Theo'))).toMatchObject({
    ok: false,
    refused: 'already-answered',
  });
  expect(atWork.do(atWork.as('Dana'), 'board.snapshot', {})).toMatchObject({
    calls: [],
    incidents: [{ ownerName: 'Dana' }],
  });
});

test('the feed carries every revision once and in order, and leaves no gap', () => {
  const atWork = centerAtWork();
  const start = atWork.desk.journal.head();
  const patches: { from: number; revision: number }[] = [];
  atWork.desk.subscribe(({ from, revision }) => patches.push({ from, revision }));
  forATeam(atWork);
  expect(patches[0]?.from).toBe(start);
  patches.slice(1).forEach((patch, index) => expect(patch.from).toBe(patches[index]!.revision));
  expect(patches.at(-1)?.revision).toBe(atWork.desk.journal.head());
});

test('what is found is found once, by number, place, callback number or call sign', () => {
  const atWork = centerAtWork();
  const pat = atWork.as('Pat');
  const call = { ani: '312-555-0100', address: '1 W Lawrence', words: 'x', callType: null };
  const callId = atWork.do(pat, 'call.receive', call).made!;
  const find = (text: string) =>
    atWork.do(pat, 'find.anything', { text }).map(({ kind, id }) => `${kind} ${id}`);
  expect(find('1')).toEqual([`call ${callId}`]);
  expect(find('lawrence')).toEqual([`call ${callId}`]);
  expect(find('m')).toEqual(['unit M1', 'unit M2']);
  expect(find('%')).toEqual([]);
  const incidentId = atWork.do(atWork.as('Dana'), 'call.answer', { callId }).made!;
  for (const text of ['1', 'LAWRENCE', '555-0100'])
    expect(find(text)).toEqual([`incident ${incidentId}`]);
});
