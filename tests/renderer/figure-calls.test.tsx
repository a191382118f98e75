import { act, fireEvent, render, screen } from '@testing-library/react';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import type { CallBehind } from '#shared/outcomes/outcome-figures.ts';
import { deskStore } from '#renderer/desk/desk-store.ts';
// Here already, so that no test waits for it to be fetched.
import '#renderer/outcomes/figure-calls-sheet.tsx';
import { showCalls } from '#renderer/outcomes/show-calls.ts';
import { ActiveSheet } from '#renderer/sheets/active-sheet.tsx';
import { giveSizes } from './fake-feed.ts';
import { atTheConsole, SAM } from './sheets-fixtures.ts';

const bench = atTheConsole(SAM);
beforeAll(() => giveSizes());
const ASK = {
  period: { from: '2026-02-02', to: '2026-03-01' },
  figure: 'capture',
  side: 'numerator',
  cell: null,
} as const;

function call(n: number, more: Partial<CallBehind> = {}): CallBehind {
  return {
    id: `incident-${n}`,
    source: 'console',
    number: String(n),
    receivedLocal: '2026-02-14T10:05:00',
    callType: 'Mental-health disturbance',
    area: 'Uptown',
    level: 'L2',
    response: 'Behavioral-health team',
    disposition: 'Refused services',
    open: false,
    seconds: null,
    ...more,
  };
}

const page = (calls: readonly CallBehind[], total = calls.length) => {
  return { ok: true as const, value: { total, calls } };
};

async function open() {
  await act(async () => showCalls({ title: 'Capture', ask: ASK }));
  await act(async () => void render(<ActiveSheet />));
}

async function press(...keys: string[]) {
  for (const key of keys)
    await act(async () => void fireEvent.keyDown(document.activeElement ?? document.body, { key }));
}

beforeEach(() => bench.main.answer('outcomes.calls', page([call(1), call(2)])));

test('the calls stand under the name of the figure, each with what it was', async () => {
  await open();
  const list = await screen.findByRole('listbox', { name: 'Capture: 2 calls, newest first' });
  expect(bench.main.inputsOf('outcomes.calls')).toEqual([{ ...ASK, page: 0 }]);
  const options = [...list.querySelectorAll('[role="option"]')].map((each) => each.textContent);
  expect(options[0]).toContain('1 Feb 14, 2026, 10:05');
  expect(options[0]).toContain(
    'Mental-health disturbance · Uptown · Behavioral-health team · Refused',
  );
});

test('by keyboard to an incident, which opens at dispatch', async () => {
  await open();
  (await screen.findByRole('listbox')).focus();
  await press('j', 'Enter');
  expect(deskStore.getState().selection).toEqual({ kind: 'incident', id: 'incident-2' });
  expect(deskStore.getState().sheet).toBeNull();
});

test('an imported call shows what the export said of it', async () => {
  const imported = call(1, { id: 'mesa/1', source: 'import', number: 'R-77' });
  bench.main.answer('outcomes.calls', page([imported]));
  const said = [{ label: 'Type', text: 'SUBJECT DISTURBING' }];
  bench.main.answer('past.call', { ok: true, value: said });
  await open();
  (await screen.findByRole('listbox')).focus();
  await press('Enter');
  expect(bench.main.inputsOf('past.call')).toEqual([{ key: 'mesa/1' }]);
  const card = await screen.findByRole('region', { name: 'Imported call R-77' });
  expect(card.textContent).toContain('SUBJECT DISTURBING');
  expect(deskStore.getState().sheet).toBe('figure-calls');
});

test('of a hundred thousand only what is near is fetched', async () => {
  const first = Array.from({ length: 200 }, (_, n) => call(n));
  const last = Array.from({ length: 200 }, (_, n) => call(99_800 + n));
  bench.main.answer('outcomes.calls', page(first, 100_000), page(last, 100_000));
  await open();
  const list = await screen.findByRole('listbox');
  expect(list.querySelectorAll('[role="option"]').length).toBeLessThan(60);
  list.focus();
  await press('End');
  expect(bench.main.inputsOf('outcomes.calls')).toEqual([
    { ...ASK, page: 0 },
    { ...ASK, page: 499 },
  ]);
  const selected = list.querySelector('[aria-selected="true"]');
  expect(selected?.getAttribute('aria-posinset')).toBe('100000');
  expect(selected?.textContent).toContain('99999');
});

test('a figure without calls says so, and a refusal stands in the sheet', async () => {
  bench.main.answer('outcomes.calls', page([]));
  await open();
  expect(await screen.findByText('No call is behind this figure.')).toBeTruthy();
});

test('a refusal stands in the sheet', async () => {
  bench.main.refuse('outcomes.calls', 'The calls could not be listed. Try again.');
  await open();
  expect((await screen.findByRole('alert')).textContent).toContain('could not be listed');
});
