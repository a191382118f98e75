import { act, fireEvent, render, screen, within } from '@testing-library/react';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { IncidentRow } from '#shared/board/board-rows.ts';
import { showPatch, showSnapshot } from '#renderer/desk/board-store.ts';
import { deskStore, select } from '#renderer/desk/desk-store.ts';
import { useKeymap } from '#renderer/keys/use-keymap.ts';
import { useDispatchKeys } from '#renderer/keys/window-keys.ts';
import { Queue } from '#renderer/queue/queue.tsx';
import { followBoard } from '#renderer/queue/queue-cursor.ts';
import { queueEntries } from '#renderer/queue/queue-entries.ts';
import { compareIncidents, tierOf } from '#renderer/queue/queue-order.ts';
import { call, FakeMain, giveSizes, manyIncidents, patch, settled, snapshot } from './fake-feed.ts';
import { ago, atTheConsole, CLEO, row } from './sheets-fixtures.ts';

atTheConsole();
let main: FakeMain;
beforeAll(() => giveSizes());
beforeEach(() => void (main = new FakeMain()));

function Desk() {
  useKeymap();
  useDispatchKeys();
  return <Queue />;
}

function show(board: Parameters<typeof snapshot>[0]) {
  act(() => showSnapshot(snapshot(board)));
  render(<Desk />);
}

const alone = (id: string) => ({
  id,
  behind: 0,
  why: '',
  shown: false,
  under: null,
  danger: false,
});
const list = () => screen.getByRole('listbox');
const options = () => screen.getAllByRole('option');
const press = (key: string, on: Element = list()) =>
  act(
    () =>
      void fireEvent.keyDown(on, { key, code: key.length === 1 ? `Key${key.toUpperCase()}` : key }),
  );

describe('who is looked at first', () => {
  const order = (rows: readonly IncidentRow[]) =>
    rows.toSorted(compareIncidents).map((each) => each.number);

  test('somebody who has to be looked at again, then who needs somebody, then working, then held', () => {
    const rows = [
      row(1, { holdUntil: ago(-300) }),
      row(2, { phase: 'responding', level: 'L4' }),
      row(3, { phase: 'intake', level: 'L0' }),
      row(4, { attention: 'Raised to L3', level: 'L1' }),
      row(5, { phase: 'wrap-up' }),
      row(6, { holdUntil: ago(10), holdExpired: true, level: 'L0' }),
    ];
    expect(rows.map(tierOf)).toEqual([3, 2, 1, 0, 2, 0]);
    expect(order(rows)).toEqual([4, 6, 3, 2, 5, 1]);
  });

  test('inside a group the higher level, then the older', () => {
    const rows = [
      row(1, { level: 'L2', openedAt: ago(10) }),
      row(2, { level: 'L2', openedAt: ago(90) }),
      row(3, { level: 'L4', openedAt: ago(1) }),
    ];
    expect(order(rows)).toEqual([3, 2, 1]);
  });

  test('each group that has anybody in it gets a heading with its count', () => {
    const rows = new Map(
      [row(1, { attention: 'Raised' }), row(2), row(3, { phase: 'responding' })].map((each) => [
        each.incidentId as string,
        each,
      ]),
    );
    const entries = queueEntries([alone('call-9')], [...rows.keys()], (id) => rows.get(id));
    const heads = entries.flatMap((each) =>
      each.kind === 'head' ? [[each.label, each.count]] : [],
    );
    expect(heads).toEqual([
      ['Waiting calls', 1],
      ['Look again', 1],
      ['Needs somebody', 1],
      ['Working', 1],
    ]);
    expect(entries.flatMap((each) => (each.kind === 'head' ? [] : [each.position]))).toEqual([
      1, 2, 3, 4,
    ]);
  });
});

test('an empty queue says what will stand there and which key makes a call', () => {
  show({});
  expect(screen.getByText('Nobody is waiting.')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'New call' }));
  expect(deskStore.getState().sheet).toBe('new-call');
});

test('a waiting call shows its number, type, place and first words', () => {
  show({ calls: [call(7)] });
  const option = within(options()[0] as HTMLElement);
  expect(option.getByText('Waiting call')).toBeTruthy();
  for (const text of ['7', 'Suicide threat', '7 N Broadway', /cannot go on/])
    expect(option.getByText(text)).toBeTruthy();
});

test('a call that waits longer than the promise says so in a word', () => {
  show({ calls: [call(7, { receivedAt: ago(40) }), call(8, { receivedAt: ago(2) })] });
  const [late, fresh] = options() as [HTMLElement, HTMLElement];
  expect(within(late).getByText('late')).toBeTruthy();
  expect(
    within(late)
      .getByText(/^00:[34]/)
      .getAttribute('aria-label'),
  ).toContain('late');
  expect(within(fresh).queryByText('late')).toBeNull();
});

