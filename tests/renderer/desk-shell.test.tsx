import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { ConsoleShell } from '#renderer/console-shell.tsx';
import { stopFeed } from '#renderer/desk/board-feed.ts';
import { say } from '#renderer/desk/desk-store.ts';
import { FakeMain, call, giveSizes, patch, settled, snapshot } from './fake-feed.ts';
import { ago, atTheConsole, CLEO, row, sitDown, unit, view } from './sheets-fixtures.ts';

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

async function open(board: Parameters<typeof snapshot>[0] = {}) {
  main.board = snapshot(board);
  render(<ConsoleShell />);
  await settled();
}

async function press(key: string, more: KeyboardEventInit = {}) {
  const code = /^[a-z]$/i.test(key) ? `Key${key.toUpperCase()}` : key;
  const on = document.activeElement ?? document.body;
  await act(async () => void fireEvent.keyDown(on, { key, code, ...more }));
  await settled();
}

const strip = () => within(screen.getByRole('banner', { name: 'Status' }));
const figure = (label: string) =>
  strip().getByText(label).closest('div')?.querySelector('dd')?.textContent;

describe('the status strip', () => {
  test('says where, which policy, how the promise is kept, who waits, and who is at the console', async () => {
    await open({
      calls: [call(1, { receivedAt: ago(83) }), call(2, { receivedAt: ago(4) })],
      strip: { answered: 40, answeredInTime: 37, promiseSeconds: 15 },
    });
    expect(strip().getByRole('heading').textContent).toBe('North Center');
    expect(strip().getByText('2026.5').closest('p')?.textContent).toBe('Policy 2026.5');
    expect(figure('Answered in time')).toMatch(/93 %.*≤ 15 s, 40 calls/);
    expect(figure('Waiting')).toBe('2');
    expect(figure('Longest')).toMatch(/01:2\d ▲ late/);
    expect(strip().getByRole('button', { name: /Dana Reyes/ })).toBeTruthy();
    expect(strip().queryByText('Training')).toBeNull();
  });

  test('training is a word on the screen, and never there in live work', async () => {
    sitDown(CLEO, { mode: 'training' });
    await open();
    expect(strip().getByText('Training')).toBeTruthy();
  });

  test('no calls yet is no percentage', async () => {
    await open();
    expect(figure('Answered in time')).toBe('no calls yet');
    expect(figure('Longest')).toBe('nobody');
  });

  test('a main that stops answering is noticed', async () => {
    vi.useFakeTimers();
    await open();
    main.answer('desk.hello', () => new Promise(() => undefined));
    await act(async () => vi.advanceTimersByTime(21_000));
    expect(strip().getByRole('alert').textContent).toContain('may be old');
  });
});

describe('police/EMS now', () => {
  const bar = () => screen.getByRole('group', { name: 'Police/EMS now is armed' });

  test('names the incident before the second stroke, and sends with it', async () => {
    await open({ incidents: [row(1), row(2)] });
    await press('j');
    await press('p');
    expect(bar().textContent).toContain('incident 2, 200 N Kedzie Ave');
    await press('p');
    expect(main.inputsOf('incident.upgrade')).toEqual([
      { incidentId: 'incident-2', services: ['police', 'ems'] },
    ]);
    expect(screen.queryByRole('group', { name: /is armed/ })).toBeNull();
  });

  test('a waiting call needs no answering first', async () => {
    main.answer('incident.upgrade', { ok: true, value: { seq: 2, made: 'incident-1' } });
    await open({ calls: [call(1)] });
    await press('p');
    await press('e');
    expect(main.inputsOf('incident.upgrade')).toEqual([{ callId: 'call-1', services: ['ems'] }]);
  });

  test('Escape stands it down', async () => {
    await open({ incidents: [row(1)] });
    await press('p');
    await press('Escape');
    await press('p');
    expect(main.inputsOf('incident.upgrade')).toEqual([]);
  });

  test('with nobody in the queue it says what is missing instead of doing nothing', async () => {
    await open();
    await press('p');
    await press('p');
    expect(screen.getByText(/For which call/)).toBeTruthy();
    expect(bar()).toBeTruthy();
  });

  test('a mouse takes two presses as well, on every screen', async () => {
    await open({ incidents: [row(1)] });
    await press('g');
    await press('o');
    fireEvent.click(screen.getByRole('button', { name: 'Police/EMS now' }));
    fireEvent.click(screen.getByRole('button', { name: 'Police only' }));
    await settled();
    expect(main.inputsOf('incident.upgrade')).toMatchObject([{ services: ['police'] }]);
  });
});

