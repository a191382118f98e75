import { act, fireEvent, render, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { ago, atTheConsole, I12, inFocus, NO_TRANSFERS, view } from './sheets-fixtures.ts';
import { DialSheet } from '#renderer/transfer/dial-sheet.tsx';

const bench = atTheConsole();

test('a number is dialed, and what came of it is written down with a name or without', async () => {
  const dialed = [
    {
      seq: 3,
      at: ago(60),
      by: 'Cleo Brandt',
      number: '988',
      result: 'answered',
      answeredBy: 'Kim',
    },
  ] as const;
  render(<DialSheet />);
  inFocus(view({ transfers: { ...NO_TRANSFERS, dialed } }));
  const number = screen.getByLabelText<HTMLInputElement>('Number');
  expect(number.value, 'the callback is the likeliest').toBe('312-555-0100');
  expect(screen.getByRole('list', { name: 'Numbers dialed' }).textContent).toContain(
    'Kim answered',
  );
  bench.main.refuse('phone.dial', 'This computer has no phone program. Dial it by hand.');
  const press = (key: string) =>
    act(async () => void fireEvent.keyDown(screen.getByRole('button', { name: /Busy/ }), { key }));
  await press('1');
  expect(screen.getByText(/Dial it by hand/)).toBeTruthy();
  await press('2');
  const who = screen.getByLabelText<HTMLInputElement>('Who answered, by name');
  fireEvent.change(who, { target: { value: 'A neighbor' } });
  await act(async () => void fireEvent.submit(who));
  const on = { incidentId: I12, number: '312-555-0100' };
  expect(bench.main.inputsOf('phone.log-dial')).toEqual([
    { ...on, result: 'no-answer', answeredBy: null },
    { ...on, result: 'answered', answeredBy: 'A neighbor' },
  ]);
  expect(who.value).toBe('');
});

test('without an incident there is nothing to dial for', () => {
  render(<DialSheet />);
  expect(screen.queryByLabelText('Number')).toBeNull();
});
