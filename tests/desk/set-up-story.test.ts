import { expect, test } from 'vitest';
import { CHEAP_PASSPHRASES, PASSPHRASE, temporaryFolder } from '../support/desk-at-work.ts';
import type { Desk, Session } from '#main/desk/desk.ts';
import { openDesk } from '#main/desk/open-desk.ts';
import type { Topic } from '#shared/contract/console-contract.ts';
import { verifyChain } from '#db/journal/verify-chain.ts';

const live = (folder = temporaryFolder()) =>
  openDesk({ folder, mode: 'live', log: () => {}, passphraseCost: CHEAP_PASSPHRASES });
const seat = (): Session => ({ operator: null, focus: null });
const people = [
  { name: 'Dana', role: 'dispatcher', passphrase: 'battery staple' },
  { name: 'Theo', role: 'dispatcher', passphrase: 'wax and feathers' },
  { name: 'Pat', role: 'call-taker', passphrase: 'nine of hearts' },
];
const setUp = {
  name: 'Test Center',
  psapId: 'TEST-1',
  timeZone: 'America/Chicago',
  admin: { name: 'Ada', passphrase: PASSPHRASE },
  accounts: people,
};

function must(desk: Desk, topic: Topic, input: unknown, session: Session) {
  const reply = desk.answer(topic, input, session);
  if (!reply.ok) throw new Error(`${topic}: ${reply.because}`);
  return reply.value as { made?: string };
}

function idOf(desk: Desk, name: string): string {
  const hello = desk.answer('desk.hello', {}, seat());
  return hello.ok ? hello.value.operators.find((each) => each.name === name)!.operatorId : '';
}

function signedOn(desk: Desk, name: string, passphrase: string): Session {
  const session = seat();
  must(desk, 'operator.sign-on', { operatorId: idOf(desk, name), passphrase }, session);
  return session;
}

test('before the set-up there is nothing to sign on to, and the console says so', () => {
  const desk = live();
  expect(desk.answer('desk.hello', {}, seat())).toMatchObject({
    ok: true,
    value: {
      mode: 'live',
      center: null,
      operators: [],
      session: null,
      policyVersion: null,
      passphrases: true,
      encrypted: false,
    },
  });
  const reply = desk.answer('operator.sign-on', { operatorId: 'x', passphrase: 'y' }, seat());
  expect(reply).toMatchObject({ ok: false, refused: 'wrong-passphrase' });
  desk.watch();
  expect(desk.journal.head()).toBe(0);
});

test.each([
  [{ timeZone: 'Mars/Olympus' }, 'unknown-time-zone'],
  [
    { accounts: [...people, { name: 'DANA', role: 'clinician', passphrase: PASSPHRASE }] },
    'name-twice',
  ],
  [{ accounts: [{ name: 'ada', role: 'clinician', passphrase: PASSPHRASE }] }, 'name-twice'],
])('a set-up with %o is refused and leaves nothing behind', (changes, refused) => {
  const desk = live();
  const reply = desk.answer('center.set-up', { ...setUp, ...changes }, seat());
  expect(reply).toMatchObject({ ok: false, refused });
  expect(desk.journal.head()).toBe(0);
  expect(desk.db.prepare('SELECT COUNT(*) FROM credentials').pluck().get()).toBe(0);
});

test('the set-up is remembered by the next start, and no passphrase is in the record', () => {
  const desk = live();
  must(desk, 'center.set-up', setUp, seat());
  const folder = desk.db.name.replace(/[^/\\]+$/, '');
  const bodies = desk.db.prepare('SELECT body FROM journal').pluck().all().join('\n');
  for (const { passphrase } of [...people, setUp.admin]) expect(bodies).not.toContain(passphrase);
  desk.close();
  const again = live(folder);
  expect(again.answer('desk.hello', {}, seat())).toMatchObject({
    value: {
      center: { name: 'Test Center', timeZone: 'America/Chicago' },
      policyVersion: '2026.5',
    },
  });
  expect(again.answer('center.set-up', setUp, seat())).toMatchObject({
    ok: false,
    refused: 'already-set-up',
  });
  expect(verifyChain(again.db).chain).toBe('intact');
});

test.each(['', 'wrong horse', 'battery', 'BATTERY STAPLE', PASSPHRASE])(
  'the wrong passphrase “%s” signs nobody on',
  (passphrase) => {
    const desk = live();
    must(desk, 'center.set-up', setUp, seat());
    const session = seat();
    const reply = desk.answer(
      'operator.sign-on',
      { operatorId: idOf(desk, 'Dana'), passphrase },
      session,
    );
    expect(reply).toMatchObject({ ok: false, refused: 'wrong-passphrase' });
    expect(session.operator).toBeNull();
    expect(desk.answer('board.snapshot', {}, session)).toMatchObject({
      ok: false,
      refused: 'not-signed-on',
    });
  },
);

