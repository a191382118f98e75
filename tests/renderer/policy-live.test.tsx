import { act, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { PolicyMark } from '#shared/board/board-rows.ts';
import type { Policy } from '#shared/policy/policy.ts';
import { startFeed, stopFeed } from '#renderer/desk/board-feed.ts';
import { deskStore, setVeiled } from '#renderer/desk/desk-store.ts';
import { reloadHello } from '#renderer/desk/refresh-hello.ts';
import { wallDateTime } from '#renderer/desk/wall-date.ts';
import { SignOn } from '#renderer/sign-on/sign-on.tsx';
import { Announcer } from '#renderer/sound/announcer.tsx';
import { StatusStrip } from '#renderer/strip/status-strip.tsx';
import { Veil } from '#renderer/strip/veil.tsx';
import { FakeMain, patch, settled, snapshot } from './fake-feed.ts';
import { atTheConsole, DANA, MARK, POLICY, sitDown } from './sheets-fixtures.ts';

atTheConsole();
let main: FakeMain;
beforeEach(() => void (main = new FakeMain()));
afterEach(stopFeed);

const NEW_POLICY: Policy = {
  ...POLICY,
  version: '2026.6',
  callTypes: POLICY.callTypes.map((type) => ({ ...type, label: `${type.label} (new)` })),
};
const NEW_MARK: PolicyMark = { version: '2026.6', hash: 'new', next: null };

/** Signed on, with the board: as the window starts. */
async function started(mark: PolicyMark = MARK) {
  main.board = snapshot({ policy: mark });
  main.answer('desk.hello', { ok: true, value: deskStore.getState().hello });
  startFeed();
  await act(async () => void (await reloadHello()));
  await settled();
}

function inForceNow(policy: Policy = NEW_POLICY, hash = NEW_MARK.hash) {
  main.answer('policy.in-force', { ok: true, value: { policy, hash } });
}

const asked = () => main.inputsOf('policy.in-force').length;
const strip = () => screen.getByRole('banner', { name: 'Status' }).textContent;

test('the strip follows the policy of the board, and everything that reads the document with it', async () => {
  await started();
  render(<StatusStrip />);
  expect(strip()).toContain('Policy 2026.5');
  inForceNow();
  await main.push(patch(1, 2, { policy: NEW_MARK }));
  await settled();
  expect(strip()).toContain('Policy 2026.6');
  expect(strip()).not.toContain('2026.5');
  expect(deskStore.getState().policy?.callTypes[0]?.label).toMatch(/\(new\)$/);
  expect(deskStore.getState().hello?.policyVersion).toBe('2026.6');
});

test('the start fetches the document once, and a board that says nothing new never again', async () => {
  await started();
  expect(asked()).toBe(1);
  await main.push(patch(1, 2));
  await main.push(patch(2, 3, { policy: { ...MARK } }));
  await settled();
  expect(asked()).toBe(1);
});

test('a change is said once, politely, as main says it', async () => {
  render(<Announcer veiled={false} />);
  await started();
  inForceNow();
  const text = 'Routing policy 2026.6 is in force now.';
  const announcements = [{ text, sound: null }];
  await main.push(patch(1, 2, { policy: NEW_MARK, announcements }));
  await main.push(patch(2, 3, { policy: NEW_MARK }));
  await settled();
  const said = screen.getAllByText(/in force now/);
  expect(said.map((each) => each.textContent)).toEqual([text]);
  expect(said[0]?.closest('[aria-live="polite"]')).toBeTruthy();
});

test('a scheduled policy stands beside the one in force, with the date when it is not today', async () => {
  vi.useFakeTimers({ now: Date.parse('2026-08-03T15:00:00.000Z'), toFake: ['Date'] });
  sitDown(DANA);
  const from = (effectiveFrom: string) => ({ ...MARK, next: { version: '2026.6', effectiveFrom } });
  await started(from('2026-08-03T23:00:00.000Z'));
  render(<StatusStrip />);
  expect(strip()).toContain('2026.6 from 18:00');
  await main.push(patch(1, 2, { policy: from('2026-08-05T05:30:00.000Z') }));
  expect(strip()).toContain('2026.6 from Aug 5, 00:30');
  await main.push(patch(2, 3, { policy: MARK }));
  expect(strip()).not.toContain('from');
});

test('days are those of the center: late in the evening there it is tomorrow elsewhere', () => {
  const evening = Date.parse('2026-08-04T04:30:00.000Z');
  expect(wallDateTime('2026-08-04T04:50:00.000Z', evening)).toBe('23:50');
  expect(wallDateTime('2026-08-04T05:00:00.000Z', evening)).toBe('Aug 4, 00:00');
  expect(wallDateTime('2027-01-01T06:00:00.000Z', evening)).toBe('Jan 1, 2027, 00:00');
  expect(wallDateTime('no date', evening)).toBe('–');
});

test('a document that cannot be fetched is said once and asked for again by itself', async () => {
  vi.useFakeTimers();
  await started();
  main.refuse('policy.in-force', 'The desk is busy.');
  await main.push(patch(1, 2, { policy: NEW_MARK }));
  await settled();
  expect(deskStore.getState().notice?.text).toMatch(
    /2026\.6 is in force.*The desk is busy.*still shown as in 2026\.5/,
  );
  expect(deskStore.getState().policy?.version).toBe('2026.5');
  act(() => deskStore.setState({ notice: null }));
  await act(async () => void (await vi.advanceTimersByTimeAsync(5_000)));
  expect(deskStore.getState().notice).toBeNull();
  inForceNow();
  await act(async () => void (await vi.advanceTimersByTimeAsync(5_000)));
  expect(deskStore.getState().policy?.version).toBe('2026.6');
  const before = asked();
  await act(async () => void (await vi.advanceTimersByTimeAsync(20_000)));
  expect(asked()).toBe(before);
});

test('a document that arrives late and is the old one again is replaced', async () => {
  await started();
  inForceNow();
  await main.push(patch(1, 2, { policy: NEW_MARK }));
  await settled();
  act(() => sitDown(DANA));
  expect(deskStore.getState().policy).toBe(POLICY);
  await settled();
  expect(deskStore.getState().policy).toBe(NEW_POLICY);
});

test('the veil says the version too', async () => {
  await started(NEW_MARK);
  act(() => setVeiled(true));
  render(<Veil />);
  expect(screen.getByRole('main').textContent).toContain('Policy 2026.6');
});

test('the sign-on screen says the version, and a later one while nobody signs on', async () => {
  vi.useFakeTimers();
  act(() => sitDown(null));
  const { hello } = deskStore.getState();
  render(<SignOn />);
  expect(screen.getByText(/position 1 · Policy 2026\.5/)).toBeTruthy();
  main.answer('desk.hello', { ok: true, value: { ...hello, policyVersion: '2026.6' } });
  await act(async () => void (await vi.advanceTimersByTimeAsync(15_000)));
  expect(screen.getByText(/position 1 · Policy 2026\.6/)).toBeTruthy();
});

test('an answer from before the sign-on never signs anybody off', async () => {
  vi.useFakeTimers();
  act(() => sitDown(null));
  const before = deskStore.getState().hello;
  let answer: (hello: unknown) => void = () => undefined;
  main.answer('desk.hello', () => new Promise((resolve) => (answer = resolve)));
  render(<SignOn />);
  await act(async () => void (await vi.advanceTimersByTimeAsync(15_000)));
  act(() => sitDown(DANA));
  answer(before);
  await settled();
  expect(deskStore.getState().hello?.session?.name).toBe('Dana Reyes');
});
