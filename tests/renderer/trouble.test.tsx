import { act, cleanup, render, screen } from '@testing-library/react';
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { ConsoleShell } from '#renderer/console-shell.tsx';
import { stopFeed } from '#renderer/desk/board-feed.ts';
import { setVeiled } from '#renderer/desk/desk-store.ts';
import { draftStore } from '#renderer/desk/kept-drafts.ts';
import { showTroubles } from '#renderer/desk/troubles.ts';
import { TROUBLES, type Trouble, type TroubleKind } from '#shared/trouble/trouble.ts';
import { FakeMain, giveSizes, patch, settled } from './fake-feed.ts';
import { atTheConsole } from './sheets-fixtures.ts';

atTheConsole();
let main: FakeMain;
beforeAll(() => giveSizes());
beforeEach(() => {
  main = new FakeMain();
});
afterEach(() => {
  cleanup();
  stopFeed();
  showTroubles();
});

const since = '2026-03-03T18:00:00.000Z';
const trouble = (kind: TroubleKind): Trouble => {
  const { what, because, next } = TROUBLES[kind];
  return { kind, since, what, because, next };
};

async function open() {
  render(<ConsoleShell />);
  await settled();
}

function hear(...kinds: TroubleKind[]): Promise<void> {
  const { revision } = main.board;
  return main.push(patch(revision, revision), undefined, kinds.map(trouble));
}

test('a full disk stands above the screen, with what happened and what to do, until it is over', async () => {
  await open();
  expect(screen.queryByText(/The disk is full/)).toBeNull();
  await hear('disk-full');
  const alert = screen.getByText(/The disk is full/).closest('[role="alert"]');
  expect(alert?.textContent).toMatch(/▲ The disk is full\. .*acknowledged is kept.*g k/);
  expect(alert?.textContent).toMatch(/Since 12:00/);
  await hear('disk-full', 'clock');
  expect(screen.getByText(/The clock of this computer jumped/)).toBeTruthy();
  await hear();
  expect(screen.queryByText(/The disk is full/)).toBeNull();
});

test('the worst stands first and says everything, the others what to do', async () => {
  await open();
  await hear('clock', 'window', 'disk-full');
  const all = screen.getAllByRole('alert').filter((each) => each.classList.contains('trouble'));
  // Main says them in their order; a page that hears another one draws it as it is told.
  expect(all.map((each) => each.querySelector('strong')?.textContent)).toEqual([
    '▲ The clock of this computer jumped.',
    'This window stopped and was opened again.',
    '▲ The disk is full.',
  ]);
  expect(all[0]?.textContent).toContain(TROUBLES.clock.because);
  expect(all[2]?.textContent).not.toContain(TROUBLES['disk-full'].because);
  expect(all[2]?.textContent).toContain(`Now: ${TROUBLES['disk-full'].next}`);
  expect(all[2]?.textContent).toContain('3 of 3');
});

test('what is typed and not kept says why only where that does not stand above it', async () => {
  await open();
  draftStore.setState({ trouble: 'The desk does not answer.' });
  await settled();
  const line = () => screen.getByText(/What you type is not being kept/).parentElement;
  expect(line()?.textContent).toContain('The desk does not answer.');
  await hear('disk-full');
  expect(line()?.textContent).not.toContain('The desk does not answer.');
  expect(line()?.textContent).toContain('tried again by itself');
  draftStore.setState({ trouble: null });
});

test('it is there under the veil, too: it says nothing about anybody', async () => {
  await open();
  await hear('read-only');
  act(() => setVeiled(true));
  expect(screen.getByText(/The data folder cannot be written/)).toBeTruthy();
  act(() => setVeiled(false));
});

test('what does not change is not read out again', async () => {
  await open();
  await hear('locked');
  const before = screen.getByText(/Another program holds the store/);
  await hear('locked');
  expect(screen.getByText(/Another program holds the store/)).toBe(before);
});

test('that the window was opened again is a line, not an alarm', async () => {
  await open();
  await hear('window');
  const line = screen.getByText(/This window stopped and was opened again/);
  expect(line.textContent).not.toContain('▲');
});
