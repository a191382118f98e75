import { expect, test } from 'vitest';
import { centerAtWork, type DeskAtWork } from '../support/desk-at-work.ts';
import { lost, lostAndCalled } from '../support/lost-callers.ts';
import { referred, resolved, resolving, tomorrow } from '../support/phone-endings.ts';
import { talking } from '../support/topic-examples.ts';
import type { IncidentId } from '#shared/lib/brand.ts';

const rowOf = (atWork: DeskAtWork, incidentId: IncidentId) =>
  atWork
    .do(atWork.as('Dana'), 'board.snapshot', {})
    .incidents.find((row) => row.incidentId === incidentId);
const viewOf = (atWork: DeskAtWork, name: string, incidentId: IncidentId) =>
  atWork.do(atWork.as(name), 'incident.focus', { incidentId })!;
const texts = (atWork: DeskAtWork, name: string, incidentId: IncidentId) =>
  viewOf(atWork, name, incidentId).timeline.map(({ text }) => text);
const heardOn = (atWork: DeskAtWork) => {
  const heard: string[] = [];
  atWork.desk.subscribe((patch) => heard.push(...patch.announcements.map(({ text }) => text)));
  return heard;
};

test('a call is resolved once everything is said, and the promised call stands in the due list', () => {
  const atWork = centerAtWork();
  const incidentId = talking(atWork);
  const cleo = atWork.as('Cleo');
  const missing = resolving(incidentId, { ...resolved, agreed: '' });
  expect(atWork.desk.answer('phone.resolve', missing, cleo)).toMatchObject({
    ok: false,
    refused: 'missing-agreed',
    because: expect.stringContaining('you are still on the line'),
  });
  expect(rowOf(atWork, incidentId)?.phone).toBe('with-clinician');
  const followUp = { ...tomorrow, owner: atWork.idOf('Imani') };
  atWork.do(cleo, 'phone.resolve', resolving(incidentId, { ...resolved, followUp }));
  expect(rowOf(atWork, incidentId)).toBeUndefined();
  const due = atWork.do(cleo, 'contact.open', { incidentId, lines: 10 });
  expect(due.lines).toMatchObject([
    { ownerName: 'Imani', message: 'no', mayAnswer: 'only-them', reason: 'Calm.' },
  ]);
  // A dispatcher sees that a call is owed, and not what for.
  const seen = atWork.do(atWork.as('Dana'), 'contact.open', { incidentId, lines: 10 });
  expect(seen.lines).toMatchObject([{ ownerName: 'Imani', reason: null }]);
});

test('the view tells the clinician what is still open, and nobody else', () => {
  const atWork = centerAtWork();
  const incidentId = talking(atWork);
  expect(viewOf(atWork, 'Cleo', incidentId).clinical?.atTheEnd).toMatchObject({
    open: [],
    risk: 'low',
  });
  atWork.pass(20);
  atWork.desk.watch();
  const { open } = viewOf(atWork, 'Cleo', incidentId).clinical!.atTheEnd;
  expect(open).toContain('Weapon in hand');
  expect(viewOf(atWork, 'Dana', incidentId).clinical).toBeNull();
  const silent = resolving(incidentId, { ...resolved, notAsked: '' });
  expect(atWork.desk.answer('phone.resolve', silent, atWork.as('Cleo'))).toMatchObject({
    refused: 'missing-safety',
  });
});

test('with a high screen plain resolved is refused; a second person signs beside the clinician', () => {
  const atWork = centerAtWork();
  const incidentId = talking(atWork);
  const cleo = atWork.as('Cleo');
  atWork.do(cleo, 'incident.answer-fact', {
    incidentId,
    fact: 'suicide-high',
    answer: 'yes',
    informant: 'caller-saw',
  });
  const plain = resolving(incidentId);
  expect(atWork.desk.answer('phone.resolve', plain, cleo)).toMatchObject({
    refused: 'missing-follow-up',
  });
  const signedBy = (name: string, passphrase = '') => {
    const secondPerson = { operatorId: atWork.idOf(name), passphrase };
    return atWork.desk.answer('phone.resolve', { ...plain, secondPerson }, cleo);
  };
  expect(signedBy('Pat')).toMatchObject({ refused: 'may-not-sign' });
  expect(signedBy('Cleo')).toMatchObject({ refused: 'second-person-is-you' });
  expect(signedBy('Theo')).toMatchObject({ ok: true });
  expect(texts(atWork, 'Dana', incidentId)).toContain(
    'Phone ended: Resolved by phone, signed by Theo',
  );
});

