import { afterEach, beforeEach, expect, test } from 'vitest';
import { layout, record512, WIRELESS } from '../support/ali-records.ts';
import {
  centerAtWork,
  accept,
  clearOfDanger,
  openedIncident,
  type DeskAtWork,
} from '../support/desk-at-work.ts';
import { typedBy } from '../support/edit-examples.ts';
import { LONG_CALL, STORE_FAULTS, untilRefused, type StoreFault } from '../support/store-faults.ts';
import { readAliBytes } from '#main/desk/location/ali-layouts.ts';
import type { FeedMessage } from '#shared/contract/answers.ts';
import { isRefusal } from '#shared/lib/refusal.ts';

let atWork: DeskAtWork;
let heard: FeedMessage[];
beforeEach(() => {
  atWork = centerAtWork();
  // Nobody waits five seconds here for a lock that the test holds itself.
  atWork.desk.db.pragma('busy_timeout = 20');
  heard = [];
  atWork.desk.feed(atWork.as('Dana'), (message) => heard.push(message));
});
afterEach(() => atWork.desk.close());

const standing = (name = 'Dana') => atWork.do(atWork.as(name), 'desk.hello', {}).troubles ?? [];
const kinds = () => standing().map(({ kind }) => kind);
const call = { ani: null, address: '1 W Lawrence, Uptown', words: 'Come.', callType: null };
test.each(STORE_FAULTS)(
  '%s: a command is refused with a sentence, everything can be read, and it ends by itself',
  (kind, strike) => {
    const dana = atWork.as('Dana');
    const incidentId = openedIncident(atWork, dana);
    const mend = strike(atWork);
    const { reply, head } = untilRefused(atWork);
    expect(reply.refused).toBe(kind);
    expect(reply.because).toMatch(/nothing of this was written/);
    expect(reply.because).toMatch(/paper/);
    expect(reply.because).not.toMatch(/SQLITE|Error/);
    expect(atWork.desk.journal.head()).toBe(head);

    // Everything that only looks goes on.
    const board = atWork.do(dana, 'board.snapshot', {});
    expect(board.incidents.map((each) => each.incidentId)).toEqual([incidentId]);
    expect(board.revision).toBe(head);
    expect(atWork.do(dana, 'incident.focus', { incidentId })?.incidentId).toBe(incidentId);

    // It stands above every screen, and in what a window asks that was opened meanwhile.
    expect(kinds()).toEqual([kind]);
    expect(heard.at(-1)?.troubles?.map((each) => each.kind)).toEqual([kind]);
    atWork.desk.watch();
    expect(kinds()).toEqual([kind]);

    mend();
    atWork.desk.watch();
    expect(kinds()).toEqual([]);
    const over = heard.findLast((each) => each.troubles !== undefined);
    expect(over?.troubles).toEqual([]);
    expect(over?.patch.announcements[0]?.text).toMatch(/again|let go/);
    expect(atWork.desk.answer('call.receive', LONG_CALL, dana).ok).toBe(true);
  },
);

test.each(STORE_FAULTS)(
  '%s: what is typed is refused too, so that the window says so',
  (kind, strike) => {
    const mend = strike(atWork);
    const typed = { subject: 'call/new', field: 'words', text: 'x'.repeat(20_000) };
    const draft = typedBy(atWork, 'Dana', typed);
    let reply = atWork.desk.answer('draft.save', draft, atWork.as('Dana'));
    for (let field = 0; reply.ok && field < 50; field += 1)
      reply = atWork.desk.answer('draft.save', { ...draft, field: `f${field}` }, atWork.as('Dana'));
    expect(reply).toMatchObject({ ok: false, refused: kind });
    mend();
  },
);

