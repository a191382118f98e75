import { act, fireEvent, render, screen, within } from '@testing-library/react';
import axe from 'axe-core';
import { beforeAll, expect, test } from 'vitest';
import type { AccountLine } from '#shared/board/account-lines.ts';
import { AdministrationHome } from '#renderer/administration/administration-home.tsx';
import { deskStore, setScreen } from '#renderer/desk/desk-store.ts';
import { useKeymap } from '#renderer/keys/use-keymap.ts';
import { useWindowKeys } from '#renderer/keys/window-keys.ts';
import { ago, atTheConsole, CLEO, DANA, person, SAM, sitDown } from './sheets-fixtures.ts';

const ADA = person('Ada Lind', 'admin');
const bench = atTheConsole(ADA);
// Fetched when the section opens; here it is there from the start.
beforeAll(() => import('#renderer/accounts/accounts.tsx'));

function line(of: typeof DANA, more: Partial<AccountLine> = {}): AccountLine {
  const { operatorId, name, role } = of;
  const since = ago(90_000);
  return {
    operatorId,
    name,
    role,
    since,
    state: 'active',
    signedOnAt: null,
    lockedOutAt: null,
    deactivated: null,
    present: false,
    ...more,
  };
}

const ACCOUNTS = [
  line(ADA, { present: true, signedOnAt: ago(60) }),
  line(CLEO),
  line(DANA, {
    state: 'deactivated',
    signedOnAt: ago(90_000),
    deactivated: { at: ago(60), reason: 'Works elsewhere now.' },
  }),
];

function Screen() {
  useKeymap();
  useWindowKeys();
  return <AdministrationHome />;
}

async function open(accounts = ACCOUNTS) {
  const value = { accounts, autoLockMinutes: 10 };
  bench.main.answer(
    'accounts.view',
    ...Array.from({ length: 9 }, () => ({ ok: true, value }) as const),
  );
  setScreen('administration');
  const drawn = render(<Screen />);
  await screen.findByRole('option', { name: /Cleo/ });
  return drawn;
}

async function press(key: string) {
  await act(async () => void fireEvent.keyDown(document.activeElement ?? document.body, { key }));
}

const rows = () => screen.getAllByRole('option').map((row) => row.textContent);

test('the accounts stand with role, state in words, and when somebody last signed on', async () => {
  const { container } = await open();
  expect(screen.getByRole('tab', { name: /Accounts/ }).getAttribute('aria-selected')).toBe('true');
  expect(rows()[1]).toBe('Cleo BrandtClinicianactivenever signed on');
  expect(rows()[2]).toContain('Dana ReyesDispatcher▪ deactivatedsigned on');
  expect((await axe.run(container)).violations).toEqual([]);
});

test('j moves, r gives another role, and the refusal stands beside it', async () => {
  await open();
  await press('j');
  expect(screen.getByRole('option', { selected: true }).textContent).toContain('Cleo');
  await press('r');
  const form = within(screen.getByRole('form', { name: 'Another role' }));
  fireEvent.change(form.getByLabelText('Role'), { target: { value: 'supervisor' } });
  bench.main.refuse('operator.change-role', 'Cleo Brandt still owns incident 4.');
  await act(async () => void fireEvent.submit(form.getByLabelText('Role')));
  expect(form.getByRole('alert').textContent).toContain('still owns incident 4.');
  await act(async () => void fireEvent.submit(form.getByLabelText('Role')));
  expect(bench.main.inputsOf('operator.change-role')).toEqual([
    { operatorId: CLEO.operatorId, role: 'supervisor' },
    { operatorId: CLEO.operatorId, role: 'supervisor' },
  ]);
  expect(screen.queryByRole('form', { name: 'Another role' })).toBeNull();
  expect(deskStore.getState().notice?.text).toBe('Cleo Brandt is supervisor from now on.');
});

test('a new passphrase is typed twice; one that differs does not leave the window', async () => {
  await open();
  await press('j');
  await press('w');
  const form = within(screen.getByRole('form', { name: 'New passphrase' }));
  const type = (label: string, value: string) =>
    fireEvent.change(form.getByLabelText(label), { target: { value } });
  type('New passphrase', 'nine of hearts');
  type('The same passphrase again', 'nine of heart');
  await act(async () => void fireEvent.submit(form.getByLabelText('New passphrase')));
  expect(bench.main.inputsOf('operator.reset-passphrase')).toEqual([]);
  const again = form.getByLabelText('The same passphrase again');
  expect(document.activeElement).toBe(again);
  expect(again.getAttribute('aria-invalid')).toBe('true');
  type('The same passphrase again', 'nine of hearts');
  expect(again.getAttribute('aria-invalid')).toBeNull();
  await act(async () => void fireEvent.submit(form.getByLabelText('New passphrase')));
  expect(bench.main.inputsOf('operator.reset-passphrase')).toEqual([
    { operatorId: CLEO.operatorId, passphrase: 'nine of hearts' },
  ]);
});

