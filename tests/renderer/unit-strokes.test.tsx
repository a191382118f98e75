import { act, fireEvent, render, screen, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import {
  candidate,
  atTheConsole,
  I12,
  inFocus,
  row,
  SAM,
  showBoard,
  unit,
  view,
} from './sheets-fixtures.ts';
import type { UnitRow } from '#shared/board/board-rows.ts';
import type { IncidentView, SendCandidate } from '#shared/board/incident-view.ts';
import type { Topic } from '#shared/contract/console-contract.ts';
import { UNIT_STATUS, UNIT_STATUSES } from '#shared/unit/unit-status.ts';
import { deskStore, selectUnit, setPane, type Pane } from '#renderer/desk/desk-store.ts';
import { KEYMAP } from '#renderer/keys/keymap.ts';
import { useKeymap } from '#renderer/keys/use-keymap.ts';
import { useDispatchKeys, useWindowKeys } from '#renderer/keys/window-keys.ts';
import { ActiveSheet } from '#renderer/sheets/active-sheet.tsx';
import { CREW_KEYS, statusKey, UNIT_SHEET_KEYS } from '#renderer/sheets/unit-sheet-keys.ts';
import { TeamsPane } from '#renderer/units/teams-pane.tsx';

// A supervisor: dispatches, and keeps the roster as well.
const bench = atTheConsole(SAM);
const MOST = 3;
/** What is typed as words is no stroke: it says why, and has to be said. */
const WORDS = 'words';
type Path = readonly string[];

/** The first key of an action where it works. */
function key(id: string, place: Pane = 'teams'): string {
  const found = KEYMAP.find((each) => each.id === id && each.places.includes(place));
  if (found === undefined) throw new Error(`No key does ${id} in the ${place} pane.`);
  return found.keys[0]!;
}

function Desk() {
  useKeymap();
  useWindowKeys();
  useDispatchKeys();
  return (
    <>
      <TeamsPane />
      <ActiveSheet />
    </>
  );
}

const BUSY: Partial<SendCandidate> = {
  recommended: false,
  shortfalls: [{ kind: 'busy', text: 'On its way to 9' }],
  onOther: { number: 9, level: 'L1', barred: null, reassignable: false },
};

/** M2 is selected on the board, or its incident in the queue with M2 on it. */
function selected(pane: Pane, m2: Partial<UnitRow> = {}, incident: Partial<IncidentView> = {}) {
  showBoard([unit('M1'), unit('M2', m2)], [row(12)]);
  inFocus(view({ candidates: [candidate('M2')], ...incident }));
  act(() => {
    selectUnit(pane === 'teams' ? 'M2' : null);
    setPane(pane);
  });
  render(<Desk />);
}

async function press(stroke: string): Promise<void> {
  const on = document.activeElement ?? document.body;
  if (stroke === WORDS) return void fireEvent.change(on, { target: { value: 'Because.' } });
  if (stroke === 'Enter' && on.closest('form') !== null && on.getAttribute('role') !== 'combobox')
    return act(async () => void fireEvent.submit(on));
  const [name = '', ...modifiers] = stroke.split('+').toReversed();
  const pressed = {
    key: name,
    code: `Key${name.toUpperCase()}`,
    shiftKey: modifiers.includes('Shift'),
    altKey: modifiers.includes('Alt'),
    ctrlKey: modifiers.includes('Ctrl'),
  };
  await act(async () => void fireEvent.keyDown(on, pressed));
}

/** Presses the path, and holds that it gave the command with no more strokes than it may. */
async function gives(topic: Topic, path: Path, input: object = {}): Promise<void> {
  const strokes = path.filter((each) => each !== WORDS);
  expect(strokes.length, `${topic}: ${strokes.join(', ')}`).toBeLessThanOrEqual(MOST);
  for (const stroke of path) await press(stroke);
  expect(bench.main.inputsOf(topic), `${topic} by ${strokes.join(', ')}`).toMatchObject([input]);
}

const changes = UNIT_STATUSES.flatMap((from) =>
  UNIT_STATUS[from].next
    .filter((to) => to !== 'assigned')
    .map((to, at) => [from, to, statusKey(to, at)] as const),
);
const M2 = { unitId: 'M2' };
const out = { incidentId: I12, incidentNumber: 12 };

describe('a unit selected on the board', () => {
  test.each(changes)('%s becomes %s', async (from, to, letter) => {
    selected('teams', { status: from, ...(UNIT_STATUS[from].onIncident ? out : {}) });
    await gives('unit.set-status', [key('status'), letter], { ...M2, status: to });
  });

  test.each(UNIT_STATUSES.filter((status) => status !== 'on-scene'))(
    'a wrong status is put right: %s',
    async (status) => {
      selected('teams', { status: 'on-scene', ...out });
      const path = [key('status.correct'), UNIT_STATUS[status].key, WORDS, 'Enter'];
      await gives('unit.correct-status', path, { ...M2, status });
    },
  );

  const all: readonly (readonly [Topic, Path, Partial<UnitRow>?, Partial<SendCandidate>?])[] = [
    [
      'unit.stand-down',
      [key('status'), UNIT_SHEET_KEYS.standDown, 'Enter'],
      { status: 'en-route' },
    ],
    [
      'unit.unstack',
      [key('status'), UNIT_SHEET_KEYS.takeOff, WORDS, 'Enter'],
      { status: 'on-scene', nextNumber: 31 },
    ],
    ['unit.check-in', [key('check-in')], { status: 'on-scene' }],
    ['unit.ask-back-up', [key('back-up')], { status: 'on-scene' }],
    ['unit.duress', [key('duress')], { status: 'on-scene' }],
    ['unit.set-duty', [key('status'), CREW_KEYS[0]!]],
    ['unit.set-duty', [key('status'), CREW_KEYS[1]!]],
    ['act.last', [key('undo')]],
    ['incident.assign-unit', [key('assign'), 'Enter']],
    ['incident.stack-unit', [key('assign'), 'Enter', WORDS, 'Enter'], { status: 'en-route' }, BUSY],
    [
      'incident.pre-empt-unit',
      [key('assign'), 'Enter', WORDS, 'Alt+t'],
      { status: 'en-route' },
      BUSY,
    ],
    [
      'incident.reassign-unit',
      [key('assign'), 'Enter', WORDS, 'Alt+t'],
      { status: 'en-route' },
      { ...BUSY, onOther: { number: 9, level: 'L2', barred: 'Not higher.', reassignable: true } },
    ],
  ];
  const acts = all.map(([topic, path, m2, sent]) => ({ topic, path, m2, sent }));
  test.each(acts)('$topic', async ({ topic, path, m2, sent }) => {
    selected('teams', m2, { candidates: [candidate('M2', sent)] });
    await gives(topic, path, topic === 'act.last' ? {} : M2);
  });

  test('a caution is read with one stroke, and recorded from one', async () => {
    selected('teams');
    await press(key('caution'));
    expect(deskStore.getState().sheet).toBe('caution');
    expect(key('caution.acknowledge')).toBe('Shift+A');
  });
});

describe('an incident selected in the queue', () => {
  const on = {
    units: [{ unitId: 'M2', status: 'on-scene', assignedAt: '', releasedAt: null }],
  } as const;
  const there = { status: 'on-scene', ...out } as const;

  test.each(UNIT_STATUS['on-scene'].next.map((to, at) => [to, statusKey(to, at)] as const))(
    'the unit on it becomes %s',
    async (status, letter) => {
      selected('queue', there, on);
      await gives('unit.set-status', [key('status', 'queue'), letter], { ...M2, status });
    },
  );

  test.each([
    ['unit.check-in', UNIT_SHEET_KEYS.checkIn],
    ['unit.ask-back-up', UNIT_SHEET_KEYS.backUp],
    ['unit.duress', UNIT_SHEET_KEYS.duress],
  ] as const)('%s of the unit on it', async (topic, letter) => {
    selected('queue', there, on);
    await gives(topic, [key('status', 'queue'), letter], M2);
  });

  test('the best unit is sent', async () => {
    selected('queue');
    await gives('incident.assign-unit', [key('assign', 'queue'), 'Enter'], M2);
  });

  test('with two units on it one chooses, and the ones on it stand first', async () => {
    const two = [...on.units, { ...on.units[0], unitId: 'M1' }];
    selected('queue', there, { units: two });
    const path = [key('status', 'queue'), 'Enter', UNIT_STATUS.clearing.key];
    await gives('unit.set-status', path, { ...M2, status: 'clearing' });
  });
});

test.each(UNIT_STATUSES)('the buttons of a unit that is %s are the table', async (status) => {
  selected('teams', { status });
  await press(key('status'));
  const list = within(screen.getByRole('list', { name: 'It becomes' }));
  const next = UNIT_STATUS[status].next;
  const shown = list.getAllByRole('button').map((button) => ({
    key: button.getAttribute('aria-keyshortcuts'),
    says: button.textContent,
  }));
  // Assigned stands last: it leads to the choice of an incident.
  const inOrder = [
    ...next.filter((to) => to !== 'assigned'),
    ...next.filter((to) => to === 'assigned'),
  ];
  expect(shown.map(({ key: letter }) => letter)).toEqual(inOrder.map((to) => UNIT_STATUS[to].key));
  inOrder.forEach((to, at) => expect(shown[at]?.says).toContain(UNIT_STATUS[to].label));
});

test('no letter in the status sheet means two things', () => {
  const letters = [
    ...UNIT_STATUSES.map((status) => UNIT_STATUS[status].key),
    ...Object.values(UNIT_SHEET_KEYS),
    ...CREW_KEYS,
  ];
  expect(new Set(letters).size).toBe(letters.length);
  const kept = KEYMAP.filter(({ places }) => places.includes('sheet')).flatMap(({ keys }) => keys);
  for (const letter of letters) expect(kept, letter).not.toContain(letter);
});
