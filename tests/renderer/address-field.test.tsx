import { act, fireEvent, render, screen, within } from '@testing-library/react';
import { useState } from 'react';
import { beforeEach, expect, test, vi } from 'vitest';
import { atTheConsole, type FakeMain } from './sheets-fixtures.ts';
import { settled } from './fake-feed.ts';
import { AddressField } from '#renderer/place/address-field.tsx';
import '#renderer/parts/choice-list.tsx';
import type { AddressSeen } from '#shared/board/place-tables-view.ts';
import { unsure, type PlaceFound } from '#shared/place/place-found.ts';

const bench = atTheConsole();
let main: FakeMain;
const took = { areas: [] as string[], enters: 0 };
beforeEach(() => {
  main = bench.main;
  took.areas = [];
  took.enters = 0;
  vi.useFakeTimers();
});

const IN_UPTOWN: PlaceFound = {
  sure: true,
  areaId: 'uptown',
  areaName: 'Uptown',
  position: null,
  within: null,
  by: 'street-table',
  how: 'The street table puts 1 N EXAMPLE AVE in Uptown.',
};
const NOT_SURE = unsure('1 N EXAMPLE AVE is within 350 ft of a border.', {
  candidates: ['Uptown', 'Lakeview'].map((name) => ({
    areaId: name.toLowerCase(),
    name,
    why: 'near',
  })),
  proposals: [{ address: '1 N EXAMPLE CT', why: 'N EXAMPLE CT runs from 1 to 99.' }],
});

const NOTHING = unsure('“N EXAM” is not in the street table.');

function Shown({ area }: { readonly area: string | null }) {
  const [text, setText] = useState('');
  return (
    <AddressField
      value={text}
      areaId={area}
      onText={setText}
      onArea={(areaId) => took.areas.push(areaId)}
      onEnter={() => (took.enters += 1)}
    />
  );
}

const field = () => screen.getByRole('combobox', { name: 'Location' }) as HTMLInputElement;

async function typed(text: string, seen: Partial<AddressSeen>, area: string | null = null) {
  const value: AddressSeen = { found: IN_UPTOWN, suggestions: [], ...seen };
  main.answer('place.look-up', { ok: true, value }, { ok: true, value });
  if (screen.queryByRole('combobox') === null) render(<Shown area={area} />);
  act(() => field().focus());
  fireEvent.change(field(), { target: { value: text } });
  await act(() => vi.advanceTimersByTimeAsync(200));
  await settled();
}

test('says which area it is and how that is known, once somebody stops typing', async () => {
  await typed('1 N Example', {});
  expect(main.inputsOf('place.look-up')).toEqual([{ address: '1 N Example' }]);
  expect(screen.getByRole('status').textContent).toBe(
    'Uptown. The street table puts 1 N EXAMPLE AVE in Uptown.',
  );
});

test('asks when it is not sure, and a key or a button says which', async () => {
  await typed('1 N Example', { found: NOT_SURE });
  expect(screen.getByRole('status').textContent).toMatch(/^Not sure: Uptown or Lakeview\?/);
  expect(took.areas).toEqual([]);
  fireEvent.keyDown(field(), { key: 'ArrowDown' });
  const group = within(screen.getByRole('group', { name: 'Which area is it?' }));
  expect(document.activeElement).toBe(group.getByRole('button', { name: /Uptown/ }));
  fireEvent.click(group.getByRole('button', { name: /Lakeview/ }));
  expect(took.areas).toEqual(['lakeview']);
  expect(document.activeElement).toBe(field());
});

test('a street spelled otherwise is proposed and never put in by itself', async () => {
  await typed('1 N Exampel', { found: { ...NOT_SURE, candidates: [] } });
  expect(field().value).toBe('1 N Exampel');
  const group = within(screen.getByRole('group', { name: 'Is it one of these?' }));
  fireEvent.click(group.getByRole('button', { name: '1 N EXAMPLE CT' }));
  expect(field().value).toBe('1 N EXAMPLE CT');
  expect(document.activeElement).toBe(field());
});

test('another area than the one that is set is said, and taken only by a person', async () => {
  await typed('1 N Example', {}, 'lakeview');
  expect(screen.getByRole('status').textContent).toMatch(/^Uptown, and another area is set/);
  fireEvent.click(screen.getByRole('button', { name: 'Take Uptown' }));
  expect(took.areas).toEqual(['uptown']);
});

test('with an area set nothing is asked any more', async () => {
  await typed('1 N Example', { found: NOT_SURE }, 'lakeview');
  expect(screen.queryByRole('status')).toBeNull();
});

test('arrows walk through what is offered, Enter takes it, and Enter without one goes on', async () => {
  const suggestions = [
    { address: '1 N EXAMPLE AVE', detail: '1 to 99' },
    { address: '1 N EXAMPLE CT', detail: '1 to 9' },
  ];
  await typed('1 N Exam', { found: NOTHING, suggestions });
  expect(screen.getAllByRole('option').map((option) => option.textContent)).toEqual([
    '1 N EXAMPLE AVE1 to 99',
    '1 N EXAMPLE CT1 to 9',
  ]);
  fireEvent.keyDown(field(), { key: 'Enter' });
  expect([took.enters, field().value]).toEqual([1, '1 N Exam']);
  fireEvent.keyDown(field(), { key: 'ArrowDown' });
  fireEvent.keyDown(field(), { key: 'ArrowDown' });
  fireEvent.keyDown(field(), { key: 'Enter' });
  expect([took.enters, field().value]).toEqual([1, '1 N EXAMPLE CT']);
  expect(screen.queryByRole('listbox')).toBeNull();
});

test('a list never covers what is known or asked', async () => {
  const suggestions = [{ address: '1 N EXAMPLE AVE', detail: '1 to 99' }];
  await typed('1 N Example', { suggestions });
  expect(screen.queryByRole('listbox')).toBeNull();
  expect(screen.getByRole('status').textContent).toMatch(/^Uptown/);
});

test('a desk that cannot tell stops nobody', async () => {
  main.refuse('place.look-up', 'No.');
  render(<Shown area={null} />);
  fireEvent.change(field(), { target: { value: '1 N Example' } });
  await act(() => vi.advanceTimersByTimeAsync(200));
  expect(screen.queryByRole('status')).toBeNull();
  fireEvent.keyDown(field(), { key: 'Enter' });
  expect(took.enters).toBe(1);
});
