import { afterEach, beforeEach, expect, test } from 'vitest';
import { centerAtWork, openAtWork, report, type DeskAtWork } from '../support/desk-at-work.ts';
import {
  advised,
  agreed,
  consentTo,
  incidentAt,
  nominated,
  nominatedCall,
  P11,
  proposed,
  withPoliceComing,
} from '../support/monitor-examples.ts';
import { forATeam, offered, talking } from '../support/topic-examples.ts';
import type { Announcement } from '#shared/board/board-rows.ts';
import type { IncidentId, UnitId } from '#shared/lib/brand.ts';

let atWork: DeskAtWork;
let heard: Announcement[];
beforeEach(() => {
  atWork = centerAtWork();
  heard = [];
  atWork.desk.subscribe((patch) => void heard.push(...patch.announcements));
});
afterEach(() => atWork.desk.close());

const dana = () => atWork.as('Dana');
const cleo = () => atWork.as('Cleo');
const viewOf = (incidentId: IncidentId, name = 'Dana') =>
  atWork.do(atWork.as(name), 'incident.focus', { incidentId })!;
const rowOf = (incidentId: IncidentId) =>
  atWork.do(dana(), 'board.snapshot', {}).incidents.find((each) => each.incidentId === incidentId)!;
const said = () => heard.map(({ text }) => text).join('\n');
const lines = (incidentId: IncidentId) =>
  viewOf(incidentId)
    .timeline.map(({ text }) => text)
    .join('\n');
const types = () => [...atWork.desk.journal.entriesAfter(0)].map(({ event }) => event.type);

test('several listen along, the dispatcher sees who, and signing off ends it', () => {
  const incidentId = forATeam(atWork);
  const [one, two] = [cleo(), atWork.as('Imani')];
  for (const session of [one, two]) atWork.do(session, 'monitor.join', { incidentId });
  expect(viewOf(incidentId).monitoring.monitors.map(({ name }) => name)).toEqual(['Cleo', 'Imani']);
  expect(rowOf(incidentId).monitors).toEqual([atWork.idOf('Cleo'), atWork.idOf('Imani')]);
  expect(said()).toContain('Cleo is listening along');
  expect(viewOf(incidentId).ownerName).toBe('Dana');
  atWork.do(one, 'operator.sign-off', {});
  expect(rowOf(incidentId).monitors).toEqual([atWork.idOf('Imani')]);
  expect(lines(incidentId)).toContain('Cleo signed off and does not listen along any more');
});

test('whoever signs on in a clinician’s place ends what that one followed', () => {
  const incidentId = forATeam(atWork);
  const session = cleo();
  atWork.do(session, 'monitor.join', { incidentId });
  atWork.do(session, 'operator.sign-on', { operatorId: atWork.idOf('Imani'), passphrase: '' });
  expect(rowOf(incidentId).monitors).toEqual([]);
});

test('closing an incident ends who follows it and what was asked', () => {
  const incidentId = nominated(atWork);
  atWork.do(cleo(), 'monitor.join', { incidentId });
  const ended = { disposition: 'no-contact' as const, note: '' };
  const unserved = { code: 'all-busy' as const, note: '' };
  atWork.do(dana(), 'incident.close', { incidentId, ...ended, unserved });
  expect(incidentAt(atWork, incidentId).monitoring).toMatchObject({
    monitors: [],
    nomination: null,
  });
  expect(lines(incidentId)).toContain('listened along until it was closed');
});

