import { act, cleanup, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { hearWall } from '#renderer/wall/wall-store.ts';
import { WallScreen } from '#renderer/wall/wall-screen.tsx';
import type { WallBoard } from '#shared/board/wall-board.ts';

const AT = '2026-03-03T18:00:00.000Z';
const BOARD: WallBoard = {
  sentAt: AT,
  center: 'Test Center',
  timeZone: 'America/Chicago',
  training: true,
  policyVersion: '2026.3',
  waiting: { calls: 2, since: AT, promiseSeconds: 15 },
  units: [],
  incidents: [],
};

let push: (board: WallBoard | null) => void;
let stop: () => void;

beforeEach(() => {
  vi.useFakeTimers();
  vi.setSystemTime(AT);
  window.caredesk = {
    ask: () => Promise.resolve({ ok: true, value: null }),
    handOver: () => Promise.resolve({ ok: true, value: null }),
    subscribe: (listener) => {
      push = (wall) => act(() => listener(JSON.stringify({ wall })));
      return () => {};
    },
  };
  stop = hearWall();
});
afterEach(() => {
  cleanup();
  stop();
  vi.useRealTimers();
});

test('before the set-up it says so; then it shows the center, TRAINING and the policy', async () => {
  render(<WallScreen />);
  await act(() => vi.advanceTimersByTimeAsync(10));
  expect(screen.getByText(/not set up yet/)).toBeTruthy();
  push(BOARD);
  expect(screen.getByRole('heading', { name: 'Test Center' })).toBeTruthy();
  expect(screen.getByText('TRAINING')).toBeTruthy();
  expect(screen.getByText('2026.3')).toBeTruthy();
  expect(screen.getByText('Nothing is open.')).toBeTruthy();
});

test('when no word comes any more it says since when, and takes it back with the next one', () => {
  push(BOARD);
  render(<WallScreen />);
  expect(screen.queryByText(/No word from the desk/)).toBeNull();
  act(() => void vi.advanceTimersByTime(20_000));
  expect(screen.getByText(/No word from the desk/).textContent).toContain(
    'No word from the desk since 12:00:00',
  );
  push({ ...BOARD, sentAt: '2026-03-03T18:00:21.000Z' });
  expect(screen.queryByText(/No word from the desk/)).toBeNull();
});
