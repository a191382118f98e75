import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { SafetyRow, UnitRow } from '#shared/board/board-rows.ts';
import type { Operator } from '#shared/roster/operator.ts';
import { ConsoleShell } from '#renderer/console-shell.tsx';
import { stopFeed } from '#renderer/desk/board-feed.ts';
import { deskStore, setScreen, setVeiled, type Screen } from '#renderer/desk/desk-store.ts';
import { SafetyBanners } from '#renderer/safety/safety-banners.tsx';
import { FakeMain, giveSizes, patch, settled, snapshot } from './fake-feed.ts';
import {
  ago,
  atTheConsole,
  CLEO,
  DANA,
  person,
  row,
  SAM,
  sitDown,
  unit,
  view,
} from './sheets-fixtures.ts';

atTheConsole();
let main: FakeMain;
beforeAll(() => giveSizes());
beforeEach(() => {
  main = new FakeMain();
  main.answer('incident.focus', (input: { incidentId: string | null }) =>
    input.incidentId === null ? null : view({ incidentId: input.incidentId as never }),
  );
});
afterEach(() => {
  cleanup();
  stopFeed();
});

const incident = row(12, { area: 'Humboldt Park' });

function out(safety: Partial<SafetyRow>, unitId = 'M2'): UnitRow {
  return unit(unitId, {
    status: 'on-scene',
    incidentId: incident.incidentId,
    incidentNumber: 12,
    safety: { state: 'duress', since: ago(20), dueAt: null, acknowledged: [], ...safety },
  });
}

async function open(units: readonly UnitRow[], me: Operator = DANA) {
  sitDown(me);
  main.board = snapshot({ incidents: [incident], units });
  render(<ConsoleShell />);
  await settled();
}

async function press(key: string, more: KeyboardEventInit = {}) {
  const code = /^[a-z]$/i.test(key) ? `Key${key.toUpperCase()}` : key;
  const on = document.activeElement ?? document.body;
  await act(async () => void fireEvent.keyDown(on, { key, code, ...more }));
  await settled();
}

/** Somebody needs a moment to read it; what is pressed before was meant for something else. */
function afterReading() {
  const now = performance.now();
  vi.spyOn(performance, 'now').mockReturnValue(now + 1000);
}

const cover = () => screen.queryByRole('alertdialog');
const seen = () => main.inputsOf('unit.acknowledge-alarm');

describe('duress', () => {
  const screens: readonly Screen[] = ['dispatch', 'clinician', 'outcomes', 'policy', 'overrides'];

  test.each(screens)('covers the screen %s', async (name) => {
    await open([], SAM);
    act(() => setScreen(name));
    await settled();
    expect(cover()).toBeNull();
    await main.push(patch(1, 2, { units: [out({})] }));
    expect(cover()?.textContent).toContain('DURESS M2');
    expect(cover()?.textContent).toContain('Behavioral-health team, Humboldt Park');
    expect(cover()?.contains(document.activeElement)).toBe(true);
  });

  test.each([DANA, CLEO, SAM, person('Ada Lin', 'admin'), person('Pat Novak', 'call-taker')])(
    'covers the screen of $role',
    async (me) => {
      await open([out({})], me);
      expect(cover()).not.toBeNull();
    },
  );

  test('covers the veil, and names nobody and no address', async () => {
    await open([]);
    act(() => setVeiled(true));
    await main.push(patch(1, 2, { units: [out({})] }));
    expect(cover()?.textContent).toContain('DURESS M2');
    const page = document.body.textContent ?? '';
    for (const personal of ['Kedzie', 'Colleen', 'Rafael', 'brother'])
      expect(page).not.toContain(personal);
  });

  test('Enter says that it was seen here, and then it is a line until it is cleared', async () => {
    await open([out({})]);
    // Still typing as it appeared: that Enter was for something else.
    await press('Enter');
    expect(seen()).toEqual([]);
    afterReading();
    await press('Enter');
    expect(seen()).toEqual([{ unitId: 'M2', alarm: 'duress' }]);
    const acknowledged = [DANA.operatorId, SAM.operatorId];
    await main.push(patch(1, 2, { units: [out({ acknowledged })] }));
    expect(cover()).toBeNull();
    const line = screen.getByRole('region', { name: 'M2: DURESS' });
    expect(line.textContent).toContain('Seen by Dana Reyes, Sam Whitfield.');
    fireEvent.click(within(line).getByRole('button', { name: 'It is over' }));
    fireEvent.change(within(line).getByLabelText('Why it is over'), {
      target: { value: 'They are out.' },
    });
    main.refuse('unit.clear-duress', 'Say why.');
    await act(async () => fireEvent.submit(within(line).getByRole('textbox').closest('form')!));
    expect(main.inputsOf('unit.clear-duress')).toEqual([{ unitId: 'M2', reason: 'They are out.' }]);
    expect(line.textContent).toContain('Say why.');
    await main.push(patch(2, 3, { units: [out({ state: 'due', dueAt: ago(-60) })] }));
    expect(screen.queryByRole('region', { name: /M2/ })).toBeNull();
  });

  test('seen by somebody else it still covers this screen', async () => {
    await open([out({ acknowledged: [SAM.operatorId] })]);
    expect(cover()).not.toBeNull();
  });

  test('of two the older covers first, then the other', async () => {
    await open([out({ since: ago(5) }, 'M9'), out({ since: ago(50) }, 'M2')]);
    expect(cover()?.textContent).toContain('DURESS M2');
    const acknowledged = [DANA.operatorId];
    await main.push(patch(1, 2, { units: [out({ since: ago(50), acknowledged }, 'M2')] }));
    expect(cover()?.textContent).toContain('DURESS M9');
  });

  test('police/EMS now works on it as everywhere, and Escape only stands it down', async () => {
    await open([out({})]);
    await press('p');
    expect(screen.getByRole('group', { name: /is armed/ }).textContent).toContain('incident 12');
    await press('Escape');
    expect(screen.queryByRole('group', { name: /is armed/ })).toBeNull();
    await press('p');
    await press('p');
    expect(main.inputsOf('incident.upgrade')).toEqual([
      { incidentId: incident.incidentId, services: ['police', 'ems'] },
    ]);
    expect(cover()).not.toBeNull();
  });

  test('nothing under it answers: letters do nothing and the rest cannot be reached', async () => {
    await open([out({})]);
    const { sheet } = deskStore.getState();
    for (const key of ['n', 's', 'a', 'j', '/', '?']) await press(key);
    expect(deskStore.getState().sheet).toBe(sheet);
    expect(deskStore.getState().commandLineOpen).toBe(false);
    expect(screen.getByLabelText('Status').closest('[inert]')).not.toBeNull();
    expect(cover()?.closest('[inert]')).toBeNull();
    const upgrade = screen.getByRole('button', { name: 'Police/EMS now' });
    expect(upgrade.closest('[inert]')).toBeNull();
  });

  test('a refusal stands on the cover', async () => {
    await open([out({})]);
    main.refuse('unit.acknowledge-alarm', 'The desk did not answer.');
    await act(async () => fireEvent.click(screen.getByRole('button', { name: 'I have seen it' })));
    expect(cover()?.textContent).toContain('The desk did not answer.');
  });
});

