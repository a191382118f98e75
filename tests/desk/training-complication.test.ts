import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openDesk } from '#main/desk/open-desk.ts';
import { openingScene } from '#main/desk/training/opening-scene.ts';
import { Pacer } from '#main/desk/training/pacer.ts';
import { Room, type RefusedAct } from '#main/desk/training/room.ts';
import { Deck } from '#main/desk/training/scenario-catalogue.ts';
import { seedTraining } from '#main/desk/training/training-shift.ts';
import { unitWork } from '#main/desk/training/unit-movements.ts';

const folder = mkdtempSync(join(tmpdir(), 'caredesk-complication-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('a responder reports what the caller did not say, once, and the level rises by itself', () => {
  let now = Date.parse('2026-03-10T23:00:00.000Z');
  let ids = 0;
  const desk = openDesk({
    folder,
    mode: 'training',
    now: () => new Date(now),
    newId: () => `id-${(ids += 1)}`,
    log: () => {},
  });
  seedTraining(desk);
  const refused: RefusedAct[] = [];
  // With this die every chance happens, and every wait is the shortest.
  const never = () => 0;
  const room = new Room(desk, new Pacer(never, 1), (act) => refused.push(act));
  for (const _step of openingScene(room, new Deck(never), room.look()!)) now += 30;
  for (let turn = 0; turn < 600; turn += 1) {
    now += 2_000;
    for (const act of unitWork(room, room.look()!)) act();
  }
  const entries = [...desk.journal.entriesAfter(0)];
  const reported = entries.flatMap(({ event }) =>
    event.type === 'incident.fact-answered' && event.informant === 'responder' ? [event] : [],
  );
  const raised = entries.flatMap(({ event }) =>
    event.type === 'incident.level-raised' ? [event] : [],
  );
  expect(reported.length).toBeGreaterThanOrEqual(2);
  expect(new Set(reported.map((event) => event.incidentId)).size).toBe(reported.length);
  expect(raised.map((event) => event.incidentId)).toEqual(
    reported.map((event) => event.incidentId),
  );
  expect(refused).toEqual([]);
  desk.close();
});
