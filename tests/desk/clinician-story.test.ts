import { expect, test } from 'vitest';
import { accept, centerAtWork, report, type DeskAtWork } from '../support/desk-at-work.ts';
import { offered, talking } from '../support/topic-examples.ts';
import { resolved, resolving } from '../support/phone-endings.ts';
import type { IncidentId } from '#shared/lib/brand.ts';

const rowOf = (atWork: DeskAtWork, incidentId: IncidentId) =>
  atWork
    .do(atWork.as('Dana'), 'board.snapshot', {})
    .incidents.find((row) => row.incidentId === incidentId);
const texts = (atWork: DeskAtWork, name: string, incidentId: IncidentId) =>
  atWork.do(atWork.as(name), 'incident.focus', { incidentId })!.timeline.map(({ text }) => text);

test('a call is offered, taken, noted, handed to a colleague and resolved', () => {
  const atWork = centerAtWork();
  const incidentId = offered(atWork);
  expect(rowOf(atWork, incidentId)).toMatchObject({
    phone: 'offered',
    level: 'L1',
    phase: 'decided',
    promise: { what: 'clinician on the line' },
  });
  atWork.do(atWork.as('Cleo'), 'phone.take', { incidentId });
  expect(rowOf(atWork, incidentId)).toMatchObject({
    phone: 'with-clinician',
    ownerName: 'Cleo',
    phase: 'on-phone',
  });

  atWork.do(atWork.as('Cleo'), 'incident.add-note', {
    incidentId,
    kind: 'clinical',
    text: 'Has not slept.',
  });
  const operatorId = atWork.idOf('Imani');
  atWork.do(atWork.as('Cleo'), 'phone.transfer', { incidentId, to: 'clinician', operatorId });
  expect(rowOf(atWork, incidentId)).toMatchObject({
    phone: 'transferring',
    transferTo: operatorId,
    ownerName: 'Cleo',
  });
  atWork.do(atWork.as('Imani'), 'phone.accept-transfer', { incidentId });
  expect(rowOf(atWork, incidentId)).toMatchObject({
    phone: 'with-clinician',
    ownerName: 'Imani',
    transferTo: null,
  });

  const ending = { ...resolved, notAsked: '', agreed: 'Will sleep.' };
  atWork.do(atWork.as('Imani'), 'phone.resolve', resolving(incidentId, ending));
  expect(rowOf(atWork, incidentId)).toBeUndefined();
  const clinical = texts(atWork, 'Cleo', incidentId);
  const dispatch = texts(atWork, 'Dana', incidentId);
  expect(clinical).toEqual(
    expect.arrayContaining([
      'Has not slept.',
      'With them: a sister. Agreed: Will sleep.',
      'Transfer accepted by Imani',
    ]),
  );
  expect(clinical.filter((text) => !dispatch.includes(text))).toEqual([
    'Has not slept.',
    'With them: a sister. Agreed: Will sleep.',
  ]);
});

test('what goes back to dispatch is taken by dispatch, not by another clinician', () => {
  const atWork = centerAtWork();
  const incidentId = talking(atWork);
  atWork.do(atWork.as('Cleo'), 'phone.transfer', { incidentId, to: 'dispatch', operatorId: null });
  const imani = atWork.desk.answer('phone.accept-transfer', { incidentId }, atWork.as('Imani'));
  expect(imani).toMatchObject({ ok: false, refused: 'not-the-receiver' });
  atWork.do(atWork.as('Theo'), 'phone.accept-transfer', { incidentId });
  expect(rowOf(atWork, incidentId)).toMatchObject({
    ownerName: 'Theo',
    phase: 'intake',
    attention: 'Came back',
  });
});

test('a transfer to a person goes to a clinician, and to nobody else', () => {
  const atWork = centerAtWork();
  const incidentId = talking(atWork);
  for (const operatorId of [atWork.idOf('Dana'), 'nobody', null]) {
    const input = { incidentId, to: 'clinician', operatorId };
    expect(atWork.desk.answer('phone.transfer', input, atWork.as('Cleo'))).toMatchObject({
      ok: false,
      refused: 'no-receiver',
    });
  }
});

test('the clinician asks for a team: dispatch owns it again, at L2, and sends one', () => {
  const atWork = centerAtWork();
  const incidentId = talking(atWork);
  const dana = atWork.as('Dana');
  atWork.do(atWork.as('Cleo'), 'phone.escalate', {
    incidentId,
    know: 'Alone with a child.',
    stays: false,
  });
  expect(rowOf(atWork, incidentId)).toMatchObject({
    ownerName: 'Dana',
    level: 'L2',
    phase: 'intake',
    attention: 'Came back',
  });
  accept(atWork, dana, incidentId);
  const view = atWork.do(dana, 'incident.focus', { incidentId })!;
  expect(view).toMatchObject({ needsDecision: false, phase: 'decided', decision: { level: 'L2' } });
  expect(view.wanted).toEqual(['Behavioral-health team']);
  expect(rowOf(atWork, incidentId)?.promise?.what).toBe('somebody with the person');
  atWork.do(dana, 'incident.assign-unit', { incidentId, unitId: 'M1', reason: null });
  expect(rowOf(atWork, incidentId)).toMatchObject({ phase: 'responding', attention: null });
});

test('the clinician asks for police and EMS: they go at once, without anybody deciding', () => {
  const atWork = centerAtWork();
  const incidentId = talking(atWork);
  atWork.do(atWork.as('Cleo'), 'incident.upgrade', {
    incidentId,
    services: ['police', 'ems'],
  });
  const row = rowOf(atWork, incidentId)!;
  expect(row).toMatchObject({
    level: 'L4',
    responseId: 'police-ems',
    ems: true,
    phase: 'responding',
  });
  expect(row.units.map(({ unitId }) => unitId).sort()).toEqual(['E31', 'P11']);
});

test('called for police and nobody is free: the incident still needs somebody', () => {
  const atWork = centerAtWork();
  const incidentId = talking(atWork);
  for (const unitId of ['P11', 'E31', 'N1', 'S1']) report(atWork, unitId, 'off-duty');
  atWork.do(atWork.as('Cleo'), 'incident.upgrade', {
    incidentId,
    services: ['police', 'ems'],
  });
  expect(rowOf(atWork, incidentId)).toMatchObject({ phase: 'decided', level: 'L4' });
  const { wanted } = atWork.do(atWork.as('Dana'), 'incident.focus', { incidentId })!;
  expect([...wanted].sort()).toEqual(['EMS ambulance', 'Police, CIT']);
});

test('a weapon named while the clinician listens raises the incident and does not cut the call', () => {
  const atWork = centerAtWork();
  const incidentId = talking(atWork);
  const heard: string[] = [];
  atWork.desk.subscribe((patch) => heard.push(...patch.announcements.map(({ text }) => text)));
  atWork.do(atWork.as('Cleo'), 'incident.answer-fact', {
    incidentId,
    fact: 'weapon-in-hand',
    answer: 'yes',
    informant: 'caller-saw',
  });
  expect(rowOf(atWork, incidentId)).toMatchObject({
    level: 'L4',
    phone: 'with-clinician',
    attention: 'Raised to L4',
  });
  expect(heard).toEqual(['Incident 1 raised to L4. Decide again.']);
});
