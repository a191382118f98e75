import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { useKeymap } from '#renderer/keys/use-keymap.ts';
import { useWindowKeys } from '#renderer/keys/window-keys.ts';
import { WorkshopHome } from '#renderer/policy/workshop-home.tsx';
import { workshopStore } from '#renderer/policy/workshop-store.ts';
import { setScreen } from '#renderer/desk/desk-store.ts';
import { FakeMain, settled } from './fake-feed.ts';
import { cell, draft, press, proved, workshop } from './policy-fixtures.ts';
import { ago, atTheConsole, POLICY, SAM } from './sheets-fixtures.ts';

atTheConsole(SAM);
let main: FakeMain;

function Desk() {
  useKeymap();
  useWindowKeys();
  return <WorkshopHome />;
}

beforeEach(() => {
  vi.useFakeTimers();
  workshopStore.setState(workshopStore.getInitialState(), true);
  main = new FakeMain();
  main.answer('policy.workshop', () => workshop());
  main.answer('policy.examine', () => proved([]));
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

async function open() {
  setScreen('policy');
  render(<Desk />);
  await settled();
  await act(async () => vi.advanceTimersByTime(1));
  await settled();
}

async function goTo(path: string) {
  act(() => cell(path).focus());
  await settled();
}

async function type(text: string) {
  await press('Enter');
  const field = document.activeElement as HTMLInputElement;
  fireEvent.change(field, { target: { value: text } });
  await act(async () => void fireEvent.keyDown(field, { key: 'Enter', code: 'Enter' }));
}

test('the phone desk: a figure, the fallback among those who come, and the lines of a transfer', async () => {
  await open();
  await press('8');
  await goTo('$.phoneDesk.offerSeconds');
  expect(cell('$.phoneDesk.offerSeconds').textContent).toBe('30 seconds');
  await type('45');
  expect(draft().phoneDesk?.offerSeconds).toBe(45);
  await goTo('$.phoneDesk.fallback');
  const choose = async (letters: string) => {
    await press('Enter');
    const field = screen.getByRole('combobox', { name: /Response of/ });
    fireEvent.change(field, { target: { value: letters } });
    await act(async () => void fireEvent.keyDown(field, { key: 'Enter', code: 'Enter' }));
    await press('Escape');
  };
  await choose('Clinician by');
  expect(draft().phoneDesk?.fallback).toBe('behavioral-health');
  await choose('Co-resp');
  expect(draft().phoneDesk?.fallback).toBe('co-response');

  await press('9');
  await goTo('$.phoneDesk.receivers[3].dial');
  await type('');
  expect(draft().phoneDesk?.receivers[3]).toMatchObject({ id: '211', dial: null });
  expect(cell('$.phoneDesk.receivers[3].dial').textContent).toBe('not dialed');
  await press('ArrowUp', { altKey: true });
  expect(draft().phoneDesk?.receivers[2]).toMatchObject({ id: '211' });
  await press('Delete');
  expect(draft().phoneDesk?.receivers.map(({ id }) => id)).not.toContain('211');
  await press('a');
  expect(draft().phoneDesk?.receivers[3]).toMatchObject({ id: 'new-receiver', dial: null });
});

test('a policy from before the phone desk shows that CareDesk’s figures hold, and writes them down', async () => {
  const { phoneDesk: _, ...older } = POLICY;
  main.answer('policy.workshop', () => workshop({ draft: { document: older, savedAt: ago(9) } }));
  await open();
  await press('8');
  expect(screen.getByText(/the figures of CareDesk hold/)).toBeTruthy();
  await press('a');
  expect(draft().phoneDesk).toMatchObject({ offerSeconds: 30, fallback: 'behavioral-health' });
  expect(cell('$.phoneDesk.capacity').textContent).toBe('2 calls');
});