test('where somebody was referred to is read by clinicians only', () => {
  const atWork = centerAtWork();
  const incidentId = talking(atWork);
  atWork.do(atWork.as('Cleo'), 'phone.resolve', resolving(incidentId, referred));
  const clinical = texts(atWork, 'Imani', incidentId).join('\n');
  expect(clinical).toContain('Referred to Invented walk-in clinic — tonight, by bus');
  for (const name of ['Dana', 'Sam', 'Pat'])
    expect(JSON.stringify(viewOf(atWork, name, incidentId))).not.toContain('walk-in');
});

test.each([
  ['with the caller on the line', false],
  ['in the middle of a transfer', true],
])('police/EMS now %s: one command, no field, and the conversation stays', (_what, moving) => {
  const atWork = centerAtWork();
  const incidentId = talking(atWork);
  const cleo = atWork.as('Cleo');
  if (moving)
    atWork.do(cleo, 'phone.transfer', {
      incidentId,
      to: 'clinician',
      operatorId: atWork.idOf('Imani'),
    });
  const heard = heardOn(atWork);
  atWork.do(cleo, 'incident.upgrade', { incidentId, services: ['police', 'ems'] });
  expect(heard).toContain('Incident 1: police and ems now, from the clinician’s line.');
  const row = rowOf(atWork, incidentId)!;
  expect(row).toMatchObject({
    level: 'L4',
    phone: 'with-clinician',
    attention: 'Police/EMS called from the line',
    ownerName: 'Cleo',
  });
  expect(row.units.map(({ unitId }) => unitId).sort()).toEqual(['E31', 'P11']);
  expect(texts(atWork, 'Dana', incidentId)).toContain(
    'Called police and EMS now from the clinician’s line.',
  );
  // It ends when the clinician says so; the incident goes on with dispatch.
  atWork.do(cleo, 'phone.leave-to-help', { incidentId });
  expect(rowOf(atWork, incidentId)).toMatchObject({
    phone: 'ended',
    phase: 'responding',
    ownerName: 'Dana',
    attention: null,
  });
});

test('a team is asked for while the caller stays on the line', () => {
  const atWork = centerAtWork();
  const incidentId = talking(atWork);
  const cleo = atWork.as('Cleo');
  atWork.do(cleo, 'phone.escalate', { incidentId, know: 'Alone with a child.', stays: true });
  expect(rowOf(atWork, incidentId)).toMatchObject({
    phone: 'with-clinician',
    attention: 'Came back',
  });
  expect(viewOf(atWork, 'Dana', incidentId)).toMatchObject({
    needsDecision: true,
    returned: 'Alone with a child.',
  });
  atWork.do(cleo, 'phone.leave-to-help', { incidentId });
  expect(rowOf(atWork, incidentId)).toMatchObject({ phone: 'ended', ownerName: 'Dana' });
});

test('a lost caller is called again, found, and the conversation and no clock goes on', () => {
  const atWork = centerAtWork();
  const incidentId = lost(atWork, talking(atWork));
  const cleo = atWork.as('Cleo');
  expect(rowOf(atWork, incidentId)).toMatchObject({
    phone: 'lost',
    phase: 'caller-lost',
    attention: 'Caller lost',
  });
  expect(texts(atWork, 'Dana', incidentId)).toContain(
    'The caller was lost. Last at 1 W Lawrence, Uptown. The caller hung up',
  );
  expect(texts(atWork, 'Dana', incidentId).join()).not.toContain('going out');
  expect(texts(atWork, 'Imani', incidentId)).toContain('Last words: I am going out.');
  atWork.do(cleo, 'incident.recontact', { incidentId, answer: 'no-answer' });
  atWork.do(cleo, 'incident.recontact', { incidentId, answer: 'still-safe' });
  const row = rowOf(atWork, incidentId)!;
  expect(row).toMatchObject({ phone: 'with-clinician', ownerName: 'Cleo', recontact: null });
  const head = atWork.desk.journal.head();
  atWork.pass(10);
  atWork.desk.watch();
  expect(atWork.desk.journal.head(), 'nothing runs any more').toBe(head);
  atWork.do(cleo, 'phone.resolve', resolving(incidentId));
  expect(rowOf(atWork, incidentId)).toBeUndefined();
});

