import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import axe from 'axe-core';
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { ConsoleShell } from '#renderer/console-shell.tsx';
import { stopFeed } from '#renderer/desk/board-feed.ts';
import { deskStore, say, select, setHello } from '#renderer/desk/desk-store.ts';
import { lockedSnapshot } from '#shared/board/locked-board.ts';
import type { FeedMessage } from '#shared/contract/answers.ts';
import { call, FakeMain, giveSizes, patch, settled, snapshot } from './fake-feed.ts';
import {
  ago,
  atTheConsole,
  CLEO,
  IMANI,
  POLICY,
  row,
  sitDown,
  unit,
  view,
} from './sheets-fixtures.ts';

atTheConsole();
let main: FakeMain;
let locked: boolean;
const FULL = snapshot({
  calls: [
    call(1, { callType: 'MHDIST', words: 'She is asking for the nurse she knows.' }),
    call(2, { words: 'He says he has a gun.', receivedAt: ago(40) }),
  ],
  incidents: [row(3, { level: 'L3', area: 'Uptown', ems: true })],
  units: [unit('M1')],
});
const SECRETS = /Broadway|Kedzie|312-555|nurse|gun|cannot go on/;

beforeAll(async () => {
  giveSizes();
  // Fetched by the console a second after it stands; here they are there from the start.
  await Promise.all([
    import('#renderer/lock/lock-screen.tsx'),
    import('#renderer/sheets/active-sheet.tsx'),
  ]);
});
/** Main as it stands: a locked console has the board that main cuts for it. */
beforeEach(() => {
  main = new FakeMain();
  locked = false;
  const board = () => (locked ? lockedSnapshot(FULL, POLICY) : FULL);
  main.answer('board.snapshot', board);
  main.answer('desk.hello', () => {
    const { locked: _before, ...hello } = deskStore.getState().hello!;
    return locked ? { ...hello, locked: true } : hello;
  });
  main.answer('console.lock', () => {
    locked = true;
    return { seq: 1 };
  });
  main.answer('console.unlock', () => {
    locked = false;
    return { seq: 2 };
  });
  main.answer('incident.focus', (input: { incidentId: string | null }) =>
    input.incidentId === null ? null : view({ incidentId: input.incidentId as never }),
  );
});
afterEach(() => {
  cleanup();
  stopFeed();
});

async function open() {
  const drawn = render(<ConsoleShell />);
  await settled();
  return drawn;
}
async function press(key: string, more: KeyboardEventInit = {}) {
  const code = /^[a-z]$/i.test(key) ? `Key${key.toUpperCase()}` : key;
  const on = document.activeElement ?? document.body;
  await act(async () => void fireEvent.keyDown(on, { key, code, ...more }));
  await settled();
}
const chord = (key: string) => press(key, { ctrlKey: true, shiftKey: true });
const field = () => screen.findByLabelText<HTMLInputElement>('Passphrase');
const queue = () => within(screen.getByRole('listbox', { name: /calls and incidents/ }));
const lines = () =>
  queue()
    .getAllByRole('option')
    .map((each) => each.textContent);

async function unlockWith(passphrase: string) {
  fireEvent.change(await field(), { target: { value: passphrase } });
  await act(async () => void fireEvent.submit(await field()));
  await settled();
}

test('a key locks; what is open stands there in the order of danger, and nothing about anybody is in the page', async () => {
  const { container } = await open();
  expect(container.textContent).toMatch(SECRETS);
  say({ tone: 'alert', text: 'Caller at 900 Broadway.', cause: null });
  await chord('L');
  const secret = await field();
  await waitFor(() => expect(document.activeElement).toBe(secret));
  expect(lines()[0]).toMatch(/^▲ danger2/);
  expect(lines()[1]).toMatch(/^waiting1.*Uptown/);
  expect(lines()[2]).toMatch(/3.*Uptown.*EMS/);
  expect(screen.getByRole('heading', { name: /Dana Reyes/ })).toBeTruthy();
  expect(document.body.textContent).not.toMatch(SECRETS);
  expect(document.body.innerHTML).not.toMatch(SECRETS);
  expect((await axe.run(container)).violations).toEqual([]);
});

test('the passphrase brings back the screen, the incident in focus and the sheet', async () => {
  await open();
  act(() => select({ kind: 'incident', id: 'incident-3' }));
  await settled();
  await chord('L');
  await field();
  const asked = main.inputsOf('incident.focus').length;
  await unlockWith('nine of hearts');
  expect(main.inputsOf('console.unlock')).toEqual([{ passphrase: 'nine of hearts' }]);
  expect(screen.queryByRole('main', { name: 'Locked console' })).toBeNull();
  expect(deskStore.getState().selection).toEqual({ kind: 'incident', id: 'incident-3' });
  expect(main.inputsOf('incident.focus').slice(asked)).toContainEqual({ incidentId: 'incident-3' });
  expect(document.body.textContent).toMatch(SECRETS);
});

