import { beforeEach, expect, test, vi } from 'vitest';
import { centerAtWork, CHEAP_PASSPHRASES, PASSPHRASE } from '../support/desk-at-work.ts';
import type { Desk, Session } from '#main/desk/desk.ts';
import { openDesk } from '#main/desk/open-desk.ts';
import type { OperatorId } from '#shared/lib/brand.ts';

const GUESS = 'not this one';
let desk: Desk;
let folder: string;
let clock: number;
let ids: ReadonlyMap<string, OperatorId>;

const open = () =>
  openDesk({
    folder,
    passphraseCost: CHEAP_PASSPHRASES,
    now: () => new Date(clock),
    log: () => {},
  });
beforeEach(() => {
  const atWork = centerAtWork();
  folder = atWork.folder;
  clock = atWork.now().getTime();
  atWork.desk.close();
  desk = open();
  const hello = desk.answer('desk.hello', {}, { operator: null, focus: null });
  ids = new Map(
    (hello.ok ? hello.value.operators : []).map((each) => [each.name, each.operatorId]),
  );
});

const pass = (minutes: number) => void (clock += minutes * 60_000);
const types = () => [...desk.journal.entriesAfter(0)].map(({ event }) => event.type);

/** What signing on says: nothing when it went well. */
function signOn(
  name: string,
  passphrase = PASSPHRASE,
  session: Session = { operator: null, focus: null },
) {
  const operatorId = ids.get(name) ?? (name as OperatorId);
  const reply = desk.answer('operator.sign-on', { operatorId, passphrase }, session);
  return reply.ok ? null : reply;
}

function signedOn(name: string): Session {
  const session: Session = { operator: null, focus: null };
  expect(signOn(name, PASSPHRASE, session)).toBeNull();
  return session;
}

test('one wrong passphrase says the same of a name that exists and of one that does not', () => {
  const known = signOn('Dana', GUESS);
  expect(signOn('nobody-at-all', GUESS)).toEqual(known);
  expect(known).toMatchObject({ refused: 'wrong-passphrase' });
  expect(known?.because).not.toContain('Dana');
  const written = [...desk.journal.entriesAfter(0)].slice(-2);
  expect(
    written.map(({ event, by }) => [event.type, 'operatorId' in event && event.operatorId, by]),
  ).toEqual([
    ['operator.sign-on-failed', ids.get('Dana'), 'desk'],
    ['operator.sign-on-failed', 'unknown', 'desk'],
  ]);
  expect(JSON.stringify(written)).not.toContain('nobody-at-all');
  expect(JSON.stringify(written)).not.toContain(GUESS);
});

test('the fifth within a quarter of an hour locks out, also through a restart, until a supervisor lets them in', () => {
  for (let n = 0; n < 3; n += 1) signOn('Dana', GUESS);
  desk.close();
  desk = open();
  pass(10);
  expect(signOn('Dana', GUESS)).toMatchObject({ refused: 'wrong-passphrase' });
  const fifth = signOn('Dana', GUESS);
  expect(fifth).toMatchObject({ refused: 'locked-out' });
  expect(fifth?.because).toMatch(
    /A supervisor or an administrator lets it in again: g y, then u\./,
  );
  expect(types().slice(-2)).toEqual(['operator.sign-on-failed', 'operator.locked-out']);
  pass(24 * 60);
  const head = desk.journal.head();
  expect(signOn('Dana')).toMatchObject({ refused: 'locked-out' });
  clock -= 7 * 24 * 3_600_000;
  expect(signOn('Dana')).toMatchObject({ refused: 'locked-out' });
  // Nothing was judged, so nothing is written.
  expect(desk.journal.head()).toBe(head);
  clock += 7 * 24 * 3_600_000;
  const sam = signedOn('Sam');
  const accounts = desk.answer('accounts.view', {}, sam);
  expect(accounts.ok && accounts.value.accounts.find(({ name }) => name === 'Dana')).toMatchObject({
    state: 'locked-out',
  });
  expect(desk.answer('operator.unlock', { operatorId: ids.get('Dana') }, sam)).toMatchObject({
    ok: true,
  });
  expect(signOn('Dana')).toBeNull();
  // Not asked to fail first: who is taken up while still away is let in at once.
  expect(signOn('Theo')).toBeNull();
});

test('who is signed on and locked out works on, and does not let their own account in again', () => {
  const sam = signedOn('Sam');
  for (let n = 0; n < 5; n += 1) signOn('Sam', GUESS);
  expect(desk.answer('operator.unlock', { operatorId: ids.get('Sam') }, sam)).toMatchObject({
    refused: 'own-account',
  });
  expect(desk.answer('board.snapshot', {}, sam)).toMatchObject({ ok: true });
});

test('where nobody is left to let anybody in, the last lock-out ends by itself', () => {
  for (const name of ['Ada', 'Sam']) for (let n = 0; n < 5; n += 1) signOn(name, GUESS);
  expect(signOn('Sam')).toMatchObject({ refused: 'locked-out' });
  pass(14);
  expect(signOn('Sam')).toMatchObject({ refused: 'locked-out' });
  pass(1);
  expect(signOn('Sam')).toBeNull();
  expect(types().slice(-2)).toEqual(['operator.unlocked', 'operator.signed-on']);
  // Sam can now let Ada in: hers does not end by itself.
  expect(signOn('Ada')).toMatchObject({ refused: 'locked-out' });
});

