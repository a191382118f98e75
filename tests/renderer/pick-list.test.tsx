import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, expect, test, vi } from 'vitest';
import { PickList, type Pick } from '#renderer/sheets/pick-list.tsx';

const PICKS: readonly Pick[] = [
  { id: 'incident 12', title: 'Incident 12', detail: 'Kedzie', section: 'Incidents' },
  ...Array.from({ length: 14 }, (_, at) => ({
    id: `unit M${at + 1}`,
    title: `M${at + 1}`,
    section: 'Units',
  })),
];
const onPick = vi.fn();
const onMove = vi.fn();

afterEach(() => {
  cleanup();
  vi.clearAllMocks();
});

function Find({ picks = PICKS }: { readonly picks?: readonly Pick[] }) {
  const [text, setText] = useState('');
  return (
    <PickList
      label="Find anything"
      picks={picks.filter(({ title }) => title.toLowerCase().includes(text))}
      text={text}
      onText={setText}
      onPick={({ id }) => onPick(id)}
      onMove={({ id }) => onMove(id)}
      empty="Nothing."
    />
  );
}

const field = () => screen.getByRole('combobox', { name: 'Find anything' });
const press = (...keys: readonly string[]) => {
  for (const key of keys) fireEvent.keyDown(field(), { key });
};
const active = () =>
  document.getElementById(field().getAttribute('aria-activedescendant') ?? '')?.textContent;

test('the first is marked from the start; arrows and pages move within the list', () => {
  render(<Find />);
  expect(active()).toBe('Incident 12Kedzie');
  press('ArrowUp');
  press('ArrowDown', 'ArrowDown');
  expect(active()).toBe('M2');
  press('PageDown');
  expect(active()).toBe('M12');
  press('PageDown');
  expect(active()).toBe('M14');
  press('PageUp', 'PageUp');
  expect(active()).toBe('Incident 12Kedzie');
  expect(onMove).toHaveBeenLastCalledWith('incident 12');
});

test('Enter takes the marked one, but not again while it is held', () => {
  render(<Find />);
  press('ArrowDown', 'Enter');
  fireEvent.keyDown(field(), { key: 'Enter', repeat: true });
  expect(onPick.mock.calls).toEqual([['unit M1']]);
});

test('typing marks the first of what is left, a pick by pointer leaves the field alone', () => {
  render(<Find />);
  press('ArrowDown', 'ArrowDown');
  fireEvent.change(field(), { target: { value: 'm1' } });
  expect(active()).toBe('M1');
  fireEvent.click(screen.getByText('M14'));
  expect(onPick.mock.calls).toEqual([['unit M14']]);
});

test('a new first one is marked while nobody has moved, and stays marked once somebody has', () => {
  const { rerender } = render(<Find />);
  const first = { id: 'call 1', title: 'Call 1', section: 'Calls' };
  rerender(<Find picks={[first, ...PICKS]} />);
  expect(active()).toBe('Call 1');
  press('ArrowDown');
  rerender(<Find />);
  expect(active()).toBe('Incident 12Kedzie');
});

test('neighbors of one section stand in a group named by its heading', () => {
  render(<Find />);
  expect(screen.getAllByRole('group')).toHaveLength(2);
  const units = screen.getByRole('group', { name: 'Units' });
  expect(within(units).getAllByRole('option')).toHaveLength(14);
});

test('an empty list says why', () => {
  render(<Find />);
  fireEvent.change(field(), { target: { value: 'zzz' } });
  expect(screen.queryAllByRole('option')).toEqual([]);
  expect(screen.getByRole('status').textContent).toBe('Nothing.');
  press('ArrowDown', 'Enter');
  expect(onPick).not.toHaveBeenCalled();
});
