import { beforeEach, expect, test } from 'vitest';
import {
  centerAtWork,
  openedIncident,
  CHEAP_PASSPHRASES,
  PASSPHRASE,
  type DeskAtWork,
} from '../support/desk-at-work.ts';
import { openDesk } from '#main/desk/open-desk.ts';
import type { Session } from '#main/desk/desk.ts';
import type { Desk } from '#main/desk/desk.ts';
import type { Input, Topic } from '#shared/contract/console-contract.ts';
import type { OperatorId } from '#shared/lib/brand.ts';
import type { Role } from '#shared/roster/operator.ts';

let atWork: DeskAtWork;
let ada: Session;
beforeEach(() => {
  atWork = centerAtWork();
  ada = atWork.as('Ada');
});

function lineOf(name: string) {
  const { accounts } = atWork.do(atWork.as('Sam'), 'accounts.view', {});
  return accounts.find((each) => each.name === name)!;
}

function refused<T extends Topic>(topic: T, input: Input<T>, by = ada): string {
  const head = atWork.desk.journal.head();
  const reply = atWork.desk.answer(topic, input, by);
  expect(atWork.desk.journal.head()).toBe(head);
  return reply.ok ? 'done' : `${reply.refused}: ${reply.because}`;
}

test('the list says who has an account, as what, and who never signed on with it', () => {
  const session: Session = { operator: null, focus: null };
  atWork.do(session, 'operator.sign-on', { operatorId: atWork.idOf('Dana'), passphrase: '' });
  expect(lineOf('Dana')).toMatchObject({
    role: 'dispatcher',
    state: 'active',
    signedOnAt: '2026-03-03T18:00:00.000Z',
    present: true,
  });
  expect(lineOf('Pat')).toMatchObject({ state: 'active', signedOnAt: null, present: false });
  const names = atWork.do(ada, 'accounts.view', {}).accounts.map(({ name }) => name);
  expect(names).toEqual(names.toSorted((a, b) => a.localeCompare(b)));
});

test('two accounts never have one name, however it is written', () => {
  for (const name of ['dana', ' DANA ', 'D\u{ff41}na', 'Da\u200Bna', '\u202EDana', 'Dana\u0000'])
    expect(refused('operator.add', { name, role: 'dispatcher', passphrase: PASSPHRASE })).toContain(
      'name-twice: There already is an account called “Dana”.',
    );
});

test('another role counts at once, also for who is signed on', () => {
  const pat = atWork.as('Pat');
  expect(refused('incident.focus', { incidentId: null }, pat)).toBe('done');
  atWork.do(ada, 'operator.change-role', { operatorId: pat.operator!.operatorId, role: 'admin' });
  expect(lineOf('Pat').role).toBe('admin');
  expect(refused('call.answer', { callId: 'c' as never }, pat)).toMatch(/^not-allowed/);
  expect(pat.operator?.role).toBe('admin');
});

test('a deactivated account signs on nowhere, and whoever sat there is off; then it is taken up again', () => {
  const pat = atWork.as('Pat');
  const { operatorId } = pat.operator!;
  atWork.do(ada, 'operator.deactivate', { operatorId, reason: 'Works elsewhere now.' });
  expect(refused('board.snapshot', {}, pat)).toMatch(/^not-signed-on/);
  expect(pat.operator).toBeNull();
  expect(lineOf('Pat')).toMatchObject({
    state: 'deactivated',
    deactivated: { reason: 'Works elsewhere now.' },
  });
  const hello = atWork.do(pat, 'desk.hello', {});
  expect(hello.operators.map(({ name }) => name)).not.toContain('Pat');
  expect(refused('operator.sign-on', { operatorId, passphrase: '' }, pat)).not.toBe('done');
  atWork.do(ada, 'operator.reactivate', { operatorId });
  atWork.do(pat, 'operator.sign-on', { operatorId, passphrase: '' });
  expect(pat.operator?.name).toBe('Pat');
});

