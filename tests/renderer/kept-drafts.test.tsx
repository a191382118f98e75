import { act, fireEvent, render, screen } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import {
  draftStore,
  flushDrafts,
  hearDraft,
  keepDrafts,
  loadDrafts,
  saveDraft,
} from '#renderer/desk/kept-drafts.ts';
import { openSheet, setLocked } from '#renderer/desk/desk-store.ts';
import { ActiveSheet } from '#renderer/sheets/active-sheet.tsx';
import { DraftTrouble } from '#renderer/strip/draft-trouble.tsx';
import { settled } from './fake-feed.ts';
import { atTheConsole, CLEO, DANA, I12, inFocus, sitDown, view } from './sheets-fixtures.ts';

const bench = atTheConsole();
const saved = () => bench.main.inputsOf('draft.save') as { field: string; text: string | null }[];

function openHold() {
  inFocus(view({ incidentId: I12 }));
  act(() => openSheet('hold'));
  return render(<ActiveSheet />);
}
const why = () => screen.getByLabelText<HTMLInputElement>('Why it waits');
const type = (text: string) =>
  act(async () => void fireEvent.change(why(), { target: { value: text } }));

/** What main would give back now. */
function keptInMain(savedAt: string) {
  const last = new Map(saved().map((each) => [each.field, each]));
  const drafts = [...last.values()].filter(({ text }) => text !== null);
  return drafts.map((each) => ({ ...each, subject: `incident/${I12}`, savedAt }));
}

test('a form is there after a restart: the words, the choice, and since when', async () => {
  vi.useFakeTimers();
  const page = openHold();
  await type('He waits for his brother');
  await act(async () => void fireEvent.click(screen.getByLabelText(/20 min/)));
  await act(async () => void (await vi.advanceTimersByTimeAsync(900)));
  expect(saved()).toMatchObject([
    { field: 'hold.reason', text: '"He waits for his brother"', over: '""' },
    { field: 'hold.minutes', text: '20', over: '10' },
  ]);
  const kept = keptInMain('2026-03-03T20:02:00.000Z');
  page.unmount();
  sitDown(CLEO);
  await loadDrafts();
  sitDown(DANA);
  bench.main.answer('draft.all', { ok: true, value: kept });
  await loadDrafts();
  vi.useRealTimers();
  openHold();
  expect(why().value).toBe('He waits for his brother');
  expect(screen.getByLabelText<HTMLInputElement>(/20 min/).checked).toBe(true);
  expect(screen.getByText('Restored from 14:02.')).toBeTruthy();
  await act(async () => void fireEvent.click(screen.getByRole('button', { name: 'Discard' })));
  expect(why().value).toBe('');
  expect(screen.getByLabelText<HTMLInputElement>(/10 min/).checked).toBe(true);
  expect(screen.queryByText(/Restored/)).toBeNull();
});

test('a form that was only closed keeps what was typed, and one carried out begins anew', async () => {
  const page = openHold();
  await type('He waits');
  expect(screen.queryByText(/Restored/)).toBeNull();
  page.unmount();
  const again = openHold();
  expect(why().value).toBe('He waits');
  expect(screen.getByText(/Restored from/)).toBeTruthy();
  await act(async () => void fireEvent.submit(why().closest('form')!));
  await settled();
  expect(bench.main.inputsOf('incident.hold')).toMatchObject([{ reason: 'He waits' }]);
  again.unmount();
  openHold();
  expect(why().value).toBe('');
});

test('a save that fails is said, tried again, and never given up', async () => {
  vi.useFakeTimers();
  render(<DraftTrouble />);
  openHold();
  const full = { ok: false, refused: 'failed', because: 'The disk is full.' } as const;
  bench.main.answer('draft.save', full, full);
  await type('He waits');
  await act(async () => void (await vi.advanceTimersByTimeAsync(900)));
  expect(screen.getByText(/not being kept/).closest('[role=alert]')?.textContent).toMatch(
    /The disk is full/,
  );
  await act(async () => void (await vi.advanceTimersByTimeAsync(5_000)));
  expect(saved().map(({ text }) => text)).toEqual(['"He waits"', '"He waits"', '"He waits"']);
  expect(screen.queryByText(/not being kept/)).toBeNull();
});

