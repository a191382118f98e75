import { renderHook } from '@testing-library/react';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { IncidentRow } from '#shared/board/board-rows.ts';
import { LEVELS } from '#shared/routing/level.ts';
import { keepFeed, onAnnouncement, startFeed, stopFeed } from '#renderer/desk/board-feed.ts';
import { boardStore, showPatch, showSnapshot, useBoard } from '#renderer/desk/board-store.ts';
import { deskStore, select } from '#renderer/desk/desk-store.ts';
import { compareCalls, compareIncidents } from '#renderer/queue/queue-order.ts';
import { call, FakeMain, incidentId, patch, settled, snapshot } from './fake-feed.ts';
import { ago, atTheConsole, row, sitDown, unit, view } from './sheets-fixtures.ts';

atTheConsole();
let main: FakeMain;
const board = () => boardStore.getState();

beforeEach(() => void (main = new FakeMain()));
afterEach(stopFeed);

async function started(): Promise<void> {
  startFeed();
  await settled();
}

test('the board is what main answers, in the order somebody should look at it', async () => {
  main.board = snapshot({
    revision: 7,
    calls: [call(9), call(8)],
    incidents: [row(1, { level: 'L1' }), row(2, { level: 'L4' })],
    units: [unit('M1')],
  });
  await started();
  expect(board().ready).toBe(true);
  expect(board().callOrder).toEqual(['call-8', 'call-9']);
  expect(board().incidentOrder).toEqual(['incident-2', 'incident-1']);
  expect(board().units.get('M1')?.team).toBe('Behavioral-health team');
});

test('what comes while the snapshot is on its way is applied after it, once', async () => {
  let answer: (board: unknown) => void = () => undefined;
  main.answer('board.snapshot', () => new Promise((resolve) => (answer = resolve)));
  startFeed();
  await settled();
  await main.push(patch(3, 4, { calls: [call(1, { address: 'already in the snapshot' })] }));
  await main.push(patch(4, 5, { calls: [call(2)] }));
  expect(board().ready).toBe(false);
  answer(snapshot({ revision: 4, calls: [call(1, { address: 'newest' })] }));
  await settled();
  expect(board().revision).toBe(5);
  expect(board().callOrder).toEqual(['call-1', 'call-2']);
  expect(main.inputsOf('board.snapshot')).toHaveLength(1);
});

test('a patch that skips something makes the window ask for the whole board again', async () => {
  await started();
  main.board = snapshot({ revision: 9, calls: [call(1), call(2)] });
  await main.push(patch(8, 9, { calls: [call(2)] }));
  await settled();
  expect(main.inputsOf('board.snapshot')).toHaveLength(2);
  expect(board().callOrder).toEqual(['call-1', 'call-2']);
});

test('a patch older than the board changes nothing', async () => {
  main.board = snapshot({ revision: 9, calls: [call(1)] });
  await started();
  await main.push(patch(4, 5, { callsGone: ['call-1'] }));
  expect(board().callOrder).toEqual(['call-1']);
  expect(board().revision).toBe(9);
});

test('rows that a patch or a new snapshot does not change keep their identity', async () => {
  const rows = [row(1), row(2)];
  main.board = snapshot({ incidents: rows });
  await started();
  const before = board().incidents.get('incident-1');
  await main.push(patch(1, 2, { incidents: [row(2, { level: 'L4' })] }));
  expect(board().incidents.get('incident-1')).toBe(before);
  expect(board().incidents.get('incident-2')?.level).toBe('L4');
  showSnapshot(snapshot({ revision: 3, incidents: structuredClone(rows) }));
  expect(board().incidents.get('incident-1')).toBe(before);
});

test('a component that shows one row draws again only when that row changed', async () => {
  main.board = snapshot({ incidents: [row(1), row(2)] });
  await started();
  let drawn = 0;
  renderHook(() => {
    drawn += 1;
    return useBoard((state) => state.incidents.get('incident-1'));
  });
  await main.push(patch(1, 2, { incidents: [row(2, { why: 'Something else.' })] }));
  expect(drawn).toBe(1);
  await main.push(patch(2, 3, { incidents: [row(1, { why: 'Something new.' })] }));
  expect(drawn).toBe(2);
});

