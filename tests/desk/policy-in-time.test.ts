import { beforeEach, expect, test } from 'vitest';
import {
  centerAtWork,
  accept,
  clearOfDanger,
  openAtWork,
  openedIncident,
  report,
  type DeskAtWork,
} from '../support/desk-at-work.ts';
import { inMinutes, proposed, published, SHIPPED, slower } from '../support/policy-at-work.ts';
import { forATeam } from '../support/topic-examples.ts';
import { auditBoard } from '#db/board/audit-board.ts';
import { verifyChain } from '#db/journal/verify-chain.ts';
import type { Session } from '#main/desk/desk.ts';
import { policyHash } from '#main/desk/shipped-policy.ts';
import type { FeedMessage } from '#shared/contract/answers.ts';
import type { IncidentId } from '#shared/lib/brand.ts';
import type { Policy } from '#shared/policy/policy.ts';

const SHIPPED_HASH = policyHash(SHIPPED);
const NEXT = slower('2027.1');
const NEXT_HASH = policyHash(NEXT);

let atWork: DeskAtWork;
beforeEach(() => {
  atWork = centerAtWork();
});

const sam = () => atWork.as('Sam');
const workshop = () => atWork.do(sam(), 'policy.workshop', {});
const hashNow = () => atWork.do(atWork.as('Pat'), 'policy.in-force', {}).hash;
const mark = () => atWork.do(atWork.as('Pat'), 'board.snapshot', {}).policy;

function everythingFollows(): void {
  const { db } = atWork.desk;
  expect(auditBoard(db).projections.filter((each) => !each.equal)).toEqual([]);
  expect(verifyChain(db).chain).toBe('intact');
}

function listen(session: Session): FeedMessage[] {
  const heard: FeedMessage[] = [];
  atWork.desk.feed(session, (message) => heard.push(message));
  return heard;
}

/** The policy of the last decision on an incident. */
function decidedUnder(incidentId: IncidentId): string | undefined {
  const decisions = atWork.desk.journal
    .ofIncident(incidentId, ['dispatch'])
    .flatMap(({ event }) => (event.type === 'incident.response-decided' ? [event.decision] : []));
  return decisions.at(-1)?.policyHash;
}

test('a scheduled policy comes into force at its time, by the clock alone', () => {
  const effectiveFrom = inMinutes(atWork, 30);
  published(atWork, NEXT, effectiveFrom);
  const next = { version: '2027.1', effectiveFrom };
  expect(mark()).toEqual({ version: SHIPPED.version, hash: SHIPPED_HASH, next });
  expect(workshop().scheduled).toMatchObject({ hash: NEXT_HASH, effectiveFrom });
  expect(workshop().history.map(({ state }) => state)).toEqual(['scheduled', 'in-force']);
  atWork.pass(29.9);
  expect(hashNow()).toBe(SHIPPED_HASH);
  const head = atWork.desk.journal.head();
  atWork.pass(0.1);
  expect(hashNow()).toBe(NEXT_HASH);
  expect(atWork.desk.policy()?.policy).toEqual(NEXT);
  expect(mark()).toEqual({ version: '2027.1', hash: NEXT_HASH, next: null });
  expect(workshop().history.map(({ state }) => state)).toEqual(['in-force', 'past']);
  expect(atWork.desk.journal.head(), 'no entry says so').toBe(head);
  everythingFollows();
});

test('a restart in between, or a console that was closed at the moment, changes nothing of it', () => {
  published(atWork, NEXT, inMinutes(atWork, 30));
  atWork.pass(10);
  atWork = atWork.reopen();
  expect(hashNow()).toBe(SHIPPED_HASH);
  expect(mark().next?.version).toBe('2027.1');
  const { folder } = atWork;
  atWork.desk.close();
  atWork = openAtWork(folder, inMinutes(atWork, 120));
  expect(hashNow()).toBe(NEXT_HASH);
  expect(workshop().stepBack?.hash).toBe(SHIPPED_HASH);
  everythingFollows();
});

test('a decision is made under the policy that is in force when it is made', () => {
  const dana = atWork.as('Dana');
  const early = forATeam(atWork);
  const waits = openedIncident(atWork, dana);
  clearOfDanger(atWork, dana, waits);
  published(atWork, NEXT, inMinutes(atWork, 30));
  atWork.pass(31);
  accept(atWork, dana, waits);
  expect(decidedUnder(early)).toBe(SHIPPED_HASH);
  expect(decidedUnder(waits)).toBe(NEXT_HASH);
});

