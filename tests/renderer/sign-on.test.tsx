import { act, fireEvent, render, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { SignOn } from '#renderer/sign-on/sign-on.tsx';
import { atTheConsole, CLEO, DANA, OPERATORS, sitDown } from './sheets-fixtures.ts';

const bench = atTheConsole(null);

async function press(target: Element | Window, key: string) {
  await act(async () => void fireEvent.keyDown(target, { key }));
}

test('type-ahead finds a name by letters or role, and whoever begins with them stands first', () => {
  render(<SignOn />);
  const field = screen.getByRole('combobox', { name: 'Who are you?' });
  expect(document.activeElement).toBe(field);
  fireEvent.change(field, { target: { value: 'cl' } });
  expect(screen.getAllByRole('option').map((each) => each.textContent)).toEqual([
    'Cleo BrandtClinician',
    'Imani OkaforClinician',
  ]);
  fireEvent.change(field, { target: { value: 'clinician ima' } });
  expect(screen.getAllByRole('option').map((each) => each.textContent)).toEqual([
    'Imani OkaforClinician',
  ]);
});

test('arrows move, Enter goes to the passphrase, Enter signs on', async () => {
  render(<SignOn />);
  const field = screen.getByRole('combobox');
  await press(field, 'ArrowDown');
  await press(field, 'Enter');
  expect(screen.getByRole('heading', { level: 2 }).textContent).toContain('Cleo Brandt');
  const secret = screen.getByLabelText('Passphrase');
  expect(document.activeElement).toBe(secret);
  fireEvent.change(secret, { target: { value: 'open sesame' } });
  await act(async () => void fireEvent.submit(secret));
  expect(bench.main.inputsOf('operator.sign-on')).toEqual([
    { operatorId: CLEO.operatorId, passphrase: 'open sesame' },
  ]);
  expect(bench.main.inputsOf('desk.hello')).toHaveLength(1);
});

test('a wrong passphrase says so, keeps the name and has the focus again', async () => {
  render(<SignOn />);
  await press(screen.getByRole('combobox'), 'Enter');
  const secret = screen.getByLabelText<HTMLInputElement>('Passphrase');
  fireEvent.change(secret, { target: { value: 'wrong' } });
  bench.main.refuse('operator.sign-on', 'That is not the passphrase of Dana Reyes.');
  await act(async () => void fireEvent.submit(secret));
  expect(screen.getByRole('alert').textContent).toBe('That is not the passphrase of Dana Reyes.');
  expect(screen.getByRole('heading', { level: 2 }).textContent).toContain('Dana Reyes');
  expect(secret.value).toBe('');
  expect(document.activeElement).toBe(secret);
  await press(secret, 'Escape');
  expect(screen.getByRole('combobox')).toBeTruthy();
});

test('an account that is not active cannot be chosen', () => {
  act(() => sitDown(null, { operators: [DANA, { ...CLEO, active: false }] }));
  render(<SignOn />);
  expect(screen.getAllByRole('option')).toHaveLength(1);
});

test('training takes one key and no passphrase', async () => {
  act(() => sitDown(null, { mode: 'training', passphrases: false }));
  render(<SignOn />);
  expect(screen.getByText(/nothing here is a real call/)).toBeTruthy();
  expect(screen.queryByLabelText('Passphrase')).toBeNull();
  const names = screen.getAllByRole('button').map((each) => each.textContent);
  expect(names).toEqual(
    OPERATORS.map(({ name }, at) => expect.stringContaining(`${at + 1}${name}`)),
  );
  await press(window, '2');
  expect(bench.main.inputsOf('operator.sign-on')).toEqual([
    { operatorId: CLEO.operatorId, passphrase: '' },
  ]);
});

test('in training the arrows walk through the names', async () => {
  act(() => sitDown(null, { mode: 'training', passphrases: false }));
  render(<SignOn />);
  await press(window, 'ArrowDown');
  expect(document.activeElement?.textContent).toContain('Cleo Brandt');
  await press(window, 'ArrowUp');
  await press(window, 'ArrowUp');
  expect(document.activeElement?.textContent).toContain('Dana Reyes');
});
