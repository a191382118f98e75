import { act, fireEvent, render, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { inventedInstrument } from '../support/invented-screener.ts';
import { atTheConsole, CLEO, person, SAM, sitDown } from './sheets-fixtures.ts';
import { settled } from './fake-feed.ts';
import { deskStore } from '#renderer/desk/desk-store.ts';
import { runAction } from '#renderer/keys/actions.ts';
import { useWindowKeys } from '#renderer/keys/window-keys.ts';
import { ScreenerSheet } from '#renderer/screener/screener-sheet.tsx';
import type { KeptScreeners, ScreenerExamination } from '#shared/board/screen-lines.ts';

const bench = atTheConsole(SAM);

const ADA = person('Ada Admin', 'admin');
const WAITING = {
  hash: 'c'.repeat(64),
  title: 'Invented screen',
  code: 'TEST 1',
  source: 'screen.json',
  registration: 'Registered, number 7',
  proposedBy: SAM.operatorId,
  proposedAt: '2026-03-03T18:00:00.000Z',
  proposedByName: SAM.name,
};
const IN_FORCE = {
  ...WAITING,
  approvedBy: ADA.operatorId,
  approvedByName: ADA.name,
  adoptedAt: '2026-03-04T18:00:00.000Z',
};
const SEEN: ScreenerExamination = {
  instrument: inventedInstrument(),
  faults: [],
  warnings: ['Not every question is worded in pl.'],
};

async function open(kept: Partial<KeptScreeners> = {}) {
  const none = { waiting: null, inForce: null, stepBack: null, earlier: [] };
  const answer = { ok: true, value: { ...none, ...kept } } as const;
  bench.main.answer('screener.kept', answer, answer, answer, answer);
  const wording = { ok: true, value: inventedInstrument() } as const;
  bench.main.answer('screener.wording', wording, wording, wording);
  render(<ScreenerSheet />);
  await settled();
}

async function choose(seen: ScreenerExamination, text = '{}') {
  bench.main.answer('screener.examine', { ok: true, value: seen });
  const file = new File([text], 'screen.json', { type: 'application/json' });
  await act(
    async () =>
      void fireEvent.change(screen.getByLabelText('Choose a file'), { target: { files: [file] } }),
  );
  await settled();
}

const click = async (name: RegExp) => {
  await act(async () => void fireEvent.click(screen.getByRole('button', { name })));
  await settled();
};

test('without a wording it says what clinicians do then', async () => {
  await open();
  expect(screen.getByText('No wording is installed.')).toBeTruthy();
  expect(screen.getByRole('heading', { name: 'Import a file' })).toBeTruthy();
});

test('a file is shown as clinicians will see it, and proposed with its registration only', async () => {
  await open();
  await choose(SEEN);
  expect(screen.getByText(/Invented question about plan\?/)).toBeTruthy();
  expect(
    screen.getByText('Plan worked out · asked after yes to “Thoughts of suicide”'),
  ).toBeTruthy();
  expect(screen.getByText('Not every question is worded in pl.')).toBeTruthy();
  await click(/Propose this wording/);
  expect(screen.getByText(/Say under which registration/)).toBeTruthy();
  expect(bench.main.inputsOf('screener.propose')).toEqual([]);
  const field = screen.getByLabelText(/Used under which registration/);
  fireEvent.change(field, { target: { value: 'Number 7' } });
  await click(/Propose this wording/);
  expect(bench.main.inputsOf('screener.propose')).toEqual([
    { text: '{}', source: 'screen.json', registration: 'Number 7' },
  ]);
});

test('a file that is no screen says so question by question, and cannot be proposed', async () => {
  await open();
  await choose({ instrument: null, faults: ['Question /1 is there twice.'], warnings: [] });
  expect(screen.getByRole('alert').textContent).toMatch(
    /“screen.json” is no screen yet\. Nothing was changed\.Question \/1 is there twice/,
  );
  expect(screen.queryByRole('button', { name: /Propose/ })).toBeNull();
});

test('a file larger than any screen is not even read', async () => {
  await open();
  await choose(SEEN, 'x'.repeat(512 * 1024 + 1));
  expect(screen.getByRole('alert').textContent).toMatch(/larger than 512 KiB/);
  expect(bench.main.inputsOf('screener.examine')).toEqual([]);
});

test('who imported it needs a second person; the questions stand open for them', async () => {
  await open({ waiting: WAITING });
  expect(screen.getByText('Invented question about wish?', { exact: false })).toBeTruthy();
  await click(/Approve this wording/);
  expect(screen.getByText(/Choose who approves it/)).toBeTruthy();
  expect(bench.main.inputsOf('screener.approve')).toEqual([]);
});

test('another person approves at their own console, or declines with a reason', async () => {
  sitDown(ADA);
  await open({ waiting: WAITING });
  await click(/Approve this wording/);
  const { hash } = WAITING;
  expect(bench.main.inputsOf('screener.approve')).toEqual([{ hash, secondPerson: null }]);
  await click(/Decline/);
  fireEvent.change(screen.getByLabelText(/why, in a line/), { target: { value: 'A typo.' } });
  await click(/Decline/);
  expect(bench.main.inputsOf('screener.decline')).toEqual([{ hash, reason: 'A typo.' }]);
});

test('what is in force says since when and under which registration; earlier ones stay readable', async () => {
  const endedAt = '2026-03-04T18:00:00.000Z';
  await open({
    inForce: IN_FORCE,
    stepBack: { to: null },
    earlier: [{ ...IN_FORCE, hash: 'd'.repeat(64), title: 'Older', endedAt, withdrawn: 'A typo.' }],
  });
  expect(screen.getByRole('heading', { name: /In force since Mar 4/ })).toBeTruthy();
  expect(screen.getByText('Registered, number 7')).toBeTruthy();
  expect(screen.getByRole('heading', { name: 'Earlier wordings' })).toBeTruthy();
  expect(screen.getByText(/taken away/).textContent).toContain('A typo.');
  await click(/Take this wording away/);
  fireEvent.change(screen.getByLabelText(/why, in a line/), { target: { value: 'Wrong.' } });
  await click(/Take this wording away/);
  expect(bench.main.inputsOf('screener.withdraw')).toEqual([
    { hash: WAITING.hash, reason: 'Wrong.' },
  ]);
});

function Keys() {
  useWindowKeys();
  return null;
}

test('g n opens it for supervisors; anybody else is told whose it is', () => {
  render(<Keys />);
  act(() => void runAction('go.screener'));
  expect(deskStore.getState().sheet).toBe('screener');
  act(() => deskStore.setState({ sheet: null }));
  sitDown(CLEO);
  act(() => void runAction('go.screener'));
  expect(deskStore.getState().sheet).toBeNull();
  expect(deskStore.getState().notice?.text).toMatch(/kept by supervisors and administrators/);
});
