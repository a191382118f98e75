import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, expect, test, vi } from 'vitest';
import { runAction } from '#renderer/keys/actions.ts';
import { Combobox } from '#renderer/parts/combobox.tsx';

const CHOICES = [
  { id: 'gage-park', label: 'Gage Park', detail: 'South' },
  { id: 'garfield', label: 'Garfield Park', detail: 'West' },
  { id: 'uptown', label: 'Uptown', detail: 'North' },
];
const chosen = vi.fn();
const onEnter = vi.fn();

afterEach(() => {
  cleanup();
  vi.clearAllMocks();
});

function Area({ start = null }: { readonly start?: string | null }) {
  const [area, setArea] = useState<string | null>(start);
  return (
    <>
      <Combobox
        label="Area"
        none="Area unknown"
        choices={CHOICES}
        value={area}
        onEnter={onEnter}
        onChoose={(id) => {
          chosen(id);
          setArea(id);
        }}
      />
      <button type="button">After</button>
    </>
  );
}

function open(start: string | null = null) {
  render(<Area start={start} />);
  const field = screen.getByRole<HTMLInputElement>('combobox', { name: 'Area' });
  act(() => field.focus());
  return field;
}

const type = (field: Element, text: string) => fireEvent.change(field, { target: { value: text } });
const press = (field: Element, key: string, more = {}) =>
  fireEvent.keyDown(field, { key, ...more });
const leave = () => act(() => screen.getByRole('button', { name: 'After' }).focus());
const options = () => screen.getAllByRole('option').map((each) => each.textContent);
const markedOf = (field: Element) =>
  document.getElementById(field.getAttribute('aria-activedescendant') ?? '')?.textContent;

// First in the file: later tests find the list already there.
test('letters and Enter pick before the list has been loaded', () => {
  const field = open();
  type(field, 'upt');
  press(field, 'Enter');
  expect(chosen.mock.calls).toEqual([['uptown']]);
  expect(field.value).toBe('Uptown');
});

test('typing narrows the list, marks the first and says so; arrows move, Enter picks', async () => {
  const field = open();
  type(field, 'ga');
  await waitFor(() => expect(options()).toEqual(['Gage ParkSouth', 'Garfield ParkWest']));
  expect(screen.getByRole('listbox', { name: 'Area' }).id).toBe(
    field.getAttribute('aria-controls'),
  );
  expect(field.getAttribute('aria-expanded')).toBe('true');
  expect(markedOf(field)).toBe('Gage ParkSouth');
  press(field, 'ArrowDown');
  expect(markedOf(field)).toBe('Garfield ParkWest');
  press(field, 'ArrowDown');
  expect(screen.getByRole('option', { selected: true }).textContent).toBe('Garfield ParkWest');
  press(field, 'Enter');
  expect(chosen.mock.calls).toEqual([['garfield']]);
  expect(onEnter).toHaveBeenCalledOnce();
  expect(screen.queryByRole('listbox')).toBeNull();
  expect(field.getAttribute('aria-expanded')).toBe('false');
});

test('while the list is open nothing else is hidden from a screen reader', () => {
  press(open(), 'ArrowDown');
  expect(screen.getByRole('button', { name: 'After' })).toBeTruthy();
});

test('an option is taken with the pointer and the field keeps the focus', () => {
  const field = open('uptown');
  fireEvent.click(field);
  expect(options()).toHaveLength(3);
  expect(markedOf(field)).toBe('UptownNorth');
  fireEvent.click(screen.getByText('Garfield Park'));
  expect(chosen.mock.calls).toEqual([['garfield']]);
  expect(document.activeElement).toBe(field);
});

test('leaving takes what was typed, clears what was emptied, and otherwise changes nothing', () => {
  const field = open('uptown');
  fireEvent.click(field);
  leave();
  press(field, 'ArrowDown');
  act(() => field.focus());
  leave();
  expect(chosen).not.toHaveBeenCalled();
  act(() => field.focus());
  type(field, 'gage');
  leave();
  act(() => field.focus());
  type(field, '');
  leave();
  expect(chosen.mock.calls).toEqual([['gage-park'], [null]]);
});

test('Enter that moves the focus on takes the choice once', () => {
  onEnter.mockImplementation(() => screen.getByRole('button', { name: 'After' }).focus());
  const field = open();
  type(field, 'upt');
  press(field, 'Enter');
  expect(chosen.mock.calls).toEqual([['uptown']]);
});

test('text that fits nothing leaves the choice as it was', () => {
  const field = open('uptown');
  type(field, 'zzz');
  expect(screen.queryByRole('listbox')).toBeNull();
  press(field, 'Enter');
  expect(chosen).not.toHaveBeenCalled();
  expect(field.value).toBe('Uptown');
});

test('Escape puts the choice back and only then means what it means around the field', () => {
  const field = open('uptown');
  type(field, 'ga');
  act(() => expect(runAction('escape')).toBe(true));
  expect(field.value).toBe('Uptown');
  expect(runAction('escape')).toBe(false);
  // Before anybody is signed on there is no keymap to take it.
  const heard = vi.fn();
  window.addEventListener('keydown', heard);
  type(field, 'ga');
  press(field, 'Escape');
  expect(heard).not.toHaveBeenCalled();
  expect(field.value).toBe('Uptown');
  press(field, 'Escape');
  window.removeEventListener('keydown', heard);
  expect(heard).toHaveBeenCalledOnce();
});

test('keys with Alt, and letters, go on to the window', () => {
  const field = open();
  type(field, 'ga');
  const heard = vi.fn();
  window.addEventListener('keydown', heard);
  press(field, 'p', { altKey: true });
  press(field, 'Enter', { altKey: true });
  press(field, 'g');
  window.removeEventListener('keydown', heard);
  expect(heard).toHaveBeenCalledTimes(3);
  expect(chosen).not.toHaveBeenCalled();
});
