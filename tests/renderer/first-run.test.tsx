import { act, fireEvent, render, screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { Topic } from '#shared/contract/console-contract.ts';
import { FirstRun } from '#renderer/first-run/first-run.tsx';
import { EMPTY_SET_UP, setUpErrors } from '#renderer/first-run/set-up-draft.ts';
import { atTheConsole } from './sheets-fixtures.ts';

const bench = atTheConsole(null);

function says(topic: Topic, value: unknown) {
  const reply = { ok: true, value } as const;
  bench.main.answer(topic, reply, reply, reply);
}

async function settle(act_: () => unknown) {
  await act(async () => void act_());
}

function type(label: string, text: string, within_: HTMLElement = document.body) {
  fireEvent.change(within(within_).getByLabelText(label), { target: { value: text } });
}

const OFFER = {
  recoveryKey: 'AAAAA-BBBBB-CCCCC-DDDDD-EEEEE-FFFFF-GGGGG',
  ask: [2, 5],
  keystore: { available: false, says: 'This computer has no keystore.' },
};

async function openForm() {
  render(<FirstRun />);
  await settle(() => fireEvent.keyDown(window, { key: '1' }));
  return screen.getByRole('form', { name: 'Set up this center' });
}

function fillCenter() {
  type('Name of the center', 'North Center');
  type('PSAP id', 'IL-001');
  const admin = screen.getByRole('group', { name: 'The first administrator' });
  type('Name', 'Ada Lin', admin);
  type('Passphrase', 'long enough', admin);
  type('The same passphrase again', 'long enough', admin);
}

test('one question with two answers, and the first has the focus', () => {
  render(<FirstRun />);
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Set up this center' }));
  expect(screen.getByRole('button', { name: 'Explore with training data' })).toBeTruthy();
});

test('2 opens training; a refusal is said beside it', async () => {
  render(<FirstRun />);
  bench.main.refuse('desk.explore-training', 'There is no window to open.');
  await settle(() => fireEvent.keyDown(window, { key: '2' }));
  expect(screen.getByRole('alert').textContent).toContain('There is no window to open.');
  await settle(() => fireEvent.keyDown(window, { key: '2' }));
  expect(bench.main.inputsOf('desk.explore-training')).toEqual([{}, {}]);
});

test('the form warns that a passphrase cannot be read back', async () => {
  await openForm();
  expect(screen.getByText(/Nobody can read a passphrase back/)).toBeTruthy();
});

test('everything missing is said beside its field and the first one has the focus', async () => {
  const form = await openForm();
  await settle(() => fireEvent.submit(form));
  const name = screen.getByLabelText('Name of the center');
  expect(document.activeElement).toBe(name);
  expect(name.getAttribute('aria-invalid')).toBe('true');
  const error = document.getElementById(name.getAttribute('aria-describedby') ?? '');
  expect(error?.textContent).toBe('Give the center a name.');
  expect(bench.main.inputsOf('center.set-up')).toEqual([]);
});

test('one submit sets the center up with its accounts', async () => {
  const form = await openForm();
  fillCenter();
  await settle(() => fireEvent.click(screen.getByRole('button', { name: 'Add an account' })));
  const account = screen.getByRole('group', { name: 'Account 1' });
  expect(document.activeElement).toBe(within(account).getByLabelText('Name'));
  type('Name', 'Cleo Brandt', account);
  type('Role', 'clinician', account);
  type('Passphrase', 'another one', account);
  type('The same passphrase again', 'another one', account);
  says('store-key.first-offer', OFFER);
  await settle(() => fireEvent.submit(form));
  expect(bench.main.inputsOf('center.set-up')).toEqual([]);
  type('Passphrase of the center', 'a passphrase of the center');
  type('The passphrase of the center again', 'a passphrase of the center');
  type('Group 2', 'bbbbb');
  type('Group 5', 'EEEEE');
  const encrypt = screen.getByRole('button', { name: 'Encrypt and set up the center' });
  await settle(() => fireEvent.submit(encrypt.closest('form')!));
  expect(bench.main.inputsOf('store-key.encrypt-first')).toEqual([
    {
      way: { by: 'passphrase', passphrase: 'a passphrase of the center' },
      readBack: ['bbbbb', 'EEEEE'],
    },
  ]);
  expect(bench.main.inputsOf('center.set-up')).toEqual([
    {
      name: 'North Center',
      psapId: 'IL-001',
      timeZone: 'America/Chicago',
      admin: { name: 'Ada Lin', passphrase: 'long enough' },
      accounts: [{ name: 'Cleo Brandt', role: 'clinician', passphrase: 'another one' }],
    },
  ]);
  expect(bench.main.inputsOf('desk.hello')).toHaveLength(1);
});

test('a refusal of main is shown and nothing typed is lost', async () => {
  const form = await openForm();
  fillCenter();
  // Encrypted in an earlier attempt: the center alone is left.
  bench.main.refuse('store-key.first-offer', 'This store is encrypted already.');
  bench.main.refuse('center.set-up', 'This desk is already set up as North.');
  await settle(() => fireEvent.submit(form));
  expect(screen.getByText(/already set up as North/)).toBeTruthy();
  expect(screen.getByLabelText<HTMLInputElement>('PSAP id').value).toBe('IL-001');
  expect(screen.getByLabelText<HTMLInputElement>('Passphrase').value).toBe('long enough');
});

test('two passphrases that differ and a name used twice are found before main is asked', () => {
  const same = { name: 'Ada Lin', passphrase: 'long enough', again: 'long enough' };
  const errors = setUpErrors({
    ...EMPTY_SET_UP,
    name: 'N',
    psapId: '1',
    admin: { ...same, role: 'admin' },
    accounts: [
      { ...same, name: ' ada lin ', role: 'clinician', row: 1 },
      { ...same, name: 'Bo', again: 'long enouhg', role: 'clinician', row: 2 },
    ],
  });
  expect(Object.keys(errors)).toEqual(['account-1.name', 'account-2.again']);
});

test('the time zone is found by typing a part of it', async () => {
  await openForm();
  const zone = screen.getByRole('combobox', { name: 'Time zone' });
  expect((zone as HTMLInputElement).value).toBe('America/Chicago');
  fireEvent.change(zone, { target: { value: 'den' } });
  fireEvent.keyDown(zone, { key: 'Enter' });
  expect((zone as HTMLInputElement).value).toBe('America/Denver');
});

test('going on without encryption is asked for twice, and set up all the same', async () => {
  const form = await openForm();
  fillCenter();
  says('store-key.first-offer', OFFER);
  await settle(() => fireEvent.submit(form));
  await settle(() => fireEvent.click(screen.getByText('Go on without encryption…')));
  expect(bench.main.inputsOf('store-key.leave-plain')).toEqual([]);
  await settle(() =>
    fireEvent.click(screen.getByRole('button', { name: 'Leave the store readable' })),
  );
  expect(bench.main.inputsOf('store-key.leave-plain')).toEqual([{}]);
  expect(bench.main.inputsOf('center.set-up')).toHaveLength(1);
});

test('with a keystore no passphrase is asked for, and what was mistyped is said', async () => {
  const form = await openForm();
  fillCenter();
  const keystore = { available: true, says: 'The keystore keeps the key.' };
  says('store-key.first-offer', { ...OFFER, keystore });
  await settle(() => fireEvent.submit(form));
  expect(screen.queryByLabelText('Passphrase of the center')).toBeNull();
  bench.main.refuse('store-key.encrypt-first', 'Group 2 is not what stands on the paper.');
  const encrypt = screen.getByRole('button', { name: 'Encrypt and set up the center' });
  await settle(() => fireEvent.submit(encrypt.closest('form')!));
  expect(screen.getByText(/Group 2 is not what stands/)).toBeTruthy();
  expect(bench.main.inputsOf('store-key.encrypt-first')[0]).toMatchObject({
    way: { by: 'keystore' },
  });
  expect(bench.main.inputsOf('center.set-up')).toEqual([]);
});

test('what is put right stops being said', async () => {
  const form = await openForm();
  await settle(() => fireEvent.submit(form));
  expect(screen.getByText('Give the center a name.')).toBeTruthy();
  type('Name of the center', 'North Center');
  expect(screen.queryByText('Give the center a name.')).toBeNull();
  // The rest still is, and an account nobody has submitted yet is not found fault with.
  expect(screen.getByText('Give the PSAP id.')).toBeTruthy();
  await settle(() => fireEvent.click(screen.getByRole('button', { name: 'Add an account' })));
  expect(screen.getAllByText('Give the person a name.')).toHaveLength(1);
});

test('going on without encryption is read before it is pressed, and can be left again', async () => {
  const form = await openForm();
  fillCenter();
  says('store-key.first-offer', OFFER);
  await settle(() => fireEvent.submit(form));
  await settle(() => fireEvent.click(screen.getByRole('button', { name: /Go on without/ })));
  expect(document.activeElement).toBe(screen.getByRole('group', { name: 'Without encryption' }));
  await settle(() => fireEvent.click(screen.getByRole('button', { name: 'Encrypt it after all' })));
  expect(screen.queryByRole('button', { name: 'Leave the store readable' })).toBeNull();
  expect(bench.main.inputsOf('store-key.leave-plain')).toEqual([]);
});