test('who owns open work keeps account and role until it is handed over', () => {
  const dana = atWork.as('Dana');
  const { operatorId } = dana.operator!;
  const incidentId = openedIncident(atWork, dana);
  const deactivate = { operatorId, reason: 'On leave.' };
  expect(refused('operator.deactivate', deactivate)).toMatch(
    /^still-owns: Dana still owns incident 1\./,
  );
  expect(refused('operator.change-role', { operatorId, role: 'admin' })).toMatch(/^still-owns/);
  atWork.do(atWork.as('Theo'), 'incident.take', { incidentId });
  expect(refused('operator.change-role', { operatorId, role: 'dispatcher' })).toBe('done');
  atWork.do(ada, 'operator.deactivate', deactivate);
  expect(lineOf('Dana').state).toBe('deactivated');
});

test.each<[string, (id: OperatorId) => [Topic, unknown]]>([
  [
    'gets another role',
    (operatorId) => ['operator.change-role', { operatorId, role: 'supervisor' }],
  ],
  ['is deactivated', (operatorId) => ['operator.deactivate', { operatorId, reason: 'Gone.' }]],
])('the last active administrator never %s', (_what, act) => {
  const [topic, input] = act(ada.operator!.operatorId);
  expect(refused(topic, input as never)).toMatch(/^last-admin/);
  const second = { name: 'Abe', role: 'admin' as Role, passphrase: PASSPHRASE };
  atWork.do(ada, 'operator.add', second);
  const abe = atWork.as('Abe');
  atWork.do(abe, topic, input as never);
  // Then the second one is the last.
  const [again, other] = act(abe.operator!.operatorId);
  expect(refused(again, other as never, abe)).toMatch(/^last-admin/);
});

test('nobody deactivates the account they are signed on with', () => {
  atWork.do(ada, 'operator.add', { name: 'Abe', role: 'admin', passphrase: PASSPHRASE });
  const { operatorId } = ada.operator!;
  expect(refused('operator.deactivate', { operatorId, reason: 'Me.' })).toMatch(/^own-account/);
});

test('a passphrase is changed with the one it replaces, or given anew by an administrator', () => {
  atWork.desk.close();
  const desk: Desk = openDesk({
    folder: atWork.folder,
    passphraseCost: CHEAP_PASSPHRASES,
    now: atWork.now,
    log: () => {},
  });
  const hello = desk.answer('desk.hello', {}, { operator: null, focus: null });
  const idOf = (name: string) =>
    (hello.ok ? hello.value.operators : []).find((each) => each.name === name)!.operatorId;
  const signOn = (name: string, passphrase: string): Session | null => {
    const session: Session = { operator: null, focus: null };
    const input = { operatorId: idOf(name), passphrase };
    return desk.answer('operator.sign-on', input, session).ok ? session : null;
  };
  const dana = signOn('Dana', PASSPHRASE)!;
  const change = (current: string) =>
    desk.answer('operator.change-passphrase', { current, passphrase: 'a lamp in the attic' }, dana);
  expect(change('not hers')).toMatchObject({ ok: false, refused: 'wrong-passphrase' });
  expect(change(PASSPHRASE).ok).toBe(true);
  expect(signOn('Dana', PASSPHRASE)).toBeNull();
  expect(signOn('Dana', 'a lamp in the attic')).not.toBeNull();
  const admin = signOn('Ada', PASSPHRASE)!;
  const reset = { operatorId: idOf('Dana'), passphrase: 'seven red lamps' };
  expect(desk.answer('operator.reset-passphrase', reset, admin).ok).toBe(true);
  expect(signOn('Dana', 'seven red lamps')).not.toBeNull();
  const written = JSON.stringify(desk.db.prepare('SELECT body FROM journal').all());
  expect(written).not.toContain('lamp');
  desk.close();
});