describe('back-up', () => {
  test.each(['dispatch', 'clinician', 'policy'] as const)('stands above %s', async (name) => {
    await open([out({ state: 'back-up' })], SAM);
    act(() => setScreen(name));
    await settled();
    expect(screen.getByRole('region', { name: 'M2: Back-up asked for' })).toBeTruthy();
    expect(cover()).toBeNull();
    await press('b', { ctrlKey: true });
    expect(seen()).toEqual([{ unitId: 'M2', alarm: 'back-up' }]);
  });

  test('stands above the veil, and once seen the key does nothing more', async () => {
    await open([out({ state: 'back-up', acknowledged: [DANA.operatorId] })]);
    act(() => setVeiled(true));
    await settled();
    const line = screen.getByRole('region', { name: 'M2: Back-up asked for' });
    expect(line.textContent).toContain('Humboldt Park');
    expect(line.textContent).not.toContain('Kedzie');
    await press('b', { ctrlKey: true });
    expect(seen()).toEqual([]);
  });
});

describe('check-ins', () => {
  test('a missed one stands above the screen of a supervisor, with what is recommended', async () => {
    await open([out({ state: 'missed' })], SAM);
    const line = screen.getByRole('region', { name: 'M2: No check-in' });
    expect(line.textContent).toContain('Police back-up is recommended: p p.');
    act(() => sitDown(DANA));
    expect(screen.queryByRole('region', { name: 'M2: No check-in' })).toBeNull();
  });

  test('a late one is there first, without an alarm to be seen or cleared', async () => {
    await open([out({ state: 'late', dueAt: ago(30) })], SAM);
    const line = screen.getByRole('region', { name: 'M2: Check-in late' });
    expect(line.textContent).toContain('◆ Check-in late from M2');
    expect(line.textContent).toContain('after the grace police back-up is recommended');
    expect(line.querySelector('button')).toBeNull();
    act(() => sitDown(DANA));
    expect(screen.queryByRole('region', { name: 'M2: Check-in late' })).toBeNull();
  });

  test('the row says it in words: due, late, none', async () => {
    await open([
      out({ state: 'due', since: ago(60), dueAt: ago(-190) }, 'M1'),
      out({ state: 'due', since: ago(960), dueAt: ago(65) }, 'M2'),
      out({ state: 'missed', since: ago(2000), dueAt: ago(900) }, 'M3'),
    ]);
    const words = screen.getAllByRole('option').map((each) => each.textContent ?? '');
    expect(words.find((text) => text.startsWith('M1'))).toMatch(/check-in due 03:(09|10)/);
    expect(words.find((text) => text.startsWith('M2'))).toMatch(/◆ check-in late 01:0\d/);
    expect(words.find((text) => text.startsWith('M3'))).toMatch(/▲ no check-in since \d\d:\d\d/);
  });

  test('c in the teams records that the crew was heard, and the line says so', async () => {
    await open([out({ state: 'due', dueAt: ago(-60) })]);
    await press('g');
    await press('b');
    act(() => screen.getByRole('listbox', { name: 'Units by team and zone' }).focus());
    await press('c');
    expect(main.inputsOf('unit.check-in')).toEqual([{ unitId: 'M2' }]);
    expect(screen.getByText(/M2 checked in/)).toBeTruthy();
  });

  test('the incident says who is late or missed, and what is recommended', () => {
    const on = { unitId: 'M2', since: ago(1200), dueAt: ago(300), recommends: null } as const;
    const { rerender } = render(<SafetyBanners safety={[{ ...on, state: 'late' }]} />);
    expect(screen.getByRole('alert').textContent).toContain('The check-in of M2 is late');
    rerender(<SafetyBanners safety={[{ ...on, state: 'missed', recommends: 'police' }]} />);
    expect(screen.getByRole('alert').textContent).toContain('send police back-up: p p');
    rerender(<SafetyBanners safety={[{ ...on, state: 'due', dueAt: ago(-60) }]} />);
    expect(screen.queryByRole('alert')).toBeNull();
  });
});