test('a wrong one says so beside the field, which is empty and has the keys again', async () => {
  await open();
  await chord('L');
  main.refuse('console.unlock', 'That is not the passphrase of this account.');
  await unlockWith('wrong');
  expect(screen.getByText('That is not the passphrase of this account.')).toBeTruthy();
  expect((await field()).value).toBe('');
  expect(document.activeElement).toBe(await field());
});

test('arrows mark a line while the field keeps the letters, and Alt+p twice sends police and EMS there', async () => {
  await open();
  await chord('L');
  await field();
  await press('ArrowDown');
  await press('ArrowDown');
  expect(queue().getByRole('option', { selected: true }).textContent).toContain('3');
  // Letters belong to the passphrase: a word with two of them sends nobody.
  await press('p');
  await press('p');
  expect(main.inputsOf('incident.upgrade')).toEqual([]);
  await press('p', { altKey: true });
  const armed = screen.getByRole('group', { name: /is armed/ });
  expect(armed.textContent).toContain('incident 3');
  // A plain p would be a letter of the passphrase, so it says which key it is.
  expect(armed.textContent).toContain('Press Alt+p again to send.');
  await press('p', { altKey: true });
  expect(main.inputsOf('incident.upgrade')).toEqual([
    { incidentId: 'incident-3', services: ['police', 'ems'] },
  ]);
});

test('main locks by itself: the page follows, also from under the veil', async () => {
  await open();
  await press('l', { ctrlKey: true });
  expect(screen.getByRole('main', { name: 'Veiled screen' })).toBeTruthy();
  locked = true;
  const message: FeedMessage = { patch: patch(1, 1), locked: true };
  await main.send(message);
  await settled();
  await field();
  expect(screen.queryByRole('main', { name: 'Veiled screen' })).toBeNull();
  // No key lifts it.
  await press('l', { ctrlKey: true });
  expect(await field()).toBeTruthy();
});

test('somebody else takes over in three strokes and a passphrase', async () => {
  await open();
  await chord('U');
  const names = await screen.findByRole('combobox', { name: 'Who takes over here?' });
  expect(document.activeElement).toBe(names);
  fireEvent.change(names, { target: { value: 'i' } });
  await press('Enter');
  expect(screen.getByRole('heading', { name: /Imani Okafor/ })).toBeTruthy();
  main.answer('operator.sign-on', () => {
    locked = false;
    setHello({ ...deskStore.getState().hello!, session: IMANI }, POLICY);
    return { seq: 2 };
  });
  await unlockWith('open sesame');
  expect(main.inputsOf('operator.sign-on')).toEqual([
    { operatorId: IMANI.operatorId, passphrase: 'open sesame' },
  ]);
  expect(screen.queryByRole('main', { name: 'Locked console' })).toBeNull();
});

test('in training a key unlocks', async () => {
  sitDown(CLEO, { mode: 'training', passphrases: false });
  await open();
  await chord('L');
  const button = await screen.findByRole('button', { name: 'Unlock' });
  expect(screen.queryByLabelText('Passphrase')).toBeNull();
  expect(document.activeElement).toBe(button);
  await act(async () => void fireEvent.submit(screen.getByRole('form', { name: /Unlock/ })));
  await settled();
  expect(main.inputsOf('console.unlock')).toEqual([{ passphrase: '' }]);
});

test('a crew that calls for help is reported from there', async () => {
  await open();
  await chord('L');
  await field();
  fireEvent.click(screen.getByText('A crew is in duress'));
  const form = within(screen.getByRole('form', { name: 'Report duress' }));
  fireEvent.change(form.getByLabelText('Which unit'), { target: { value: 'M1' } });
  await act(async () => void fireEvent.submit(form.getByLabelText('Which unit')));
  expect(main.inputsOf('unit.duress')).toEqual([{ unitId: 'M1' }]);
});

test('under the veil it is said that police and EMS were asked for, and for how long somebody has waited', async () => {
  const { container } = await open();
  await press('l', { ctrlKey: true });
  const veil = within(screen.getByRole('main', { name: 'Veiled screen' }));
  expect(veil.getByText('2 calls wait')).toBeTruthy();
  expect(veil.getByText(/^the longest/).textContent).toMatch(/late/);
  act(() => say({ tone: 'alert', text: 'Caller at 900 Broadway.', cause: null }));
  await press('p');
  expect(screen.getByRole('group', { name: /is armed/ }).textContent).toContain('Press p again');
  await press('p');
  expect(veil.getByText(/Police and EMS asked for/)).toBeTruthy();
  expect(document.body.textContent).not.toMatch(SECRETS);
  expect((await axe.run(container)).violations).toEqual([]);
});
