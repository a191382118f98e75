import { act, fireEvent, render, screen } from '@testing-library/react';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { deskStore, setPane, setScreen } from '#renderer/desk/desk-store.ts';
import { useActions, type Action } from '#renderer/keys/actions.ts';
import { PLACES, type Place } from '#renderer/keys/key-binding.ts';
import { KEYMAP } from '#renderer/keys/keymap.ts';
import { bindingFor, bindingsIn } from '#renderer/keys/places.ts';
import { strokeOf, type KeyPress } from '#renderer/keys/stroke.ts';
import { useKeymap } from '#renderer/keys/use-keymap.ts';
import { atTheConsole } from './sheets-fixtures.ts';

atTheConsole();

test.each(PLACES)('no two actions share a key in %s, and none hides behind a sequence', (place) => {
  const keys = bindingsIn(place).flatMap((binding) => binding.keys);
  expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
  const begun = keys.filter((key) => key.includes(' ')).map((key) => key.split(' ')[0]);
  expect(begun.filter((key) => keys.includes(key ?? ''))).toEqual([]);
});

/** The keys the design names, and where each one has to work. */
const NAMED: readonly (readonly [keys: string, id: string, places: readonly Place[]])[] = [
  ['n', 'new-call', ['queue', 'incident', 'teams', 'outcomes']],
  ['j', 'queue.next', ['queue', 'incident', 'facts']],
  ['k', 'queue.previous', ['queue', 'incident', 'facts']],
  ['Enter', 'queue.open', ['queue']],
  ['Enter', 'accept', ['incident', 'facts']],
  ['o', 'override', ['queue', 'incident', 'facts', 'teams']],
  ['p', 'upgrade', PLACES],
  ['a', 'assign', ['queue', 'incident', 'facts', 'teams']],
  ['s', 'status', ['queue', 'incident', 'facts', 'teams']],
  ['h', 'hold', ['queue', 'incident', 'facts', 'teams']],
  ['t', 'transfer', ['queue', 'incident', 'facts', 'teams', 'clinician']],
  ['m', 'note', ['queue', 'incident', 'facts', 'teams', 'clinician']],
  ['d', 'disposition', ['queue', 'incident', 'facts', 'teams']],
  ['/', 'command', ['queue', 'incident', 'facts', 'teams', 'clinician', 'outcomes']],
  ['g q', 'go.queue', ['queue', 'facts', 'teams', 'clinician', 'outcomes']],
  ['g b', 'go.board', ['queue', 'facts', 'teams', 'clinician', 'outcomes']],
  ['g i', 'go.incident', ['queue', 'facts', 'teams', 'clinician', 'outcomes']],
  ['g c', 'go.clinician', ['queue', 'facts', 'teams', 'clinician', 'outcomes']],
  ['g o', 'go.outcomes', ['queue', 'facts', 'teams', 'clinician', 'outcomes']],
  ['Ctrl+L', 'veil', PLACES.filter((place) => place !== 'lock')],
  ['Ctrl+Shift+L', 'lock', PLACES.filter((place) => place !== 'lock')],
  ['Ctrl+Shift+U', 'switch-person', PLACES],
  ['Ctrl+K', 'find', ['queue', 'incident', 'facts', 'teams', 'clinician', 'outcomes', 'sheet']],
  ['?', 'keys', ['queue', 'incident', 'facts', 'teams', 'clinician', 'outcomes', 'sheet']],
  ['y', 'facts.yes', ['facts']],
  ['n', 'facts.no', ['facts']],
  ['u', 'facts.unknown', ['facts']],
  ['1', 'facts.jump-1', ['incident', 'facts']],
  ['9', 'facts.jump-9', ['incident', 'facts']],
  ['w', 'facts.said-by', ['incident', 'facts']],
  ['Shift+N', 'facts.none', ['incident', 'facts']],
  ['x', 'facts.new-caller', ['incident', 'facts']],
  ['l', 'place', ['incident', 'facts']],
  ['c', 'call-type', ['incident', 'facts']],
  ['Escape', 'escape', PLACES],
];

test.each(NAMED)('%s is %s wherever the design wants it', (keys, id, places) => {
  for (const place of places) expect([place, bindingFor(place, keys)?.id]).toEqual([place, id]);
});

test('every key says what it does', () => {
  for (const { id, label } of KEYMAP) expect([id, label.trim().length > 3]).toEqual([id, true]);
});

function key(more: Partial<KeyPress>): KeyPress {
  const none = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };
  return { key: '', code: '', ...none, ...more };
}

test.each([
  [key({ key: 'p', code: 'KeyP' }), 'p', false],
  [key({ key: 'P', code: 'KeyP' }), 'p', false],
  [key({ key: 'N', code: 'KeyN', shiftKey: true }), 'Shift+N', false],
  [key({ key: 'l', code: 'KeyL', ctrlKey: true }), 'Ctrl+L', false],
  [key({ key: 'k', code: 'KeyK', metaKey: true }), 'Ctrl+K', false],
  [key({ key: '?', code: 'Slash', shiftKey: true }), '?', false],
  [key({ key: 'π', code: 'KeyP', altKey: true }), 'p', true],
  [key({ key: 'з', code: 'KeyP' }), 'p', false],
  [key({ key: 'Escape', code: 'Escape' }), 'Escape', false],
  [key({ key: 'Tab', code: 'Tab', shiftKey: true }), 'Shift+Tab', false],
])('a press of %o reads as %s', (press, name, alt) => {
  expect(strokeOf(press)).toEqual({ key: name, alt });
});

