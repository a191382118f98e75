import { act, fireEvent, render, screen, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import {
  ago,
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
import { consoleContract, TOPICS, type Topic } from '#shared/contract/console-contract.ts';
import type { OperatorId } from '#shared/lib/brand.ts';
import { may } from '#shared/roster/permission.ts';
import { UNIT_STATUS, UNIT_STATUSES } from '#shared/unit/unit-status.ts';
import { deskStore, selectUnit, setPane, type Pane } from '#renderer/desk/desk-store.ts';
import { KEYMAP } from '#renderer/keys/keymap.ts';
import { useKeymap } from '#renderer/keys/use-keymap.ts';
import { useDispatchKeys, useWindowKeys } from '#renderer/keys/window-keys.ts';
import { AlarmBanners } from '#renderer/safety/alarm-banners.tsx';
import { ActiveSheet } from '#renderer/sheets/active-sheet.tsx';
import { CREW_KEYS, statusKey, UNIT_SHEET_KEYS } from '#renderer/sheets/unit-sheet-keys.ts';
import { TeamsPane } from '#renderer/units/teams-pane.tsx';

// A supervisor: dispatches, and keeps the roster as well.
const bench = atTheConsole(SAM);
const MOST = 3;
/** What is typed as words is no stroke: it says why or where, and has to be said. */
interface Typed {
  readonly typed: string;
}
const WORDS: Typed = { typed: 'Because.' };
type Path = readonly (string | Typed)[];

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
      <AlarmBanners />
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

const P11 = unit('P11', { teamType: 'police-cit', team: 'Police CIT' });

/** M2 is selected on the board, or its incident in the queue with M2 on it. */
function selected(pane: Pane, m2: Partial<UnitRow> = {}, incident: Partial<IncidentView> = {}) {
  showBoard([unit('M1'), unit('M2', m2), P11], [row(12)]);
  inFocus(view({ candidates: [candidate('M2')], ...incident }));
  act(() => {
    selectUnit(pane === 'teams' ? 'M2' : null);
    setPane(pane);
  });
  render(<Desk />);
}

async function press(stroke: string | Typed): Promise<void> {
  const on = document.activeElement ?? document.body;
  if (typeof stroke !== 'string')
    return void fireEvent.change(on, { target: { value: stroke.typed } });
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
  const strokes = path.filter((each) => typeof each === 'string');
  expect(strokes.length, `${topic}: ${strokes.join(', ')}`).toBeLessThanOrEqual(MOST);
  for (const stroke of path) await press(stroke);
  expect(bench.main.inputsOf(topic), `${topic} by ${strokes.join(', ')}`).toMatchObject([input]);
}

const M2 = { unitId: 'M2' };
const out = { incidentId: I12, incidentNumber: 12 };
const there = { status: 'on-scene', ...out } as const;

/** One way to give a command: the keys, how M2 and its incident stand before, and what is told to main. */
interface Way {
  readonly path: Path;
  readonly m2?: Partial<UnitRow>;
  readonly incident?: Partial<IncidentView>;
  readonly input?: object;
}

const alarmed = (state: 'duress' | 'back-up', acknowledged: readonly OperatorId[]) => ({
  ...there,
  safety: { state, since: ago(60), dueAt: null, acknowledged },
});
const onItsWay = { ...out, status: 'en-route' } as const;
const sent = (candidateOf: Partial<SendCandidate>) => ({
  candidates: [candidate('M2', candidateOf)],
});
const police = { who: 'P11', does: 'on scene', since: ago(60), arms: 'armed' } as const;
const put = (why: Path, more: Partial<SendCandidate>): Way => ({
  path: [key('assign'), 'Enter', ...why],
  m2: { status: 'en-route' },
  incident: sent({ ...BUSY, ...more }),
});

/** What is done with a unit, by topic. Which topics there have to be, the contract says. */
const ACTS: Readonly<Partial<Record<Topic, readonly Way[]>>> = {
  'unit.set-status': UNIT_STATUSES.flatMap((from) =>
    UNIT_STATUS[from].next
      .filter((to) => to !== 'assigned')
      .map((to, at) => ({
        path: [key('status'), statusKey(to, at)],
        m2: { status: from, ...(UNIT_STATUS[from].onIncident ? out : {}) },
        input: { ...M2, status: to },
      })),
  ),
  'unit.correct-status': UNIT_STATUSES.filter((status) => status !== 'on-scene').map((status) => ({
    path: [key('status.correct'), UNIT_STATUS[status].key, WORDS, 'Enter'],
    m2: there,
    input: { ...M2, status },
  })),
  'unit.report-position': [
    {
      path: [key('status'), UNIT_SHEET_KEYS.where, { typed: 'uptown' }, 'Enter'],
      input: { ...M2, spot: { areaId: 'uptown' }, source: 'radio' },
    },
    {
      path: [key('status'), UNIT_SHEET_KEYS.where, { typed: '41.97 -87.66' }, 'Enter'],
      input: { ...M2, spot: { position: { lat: 41.97, lon: -87.66 } } },
    },
  ],
  'unit.stand-down': [
    { path: [key('status'), UNIT_SHEET_KEYS.standDown, 'Enter'], m2: { status: 'en-route' } },
  ],
  'unit.unstack': [
    {
      path: [key('status'), UNIT_SHEET_KEYS.takeOff, WORDS, 'Enter'],
      m2: { status: 'on-scene', nextNumber: 31 },
    },
  ],
  'unit.check-in': [{ path: [key('check-in')], m2: there }],
  'unit.ask-back-up': [{ path: [key('back-up')], m2: there }],
  'unit.duress': [{ path: [key('duress')], m2: there }],
  'unit.acknowledge-alarm': [{ path: [key('alarm.seen')], m2: alarmed('back-up', []) }],
  'unit.clear-back-up': [
    {
      path: [key('status'), UNIT_SHEET_KEYS.over, WORDS, 'Enter'],
      m2: alarmed('back-up', [SAM.operatorId]),
    },
  ],
  'unit.clear-duress': [
    {
      path: [key('status'), UNIT_SHEET_KEYS.over, WORDS, 'Enter'],
      m2: alarmed('duress', [SAM.operatorId]),
    },
  ],
  'incident.assign-unit': [{ path: [key('assign'), 'Enter'] }],
  'incident.stack-unit': [put([WORDS, 'Enter'], {})],
  'incident.pre-empt-unit': [put([WORDS, 'Alt+t'], {})],
  'incident.reassign-unit': [
    put([WORDS, 'Alt+t'], {
      onOther: { number: 9, level: 'L2', barred: 'Not higher.', reassignable: true },
    }),
  ],
  'incident.stage-unit': [
    {
      path: [key('stage'), WORDS, 'Enter'],
      incident: { candidates: [candidate('M1'), candidate('M2')], onIt: [police] },
      input: { ...M2, securedBy: 'P11', place: 'Because.' },
    },
    {
      path: [key('stage'), WORDS, 'Enter'],
      m2: onItsWay,
      incident: {
        units: [{ unitId: 'M2', status: 'en-route', assignedAt: '', releasedAt: null }],
        onIt: [police],
      },
    },
  ],
  // Not with one unit, but a dispatcher does it as often; and what the roster's keepers do on this board.
  'incident.secure-scene': [{ path: [key('scene-secure')], input: { incidentId: I12 } }],
  'act.last': [{ path: [key('undo')], input: {} }],
  'unit.set-duty': CREW_KEYS.slice(0, 2).map((letter) => ({ path: [key('status'), letter] })),
};

/** Every topic of the contract that takes a unit and that a dispatcher may give. */
const OF_A_UNIT = TOPICS.filter((topic) => {
  const { kind, needs, input } = consoleContract[topic];
  const takesUnit = input instanceof z.ZodObject && 'unitId' in input.shape;
  return kind === 'command' && takesUnit && needs !== null && may('dispatcher', needs);
});

describe('a unit selected on the board', () => {
  test.each(OF_A_UNIT)('%s has a way by the keyboard', (topic) => {
    expect(ACTS[topic]?.length ?? 0, `no keys are known for ${topic}`).toBeGreaterThan(0);
  });

  test('the contract has the topics a dispatcher moves units with', () => {
    expect(OF_A_UNIT.length).toBeGreaterThan(13);
    // Postings and shifts are planned on the roster, which a dispatcher does not keep.
    expect(OF_A_UNIT).not.toContain('unit.plan-posting');
  });

  const ways = Object.entries(ACTS).flatMap(([topic, each]) =>
    each.map((way) => [topic as Topic, JSON.stringify(way.input ?? way.path), way] as const),
  );
  test.each(ways)('%s %s', async (topic, _, { path, m2, incident, input }) => {
    selected('teams', m2, incident);
    await gives(topic, path, input ?? M2);
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

test('the status sheet shows the keys of where it is and, while one stands, of the end of an alarm', async () => {
  selected('teams', alarmed('back-up', [SAM.operatorId]));
  await press(key('status'));
  for (const [name, letter] of [
    [/Where it is/, UNIT_SHEET_KEYS.where],
    [/The alarm is over/, UNIT_SHEET_KEYS.over],
  ] as const)
    expect(screen.getByRole('button', { name }).getAttribute('aria-keyshortcuts')).toBe(letter);
});

test('without an alarm nothing is over, and a place nobody knows is not reported', async () => {
  selected('teams', there);
  await press(key('status'));
  expect(screen.queryByRole('button', { name: /alarm is over/ })).toBeNull();
  for (const stroke of [UNIT_SHEET_KEYS.where, { typed: 'nowhere' }, 'Enter']) await press(stroke);
  expect(screen.getByText(/There is no area “nowhere”/)).toBeTruthy();
  expect(bench.main.inputsOf('unit.report-position')).toEqual([]);
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
