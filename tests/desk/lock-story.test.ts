import { beforeEach, describe, expect, test } from 'vitest';
import { typedBy } from '../support/edit-examples.ts';
import {
  centerAtWork,
  CHEAP_PASSPHRASES,
  openAtWork,
  openedIncident,
  PASSPHRASE,
  type DeskAtWork,
} from '../support/desk-at-work.ts';
import { keepIdleLock } from '#main/desk/access/idle-lock.ts';
import type { Session } from '#main/desk/desk.ts';
import { openDesk } from '#main/desk/open-desk.ts';
import type { BoardSnapshot } from '#shared/board/board-rows.ts';
import type { FeedMessage } from '#shared/contract/answers.ts';
import type { IncidentId, UnitId } from '#shared/lib/brand.ts';

let atWork: DeskAtWork;
let dana: Session;
let heard: FeedMessage[];
beforeEach(() => {
  atWork = centerAtWork();
  dana = atWork.as('Dana');
  heard = [];
  atWork.desk.feed(dana, (message) => heard.push(message));
});

const types = () => [...atWork.desk.journal.entriesAfter(0)].map(({ event }) => event.type);
const lock = () => atWork.do(dana, 'console.lock', {});
const board = (session: Session): BoardSnapshot => atWork.do(session, 'board.snapshot', {});

describe('a locked console', () => {
  test('says so at once and answers nothing but the ways on', () => {
    const incidentId = openedIncident(atWork, dana);
    atWork.do(dana, 'incident.focus', { incidentId });
    lock();
    expect(heard.at(-1)).toMatchObject({ locked: true });
    expect(atWork.do(dana, 'desk.hello', {})).toMatchObject({ locked: true });
    expect(atWork.desk.answer('incident.focus', { incidentId }, dana)).toMatchObject({
      refused: 'locked',
      because: expect.stringContaining('police/EMS now works all the same'),
    });
    expect(types().at(-1)).toBe('console.locked');
    const head = atWork.desk.journal.head();
    lock();
    expect(atWork.desk.journal.head()).toBe(head);
  });

  test('has type, area, level, age and danger of what is open, and no word about anybody', () => {
    const secrets = ['Marker Street', '312-555-0199', 'planted words', 'Dr Planted'];
    const call = { ani: '312-555-0199', address: '4500 Marker Street, Uptown', callType: 'MHDIST' };
    const incidentId = openedIncident(atWork, dana, { ...call, words: 'planted words' });
    atWork.do(dana, 'incident.hold', { incidentId, minutes: 10, reason: 'Dr Planted calls back.' });
    atWork.do(dana, 'call.receive', {
      ...call,
      words: 'planted words, he has a gun and is on fire',
    });
    lock();
    heard.length = 0;
    const locked = board(dana);
    // What happens while it is locked is cut as well.
    atWork.do(atWork.as('Theo'), 'call.receive', { ...call, words: 'planted words again' });
    atWork.do(atWork.as('Theo'), 'incident.set-call-type', { incidentId, callType: 'SUITHR' });
    const told = JSON.stringify([locked, heard]);
    for (const secret of secrets) expect(told).not.toContain(secret);
    expect(JSON.stringify(board(atWork.as('Theo')))).toContain('Marker Street');
    expect(locked.calls[0]).toMatchObject({ number: 2, address: 'Uptown', danger: true });
    expect(locked.incidents[0]).toMatchObject({ incidentId, number: 1, area: 'Uptown', why: '' });
    expect(heard.some(({ focus, draft }) => focus !== undefined || draft !== undefined)).toBe(
      false,
    );
    expect(heard[0]?.patch.announcements).toEqual([{ text: 'A call waits.', sound: 'new-call' }]);
  });

  test('sends police and EMS, and hears of duress in full', () => {
    const incidentId = openedIncident(atWork, dana);
    lock();
    atWork.do(dana, 'incident.upgrade', { incidentId, services: ['police', 'ems'] });
    expect(types()).toContain('incident.upgraded');
    atWork.do(dana, 'unit.duress', { unitId: 'M1' as UnitId });
    const alarm = heard
      .flatMap(({ patch }) => patch.announcements)
      .find(({ sound }) => sound === 'duress');
    expect(alarm?.text).toContain('M1');
    expect(board(dana).units.find(({ unitId }) => unitId === 'M1')?.safety?.state).toBe('duress');
    atWork.do(dana, 'unit.acknowledge-alarm', { unitId: 'M1' as UnitId, alarm: 'duress' });
  });

  test('keeps what is typed and what is looked at for whoever unlocks it', () => {
    const incidentId = openedIncident(atWork, dana);
    atWork.do(dana, 'incident.focus', { incidentId });
    const draft = { subject: `incident/${incidentId}`, field: 'note', text: 'She asks for' };
    atWork.do(dana, 'draft.save', typedBy(atWork, 'Dana', draft));
    lock();
    expect(atWork.desk.answer('draft.all', {}, dana)).toMatchObject({ refused: 'locked' });
    atWork.do(dana, 'console.unlock', { passphrase: '' });
    expect(heard.at(-1)).toMatchObject({ locked: false });
    expect(dana.focus).toBe(incidentId);
    expect(JSON.stringify(atWork.do(dana, 'draft.all', {}))).toContain('She asks for');
    expect(JSON.stringify(board(dana))).toContain('Broadway');
    expect(types().at(-1)).toBe('console.unlocked');
  });
});

