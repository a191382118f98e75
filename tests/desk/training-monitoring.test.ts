import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openIncidents } from '#db/board/incidents-projection.ts';
import type { Desk, Session } from '#main/desk/desk.ts';
import { openDesk } from '#main/desk/open-desk.ts';
import { THEO, TRAINING_OPERATORS } from '#main/desk/training/colleagues.ts';
import { monitorWork } from '#main/desk/training/monitor-colleagues.ts';
import { Pacer } from '#main/desk/training/pacer.ts';
import { Room, type RefusedAct } from '#main/desk/training/room.ts';
import { seedTraining } from '#main/desk/training/training-shift.ts';
import type { CallId, IncidentId, UnitId } from '#shared/lib/brand.ts';

let folder: string;
let desk: Desk;
let room: Room;
let refused: RefusedAct[];
let now: number;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'caredesk-beside-'));
  now = Date.parse('2026-03-10T23:00:00.000Z');
  let ids = 0;
  desk = openDesk({
    folder,
    mode: 'training',
    now: () => new Date(now),
    newId: () => `id-${(ids += 1)}`,
    log: () => {},
  });
  seedTraining(desk);
  refused = [];
  room = new Room(desk, new Pacer(() => 0.5, 1), (act) => refused.push(act));
});
afterEach(() => {
  expect(refused).toEqual([]);
  desk.close();
  rmSync(folder, { recursive: true, force: true });
});

function later(seconds: number): void {
  now += seconds * 1000;
  for (const act of monitorWork(room, room.look()!)) act();
}

/** An incident of whoever it is; its number is the next one. */
function opened(by: Session, callType = 'MHDIST'): IncidentId {
  const call = { ani: null, address: '1 W Lawrence, Uptown', words: 'Come.', callType };
  const { made } = room.ask(by, 'call.receive', call)!;
  return room.ask(by, 'call.answer', { callId: made as CallId })!.made as IncidentId;
}

function clear(by: Session, incidentId: IncidentId): void {
  for (const topic of ['medical', 'weapon', 'violence', 'suicide'] as const)
    room.ask(by, 'incident.answer-none', { incidentId, topic, informant: 'caller-saw' });
}

const typesOf = (incidentId: IncidentId) =>
  [...desk.journal.entriesAfter(0)]
    .filter(({ event }) => 'incidentId' in event && event.incidentId === incidentId)
    .map(({ event }) => event.type)
    .filter((type) => type.startsWith('monitor.'));
const numberOf = (incidentId: IncidentId) =>
  openIncidents(desk.db).find((each) => each.incidentId === incidentId)!.number;

/** Opens as many as it takes for one whose number fits. */
function numbered(by: Session, fits: (number: number) => boolean): IncidentId {
  for (;;) {
    const incidentId = opened(by);
    if (fits(numberOf(incidentId))) return incidentId;
  }
}

test('Imani advises on some incidents, and Theo follows what is said on his', () => {
  const incidentId = numbered(room.theo, (number) => number % 4 === 1 && number % 6 !== 2);
  later(10);
  expect(typesOf(incidentId)).toEqual([]);
  later(50);
  expect(typesOf(incidentId)).toEqual(['monitor.joined', 'monitor.advised']);
  later(25);
  expect(typesOf(incidentId).slice(2)).toEqual(['monitor.advice-seen', 'monitor.advice-answered']);
  for (let turn = 0; turn < 5; turn += 1) later(30);
  expect(typesOf(incidentId)).toHaveLength(4);
});

test('she nominates others; Theo denies what is not recommended, with a reason', () => {
  const incidentId = numbered(room.theo, (number) => number % 6 === 2);
  clear(room.theo, incidentId);
  later(60);
  later(25);
  expect(typesOf(incidentId)).toEqual([
    'monitor.joined',
    'monitor.nominated',
    'monitor.nomination-denied',
  ]);
});

test('an incident of the trainee is the trainee’s to answer', () => {
  const dana: Session = {
    operator: TRAINING_OPERATORS.find(({ name }) => name === 'Dana Reyes')!,
    focus: null,
  };
  const incidentId = numbered(dana, (number) => number % 6 === 2);
  for (let turn = 0; turn < 6; turn += 1) later(60);
  expect(typesOf(incidentId)).toEqual(['monitor.joined', 'monitor.nominated']);
});

test('with a caller on the line she proposes that police waits, and says that it is calm', () => {
  const incidentId = numbered(room.theo, (number) => number % 2 === 1 && number % 4 !== 1);
  clear(room.theo, incidentId);
  const answers = { 'in-person-need': 'no', 'information-only': 'no', behavioral: 'yes' } as const;
  const able = { 'can-talk': 'yes', willing: 'yes', 'safe-place': 'yes' } as const;
  for (const [fact, answer] of Object.entries({ ...answers, ...able }))
    room.ask(room.theo, 'incident.answer-fact', {
      incidentId,
      fact,
      answer,
      informant: 'caller-saw',
    });
  const { recommendation } = room.view(room.theo, incidentId)!;
  const seen = { level: recommendation.level, response: recommendation.responseId };
  const choice = { response: seen.response, reason: null, secondPerson: null };
  room.ask(room.theo, 'incident.decide', { incidentId, seen, ...choice });
  room.ask(room.imani, 'phone.take', { incidentId });
  const police = desk.policy()!.policy.services.police;
  const unit = room.look()!.units.find((each) => each.teamType === police && each.gap === null)!;
  const unitId = unit.unitId as UnitId;
  room.ask(room.theo, 'incident.assign-unit', { incidentId, unitId, reason: 'Asked for.' });
  later(5);
  expect(typesOf(incidentId)).toEqual(['monitor.step-down-proposed']);
  later(80);
  expect(typesOf(incidentId).at(-1)).toBe('monitor.step-down-agreed');
  later(65);
  expect(typesOf(incidentId).at(-1)).toBe('monitor.step-down-confirmed');
  expect(room.view(room.theo, incidentId)!.monitoring.stepDown?.agreedByName).toBe(THEO.name);
});