test('an incident shows level, owner, why it stands there and who is out', () => {
  show({
    incidents: [
      row(1, { level: 'L3', attention: 'Raised to L3: threats with agitation' }),
      row(2, {
        phase: 'responding',
        ownerName: CLEO.name,
        owner: CLEO.operatorId,
        units: [{ unitId: 'M2' as never, status: 'on-scene' }],
      }),
    ],
  });
  const [first, second] = options() as [HTMLElement, HTMLElement];
  expect(within(first).getByText(/Level L3, High/)).toBeTruthy();
  expect(within(first).getByText('You')).toBeTruthy();
  expect(within(first).getByText(/Raised to L3/)).toBeTruthy();
  expect(within(second).getByText(CLEO.name)).toBeTruthy();
  expect(second.textContent).toContain('M2 on scene');
});

test('j and k move, and the listbox names the selected row to a screen reader', () => {
  show({ calls: [call(1), call(2)], incidents: [row(3)] });
  press('j');
  press('j');
  expect(deskStore.getState().selection).toEqual({ kind: 'call', id: 'call-2' });
  press('j');
  press('j');
  expect(deskStore.getState().selection).toEqual({ kind: 'incident', id: 'incident-3' });
  press('k');
  const selected = screen.getByRole('option', { selected: true });
  expect(list().getAttribute('aria-activedescendant')).toBe(selected.id);
  expect(selected.getAttribute('aria-posinset')).toBe('2');
  expect(selected.getAttribute('aria-setsize')).toBe('3');
});

test('Enter answers a waiting call and brings its incident into focus', async () => {
  main.answer('call.answer', { ok: true, value: { seq: 2, made: 'incident-1' } });
  show({ calls: [call(1)] });
  press('j');
  press('Enter');
  await settled();
  expect(main.inputsOf('call.answer')).toEqual([{ callId: 'call-1' }]);
  expect(deskStore.getState().selection).toEqual({ kind: 'incident', id: 'incident-1' });
  expect(deskStore.getState().pane).toBe('incident');
});

test('Enter on an incident opens it and decides nothing', async () => {
  show({ incidents: [row(1, { phase: 'intake' })] });
  press('j');
  press('Enter');
  await settled();
  expect(deskStore.getState().pane).toBe('incident');
  expect(main.asked.filter(({ topic }) => topic !== 'incident.focus')).toEqual([]);
});

test('a thousand incidents keep a small page, and the selected one stays in it', () => {
  show({ incidents: manyIncidents(1000, (n) => row(n, { openedAt: ago(5000 - n) })) });
  expect(options().length).toBeLessThan(60);
  expect(options()[0]?.getAttribute('aria-setsize')).toBe('1000');
  act(() => select({ kind: 'incident', id: 'incident-900' }));
  expect(screen.getByRole('option', { selected: true }).getAttribute('aria-posinset')).toBe('900');
});

test('a row that changes moves to its place and stays selected', () => {
  show({ incidents: manyIncidents(12, (n) => row(n, { openedAt: ago(500 - n) })) });
  act(() => select({ kind: 'incident', id: 'incident-12' }));
  act(() => void showPatch(patch(1, 2, { incidents: [row(12, { level: 'L4' })] })));
  const selected = screen.getByRole('option', { selected: true });
  expect(selected.getAttribute('aria-posinset')).toBe('1');
});

describe('while the board changes', () => {
  test('a selected call that somebody else answers becomes its incident', () => {
    showSnapshot(snapshot({ calls: [call(4)], incidents: [row(9)] }));
    select({ kind: 'call', id: 'call-4' });
    const stop = followBoard();
    const incident = row(4, { incidentId: 'made-by-answering' as never });
    showPatch(patch(1, 2, { callsGone: ['call-4'], incidents: [incident] }));
    expect(deskStore.getState().selection).toEqual({ kind: 'incident', id: 'made-by-answering' });
    stop();
  });

  test('while nothing is selected, the first to come is; afterwards nobody takes the focus away', () => {
    showSnapshot(snapshot());
    const stop = followBoard();
    showPatch(patch(1, 2, { calls: [call(4)] }));
    expect(deskStore.getState().selection?.id).toBe('call-4');
    showPatch(patch(2, 3, { calls: [call(3)], incidents: [row(1, { level: 'L4' })] }));
    expect(deskStore.getState().selection?.id).toBe('call-4');
    stop();
  });
});
