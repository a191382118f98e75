import { act, fireEvent, render, screen, within } from '@testing-library/react';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { OverrideLine, OverrideReview } from '#shared/board/override-review.ts';
import type { IncidentId } from '#shared/lib/brand.ts';
import { deskStore, setScreen } from '#renderer/desk/desk-store.ts';
import { useKeymap } from '#renderer/keys/use-keymap.ts';
import { useWindowKeys } from '#renderer/keys/window-keys.ts';
import { OverridesHome } from '#renderer/overrides/overrides-home.tsx';
import { FakeMain, giveSizes, settled } from './fake-feed.ts';
import { ago, atTheConsole, SAM } from './sheets-fixtures.ts';

atTheConsole(SAM);
let main: FakeMain;
beforeAll(() => giveSizes());
beforeEach(() => {
  main = new FakeMain();
  setScreen('overrides');
});

const L2 = { level: 'L2', response: 'behavioral-health', label: 'Behavioral-health team' } as const;
const L3 = { level: 'L3', response: 'co-response', label: 'Co-response ambulance' } as const;

function line(seq: number, more: Partial<OverrideLine> = {}): OverrideLine {
  return {
    seq,
    at: ago(3600 - seq),
    byName: 'Dana Reyes',
    incidentId: `incident-${seq}` as IncidentId,
    number: seq,
    callTypeLabel: 'Suicide threat',
    area: 'Uptown',
    direction: 'up',
    recommended: L2,
    chosen: L3,
    reason: 'Her brother is with her.',
    secondPersonName: null,
    policyVersion: '2026.5',
    outcome: null,
    later: [],
    ...more,
  };
}

const DOWN = {
  direction: 'down',
  recommended: L3,
  chosen: L2,
  secondPersonName: 'Sam Whitfield',
} as const;
const LINES = [
  line(30, DOWN),
  line(20, { callTypeLabel: 'Mental-health disturbance', area: null }),
  line(10, { direction: 'same', reason: null }),
];
const rate = (
  callType: string,
  label: string,
  counts: readonly [number, number, number, number],
) => {
  const [decisions, up, down, same] = counts;
  return { callType, label, decisions, up, down, same };
};
const REVIEW: OverrideReview = {
  decisions: 44,
  up: 1,
  down: 1,
  same: 1,
  total: 3,
  rates: [
    rate('SUITHR', 'Suicide threat', [40, 0, 1, 1]),
    rate('MHDIST', 'Mental-health disturbance', [4, 1, 0, 0]),
  ],
  lines: LINES,
};

function Desk() {
  useKeymap();
  useWindowKeys();
  return <OverridesHome />;
}

async function open(review: Partial<OverrideReview> = {}) {
  main.answer('decisions.overrides', { ok: true, value: { ...REVIEW, ...review } });
  render(<Desk />);
  await settled();
}

async function press(key: string) {
  const code = /^[a-z]$/i.test(key) ? `Key${key.toUpperCase()}` : key;
  const on = document.activeElement ?? document.body;
  await act(async () => void fireEvent.keyDown(on, { key, code }));
  await settled();
}

const list = () => screen.getByRole('listbox', { name: /newest first/ });
const rows = () => within(list()).getAllByRole('option');
const numbers = () =>
  rows().map((each) => each.querySelector('.override-number')?.textContent?.replace(/\D/g, ''));
const marked = () => within(list()).getByRole('option', { selected: true }).textContent;

describe('the rates', () => {
  test('say the share with its count and denominator, in all and for each call type', async () => {
    await open();
    expect(screen.getByText(/overridden:/).textContent).toBe('7 % overridden: 3 of 44 decisions');
    const table = within(screen.getByRole('table'));
    const cells = table
      .getAllByRole('row')
      .map((each) =>
        [...each.children].map((cell) => cell.textContent?.replace(/\s+/g, ' ').trim()),
      );
    expect(cells).toEqual([
      ['Call type', 'Overridden', '▲ up', '▼ down', '= same'],
      ['Suicide threat', '5 %2 of 40', '–', '1', '1'],
      ['Mental-health disturbance', '25 %1 of 4few', '1', '–', '–'],
    ]);
  });

  test('the bars are shares of all decisions, apart by kind, and silent', async () => {
    await open();
    const [overall, suicide] = document.querySelectorAll<HTMLElement>('.rate-bar');
    expect(overall?.getAttribute('aria-hidden')).toBe('true');
    const widths = [...(suicide?.children ?? [])].map((part) => [
      (part as HTMLElement).dataset['direction'],
      (part as HTMLElement).style.width,
    ]);
    expect(widths).toEqual([
      ['up', '0%'],
      ['down', '2.5%'],
      ['same', '2.5%'],
    ]);
  });

  test('a call type that was always followed keeps its row', async () => {
    await open({ rates: [rate('WELLBE', 'Well-being check', [12, 0, 0, 0])] });
    expect(screen.getByRole('row', { name: /Well-being check/ }).textContent).toContain(
      '0 %0 of 12',
    );
  });
});