test('advice is seen with its time and answered, goes to the team, and is said again unseen', () => {
  const [incidentId, adviceId] = advised(atWork, true);
  atWork.do(dana(), 'incident.assign-unit', { incidentId, unitId: 'M1' as UnitId, reason: null });
  expect(said()).toContain('a clinician advises: Speak slowly');
  expect(rowOf(incidentId).asking).toMatchObject({ what: 'advice', told: null });
  expect(viewOf(incidentId).teamCards).toMatchObject([
    { unitId: 'M1', cautionIds: [], advice: [{ byName: 'Cleo' }] },
  ]);
  atWork.pass(1);
  atWork.desk.watch();
  expect(rowOf(incidentId).attention).toBe('Advice not seen');
  atWork.do(dana(), 'monitor.see-advice', { incidentId, adviceId });
  expect(rowOf(incidentId).asking).toBeNull();
  expect(viewOf(incidentId, 'Cleo').monitoring.advice[0]?.seen).toEqual({
    at: atWork.now().toISOString(),
    byName: 'Dana',
  });
  const answer = { incidentId, adviceId, followed: false, reason: 'Already inside.' };
  atWork.do(dana(), 'monitor.answer-advice', answer);
  expect(viewOf(incidentId).teamCards).toEqual([]);
  expect(lines(incidentId)).toContain('Does not follow the advice: Already inside.');
});

test('an approved nomination is a decision like any other, and said to be one', () => {
  const incidentId = offered(atWork);
  const asked = { incidentId, response: 'behavioral-health', reason: 'Wants to be seen.' };
  atWork.do(cleo(), 'monitor.nominate', asked);
  expect(rowOf(incidentId).asking?.what).toBe('nomination');
  const { recommendation } = viewOf(incidentId);
  const seen = { level: recommendation.level, response: recommendation.responseId };
  const decision = { incidentId, seen, response: asked.response, secondPerson: null };
  // More than is recommended: no reason is needed.
  atWork.do(dana(), 'incident.decide', { ...decision, reason: null });
  expect(viewOf(incidentId).monitoring.nomination).toBeNull();
  expect(lines(incidentId)).toContain('approved by this decision');
  expect(said()).toContain('the nomination was approved');
});

test('to approve less than L3 takes the second person a decision takes', () => {
  const incidentId = talking(atWork);
  atWork.do(cleo(), 'phone.escalate', { incidentId, know: 'In person.', stays: false });
  const answer = { fact: 'threats', answer: 'yes', informant: 'caller-saw' } as const;
  atWork.do(dana(), 'incident.answer-fact', { incidentId, ...answer });
  const asked = { incidentId, response: 'behavioral-health', reason: 'He has calmed down.' };
  atWork.do(cleo(), 'monitor.nominate', asked);
  const { recommendation } = viewOf(incidentId);
  const seen = { level: recommendation.level, response: recommendation.responseId };
  expect(seen.level).toBe('L3');
  const decision = { incidentId, seen, response: asked.response, secondPerson: null };
  const reply = atWork.desk.answer(
    'incident.decide',
    { ...decision, reason: asked.reason },
    dana(),
  );
  expect(reply).toMatchObject({ ok: false, refused: 'second-person-needed' });
  expect(viewOf(incidentId).monitoring.nomination).not.toBeNull();
});

test('denied with its reason; the clinician reads why', () => {
  const incidentId = nominated(atWork);
  const reason = 'Police is with her already.';
  atWork.do(dana(), 'monitor.deny-nomination', { incidentId, reason });
  expect(rowOf(incidentId).asking).toBeNull();
  expect(lines(incidentId)).toContain(`Denied the nomination: ${reason}`);
});

test('unanswered, the owner’s row says so, then every supervisor is told', () => {
  const incidentId = nominated(atWork);
  for (const to of ['owner', 'supervisor']) {
    atWork.pass(1);
    atWork.desk.watch();
    expect(rowOf(incidentId).asking?.told).toBe(to);
  }
  expect(rowOf(incidentId).attention).toBe('Nomination waits');
});

test('a nominated call carries it into its incident, also when police is called at once', () => {
  const callId = nominatedCall(atWork);
  expect(atWork.do(dana(), 'board.snapshot', {}).calls[0]?.nomination?.clinician).toBe(
    atWork.idOf('Cleo'),
  );
  const made = atWork.do(dana(), 'call.answer', { callId }).made as IncidentId;
  expect(viewOf(made).monitoring.nomination).toMatchObject({ clinicianName: 'Cleo' });
  const second = nominatedCall(atWork);
  const upgraded = atWork.do(dana(), 'incident.upgrade', { callId: second, services: ['police'] });
  expect(viewOf(upgraded.made as IncidentId).monitoring.nomination).toBeNull();
  expect(types()).toContain('monitor.nomination-settled');
});

