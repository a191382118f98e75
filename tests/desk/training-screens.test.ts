import { expect, test } from 'vitest';
import { temporaryFolder } from '../support/desk-at-work.ts';
import { openDesk } from '#main/desk/open-desk.ts';
import { Pacer } from '#main/desk/training/pacer.ts';
import { Room, type RefusedAct } from '#main/desk/training/room.ts';
import { SCENARIOS } from '#main/desk/training/scenario-catalogue.ts';
import { screenCaller } from '#main/desk/training/screening.ts';
import { truthOf, type Scenario } from '#main/desk/training/scenario.ts';
import { seedTraining } from '#main/desk/training/seed-training.ts';
import type { CallId, IncidentId } from '#shared/lib/brand.ts';

const byPhone = SCENARIOS.filter(({ phone }) => phone !== undefined);
const troubled = (scenario: Scenario) => truthOf(scenario, 'thoughts') !== 'no';

function roomWithCaller(scenario: Scenario) {
  let ids = 0;
  const desk = openDesk({
    folder: temporaryFolder(),
    mode: 'training',
    now: () => new Date('2026-03-10T23:00:00.000Z'),
    newId: () => `id-${(ids += 1)}`,
    log: () => {},
  });
  seedTraining(desk);
  const refused: RefusedAct[] = [];
  const room = new Room(desk, new Pacer(() => 0.5, 1), (act) => refused.push(act));
  const words = scenario.words[0]!;
  const call = { ani: null, address: '', words, callType: null };
  const callId = room.ask(room.theo, 'call.receive', call)!.made as CallId;
  const incidentId = room.ask(room.theo, 'call.answer', { callId })!.made as IncidentId;
  const informant = 'caller-saw';
  for (const topic of ['medical', 'weapon', 'violence', 'suicide'] as const)
    room.ask(room.theo, 'incident.answer-none', { incidentId, topic, informant });
  const talks = { 'information-only': 'no', 'in-person-need': 'no', behavioral: 'yes' } as const;
  const able = { 'can-talk': 'yes', willing: 'yes', 'safe-place': 'yes' } as const;
  for (const [fact, answer] of Object.entries({ ...talks, ...able }))
    room.ask(room.theo, 'incident.answer-fact', { incidentId, fact, answer, informant });
  const { level, responseId } = room.view(room.theo, incidentId)!.recommendation;
  room.ask(room.theo, 'incident.decide', {
    incidentId,
    seen: { level, response: responseId },
    response: responseId,
    reason: null,
    secondPerson: null,
  });
  room.ask(room.imani, 'phone.take', { incidentId });
  const view = () => room.view(room.imani, incidentId)!;
  return { room, view, refused, close: () => desk.close() };
}

test('the simulated clinician asks the whole screen of a caller without such thoughts, once', () => {
  const calm = byPhone.find((each) => !troubled(each) && each.hearsay !== true)!;
  const { room, view, refused, close } = roomWithCaller(calm);
  screenCaller(room, view());
  screenCaller(room, view());
  const { screens } = view().clinical!.screen;
  expect(screens).toHaveLength(1);
  expect(screens[0]).toMatchObject({ result: { kind: 'established', severity: 'none' } });
  expect(screens[0]?.finished).not.toBeNull();
  expect(view().raised).toBeNull();
  expect(refused).toEqual([]);
  close();
});

test('a caller with thoughts of suicide is left for the trainee to screen', () => {
  const { room, view, close } = roomWithCaller(byPhone.find(troubled)!);
  screenCaller(room, view());
  expect(view().clinical!.screen.screens).toEqual([]);
  close();
});