test('signing on and off is on the record', () => {
  const desk = live();
  must(desk, 'center.set-up', setUp, seat());
  const session = signedOn(desk, 'Dana', 'battery staple');
  expect(session.operator?.name).toBe('Dana');
  must(desk, 'operator.sign-off', {}, session);
  expect(session.operator).toBeNull();
  const types = [...desk.journal.entriesAfter(0)].map(({ event }) => event.type);
  expect(types.slice(-2)).toEqual(['operator.signed-on', 'operator.signed-off']);
  const head = desk.journal.head();
  must(desk, 'operator.sign-off', {}, session);
  expect(desk.journal.head()).toBe(head);
});

test('a second person signs on with a passphrase of their own, or nothing is decided', () => {
  const desk = live();
  must(desk, 'center.set-up', setUp, seat());
  const dana = signedOn(desk, 'Dana', 'battery staple');
  const call = { ani: null, address: '1 W Lawrence, Uptown', words: 'x', callType: null };
  const callId = must(desk, 'call.receive', call, dana).made;
  const incidentId = must(desk, 'call.answer', { callId }, dana).made;
  const input = {
    incidentId,
    seen: { level: 'L3', response: 'co-response' },
    response: 'police',
    reason: 'The co-response team is far.',
    unserved: { code: 'timed-out', note: '' },
  };
  const decide = (name: string | null, passphrase = '') => {
    const secondPerson =
      name === null ? null : { operatorId: name === 'x' ? 'x' : idOf(desk, name), passphrase };
    return desk.answer('incident.decide', { ...input, secondPerson }, dana);
  };
  const head = desk.journal.head();
  expect(decide(null)).toMatchObject({ ok: false, refused: 'second-person-needed' });
  expect(decide('Theo')).toMatchObject({ ok: false, refused: 'wrong-passphrase' });
  expect(decide('Theo', 'battery staple')).toMatchObject({
    ok: false,
    refused: 'wrong-passphrase',
  });
  expect(decide('Dana', 'battery staple')).toMatchObject({
    ok: false,
    refused: 'second-person-is-you',
  });
  expect(decide('x', PASSPHRASE)).toMatchObject({ ok: false, refused: 'wrong-passphrase' });
  expect(decide('Pat', 'nine of hearts')).toMatchObject({ ok: false, refused: 'may-not-sign' });
  // Nothing but the wrong passphrases is on the record.
  const types = [...desk.journal.entriesAfter(head)].map(({ event }) => event.type);
  expect(types).toEqual(Array(3).fill('operator.sign-on-failed'));
  expect(decide('Theo', 'wax and feathers')).toMatchObject({ ok: true });
  expect(
    desk.journal.ofIncident(incidentId!, ['dispatch']).map(({ event }) => event),
  ).toContainEqual(
    expect.objectContaining({
      type: 'incident.response-decided',
      decision: expect.objectContaining({ secondPerson: idOf(desk, 'Theo') }),
    }),
  );
});

test('an upgrade goes through although the second person’s passphrase would be wrong', () => {
  const desk = live();
  must(desk, 'center.set-up', setUp, seat());
  const pat = signedOn(desk, 'Pat', 'nine of hearts');
  const callId = must(
    desk,
    'call.receive',
    { ani: null, address: '', words: '', callType: null },
    pat,
  ).made;
  const made = must(desk, 'incident.upgrade', { callId, services: ['police'] }, pat).made;
  const view = must(desk, 'incident.focus', { incidentId: made }, pat) as {
    decision?: { level?: string };
  };
  expect(view.decision?.level).toBe('L4');
});

test('an account is added by the admin, can sign on at once, and no name is taken twice', () => {
  const desk = live();
  must(desk, 'center.set-up', setUp, seat());
  const ada = signedOn(desk, 'Ada', PASSPHRASE);
  const nora = { name: 'Nora', role: 'clinician', passphrase: 'long enough' };
  must(desk, 'operator.add', nora, ada);
  expect(signedOn(desk, 'Nora', 'long enough').operator?.role).toBe('clinician');
  expect(desk.answer('operator.add', { ...nora, name: 'nora' }, ada)).toMatchObject({
    ok: false,
    refused: 'name-twice',
  });
});
