import { beforeEach, expect, test } from 'vitest';
import { closeAs, countedRows, eligibleIncident, goes } from '../support/counted-shift.ts';
import {
  centerAtWork,
  accept,
  clearOfDanger,
  openedIncident,
  report,
  type DeskAtWork,
} from '../support/desk-at-work.ts';
import { cautionHere } from '../support/caution-examples.ts';
import { keptPlace } from '../support/place-examples.ts';
import { BRIDGE, openedTwice, toldTwice, waitingCall } from '../support/duplicate-examples.ts';
import { auditBoard } from '#db/board/audit-board.ts';
import { answeredSince } from '#db/board/answering-projection.ts';
import { findCall } from '#db/board/calls-projection.ts';
import { findIncident } from '#db/board/incidents-projection.ts';
import { eligibleIncidents } from '#db/board/unserved-projection.ts';
import type { Input, Topic } from '#shared/contract/console-contract.ts';
import type { CallId, IncidentId } from '#shared/lib/brand.ts';

let atWork: DeskAtWork;
beforeEach(() => {
  atWork = centerAtWork();
});

const as = <T extends Topic>(name: string, topic: T, input: Input<T>) =>
  atWork.do(atWork.as(name), topic, input);
const refusal = <T extends Topic>(name: string, topic: T, input: Input<T>) =>
  atWork.desk.answer(topic, input, atWork.as(name));
const view = (incidentId: IncidentId, name = 'Dana') => as(name, 'incident.focus', { incidentId })!;
const texts = (incidentId: IncidentId, name = 'Dana') =>
  view(incidentId, name).timeline.map(({ text }) => text);
const waiting = () => as('Dana', 'board.snapshot', {}).calls.map(({ callId }) => callId);
const equal = () => auditBoard(atWork.desk.db).projections.filter((each) => !each.equal);
const draft = (more: Partial<typeof BRIDGE> = {}) =>
  as('Pat', 'duplicate.likely', { draft: { ...BRIDGE, ani: null, ...more } });

test('while a call is typed in, the same thing told before is found, with why', () => {
  const incidentId = openedIncident(atWork, atWork.as('Dana'), BRIDGE);
  atWork.pass(3);
  expect(draft({ words: 'someone on the railing of a bridge' })).toMatchObject([
    {
      kind: 'incident',
      incidentId,
      number: 1,
      strength: 'the-same',
      reasons: [
        'same address: 600 W Lawrence Ave',
        '3 min earlier',
        expect.stringMatching(/both say: (railing|bridge), (railing|bridge)/),
      ],
      standing: 'To decide',
    },
  ]);
  expect(draft({ address: '1 S Kedzie', words: 'He fell.' })).toEqual([]);
});

test('a common place is the same by its name and by its address', () => {
  keptPlace(atWork);
  const incidentId = openedIncident(atWork, atWork.as('Dana'), {
    ...BRIDGE,
    address: 'Harbor ED',
  });
  const found = { incidentId, reasons: expect.arrayContaining(['both at Harbor Hospital']) };
  expect(draft({ address: '4210 N Example Ave' })).toMatchObject([found]);
  expect(draft({ address: '4214 N Example Ave', words: 'He fell.' })).toEqual([]);
});