test('a modifier alone is no stroke', () => {
  expect(strokeOf(key({ key: 'Shift' }))).toBeNull();
});

describe('in the window', () => {
  const ran: string[] = [];
  const IDS = [
    ...new Set(KEYMAP.map(({ id }) => id)),
    'upgrade.both',
    'upgrade.ems',
    'upgrade.police',
  ];

  function Keys() {
    useKeymap();
    const note = (id: string): Action => {
      if (id === 'upgrade') return () => deskStore.setState({ armed: 'upgrade' });
      return () => void ran.push(id);
    };
    useActions(Object.fromEntries(IDS.map((id) => [id, note(id)])));
    return (
      <>
        <div data-place="facts">
          <button>a question</button>
        </div>
        <div data-pane="incident" data-place="incident">
          <input aria-label="a text" />
          <button>a button</button>
        </div>
        <div data-place="sheet">
          <button>a sheet</button>
        </div>
      </>
    );
  }

  beforeEach(() => {
    ran.length = 0;
    render(<Keys />);
  });

  function press(keys: string, on: Element = document.body, more: KeyboardEventInit = {}) {
    for (const each of keys.split(' ')) {
      const code = /^[a-z]$/i.test(each) ? `Key${each.toUpperCase()}` : each;
      act(() => void fireEvent.keyDown(on, { key: each, code, ...more }));
    }
  }
  const text = () => screen.getByLabelText('a text');
  const armed = () => deskStore.getState().armed;

  test('without focus the pane last used decides', () => {
    press('Enter');
    act(() => setPane('incident'));
    press('Enter');
    expect(ran).toEqual(['queue.open', 'accept']);
  });

  test('in a text field letters type, and Alt with the letter acts', () => {
    press('a', text());
    expect(ran).toEqual([]);
    press('a', text(), { altKey: true });
    expect(ran).toEqual(['assign']);
  });

  test('n answers a question, but Alt+N makes a call, also there', () => {
    const question = screen.getByText('a question');
    press('n', question);
    press('n', question, { altKey: true });
    expect(ran).toEqual(['facts.no', 'new-call']);
  });

  test('two keys make a sequence, unless too much time is between them', () => {
    press('g b');
    vi.useFakeTimers();
    press('g');
    vi.advanceTimersByTime(5000);
    fireEvent.keyDown(document.body, { key: 'q', code: 'KeyQ', timeStamp: 1e9 });
    expect(ran).toEqual(['go.board']);
  });

  test('Enter on a button presses the button', () => {
    press('Enter', screen.getByText('a button'));
    expect(ran).toEqual([]);
  });

  test('a held key moves on, but never answers again and again', () => {
    press('j', document.body, { repeat: true });
    press('y', screen.getByText('a question'), { repeat: true });
    expect(ran).toEqual(['queue.next']);
  });

  test.each(['p', 'e', 'l'] as const)('police/EMS now takes two strokes: p then %s', (second) => {
    press('p');
    expect(ran).toEqual([]);
    expect(armed()).toBe('upgrade');
    press(second);
    const sent = { p: 'upgrade.both', e: 'upgrade.ems', l: 'upgrade.police' }[second];
    expect(ran).toEqual([sent]);
  });

  test.each([
    ['a text field, with Alt', () => text(), { altKey: true }],
    ['a sheet', () => screen.getByText('a sheet'), {}],
    ['a question', () => screen.getByText('a question'), {}],
  ])('it works in %s', (_where, on, more) => {
    press('p', on(), more);
    press('p', on(), more);
    expect(ran).toEqual(['upgrade.both']);
  });

  test.each(['clinician', 'outcomes'] as const)('it works on the %s screen', (where) => {
    act(() => setScreen(where));
    press('p p');
    expect(ran).toEqual(['upgrade.both']);
  });

  test('it works under the veil', () => {
    act(() => deskStore.setState({ veiled: true }));
    press('p p');
    press('j');
    expect(ran).toEqual(['upgrade.both']);
  });

  test('one long press arms and never sends', () => {
    press('p');
    press('p', document.body, { repeat: true });
    press('p', document.body, { repeat: true });
    expect(ran).toEqual([]);
    expect(armed()).toBe('upgrade');
  });

  test('typing on after Alt+P sends nothing and stands it down', () => {
    press('p', text(), { altKey: true });
    press('p', text());
    expect(ran).toEqual([]);
    expect(armed()).toBeNull();
  });

  test('moving keeps it armed, so that the right call can be chosen; anything else stands it down', () => {
    press('p j');
    expect(armed()).toBe('upgrade');
    press('o');
    expect(armed()).toBeNull();
    expect(ran).toEqual(['queue.next', 'override']);
  });
});
