import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  centerAtWork,
  CHEAP_PASSPHRASES,
  openedIncident,
  PASSPHRASE,
  type DeskAtWork,
} from '../support/desk-at-work.ts';
import { entriesOf, settled } from '../support/looks.ts';
import { STORE_FAULTS, untilRefused } from '../support/store-faults.ts';
import { openDesk } from '#main/desk/open-desk.ts';
import type { FeedMessage } from '#shared/contract/answers.ts';

let atWork: DeskAtWork;
beforeEach(() => {
  atWork = centerAtWork();
  // Nobody waits five seconds here for a lock that the test holds itself.
  atWork.desk.db.pragma('busy_timeout = 20');
});
afterEach(() => atWork.desk.close());

const readOnly = STORE_FAULTS.find(([kind]) => kind === 'read-only')![1];
const minutesLate = (entry: { at: string; event: { late?: { realAt: string } } }) =>
  (Date.parse(entry.at) - Date.parse(entry.event.late?.realAt ?? '')) / 60_000;

test.each(STORE_FAULTS.filter(([kind]) => kind !== 'disk-full'))(
  '%s: the console is locked, unlocked and taken over all the same, and that is on record later',
  async (_kind, strike) => {
    const { desk } = atWork;
    const dana = atWork.as('Dana');
    const told: FeedMessage[] = [];
    desk.feed(dana, (message) => told.push(message));
    const incidentId = openedIncident(atWork, dana);
    const mend = strike(atWork);
    const { head } = untilRefused(atWork);
    desk.lock(dana, 'idle');
    expect(told.at(-1)).toMatchObject({ locked: true });
    atWork.pass(5);
    const unlocking = desk.answer('console.unlock', { passphrase: PASSPHRASE }, dana);
    expect(unlocking).toMatchObject({ ok: true, value: { owed: true } });
    expect(atWork.do(dana, 'incident.focus', { incidentId })?.incidentId).toBe(incidentId);
    const sam = { operatorId: atWork.idOf('Sam'), passphrase: PASSPHRASE };
    const here = { operator: null, focus: null };
    expect(desk.answer('operator.sign-on', sam, here)).toMatchObject({ value: { owed: true } });
    expect(atWork.do(here, 'board.snapshot', {}).incidents).toHaveLength(1);
    expect(desk.journal.head()).toBe(head);

    atWork.pass(5);
    mend();
    desk.watch();
    await settled();
    const since = [...desk.journal.entriesAfter(head)].filter(({ event }) => 'late' in event);
    expect(since.map(({ event }) => event.type)).toEqual([
      'console.locked',
      'console.unlocked',
      'operator.signed-on',
    ]);
    expect(since.map(minutesLate)).toEqual([10, 5, 5]);
  },
);

test('wrong passphrases while nothing can be written are counted once it can', async () => {
  const { folder } = atWork;
  const wrong = { operatorId: atWork.idOf('Dana'), passphrase: 'a wrong guess' };
  atWork.desk.close();
  const desk = openDesk({ folder, passphraseCost: CHEAP_PASSPHRASES, log: () => {} });
  const signOn = (passphrase: string) =>
    desk.answer('operator.sign-on', { ...wrong, passphrase }, { operator: null, focus: null });
  desk.db.pragma('query_only = ON');
  for (let guess = 0; guess < 5; guess += 1)
    expect(signOn(wrong.passphrase)).toMatchObject({ refused: 'wrong-passphrase' });
  desk.db.pragma('query_only = OFF');
  desk.watch();
  await settled();
  expect(signOn(PASSPHRASE)).toMatchObject({ refused: 'locked-out' });
  desk.close();
});

test('who looked at protected words meanwhile is on record once it can be, with the time it was', async () => {
  const incidentId = openedIncident(atWork, atWork.as('Dana'));
  const note = { incidentId, kind: 'clinical', text: 'Invented words.' } as const;
  atWork.do(atWork.as('Cleo'), 'incident.add-note', note);
  const mend = readOnly(atWork);
  atWork.do(atWork.as('Imani'), 'incident.focus', { incidentId });
  expect(await entriesOf(atWork, 'record.viewed')).toEqual([]);
  atWork.pass(10);
  mend();
  atWork.desk.watch();
  await settled();
  const [look, ...more] = await entriesOf(atWork, 'record.viewed');
  expect(more).toEqual([]);
  expect(look?.by).toBe(atWork.idOf('Imani'));
  expect(minutesLate(look!)).toBe(10);
});

test('nothing passes what happened before it', async () => {
  const dana = atWork.idOf('Dana');
  const printed = { type: 'paper.printed', how: 'asked', parts: [] } as const;
  const mend = readOnly(atWork);
  expect(atWork.desk.recordDone({ ...printed, incidents: 1 }, dana)).toBeNull();
  mend();
  expect(atWork.desk.recordDone({ ...printed, incidents: 2 }, dana)).toBeNull();
  atWork.desk.watch();
  const prints = await entriesOf(atWork, 'paper.printed');
  expect(prints.map(({ event }) => event.incidents)).toEqual([1, 2]);
  expect(atWork.desk.recordDone({ ...printed, incidents: 3 }, dana)).toMatchObject({
    event: { incidents: 3 },
  });
});

test('what stands when the desk is closed is written then, where it can be', () => {
  const mend = readOnly(atWork);
  const printed = { type: 'paper.printed', how: 'asked', parts: [], incidents: 0 } as const;
  atWork.desk.recordDone(printed, atWork.idOf('Dana'));
  mend();
  atWork = atWork.reopen();
  const last = [...atWork.desk.journal.entriesAfter(0)].at(-1)?.event;
  expect(last).toMatchObject({ type: 'paper.printed', late: { realAt: expect.any(String) } });
});