test('another person takes over mid-call: who leaves keeps what is theirs, who comes sees what is theirs to see', () => {
  const incidentId = openedIncident(atWork, dana);
  atWork.do(dana, 'incident.focus', { incidentId });
  const draft = { subject: `incident/${incidentId}`, field: 'note', text: 'half a word' };
  atWork.do(dana, 'draft.save', typedBy(atWork, 'Dana', draft));
  lock();
  atWork.do(dana, 'operator.sign-on', { operatorId: atWork.idOf('Ada'), passphrase: '' });
  expect(dana).toMatchObject({ operator: { name: 'Ada' }, focus: null, locked: false });
  expect(types().slice(-3)).toEqual([
    'operator.left-holding',
    'operator.signed-off',
    'operator.signed-on',
  ]);
  expect(atWork.do(dana, 'draft.all', {})).toEqual([]);
  expect(board(dana).incidents[0]).toMatchObject({ ownerName: 'Dana' });
  const back: Session = { operator: null, focus: null };
  atWork.do(back, 'operator.sign-on', { operatorId: atWork.idOf('Dana'), passphrase: '' });
  expect(JSON.stringify(atWork.do(back, 'draft.all', {}))).toContain('half a word');
});

test('in a live center it takes the passphrase, and wrong ones count', () => {
  atWork.desk.close();
  const desk = openDesk({
    folder: atWork.folder,
    passphraseCost: CHEAP_PASSPHRASES,
    now: atWork.now,
    log: () => {},
  });
  const session: Session = { operator: null, focus: null };
  const hello = desk.answer('desk.hello', {}, session);
  const { operatorId } = (hello.ok ? hello.value.operators : []).find(
    ({ name }) => name === 'Dana',
  )!;
  desk.answer('operator.sign-on', { operatorId, passphrase: PASSPHRASE }, session);
  desk.answer('console.lock', {}, session);
  const unlock = (passphrase: string) => desk.answer('console.unlock', { passphrase }, session);
  for (let n = 0; n < 4; n += 1)
    expect(unlock('no')).toMatchObject({ refused: 'wrong-passphrase' });
  expect(session.locked).toBe(true);
  expect(unlock(PASSPHRASE)).toMatchObject({ ok: true });
  desk.answer('console.lock', {}, session);
  expect(unlock('no')).toMatchObject({ refused: 'locked-out' });
  expect(unlock(PASSPHRASE)).toMatchObject({ refused: 'locked-out' });
  const upgrade = { callId: 'none' as never, services: ['police'] };
  expect(desk.answer('incident.upgrade', upgrade, session)).toMatchObject({ refused: 'no-call' });
  desk.close();
});