describe('the list', () => {
  test('tells of each who, where, from what to what, why, who agreed and what came of it', async () => {
    const later = ['Raised to L4', 'Police called'];
    await open({ lines: [line(7, { ...DOWN, later, outcome: 'Services and transport' })] });
    const [only] = rows();
    const text = only?.textContent?.replace(/\s+/g, ' ') ?? '';
    expect(text).toContain('▼ down');
    expect(text).toContain('incident 7');
    expect(text).toContain('Suicide threat · Uptown');
    expect(text).toContain('Dana Reyes');
    expect(text).toMatch(
      /Level L3.*Co-response ambulance.*but decided.*Level L2.*Behavioral-health/,
    );
    expect(text).toContain('Her brother is with her.');
    expect(text).toContain('Second person: Sam Whitfield');
    expect(text).toContain('Then: Raised to L4 · Police called');
    expect(text).toContain('Outcome: Services and transport');
    expect(text).toContain('policy 2026.5');
  });

  test('absence is a word of its own', async () => {
    await open({ lines: [line(7, { reason: null })] });
    const text = rows()[0]?.textContent;
    expect(text).toContain('No reason');
    expect(text).toContain('nothing that changed it');
    expect(text).toContain('still open');
  });

  test('has the keys from the start; they move and never past an end', async () => {
    await open();
    expect(document.activeElement).toBe(list());
    expect(marked()).toContain('incident 30');
    await press('j');
    await press('ArrowDown');
    await press('j');
    expect(marked()).toContain('incident 10');
    expect(list().getAttribute('aria-activedescendant')).toBe('override-10');
    await press('Home');
    expect(marked()).toContain('incident 30');
  });

  test('Enter opens the incident at dispatch', async () => {
    await open();
    await press('j');
    await press('Enter');
    const { selection, screen: shown, pane } = deskStore.getState();
    expect(selection).toEqual({ kind: 'incident', id: 'incident-20' });
    expect([shown, pane]).toEqual(['dispatch', 'incident']);
  });

  test('a mouse marks with one press and opens with two', async () => {
    await open();
    fireEvent.click(rows()[2]!);
    expect(marked()).toContain('incident 10');
    fireEvent.doubleClick(rows()[2]!);
    expect(deskStore.getState().selection?.id).toBe('incident-10');
  });

  test('of many only those in sight are in the page, the marked one always', async () => {
    const many = Array.from({ length: 400 }, (_, at) => line(1000 - at));
    await open({ lines: many, total: 812 });
    expect(rows().length).toBeLessThan(60);
    await press('End');
    expect(marked()).toContain('incident 601');
    expect(screen.getByText(/The newest 400 of 812 are listed/)).toBeTruthy();
  });
});

describe('the filters', () => {
  test('a digit shows one direction, and every choice says how many it leaves', async () => {
    await open();
    const choices = screen.getAllByRole('button', { name: /All|up|down|same/ });
    expect(choices.map((each) => each.querySelector('small')?.textContent)).toEqual([
      '3',
      '1',
      '1',
      '1',
    ]);
    await press('3');
    expect(numbers()).toEqual(['30']);
    expect(screen.getByRole('button', { name: /down/, pressed: true })).toBeTruthy();
    await press('1');
    expect(numbers()).toEqual(['30', '20', '10']);
  });

  test('c goes to the call type; emptied, every call type is shown again', async () => {
    await open();
    await press('c');
    const field = screen.getByRole('combobox', { name: 'Call type' });
    expect(document.activeElement).toBe(field);
    fireEvent.change(field, { target: { value: 'mental' } });
    await press('Enter');
    expect(numbers()).toEqual(['20']);
    expect(document.activeElement).toBe(list());
    await press('c');
    fireEvent.change(field, { target: { value: '' } });
    await press('Enter');
    expect(numbers()).toEqual(['30', '20', '10']);
  });

  test('nothing left says how to see the others, and the keys still work', async () => {
    await open({ lines: [line(1)] });
    await press('3');
    expect(screen.getByText(/No override is like that/)).toBeTruthy();
    await press('1');
    expect(numbers()).toEqual(['1']);
    expect(document.activeElement).toBe(list());
  });

  test('Escape leaves the call type for the screen, where the keys still lead to the list', async () => {
    await open();
    await press('c');
    await press('Escape');
    expect(document.activeElement).toBe(screen.getByRole('main'));
    await press('j');
    expect(document.activeElement).toBe(list());
  });
});

test('nothing decided yet, and nothing overridden yet, teach what will stand here', async () => {
  await open({ decisions: 0, up: 0, down: 0, same: 0, total: 0, rates: [], lines: [] });
  expect(screen.getByText('Nothing has been decided yet.')).toBeTruthy();
  main.answer('decisions.overrides', {
    ok: true,
    value: { ...REVIEW, up: 0, down: 0, same: 0, total: 0, lines: [] },
  });
  await press('r');
  expect(screen.getByText('All 44 decisions were the recommended ones.')).toBeTruthy();
  expect(screen.getByRole('table')).toBeTruthy();
});

test('a refusal stands there with the way to try again, and what was shown stays', async () => {
  main.refuse('decisions.overrides', 'Only a supervisor reviews decisions.');
  render(<Desk />);
  await settled();
  expect(screen.getByRole('alert').textContent).toContain('Only a supervisor reviews decisions.');
  main.answer('decisions.overrides', { ok: true, value: REVIEW });
  fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
  await settled();
  expect(screen.getByRole('alert').textContent).toBe('');
  main.refuse('decisions.overrides', 'The desk is busy.');
  await press('r');
  expect(screen.getByRole('alert').textContent).toContain('The desk is busy.');
  expect(numbers()).toEqual(['30', '20', '10']);
});