describe('the veil', () => {
  test('leaves nothing about anybody in the page, and police/EMS still work', async () => {
    await open({ calls: [call(1)], incidents: [row(2)], units: [unit('M1')] });
    await press('l', { ctrlKey: true });
    const page = document.body.textContent ?? '';
    for (const secret of ['N Broadway', 'N Kedzie', 'cannot go on', '312-555', 'Dana Reyes'])
      expect(page).not.toContain(secret);
    expect(page).toContain('1 call waits');
    await press('p');
    expect(document.body.textContent).not.toContain('N Broadway');
    await press('p');
    expect(main.inputsOf('incident.upgrade')).toEqual([
      { callId: 'call-1', services: ['police', 'ems'] },
    ]);
    await press('l', { ctrlKey: true });
    expect(screen.getByRole('listbox', { name: /calls and incidents/ })).toBeTruthy();
  });

  test('an announcement under it is only heard', async () => {
    await open();
    await press('l', { ctrlKey: true });
    await main.announce({ text: 'New call 4, 4 N Broadway', sound: 'new-call' });
    expect(document.body.textContent).not.toContain('N Broadway');
  });
});

describe('what main announces', () => {
  test('a new call is said politely and leaves by itself', async () => {
    vi.useFakeTimers();
    await open();
    await main.announce({ text: 'New call 4: suicide threat', sound: 'new-call' });
    const said = screen.getByText('New call 4: suicide threat');
    expect(said.closest('[aria-live="polite"]')).toBeTruthy();
    await act(async () => vi.advanceTimersByTime(10_000));
    expect(screen.queryByText('New call 4: suicide threat')).toBeNull();
  });

  test('an alert is said at once, once, and stays until it is dismissed', async () => {
    await open();
    await main.announce({ text: 'Incident 2 raised to L4', sound: 'alert' });
    const alerts = screen.getAllByText(/raised to L4/);
    expect(alerts).toHaveLength(1);
    expect(alerts[0]?.closest('[role="alert"]')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Dismiss this message' }));
    expect(screen.queryByText(/raised to L4/)).toBeNull();
  });
});

test('a refusal with a place of its own is not said a second time at the foot', async () => {
  await open({ incidents: [row(1)] });
  act(() => say({ tone: 'refused', text: 'No such fact.', cause: 'incident.answer-fact' }));
  expect(screen.getAllByText(/No such fact/)).toHaveLength(1);
  act(() => say({ tone: 'refused', text: 'No such unit.', cause: 'unit.set-status' }));
  expect(screen.getAllByText(/No such unit/)).toHaveLength(1);
});

test('g and a letter go to every part of the console', async () => {
  // What is asked here is whether it comes, not how long it takes to read.
  await import('#renderer/outcomes/outcomes-home.tsx');
  await open({ incidents: [row(1)], units: [unit('M1')] });
  await press('g');
  await press('o');
  expect(screen.getByRole('main', { name: 'Outcomes' })).toBeTruthy();
  await press('g');
  await press('q');
  await vi.waitFor(() => expect(document.activeElement?.getAttribute('role')).toBe('listbox'));
  await press('g');
  await press('b');
  await vi.waitFor(() =>
    expect(document.activeElement?.closest('[data-pane="teams"]')).toBeTruthy(),
  );
});

test('a clinician begins at the clinician’s desk, everybody else at dispatch', async () => {
  // A page of its own: what is asked here is whether it comes, not how long it takes to read.
  await import('#renderer/clinician/clinician-home.tsx');
  sitDown(CLEO);
  await open();
  await vi.waitFor(() => expect(document.querySelector('[data-place="clinician"]')).toBeTruthy());
  expect(screen.queryByRole('region', { name: 'Queue' })).toBeNull();
});

test('leaving the window writes what is still being typed', async () => {
  await open({ incidents: [row(12)] });
  fireEvent.change(screen.getByLabelText('Location'), { target: { value: 'half an addr' } });
  window.dispatchEvent(new Event('pagehide'));
  expect(main.inputsOf('draft.save')).toMatchObject([
    { subject: 'incident/incident-12', field: 'address', text: 'half an addr' },
  ]);
});

test('the board keeps up: a closed incident leaves the queue', async () => {
  await open({ incidents: [row(1), row(2)] });
  await main.push(patch(1, 2, { incidentsGone: ['incident-2'] }));
  expect(screen.getAllByRole('option', { name: /Kedzie/ })).toHaveLength(1);
});