test('where it cannot be kept nobody waits for it: the console locks, and says that it waits in the window', async () => {
  vi.useFakeTimers();
  render(<DraftTrouble />);
  openHold();
  const full = { ok: false, refused: 'disk-full', because: 'The disk is full.' } as const;
  bench.main.answer('draft.save', full, full, full, full);
  await type('He waits');
  await act(async () => void (await vi.advanceTimersByTimeAsync(900)));
  expect(screen.getByText(/being kept/).closest('p')?.textContent).toContain('The disk is full.');
  let through = false;
  void flushDrafts().then(() => {
    through = true;
  });
  await act(async () => void (await vi.advanceTimersByTimeAsync(20)));
  expect(through).toBe(true);
  act(() => setLocked(true));
  const line = () => screen.getByText(/not kept yet/).closest('p')?.textContent;
  expect(line()).toMatch(/waits in this window until the console is unlocked/);
  expect(line()).not.toContain('The disk is full.');
  act(() => setLocked(false));
  expect(why().value).toBe('He waits');
});

test('a sheet does not promise to keep what cannot be kept', async () => {
  act(() => openSheet('new-call'));
  render(<ActiveSheet />);
  await screen.findByText('Nothing is required. What you type is kept.');
  act(() => draftStore.setState({ trouble: 'The disk is full.' }));
  expect(screen.getByText('Nothing is required.')).toBeTruthy();
  act(() => draftStore.setState({ trouble: null }));
});

test('a main that does not answer is said within seconds', async () => {
  vi.useFakeTimers();
  render(<DraftTrouble />);
  openHold();
  window.caredesk.ask = () => new Promise(() => {});
  await type('He waits');
  await act(async () => void (await vi.advanceTimersByTimeAsync(3_500)));
  expect(screen.getByText(/not being kept/)).toBeTruthy();
});

test('what one person typed is neither shown to the next nor saved under their name', async () => {
  vi.useFakeTimers();
  const stop = keepDrafts();
  const page = openHold();
  await type('Dana’s words');
  // She is gone before they were saved.
  sitDown(CLEO);
  page.unmount();
  stop();
  await act(async () => void (await vi.advanceTimersByTimeAsync(3_000)));
  expect(saved()).toEqual([]);
  const next = openHold();
  expect(why().value).toBe('');
  next.unmount();
  // They wait for her, and go under her name when she is back.
  sitDown(DANA);
  await loadDrafts();
  await act(async () => void (await vi.advanceTimersByTimeAsync(3_000)));
  expect(saved()).toMatchObject([{ typist: DANA.operatorId, text: '"Dana’s words"' }]);
});

test('of two windows the later key counts; what was settled in one is gone in the other', async () => {
  openHold();
  await type('Typed here');
  const draft = { subject: `incident/${I12}`, field: 'hold.reason', over: '' };
  act(() => hearDraft({ ...draft, text: '"Older, there"', savedAt: '2001-01-01T00:00:00.000Z' }));
  expect(why().value).toBe('Typed here');
  const before = saved().length;
  act(() => hearDraft({ ...draft, text: '"Later, there"', savedAt: '2999-01-01T00:00:00.000Z' }));
  expect(why().value).toBe('Later, there');
  act(() => hearDraft({ ...draft, text: null, savedAt: '2999-01-02T00:00:00.000Z' }));
  expect(why().value).toBe('');
  // Hearing saves nothing: no window answers the other.
  expect(saved()).toHaveLength(before);
});

test('coming back to the window asks what was typed in another one', async () => {
  const stop = keepDrafts();
  openHold();
  const typed = {
    field: 'hold.reason',
    text: '"From there"',
    over: '',
    savedAt: '2026-03-03T20:00:00Z',
  };
  bench.main.answer('draft.all', {
    ok: true,
    value: [{ subject: `incident/${I12}`, ...typed }],
  });
  window.dispatchEvent(new Event('focus'));
  await settled();
  expect(why().value).toBe('From there');
  stop();
});

test('nothing is asked for a draft nobody has', () => {
  saveDraft('incident/none', 'note', null);
  expect(saved()).toEqual([]);
});