test('the wrong passphrase of a second person counts towards their lock-out, and nothing is decided', () => {
  const dana = signedOn('Dana');
  const call = { ani: null, address: '1 W Lawrence, Uptown', words: 'x', callType: null };
  const made = (reply: ReturnType<Desk['answer']>) =>
    reply.ok ? (reply.value as { made: string }).made : '';
  const callId = made(desk.answer('call.receive', call, dana));
  const incidentId = made(desk.answer('call.answer', { callId }, dana));
  const decide = (passphrase: string) =>
    desk.answer(
      'incident.decide',
      {
        incidentId,
        seen: { level: 'L3', response: 'co-response' },
        response: 'police',
        reason: 'The co-response team is far.',
        unserved: { code: 'timed-out', note: '' },
        secondPerson: { operatorId: ids.get('Theo'), passphrase },
      },
      dana,
    );
  for (let n = 0; n < 4; n += 1)
    expect(decide(GUESS)).toMatchObject({ refused: 'wrong-passphrase' });
  expect(decide(GUESS)).toMatchObject({ refused: 'locked-out' });
  expect(decide(PASSPHRASE)).toMatchObject({ refused: 'locked-out' });
  expect(types()).not.toContain('incident.response-decided');
  const last = [...desk.journal.entriesAfter(0)].at(-2);
  expect(last).toMatchObject({ by: ids.get('Dana'), event: { proving: 'second-person' } });
});

test('who was away for a month is let in by an administrator only; the last administrator always', () => {
  signedOn('Dana');
  pass(31 * 24 * 60);
  const refused = signOn('Dana');
  expect(refused).toMatchObject({ refused: 'inactive' });
  expect(refused?.because).toContain('An administrator takes it up again');
  expect(signOn('Dana')).toMatchObject({ refused: 'deactivated' });
  const ada = signedOn('Ada');
  const view = desk.answer('accounts.view', {}, ada);
  const states = new Map(
    (view.ok ? view.value.accounts : []).map(({ name, state }) => [name, state]),
  );
  expect([states.get('Dana'), states.get('Theo'), states.get('Ada')]).toEqual([
    'deactivated',
    'away',
    'active',
  ]);
  for (const name of ['Dana', 'Theo'])
    desk.answer('operator.reactivate', { operatorId: ids.get(name) }, ada);
  expect(signOn('Dana')).toBeNull();
});

test('a disk that is full lets nobody guess on, and the lock-out is on record once it has room', async () => {
  for (let n = 0; n < 2; n += 1) signOn('Dana', GUESS);
  const head = desk.journal.head();
  desk.db.pragma('query_only = ON');
  for (let n = 0; n < 3; n += 1)
    expect(signOn('Dana', GUESS)).toMatchObject({ refused: 'wrong-passphrase' });
  expect(signOn('Dana')).toMatchObject({ refused: 'locked-out' });
  expect(signOn('Theo', GUESS)).toMatchObject({ refused: 'wrong-passphrase' });
  expect(desk.journal.head()).toBe(head);
  desk.db.pragma('query_only = OFF');
  desk.watch();
  await vi.waitFor(() => expect(types()).toContain('operator.locked-out'));
  expect(signOn('Dana')).toMatchObject({ refused: 'locked-out' });
  expect(signOn('Theo')).toBeNull();
  desk.answer('operator.unlock', { operatorId: ids.get('Dana') }, signedOn('Sam'));
  expect(signOn('Dana')).toBeNull();
});

test('while the clock is known to be wrong nobody is taken for away', () => {
  desk.close();
  desk = openDesk({
    folder,
    passphraseCost: CHEAP_PASSPHRASES,
    now: () => new Date(clock),
    steady: () => 0,
    log: () => {},
  });
  desk.watch();
  pass(365 * 24 * 60);
  desk.watch();
  expect(signOn('Dana')).toBeNull();
  expect(signOn('Theo')).toBeNull();
  expect(types()).not.toContain('operator.deactivated');
});

test('a passphrase that is easy to guess is given to nobody', () => {
  const ada = signedOn('Ada');
  for (const passphrase of ['password1', 'Nora Nora', 'test center'])
    expect(
      desk.answer('operator.add', { name: 'Nora', role: 'dispatcher', passphrase }, ada),
    ).toMatchObject({ refused: 'weak-passphrase' });
});

test('what the door judged beforehand is what the desk answers, and a hash that became cheap is made anew', async () => {
  desk.close();
  desk = openDesk({
    folder,
    passphraseCost: { N: 2_048, r: 8, p: 1 },
    now: () => new Date(clock),
    log: () => {},
  });
  const session: Session = { operator: null, focus: null };
  const costOf = () =>
    desk.db
      .prepare('SELECT cost FROM credentials WHERE operator_id = ?')
      .pluck()
      .get(ids.get('Dana'));
  for (const [passphrase, ok] of [
    [GUESS, false],
    [PASSPHRASE, true],
  ] as const) {
    expect(costOf()).toBe(1_024);
    const input = { operatorId: ids.get('Dana'), passphrase };
    await desk.prepare('operator.sign-on', input, session);
    expect(desk.answer('operator.sign-on', input, session).ok).toBe(ok);
  }
  expect(costOf()).toBe(2_048);
  expect(signOn('Dana')).toBeNull();
  for (const odd of [
    null,
    7,
    [],
    { secondPerson: 7 },
    { decided: null },
    { operatorId: 1, passphrase: {} },
  ])
    await expect(desk.prepare('operator.sign-on', odd, session)).resolves.toBeUndefined();
});