test('d deactivates with a reason, or takes up again', async () => {
  await open();
  await press('j');
  await press('d');
  const why = screen.getByLabelText('Why');
  fireEvent.change(why, { target: { value: 'On leave.' } });
  await act(async () => void fireEvent.submit(why));
  expect(bench.main.inputsOf('operator.deactivate')).toEqual([
    { operatorId: CLEO.operatorId, reason: 'On leave.' },
  ]);
  await press('j');
  expect(screen.getByText('Works elsewhere now.')).toBeTruthy();
  await press('d');
  await act(async () => void fireEvent.submit(screen.getByRole('form', { name: 'Take up again' })));
  expect(bench.main.inputsOf('operator.reactivate')).toEqual([{ operatorId: DANA.operatorId }]);
});

test('a supervisor sees the accounts and changes none; anybody else is told whose they are', async () => {
  sitDown(SAM);
  await open();
  for (const key of ['n', 'r', 'w', 'd']) await press(key);
  expect(screen.queryByRole('form')).toBeNull();
  expect(screen.queryByRole('button', { name: /New account|Another role/ })).toBeNull();
  sitDown(DANA);
  setScreen('dispatch');
  await press('g');
  await press('y');
  expect(deskStore.getState().screen).toBe('dispatch');
  expect(deskStore.getState().notice?.text).toContain('supervisors and administrators');
});

test('l sets when consoles lock themselves', async () => {
  await open();
  await press('l');
  const field = screen.getByRole('spinbutton', { name: /lock themselves/ });
  expect(document.activeElement).toBe(field);
  fireEvent.change(field, { target: { value: '5' } });
  await act(async () => void fireEvent.submit(field));
  expect(bench.main.inputsOf('access.set')).toEqual([{ autoLockMinutes: 5 }]);
});

test('who stands outside comes first and is counted, and is let in with u', async () => {
  const { container } = await open([
    line(ADA),
    line(CLEO),
    line(DANA, { state: 'locked-out', lockedOutAt: ago(30) }),
  ]);
  expect(rows()[0]).toContain('Dana Reyes');
  expect(screen.getByText('▲ 1 locked out')).toBeTruthy();
  expect(screen.getByText(/Ask Dana Reyes whether it was them/)).toBeTruthy();
  expect((await axe.run(container)).violations).toEqual([]);
  await press('u');
  expect(bench.main.inputsOf('operator.unlock')).toEqual([{ operatorId: DANA.operatorId }]);
});

test('who was away too long is said to be, and taken up again by an administrator only', async () => {
  const accounts = [line(ADA), line(CLEO, { state: 'away' })];
  const { unmount } = await open(accounts);
  expect(screen.getByText(/nobody signed on as Cleo Brandt for more than 30 days/)).toBeTruthy();
  await press('u');
  expect(bench.main.inputsOf('operator.reactivate')).toEqual([{ operatorId: CLEO.operatorId }]);
  unmount();
  sitDown(SAM);
  await open(accounts);
  expect(screen.getByText(/An administrator takes the account up again/)).toBeTruthy();
  await press('u');
  expect(bench.main.inputsOf('operator.reactivate')).toHaveLength(1);
});

test('f finds somebody by name, role or standing, and Enter goes on to the list', async () => {
  const { container } = await open();
  await press('f');
  const field = screen.getByRole('searchbox', { name: /Find/ });
  expect(document.activeElement).toBe(field);
  const find = (value: string) => fireEvent.change(field, { target: { value } });
  find('clin');
  expect(rows()).toEqual(['Cleo BrandtClinicianactivenever signed on']);
  find('deactivated');
  expect(rows()).toHaveLength(1);
  await press('Enter');
  expect(document.activeElement).toBe(screen.getByRole('listbox'));
  find('nobody like that');
  expect(screen.queryAllByRole('option')).toEqual([]);
  expect(screen.getByText(/Nobody here is like that/)).toBeTruthy();
  expect((await axe.run(container)).violations).toEqual([]);
});

test('the first administrator alone is told what comes next', async () => {
  const value = { accounts: [line(ADA)], autoLockMinutes: 10 };
  bench.main.answer('accounts.view', { ok: true, value });
  setScreen('administration');
  render(<Screen />);
  expect(await screen.findByText('You are the only one so far.')).toBeTruthy();
});

test('what is wrong with a new account has the focus, and goes as it is put right', async () => {
  await open();
  await press('n');
  const form = within(screen.getByRole('form', { name: 'New account' }));
  await act(async () => void fireEvent.submit(form.getByLabelText('Name')));
  expect(document.activeElement).toBe(form.getByLabelText('Name'));
  expect(form.getByText('Give the person a name.')).toBeTruthy();
  fireEvent.change(form.getByLabelText('Name'), { target: { value: 'Hugo Grady' } });
  expect(form.queryByText('Give the person a name.')).toBeNull();
  expect(bench.main.inputsOf('operator.add')).toEqual([]);
});
