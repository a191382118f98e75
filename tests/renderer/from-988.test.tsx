import { act, fireEvent, render, screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { ago, atTheConsole, I12, view } from './sheets-fixtures.ts';
import { deskStore } from '#renderer/desk/desk-store.ts';
import { From988Card } from '#renderer/incident/from-988-card.tsx';
import { NewCallSheet } from '#renderer/incident/new-call-sheet.tsx';
import { From988Sheet } from '#renderer/transfer/from-988-sheet.tsx';

const bench = atTheConsole();

const packet = {
  counselor: 'Robin',
  counselorCallback: '800-555-0188',
  caller: 'Ana',
  ipAddress: '',
  subject: 'her brother',
  means: 'Pills at hand',
  weapons: '',
  onScene: 'Alone',
  done: '',
  consent: 'emergency',
} as const;

test('the new-call sheet leads to the form of 988', () => {
  render(<NewCallSheet />);
  fireEvent.click(screen.getByRole('button', { name: /988 hands somebody over/ }));
  expect(deskStore.getState().sheet).toBe('from-988');
});

test('what the counselor says is sent as it was typed, and only what they say is so is answered', async () => {
  render(<From988Sheet />);
  const type = (label: string, value: string) =>
    fireEvent.change(screen.getByLabelText(label), { target: { value } });
  type('Counselor', 'Robin');
  type('Location of the person', '4500 N Broadway');
  type('What is happening, in their words', 'She cannot go on.');
  type('Method and means', 'Pills');
  const so = within(screen.getByRole('group', { name: 'The counselor says it is so' }));
  fireEvent.click(so.getAllByRole('checkbox')[0]!);
  fireEvent.click(screen.getByLabelText('The person agreed'));
  const first = screen.getByLabelText('Counselor');
  act(() => first.focus());
  fireEvent.keyDown(first, { key: 'Enter' });
  expect(document.activeElement, 'half a form is not sent').toBe(
    screen.getByLabelText('Callback of the counselor'),
  );
  bench.main.refuse('call.receive-from-988', 'The desk is busy. Nothing was written.');
  const form = screen.getByLabelText('Counselor').closest('form')!;
  await act(async () => void fireEvent.submit(form));
  expect(screen.getByText(/The desk is busy/)).toBeTruthy();
  await act(async () => void fireEvent.submit(form));
  const [, sent] = bench.main.inputsOf('call.receive-from-988');
  expect(sent).toMatchObject({
    ani: null,
    address: '4500 N Broadway',
    words: 'She cannot go on.',
    packet: { counselor: 'Robin', means: 'Pills', weapons: '', consent: 'given' },
  });
  expect((sent as { yes: string[] }).yes).toHaveLength(1);
  expect(deskStore.getState().sheet).toBeNull();
});

test('the incident shows what to read back, and what was not said', () => {
  render(<From988Card view={view({ phase: 'intake' })} from988={{ packet, told: [] }} />);
  const card = within(screen.getByRole('region', { name: 'From 988' }));
  expect(card.getByText('Robin, 800-555-0188')).toBeTruthy();
  expect(card.getByText('Ana, about her brother')).toBeTruthy();
  expect(card.getByText('Not said, ask: written from, weapons, done.')).toBeTruthy();
});

test('988 is told how it went, by name, and then nobody is asked to tell them again', async () => {
  const told = [{ whom: 'Robin', said: 'A team is with her.', at: ago(5), by: 'Dana Reyes' }];
  const { rerender } = render(<From988Card view={view()} from988={{ packet, told: [] }} />);
  fireEvent.click(screen.getByRole('button', { name: '988 was told how it went' }));
  expect(screen.getByLabelText<HTMLInputElement>('Who was told').value).toBe('Robin');
  const said = screen.getByLabelText(/What they were told/);
  fireEvent.change(said, { target: { value: 'A team is with her.' } });
  await act(async () => void fireEvent.submit(said));
  expect(bench.main.inputsOf('incident.tell-988')).toEqual([
    { incidentId: I12, whom: 'Robin', said: 'A team is with her.' },
  ]);
  rerender(<From988Card view={view()} from988={{ packet, told }} />);
  expect(screen.getByText(/988 was told/).textContent).toContain('A team is with her.');
  expect(screen.queryByRole('button')).toBeNull();
});