test('windows hear of it at the watch, with every row and the incident they look at', () => {
  const dana = atWork.as('Dana');
  const incidentId = openedIncident(atWork, dana);
  const other = openedIncident(atWork, dana);
  const relabelled: Policy = {
    ...NEXT,
    callTypes: SHIPPED.callTypes,
    areas: SHIPPED.areas.map((area) =>
      area.id === 'uptown' ? { ...area, name: 'Uptown and Buena Park' } : area,
    ),
  };
  const hash = published(atWork, relabelled, inMinutes(atWork, 30));
  atWork.do(dana, 'incident.focus', { incidentId });
  const heard = listen(dana);
  atWork.pass(25);
  atWork.desk.watch();
  expect(heard.every(({ patch }) => patch.policy === null)).toBe(true);
  atWork.pass(5);
  heard.length = 0;
  const head = atWork.desk.journal.head();
  atWork.desk.watch();
  expect(atWork.desk.journal.head()).toBe(head);
  const [message] = heard as [FeedMessage];
  expect(heard).toHaveLength(1);
  expect(message.patch).toMatchObject({
    from: head,
    revision: head,
    policy: { version: '2027.1', hash, next: null },
    announcements: [{ text: 'Routing policy 2027.1 is in force now.', sound: null }],
  });
  const rows = message.patch.incidents.map((row) => [row.incidentId, row.area]);
  expect(new Map(rows as [IncidentId, string][])).toEqual(
    new Map([incidentId, other].map((id) => [id, 'Uptown and Buena Park'])),
  );
  expect(message.patch.units).toHaveLength(7);
  expect(message.patch.strip).not.toBeNull();
  expect(message.focus).toMatchObject({ incidentId, area: 'Uptown and Buena Park' });
  heard.length = 0;
  atWork.desk.watch();
  report(atWork, 'M1', 'off-duty');
  expect(heard).toHaveLength(1);
  expect(heard[0]?.patch).toMatchObject({ policy: null, incidents: [], announcements: [] });
});

test('a commit that comes before the watch tells it as well', () => {
  openedIncident(atWork, atWork.as('Dana'));
  published(atWork, NEXT, inMinutes(atWork, 30));
  const heard = listen(atWork.as('Theo'));
  atWork.pass(30);
  report(atWork, 'M1', 'off-duty');
  expect(heard[0]?.patch).toMatchObject({ policy: { hash: NEXT_HASH } });
  expect(heard[0]?.patch.incidents).toHaveLength(1);
  expect(heard[0]?.patch.units).toHaveLength(7);
});

test('the mark is told when something is scheduled, withdrawn or published, and only then', () => {
  const heard = listen(atWork.as('Theo'));
  const told = () => heard.splice(0).flatMap(({ patch }) => patch.policy ?? []);
  proposed(atWork, NEXT, inMinutes(atWork, 30));
  openedIncident(atWork, atWork.as('Dana'));
  expect(told()).toEqual([]);
  atWork.do(sam(), 'policy.approve', { hash: NEXT_HASH, secondPerson: null });
  expect(told()).toMatchObject([{ hash: SHIPPED_HASH, next: { version: '2027.1' } }]);
  atWork.do(sam(), 'policy.withdraw', { hash: NEXT_HASH, reason: 'Not now.' });
  expect(told()).toEqual([{ version: SHIPPED.version, hash: SHIPPED_HASH, next: null }]);
  published(atWork, NEXT);
  expect(told()).toEqual([{ version: '2027.1', hash: NEXT_HASH, next: null }]);
});

test('approved after its stated time, a policy is in force from the approval on', () => {
  proposed(atWork, NEXT, inMinutes(atWork, 30));
  atWork.pass(45);
  expect(hashNow(), 'nobody approved it yet').toBe(SHIPPED_HASH);
  atWork.do(sam(), 'policy.approve', { hash: NEXT_HASH, secondPerson: null });
  expect(workshop().history[0]?.effectiveFrom).toBe(atWork.now().toISOString());
  expect(hashNow()).toBe(NEXT_HASH);
});

test('one that is withdrawn in time never comes into force', () => {
  published(atWork, NEXT, inMinutes(atWork, 30));
  atWork.do(sam(), 'policy.withdraw', { hash: NEXT_HASH, reason: 'The van is late.' });
  expect(mark().next).toBeNull();
  atWork.pass(60);
  expect(hashNow()).toBe(SHIPPED_HASH);
  expect(workshop()).toMatchObject({ scheduled: null, stepBack: null });
  expect(workshop().history[0]).toMatchObject({ hash: NEXT_HASH, state: 'withdrawn' });
  everythingFollows();
});