test('a waiting call is joined: it waits no longer, and its words stand on the timeline', () => {
  const { callId, incidentId } = toldTwice(atWork);
  expect(as('Pat', 'duplicate.likely', { callId })).toMatchObject([{ incidentId, merge: null }]);
  as('Pat', 'call.join', { callIds: [callId], incidentId });
  expect(waiting()).toEqual([]);
  expect(texts(incidentId).at(-1)).toMatch(
    /^Call 2 is about it too, from 773-555-0123: “A man stands .*” \(same address: 600 W Lawrence Ave, within a minute, both say/,
  );
  expect(view(incidentId).callers).toMatchObject([
    { number: 1, how: 'first' },
    { number: 2, how: 'joined', ani: '773-555-0123' },
  ]);
  expect(as('Dana', 'board.snapshot', {}).incidents).toMatchObject([{ callers: 2 }]);
  // Under its own number, too, it is found where it went.
  expect(as('Dana', 'find.anything', { text: '2' })).toMatchObject([
    { kind: 'incident', id: incidentId },
  ]);
  atWork.pass(1);
  atWork.desk.watch();
  expect(findCall(atWork.desk.db, callId)?.lateAt).toBeNull();
  expect(equal()).toEqual([]);
});

test('parted it waits again, as long as it has waited already, and is asked for', () => {
  const { callId, incidentId } = toldTwice(atWork);
  const before = findCall(atWork.desk.db, callId);
  const answered = () => answeredSince(atWork.desk.db, '2026-01-01T00').answered;
  expect(answered()).toBe(1);
  as('Pat', 'call.join', { callIds: [callId], incidentId });
  expect(answered()).toBe(2);
  as('Dana', 'call.part', { callId, reason: 'Another bridge.' });
  expect(findCall(atWork.desk.db, callId)).toEqual(before);
  expect(answered()).toBe(1);
  expect(waiting()).toEqual([callId]);
  expect(texts(incidentId).at(-1)).toBe(
    'Call 2 waits again, it is about something else: Another bridge.',
  );
  atWork.pass(1);
  atWork.desk.watch();
  expect(findCall(atWork.desk.db, callId)?.lateAt).not.toBeNull();
  expect(equal()).toEqual([]);
});

test('what a person says is something else is not asked again', () => {
  const { callId, incidentId } = toldTwice(atWork);
  const other = findIncident(atWork.desk.db, incidentId)!.callId;
  as('Pat', 'duplicate.say-different', { callId, others: [other] });
  expect(as('Pat', 'duplicate.likely', { callId })).toEqual([]);
  expect(as('Dana', 'duplicate.likely', { incidentId })).toEqual([]);
});

test('calls that wait are put together behind the most urgent one, and joined by one act', () => {
  const calm = waitingCall(atWork, { words: 'Somebody stands at the railing.' });
  const again = waitingCall(atWork, { words: 'A person at the railing.', ani: '312-555-0199' });
  const danger = waitingCall(atWork, { words: 'He will jump off the bridge!', ani: null });
  const elsewhere = waitingCall(atWork, { address: '1 S Kedzie', ani: null, words: 'Smoke.' });
  const { groups, marks } = as('Dana', 'duplicate.waiting', {});
  expect(
    groups.map(({ leader, members }) => [leader, ...members.map((each) => each.callId)]),
  ).toEqual([[danger, calm, again]]);
  expect(marks).toEqual([]);
  const made = as('Dana', 'call.join', {
    callIds: [danger, calm, again],
    incidentId: null,
  }).made as IncidentId;
  expect(waiting()).toEqual([elsewhere]);
  expect(view(made)).toMatchObject({ number: 3, words: 'He will jump off the bridge!' });
  expect(view(made).callers).toHaveLength(3);
  // One act is taken back as one.
  const { seq, says } = as('Dana', 'act.last', {});
  expect(says).toBe('The 2 calls joined to incident 3 wait in the queue again.');
  as('Dana', 'act.undo', { seq: seq! });
  expect(new Set(waiting())).toEqual(new Set([calm, again, elsewhere]));
});

test('one call of many that does not wait any more keeps all of them where they are', () => {
  const { callId, incidentId } = toldTwice(atWork);
  const answered = waitingCall(atWork);
  as('Dana', 'call.answer', { callId: answered });
  const head = atWork.desk.journal.head();
  const reply = refusal('Pat', 'call.join', { callIds: [callId, answered], incidentId });
  expect(reply).toMatchObject({ ok: false, refused: 'already-answered' });
  expect(atWork.desk.journal.head()).toBe(head);
});

test('two incidents become one: it shows both, counts once, and hears what the other knew', () => {
  const { incidentId, into } = openedTwice(atWork);
  as(
    'Dana',
    'caution.record',
    cautionHere({ about: { kind: 'address', address: BRIDGE.address } }),
  );
  const fact = { incidentId, fact: 'threats', answer: 'yes', informant: 'caller-saw' } as const;
  as('Theo', 'incident.answer-fact', fact);
  as('Theo', 'incident.add-note', { incidentId, kind: 'dispatch', text: 'Wears a red jacket.' });
  as('Theo', 'incident.add-note', { incidentId, kind: 'justice', text: 'Known to the police.' });
  expect(as('Dana', 'duplicate.likely', { incidentId })).toMatchObject([
    { incidentId: into, merge: { remains: into, barred: null } },
  ]);
  as('Dana', 'incident.merge', { incidentId, into, reason: 'Same red jacket.' });

  expect(as('Dana', 'board.snapshot', {}).incidents).toMatchObject([{ number: 1, callers: 2 }]);
  const merged = view(into);
  expect(merged.absorbed).toMatchObject([{ number: 2 }]);
  expect(merged.facts.find(({ id }) => id === 'threats')).toMatchObject({ reading: 'yes' });
  expect(merged.timeline).toContainEqual(
    expect.objectContaining({ text: 'Wears a red jacket.', of: 2 }),
  );
  expect(texts(into)).toContain('Known to the police.');
  expect(texts(into, 'Cleo')).not.toContain('Known to the police.');
  expect(view(incidentId)).toMatchObject({ mergedInto: { number: 1 }, phase: 'closed' });
  expect(refusal('Theo', 'incident.answer-fact', fact)).toMatchObject({
    refused: 'incident-merged',
  });
  expect(countedRows(atWork)).toHaveLength(1);
  expect(equal()).toEqual([]);
});

test('police or EMS now on a merged incident goes to where it is worked on', () => {
  const { incidentId, into } = openedTwice(atWork);
  as('Dana', 'incident.merge', { incidentId, into, reason: '' });
  as('Pat', 'incident.upgrade', { incidentId, services: ['police'] });
  expect(findIncident(atWork.desk.db, into)?.upgrades).toHaveLength(1);
  expect(findIncident(atWork.desk.db, incidentId)).toMatchObject({
    upgrades: [],
    closed: { disposition: 'merged' },
  });
});

test('taken apart both are what they were, and the last merge is undone like any act', () => {
  const { incidentId, into } = openedTwice(atWork);
  const both = () => [incidentId, into].map((id) => findIncident(atWork.desk.db, id));
  const before = both();
  as('Dana', 'incident.merge', { incidentId, into, reason: '' });
  as('Sam', 'incident.unmerge', { incidentId, reason: 'Two men on two bridges.' });
  expect(both()).toEqual(before);
  expect(texts(incidentId).at(-1)).toBe(
    'Stands by itself again, apart from 1: Two men on two bridges.',
  );
  expect(texts(into)).not.toContain('Opened incident 2');
  as('Dana', 'incident.merge', { incidentId, into, reason: '' });
  const { seq } = as('Dana', 'act.last', {});
  as('Dana', 'act.undo', { seq: seq! });
  expect(both()).toEqual(before);
  expect(equal()).toEqual([]);
});

test('a merge needs something that speaks for it, and nobody who would be lost', () => {
  const into = openedIncident(atWork, atWork.as('Dana'), BRIDGE);
  const incidentId = openedIncident(atWork, atWork.as('Dana'), {
    ani: '773-555-0155',
    address: '9 S Kedzie',
    words: 'Smoke.',
  });
  const merge = (reason: string) => refusal('Dana', 'incident.merge', { incidentId, into, reason });
  expect(merge('')).toMatchObject({ refused: 'reason-needed' });
  report(atWork, 'M1', 'available');
  clearOfDanger(atWork, atWork.as('Dana'), incidentId);
  as('Dana', 'incident.upgrade', { incidentId, services: ['ems'] });
  expect(merge('The caller says so.')).toMatchObject({
    refused: 'runs-there',
    because: expect.stringMatching(/^E31 is on incident 2\. Keep 2 and merge 1 into it/),
  });
  expect(refusal('Pat', 'incident.merge', { incidentId, into, reason: 'x' })).toMatchObject({
    refused: 'not-allowed',
  });
});

test('a merged incident is in no figure and no ledger of its own', () => {
  const dana = atWork.as('Dana');
  const [into, incidentId] = [eligibleIncident(atWork, dana), eligibleIncident(atWork, dana)];
  for (const each of [into, incidentId]) accept(atWork, dana, each);
  const eligible = () => [...eligibleIncidents(atWork.desk.db)].length;
  expect(eligible()).toBe(2);
  as('Dana', 'incident.merge', { incidentId, into, reason: '' });
  expect(eligible()).toBe(1);
  goes(atWork, into, 'M1', 60);
  closeAs(atWork, into, 'services');
  expect(countedRows(atWork)).toMatchObject([{ number: '1', disposition: 'services' }]);
  expect(equal()).toEqual([]);
});

test('what closed hours ago, and what another desk wrote, is looked at as it is now', () => {
  const { callId, incidentId } = toldTwice(atWork);
  expect(draft()).toHaveLength(2);
  as('Pat', 'call.join', { callIds: [callId], incidentId });
  expect(draft()).toMatchObject([{ number: 1, callers: 2 }]);
  atWork = atWork.reopen();
  expect(draft()).toMatchObject([{ number: 1, callers: 2 }]);
  const third = waitingCall(atWork, { address: '12 S Kedzie', ani: null, words: 'Smoke.' });
  expect(as('Pat', 'duplicate.likely', { callId: third as CallId })).toEqual([]);
});