describe('locking by itself', () => {
  /** A desk whose monotonic clock and timers the test turns. */
  function watched(mode: 'live' | 'training') {
    atWork.desk.close();
    const desk = openDesk({
      folder: atWork.folder,
      mode,
      passphraseCost: CHEAP_PASSPHRASES,
      now: atWork.now,
      log: () => {},
    });
    const session: Session = { operator: dana.operator, focus: null };
    let elapsed = 0;
    let next: { at: number; act: () => void } | null = null;
    const timers = {
      after: (ms: number, act: () => void) => {
        next = { at: elapsed + ms, act };
        return () => void (next = null);
      },
    };
    const lockKeeper = keepIdleLock(
      () => ({ desk, session }),
      timers,
      () => elapsed,
    );
    const pass = (minutes: number) => {
      const until = elapsed + minutes * 60_000;
      while (next !== null && (next as { at: number }).at <= until) {
        const { at, act } = next as { at: number; act: () => void };
        elapsed = at;
        act();
      }
      elapsed = until;
    };
    return { desk, session, pass, lockKeeper };
  }

  test('after ten minutes without a touch, and a touch begins them anew', () => {
    const { desk, session, pass, lockKeeper } = watched('live');
    pass(9);
    lockKeeper.touched();
    pass(9.9);
    expect(session.locked).toBeUndefined();
    pass(0.1);
    expect(session.locked).toBe(true);
    const last = [...desk.journal.entriesAfter(0)].at(-1);
    expect(last?.event).toMatchObject({ type: 'console.locked', why: 'idle' });
    lockKeeper.stop();
    desk.close();
  });

  test('after as long as the center has set, heard of without a restart', () => {
    const ada = atWork.as('Ada');
    const { desk, session, pass } = watched('live');
    pass(2);
    expect(desk.answer('access.set', { autoLockMinutes: 3 }, ada)).toMatchObject({ ok: true });
    expect(desk.autoLockMinutes()).toBe(3);
    pass(0.9);
    expect(session.locked).toBeUndefined();
    pass(0.4);
    expect(session.locked).toBe(true);
    desk.close();
  });

  test('never in training, and nobody where nobody is signed on', () => {
    const training = watched('training');
    training.pass(60);
    expect(training.session.locked).toBeUndefined();
    training.session.operator = null;
    training.desk.lock(training.session, 'system');
    expect(training.session.locked).toBeUndefined();
    training.desk.close();
  });
});

test('an account that is deactivated unlocks nothing', () => {
  const pat = atWork.as('Pat');
  atWork.desk.lock(pat, 'asked');
  const { operatorId } = pat.operator!;
  atWork.do(atWork.as('Ada'), 'operator.deactivate', { operatorId, reason: 'Gone.' });
  expect(atWork.desk.answer('console.unlock', { passphrase: '' }, pat)).toMatchObject({
    refused: 'not-signed-on',
  });
  expect(pat).toMatchObject({ operator: null, locked: false });
});

test('a row that is cut holds nothing of what was not let in', () => {
  // A desk opened anew has the same board: the cut is made of it each time, and nothing is stored.
  const incidentId: IncidentId = openedIncident(atWork, dana, { words: 'planted words' });
  lock();
  const again = openAtWork(atWork.folder);
  const locked = again.do({ ...again.as('Cleo'), locked: true }, 'board.snapshot', {});
  expect(locked.incidents.map((row) => row.incidentId)).toEqual([incidentId]);
  expect(JSON.stringify(locked)).not.toContain('planted');
  again.desk.close();
});