test('nobody calls again: it is said once each time, and days later it is still open', () => {
  const atWork = centerAtWork();
  const incidentId = lost(atWork, talking(atWork));
  const heard = heardOn(atWork);
  const missed = () => heard.filter((text) => text === 'Incident 1: call the caller again.').length;
  atWork.pass(4);
  atWork.desk.watch();
  expect(missed()).toBe(0);
  atWork.pass(2);
  atWork.desk.watch();
  atWork.desk.watch();
  expect(missed()).toBe(1);
  expect(rowOf(atWork, incidentId)?.attention).toBe('Call the caller again');
  atWork.do(atWork.as('Cleo'), 'incident.recontact', { incidentId, answer: 'no-answer' });
  atWork.pass(3 * 24 * 60);
  atWork.desk.watch();
  expect(missed()).toBe(2);
  expect(rowOf(atWork, incidentId)).toMatchObject({ phone: 'lost', ownerName: 'Cleo' });
});

test('the clock of a lost caller goes on after a restart', () => {
  const atWork = centerAtWork();
  const incidentId = lost(atWork, talking(atWork));
  atWork.pass(3);
  const until = rowOf(atWork, incidentId)!.recontact!.until;
  const again = atWork.reopen();
  expect(rowOf(again, incidentId)).toMatchObject({ phone: 'lost', recontact: { until } });
  again.pass(3);
  again.desk.watch();
  expect(texts(again, 'Cleo', incidentId)).toContain('The caller was not called again in time');
});

test('a clock set back makes the call due at once, and says so', () => {
  const atWork = centerAtWork();
  const incidentId = lost(atWork, talking(atWork));
  atWork.pass(-30);
  atWork.desk.watch();
  const said = texts(atWork, 'Cleo', incidentId);
  expect(said).toContain(
    'The clock of the PC was set back: what ran on this incident counts as due',
  );
  expect(said).toContain('The caller was not called again in time');
  expect(rowOf(atWork, incidentId)).toMatchObject({ phone: 'lost' });
});

test('not found, and in danger: a check is recommended, and two sign that nobody goes', () => {
  const atWork = centerAtWork();
  const incidentId = lost(atWork, talking(atWork));
  const dana = atWork.as('Dana');
  const cleo = atWork.as('Cleo');
  atWork.do(dana, 'incident.answer-fact', {
    incidentId,
    fact: 'suicide-high',
    answer: 'yes',
    informant: 'caller-was-told',
  });
  const heard = heardOn(atWork);
  for (const _call of [1, 2, 3])
    atWork.do(cleo, 'incident.recontact', { incidentId, answer: 'no-answer' });
  expect(heard).toContain(
    'Incident 1: nobody answers. Recommended: police check on the person where they were last.',
  );
  expect(viewOf(atWork, 'Dana', incidentId).recontact).toMatchObject({
    unanswered: 3,
    recommends: 'welfare-check',
  });
  const alone = { incidentId, why: 'Sounded calm.', secondPerson: null };
  expect(atWork.desk.answer('phone.give-up-caller', alone, cleo)).toMatchObject({
    refused: 'check-needed',
  });
  atWork.do(cleo, 'incident.upgrade', { incidentId, services: ['police'] });
  expect(rowOf(atWork, incidentId)).toMatchObject({ phase: 'responding', recontact: null });
});

test('not found, and nobody in danger: a clinician closes it with why', () => {
  const atWork = centerAtWork();
  const incidentId = lostAndCalled(atWork, talking(atWork), 3);
  const closing = { incidentId, disposition: 'caller-lost', note: '' };
  expect(atWork.desk.answer('incident.close', closing, atWork.as('Dana'))).toMatchObject({
    refused: 'caller-lost',
  });
  atWork.do(atWork.as('Imani'), 'phone.give-up-caller', {
    incidentId,
    why: 'Was calm and at home.',
    secondPerson: null,
  });
  expect(viewOf(atWork, 'Dana', incidentId).closed?.disposition).toBe('Caller lost');
});