test('moving single rows keeps the same order as sorting everything', () => {
  const anIncident = fc.record({
    at: fc.integer({ min: 1, max: 12 }),
    level: fc.constantFrom(...LEVELS),
    phase: fc.constantFrom('intake', 'decided', 'responding', 'wrap-up'),
    attention: fc.constantFrom(null, 'Raised to L3'),
    held: fc.boolean(),
    gone: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(anIncident, { maxLength: 60 }), (changes) => {
      showSnapshot(snapshot());
      const kept = new Map<string, IncidentRow>();
      const opened = ago(600);
      for (const [index, { at, level, phase, attention, held, gone }] of changes.entries()) {
        const changed = row(at, {
          ...({ level, phase, attention, openedAt: opened } as Partial<IncidentRow>),
          holdUntil: held ? ago(-600) : null,
        });
        kept.set(changed.incidentId, changed);
        if (gone) kept.delete(changed.incidentId);
        const change = gone ? { incidentsGone: [changed.incidentId] } : { incidents: [changed] };
        showPatch(patch(1 + index, 2 + index, change));
      }
      const sorted = [...kept.values()].sort(compareIncidents).map((each) => each.incidentId);
      expect(board().incidentOrder).toEqual(sorted);
      expect(board().incidents.size).toBe(sorted.length);
    }),
  );
});

test('waiting calls stand by how long they wait, never by anything about the caller', () => {
  const calls = [call(3, { receivedAt: ago(5) }), call(4, { receivedAt: ago(50) })];
  expect(calls.toSorted(compareCalls).map((each) => each.number)).toEqual([4, 3]);
});

test('selecting an incident asks main for its view; a late answer for another one is dropped', async () => {
  const answers = new Map<string, (view: unknown) => void>();
  main.answer(
    'incident.focus',
    (input: { incidentId: string }) =>
      new Promise((resolve) => answers.set(input.incidentId, resolve)),
  );
  await started();
  select({ kind: 'incident', id: 'incident-1' });
  select({ kind: 'incident', id: 'incident-2' });
  await settled();
  answers.get('incident-2')?.(view({ incidentId: incidentId(2) }));
  await settled();
  answers.get('incident-1')?.(view({ incidentId: incidentId(1) }));
  await settled();
  expect(board().focus?.incidentId).toBe('incident-2');
});

test('the feed keeps the focused view fresh, and no other', async () => {
  main.answer('incident.focus', { ok: true, value: view() });
  await started();
  select({ kind: 'incident', id: 'incident-12' });
  await settled();
  await main.push(patch(1, 2), view({ revision: 2, words: 'New words.' }));
  expect(board().focus?.words).toBe('New words.');
  await main.push(patch(2, 3), view({ incidentId: incidentId(5), words: 'Another incident.' }));
  expect(board().focus?.words).toBe('New words.');
});

test('announcements are heard exactly once, also those of the start', async () => {
  const heard: string[] = [];
  const stop = onAnnouncement(({ text }) => heard.push(text));
  startFeed();
  await main.push(patch(0, 1, { announcements: [{ text: 'New call 4', sound: 'new-call' }] }));
  await settled();
  expect(heard).toEqual(['New call 4']);
  stop();
});

test('a refused snapshot is said, and starting anew leaves no second listener', async () => {
  main.refuse('board.snapshot', 'Sign on first.');
  await started();
  expect(deskStore.getState().notice?.text).toBe('Sign on first.');
  startFeed();
  expect(main.listening).toBe(1);
  stopFeed();
  expect(main.listening).toBe(0);
});

test('a feed begun with the window is kept by the console, and begun again after a sign-on', async () => {
  await started();
  keepFeed();
  await settled();
  expect(main.inputsOf('board.snapshot')).toHaveLength(1);

  sitDown(null);
  main.refuse('board.snapshot', 'Sign on first.');
  await started();
  expect(deskStore.getState().notice).toBeNull();
  main.answer('board.snapshot', { ok: true, value: snapshot({ calls: [call(1)] }) });
  keepFeed();
  await settled();
  expect(board().callOrder).toEqual(['call-1']);
  expect(main.listening).toBe(1);
});