test('what is in force or was never scheduled is not withdrawn', () => {
  const withdraw = (hash: string) =>
    atWork.desk.answer('policy.withdraw', { hash, reason: 'No.' }, sam());
  published(atWork, NEXT, inMinutes(atWork, 30));
  atWork.pass(30);
  expect(withdraw(NEXT_HASH)).toMatchObject({ refused: 'in-force', because: /Roll it back/ });
  expect(withdraw(SHIPPED_HASH)).toMatchObject({ refused: 'not-scheduled' });
  expect(withdraw('0'.repeat(64))).toMatchObject({ refused: 'not-scheduled' });
});

test('one supervisor takes one step back, and a second step returns', () => {
  published(atWork, NEXT);
  atWork.pass(5);
  atWork.do(sam(), 'policy.roll-back', { hash: NEXT_HASH, reason: 'Decisions pile up.' });
  expect(hashNow()).toBe(SHIPPED_HASH);
  expect(workshop().history[0]).toMatchObject({
    hash: SHIPPED_HASH,
    how: 'rolled-back',
    effectiveFrom: atWork.now().toISOString(),
    proposedByName: 'Sam',
    approvedByName: null,
    reason: 'Decisions pile up.',
    state: 'in-force',
  });
  expect(workshop().stepBack).toMatchObject({ hash: NEXT_HASH, version: '2027.1' });
  atWork.do(sam(), 'policy.roll-back', { hash: SHIPPED_HASH, reason: 'It was the radio.' });
  expect(hashNow()).toBe(NEXT_HASH);
  expect(atWork.desk.policy()?.policy).toEqual(NEXT);
  expect(workshop().history).toHaveLength(4);
  everythingFollows();
});

test('a step back withdraws what is scheduled', () => {
  published(atWork, NEXT);
  const later = published(atWork, slower('2027.2', 120), inMinutes(atWork, 30));
  atWork.do(sam(), 'policy.roll-back', { hash: NEXT_HASH, reason: 'Decisions pile up.' });
  expect(mark()).toMatchObject({ hash: SHIPPED_HASH, next: null });
  expect(workshop().history.find(({ hash }) => hash === later)?.state).toBe('withdrawn');
  atWork.pass(60);
  expect(hashNow()).toBe(SHIPPED_HASH);
  everythingFollows();
});

test('a withdrawn return of an earlier policy leaves its first time as it was', () => {
  published(atWork, NEXT);
  published(atWork, SHIPPED, inMinutes(atWork, 30));
  atWork.do(sam(), 'policy.withdraw', { hash: SHIPPED_HASH, reason: 'Not now.' });
  expect(workshop().history.map(({ state }) => state)).toEqual(['withdrawn', 'in-force', 'past']);
  expect(workshop().stepBack?.hash).toBe(SHIPPED_HASH);
});

test('a step back from a screen that shows another policy, or to nothing, is refused', () => {
  const back = (hash: string) =>
    atWork.desk.answer('policy.roll-back', { hash, reason: 'Too slow.' }, sam());
  const head = atWork.desk.journal.head();
  expect(back(SHIPPED_HASH)).toMatchObject({ refused: 'nothing-before' });
  expect(back(NEXT_HASH)).toMatchObject({ refused: 'not-in-force', because: /Look again/ });
  expect(atWork.desk.journal.head()).toBe(head);
  published(atWork, NEXT);
  expect(back(SHIPPED_HASH)).toMatchObject({ refused: 'not-in-force' });
  expect(hashNow()).toBe(NEXT_HASH);
});

test('a PC whose clock has fallen behind the set-up still decides and sends', () => {
  const { folder } = atWork;
  atWork.pass(5);
  published(atWork, NEXT);
  atWork.desk.close();
  atWork = openAtWork(folder, '2020-01-01T00:00:00.000Z');
  expect(hashNow()).toBe(SHIPPED_HASH);
  const incidentId = forATeam(atWork);
  expect(decidedUnder(incidentId)).toBe(SHIPPED_HASH);
  expect(mark().next).toMatchObject({ version: '2027.1' });
});

test('what one position publishes the other decides by', () => {
  const dana = atWork.as('Dana');
  const south = openAtWork(atWork.folder, atWork.now().toISOString());
  const incidentId = openedIncident(south, south.as('Theo'));
  clearOfDanger(south, south.as('Theo'), incidentId);
  published(atWork, NEXT);
  const view = atWork.do(dana, 'incident.focus', { incidentId })!;
  const { level, responseId } = view.recommendation;
  const choice = { response: responseId, reason: null, secondPerson: null };
  const seen = { level, response: responseId };
  south.do(south.as('Theo'), 'incident.decide', { incidentId, seen, ...choice });
  expect(decidedUnder(incidentId)).toBe(NEXT_HASH);
  expect(south.desk.policy()?.hash).toBe(NEXT_HASH);
  south.desk.close();
  everythingFollows();
});