test('the watch meets a fault without falling, and says it to the windows', () => {
  openedIncident(atWork, atWork.as('Dana'));
  atWork.desk.db.pragma('query_only = ON');
  atWork.pass(30);
  atWork.desk.watch();
  expect(kinds()).toEqual(['read-only']);
  atWork.desk.db.pragma('query_only = OFF');
  const head = atWork.desk.journal.head();
  atWork.desk.watch();
  expect(kinds()).toEqual([]);
  // What was due meanwhile is written now: no time limit has passed silently.
  expect(atWork.desk.journal.head()).toBeGreaterThan(head);
});

test('what the desk records by itself is not taken for written', () => {
  atWork.desk.db.pragma('query_only = ON');
  const printed = { type: 'paper.printed', how: 'asked', parts: [], incidents: 0 } as const;
  expect(() => atWork.desk.record([printed], atWork.idOf('Dana'))).toThrow(/nothing of this/);
  expect(kinds()).toEqual(['read-only']);
});

test('what other systems hand over is not acknowledged, so that they send it again', () => {
  const { db, deliver } = atWork.desk;
  const record = readAliBytes(record512(WIRELESS), layout('nena-512'));
  if (isRefusal(record)) throw new Error(record.because);
  db.pragma('query_only = ON');
  expect(() => deliver([{ kind: 'ali', from: 'Line', record }])).toThrow(/nothing of this/);
  db.pragma('query_only = OFF');
  expect(deliver([{ kind: 'ali', from: 'Line', record }])).toMatchObject([{ what: 'new-call' }]);
});

test('one thing becomes another: only what is so now is said', () => {
  const [[, full], [, lock]] = STORE_FAULTS as [StoreFault, StoreFault];
  const mendFull = full(atWork);
  untilRefused(atWork);
  expect(kinds()).toEqual(['disk-full']);
  mendFull();
  const release = lock(atWork);
  atWork.desk.watch();
  expect(kinds()).toEqual(['locked']);
  release();
  atWork.desk.watch();
  expect(kinds()).toEqual([]);
});

test('while another program holds the store, nobody waits long for it', () => {
  const [, [, lock]] = STORE_FAULTS as [StoreFault, StoreFault];
  const release = lock(atWork);
  untilRefused(atWork);
  const patience = () => atWork.desk.db.pragma('busy_timeout', { simple: true });
  expect(patience()).toBe(200);
  release();
  atWork.desk.watch();
  expect(patience()).toBe(5_000);
});

test('police and EMS now is tried even while the disk is full: a small command finds room', () => {
  const dana = atWork.as('Dana');
  const incidentId = openedIncident(atWork, dana);
  clearOfDanger(atWork, dana, incidentId);
  accept(atWork, dana, incidentId);
  const { db } = atWork.desk;
  const pages = db.pragma('page_count', { simple: true }) as number;
  db.pragma(`max_page_count = ${pages}`);
  untilRefused(atWork);
  // A little room, not enough for the proof that all is well again.
  db.pragma(`max_page_count = ${pages + 6}`);
  atWork.desk.watch();
  expect(kinds()).toEqual(['disk-full']);
  const upgrade = { incidentId, services: ['police', 'ems'] };
  expect(atWork.desk.answer('incident.upgrade', upgrade, dana)).toMatchObject({ ok: true });
  expect(kinds()).toEqual(['disk-full']);
});

test('a refused command takes nothing that was typed for it with it', () => {
  const typed = typedBy(atWork, 'Dana', { subject: 'call/new', field: 'words', text: 'He says' });
  atWork.do(atWork.as('Dana'), 'draft.save', typed);
  const [, , [, readOnly]] = STORE_FAULTS as [StoreFault, StoreFault, StoreFault];
  const mend = readOnly(atWork);
  expect(atWork.desk.answer('call.receive', call, atWork.as('Dana')).ok).toBe(false);
  mend();
  expect(atWork.do(atWork.as('Dana'), 'draft.all', {})).toMatchObject([{ text: 'He says' }]);
  atWork.do(atWork.as('Dana'), 'call.receive', call);
  expect(atWork.do(atWork.as('Dana'), 'draft.all', {})).toEqual([]);
});
