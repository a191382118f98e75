import type * as NodeCrypto from 'node:crypto';
import { beforeEach, expect, test, vi } from 'vitest';
import {
  centerAtWork,
  CHEAP_PASSPHRASES,
  PASSPHRASE,
  temporaryFolder,
} from '../support/desk-at-work.ts';
import type { Desk, Session } from '#main/desk/desk.ts';
import { openDesk } from '#main/desk/open-desk.ts';
import { askPrepared } from '#main/desk/prepared-ask.ts';
import type { OperatorId } from '#shared/lib/brand.ts';

/** How often a hash was made where calls are answered. Everything else is the real thing. */
const inPlace = vi.hoisted(() => ({ times: 0 }));
vi.mock('node:crypto', async (original) => {
  const crypto = await original<typeof NodeCrypto>();
  const scryptSync: typeof crypto.scryptSync = (password, salt, length, options) => {
    inPlace.times += 1;
    return crypto.scryptSync(password, salt, length, options);
  };
  return { ...crypto, scryptSync };
});

const DEARER = { N: 2_048, r: 8, p: 1 };
const [ONE, OTHER] = ['seven red lamps', 'a lamp in the attic'];
let desk: Desk;
let folder: string;
let now: () => Date;
let ids: ReadonlyMap<string, OperatorId>;
let dana: OperatorId;
let ada: Session;

beforeEach(async () => {
  const atWork = centerAtWork();
  ({ folder, now } = atWork);
  atWork.desk.close();
  desk = openDesk({ folder, now, passphraseCost: CHEAP_PASSPHRASES, log: () => {} });
  const hello = desk.answer('desk.hello', {}, { operator: null, focus: null });
  ids = new Map(
    (hello.ok ? hello.value.operators : []).map((each) => [each.name, each.operatorId]),
  );
  dana = ids.get('Dana')!;
  ada = await signedOn('Ada');
  inPlace.times = 0;
});

const ask = (topic: string, input: unknown, session: Session) =>
  askPrepared(() => desk, topic, input, session);

async function signOn(name: string, passphrase: string): Promise<Session | null> {
  const session: Session = { operator: null, focus: null };
  const reply = await ask('operator.sign-on', { operatorId: ids.get(name), passphrase }, session);
  return reply?.ok === true ? session : null;
}

async function signedOn(name: string): Promise<Session> {
  const session = await signOn(name, PASSPHRASE);
  if (session === null) throw new Error(`${name} is not signed on.`);
  return session;
}

const types = () => [...desk.journal.entriesAfter(0)].map(({ event }) => event.type);
const reset = (passphrase: string) =>
  ask('operator.reset-passphrase', { operatorId: dana, passphrase }, ada);

test('no passphrase is hashed where calls are answered: set-up, new account, reset, own change', async () => {
  const added = { name: 'Nora', role: 'dispatcher', passphrase: ONE };
  expect(await ask('operator.add', added, ada)).toMatchObject({ ok: true });
  expect(await reset(OTHER)).toMatchObject({ ok: true });
  const session = await signOn('Dana', OTHER);
  const change = { current: OTHER, passphrase: ONE };
  expect(await ask('operator.change-passphrase', change, session!)).toMatchObject({ ok: true });
  expect(await signOn('Dana', ONE)).not.toBeNull();

  desk.close();
  desk = openDesk({ folder: temporaryFolder(), passphraseCost: CHEAP_PASSPHRASES, log: () => {} });
  const center = {
    name: 'Test Center',
    psapId: 'TEST-1',
    timeZone: 'America/Chicago',
    admin: { name: 'Ada', passphrase: ONE },
    // The same words twice: each account has a hash of its own all the same.
    accounts: ['Bo', 'Cy'].map((name) => ({ name, role: 'dispatcher', passphrase: OTHER })),
  };
  const nobody: Session = { operator: null, focus: null };
  expect(await ask('center.set-up', center, nobody)).toMatchObject({ ok: true });
  expect(inPlace.times).toBe(0);
  expect(desk.db.prepare('SELECT count(DISTINCT hash) FROM credentials').pluck().get()).toBe(3);
});

test('a hash that became too cheap is made anew beside the desk, too', async () => {
  desk.close();
  desk = openDesk({ folder, now, passphraseCost: DEARER, log: () => {} });
  expect(await signOn('Dana', PASSPHRASE)).not.toBeNull();
  expect(inPlace.times).toBe(0);
  const cost = desk.db.prepare('SELECT cost FROM credentials WHERE operator_id = ?').pluck();
  expect(cost.get(dana)).toBe(DEARER.N);
});

test('of two resets at once the later one counts, and both are on record', async () => {
  const replies = await Promise.all([reset(ONE), reset(OTHER)]);
  expect(replies).toMatchObject([{ ok: true }, { ok: true }]);
  expect(inPlace.times).toBe(0);
  expect(await signOn('Dana', ONE)).toBeNull();
  expect(await signOn('Dana', OTHER)).not.toBeNull();
  expect(types().filter((type) => type === 'operator.passphrase-changed')).toHaveLength(2);
});

test('whoever signs off while a passphrase is hashed has given none', async () => {
  const under = reset(ONE);
  desk.answer('operator.sign-off', { anyway: true }, ada);
  expect(await under).toMatchObject({ refused: 'somebody-else' });
  expect(await signOn('Dana', PASSPHRASE)).not.toBeNull();
  expect(types()).not.toContain('operator.passphrase-changed');
});

test('nothing is done in the name of who took the console over meanwhile', async () => {
  const session = await signedOn('Dana');
  const under = ask(
    'operator.change-passphrase',
    { current: PASSPHRASE, passphrase: ONE },
    session,
  );
  const theo = { operatorId: ids.get('Theo')!, passphrase: PASSPHRASE };
  desk.answer('operator.sign-on', theo, session);
  expect(await under).toMatchObject({ refused: 'somebody-else' });
  expect(await signOn('Theo', PASSPHRASE)).not.toBeNull();
  expect(types()).not.toContain('operator.sign-on-failed');
});

test('a reset while somebody changes their own: what was proved of the former counts no more', async () => {
  const session = await signedOn('Dana');
  const change = { current: PASSPHRASE, passphrase: ONE };
  const own = ask('operator.change-passphrase', change, session);
  desk.answer('operator.reset-passphrase', { operatorId: dana, passphrase: OTHER }, ada);
  expect(await own).toMatchObject({ refused: 'wrong-passphrase' });
  expect(await signOn('Dana', OTHER)).not.toBeNull();
});

test('an account that was deactivated meanwhile gets its passphrase, and stays deactivated', async () => {
  const under = reset(ONE);
  desk.answer('operator.deactivate', { operatorId: dana, reason: 'Left.' }, ada);
  expect(await under).toMatchObject({ ok: true });
  expect(await signOn('Dana', ONE)).toBeNull();
});

test('police and EMS wait for no passphrase', async () => {
  const session = await signedOn('Dana');
  const call = { ani: null, address: '', words: '', callType: null };
  const received = desk.answer('call.receive', call, session);
  const callId = received.ok ? received.value.made : undefined;
  const order: string[] = [];
  const slow = reset(ONE).then(() => order.push('reset'));
  const urgent = ask('incident.upgrade', { callId, services: ['police', 'ems'] }, session).then(
    (reply) => order.push(reply?.ok === true ? 'sent' : 'refused'),
  );
  await Promise.all([slow, urgent]);
  expect(order).toEqual(['sent', 'reset']);
});