test('agreed on, police waits; still calm keeps it; nothing said and the response goes on', () => {
  const incidentId = agreed(atWork);
  expect(viewOf(incidentId).monitoring.stepDown).toMatchObject({
    state: 'agreed',
    place: 'Lawrence and Broadway',
    agreedByName: 'Dana',
  });
  atWork.pass(1.5);
  atWork.desk.watch();
  atWork.do(cleo(), 'monitor.confirm-calm', { incidentId });
  atWork.pass(1.5);
  atWork.desk.watch();
  expect(viewOf(incidentId).monitoring.stepDown).not.toBeNull();
  // The desk is closed over the end of it: what has passed is said at the next start.
  atWork.pass(1);
  atWork = atWork.reopen();
  atWork.desk.watch();
  const view = viewOf(incidentId);
  expect(view.monitoring.stepDown).toBeNull();
  expect(view.returned).toMatch(/still calm: the response goes on/);
  expect(view.needsDecision).toBe(true);
});

test('nobody answers the proposal: nothing has changed, and that is said', () => {
  const incidentId = proposed(atWork);
  const before = viewOf(incidentId);
  atWork.pass(2);
  atWork.desk.watch();
  const after = viewOf(incidentId);
  expect(after.monitoring.stepDown).toBeNull();
  expect([after.units, after.returned, after.decision]).toEqual([
    before.units,
    before.returned,
    before.decision,
  ]);
  expect(said()).toContain('nothing has changed, the response goes on');
  const late = atWork.desk.answer(
    'monitor.agree-step-down',
    { incidentId, since: before.monitoring.stepDown!.since, place: 'x', secondPerson: null },
    dana(),
  );
  expect(late).toMatchObject({ ok: false, refused: 'nothing-proposed' });
});

test('a unit that does not come is free again, and the incident asks for one', () => {
  const incidentId = withPoliceComing(atWork);
  const proposal = { incidentId, does: 'stand-down' as const, units: [P11], reason: 'Calm.' };
  atWork.do(cleo(), 'monitor.propose-step-down', proposal);
  atWork.do(dana(), 'monitor.agree-step-down', consentTo(atWork, incidentId));
  const row = atWork.do(dana(), 'board.snapshot', {}).units.find(({ unitId }) => unitId === P11);
  expect(row?.status).toBe('available');
  atWork.do(dana(), 'incident.assign-unit', { incidentId, unitId: P11, reason: 'Sent again.' });
  expect(viewOf(incidentId).monitoring.stepDown).toBeNull();
  expect(lines(incidentId)).toContain('a unit was sent again');
});

test('a wrong passphrase of the second person changes nothing', () => {
  const incidentId = proposed(atWork);
  const secondPerson = { operatorId: 'nobody' as never, passphrase: 'x' };
  const consent = { ...consentTo(atWork, incidentId), secondPerson };
  const reply = atWork.desk.answer('monitor.agree-step-down', consent, dana());
  expect(reply).toMatchObject({ ok: false, refused: 'wrong-passphrase' });
  expect(viewOf(incidentId).monitoring.stepDown?.state).toBe('proposed');
});

test('a held unit that goes in all the same is said aloud', () => {
  const incidentId = agreed(atWork);
  report(atWork, P11, 'on-scene');
  expect(said()).toContain('a unit went in');
  expect(viewOf(incidentId).monitoring.stepDown).toBeNull();
});

test('at a second position it is answered only once', () => {
  const incidentId = proposed(atWork);
  const other = openAtWork(atWork.folder, atWork.now().toISOString());
  const consent = consentTo(atWork, incidentId);
  atWork.do(dana(), 'monitor.refuse-step-down', { incidentId, reason: 'A knife was seen.' });
  const reply = other.desk.answer('monitor.agree-step-down', consent, other.as('Theo'));
  expect(reply).toMatchObject({ ok: false, refused: 'nothing-proposed' });
  other.desk.close();
});
