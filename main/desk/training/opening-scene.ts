import { intakeStep } from './dispatch-intake.ts';
import { staffStep } from './dispatch-staffing.ts';
import { placeFor, ring } from './incoming-call.ts';
import type { Look, Room } from './room.ts';
import { findScenario, type Deck } from './scenario-catalogue.ts';
import { hasTile, inTile } from './schematic-areas.ts';
import type { CallId, IncidentId } from '#shared/lib/brand.ts';
import type { UnitStatus } from '#shared/unit/unit-status.ts';

/** How far an incident already is when the trainee looks up for the first time. */
interface Underway {
  readonly scenario: string;
  /** Steps of the intake, at most. */
  readonly steps: number;
  /** Statuses its unit has been through. */
  readonly unit?: readonly UnitStatus[];
  readonly onPhone?: boolean;
}

const ALL = 60;

const UNDERWAY: readonly Underway[] = [
  { scenario: 'pills-taken', steps: ALL, unit: ['en-route', 'on-scene', 'with-patient'] },
  {
    scenario: 'asleep-on-the-steps',
    steps: ALL,
    unit: ['en-route', 'on-scene', 'with-patient', 'transporting'],
  },
  { scenario: 'pushed-his-mother', steps: ALL, unit: ['en-route', 'on-scene'] },
  { scenario: 'mail-piling-up', steps: ALL, unit: ['en-route'] },
  { scenario: 'tired-of-everything', steps: ALL, onPhone: true },
  { scenario: 'grief-evening', steps: ALL },
  { scenario: 'will-not-leave-the-store', steps: 5 },
];
const WAITING: readonly string[] = ['shouting-upstairs', 'bed-for-tonight', 'gun-in-the-closet'];

/**
 * The room as it is found: one command a turn, the very ones a person gives. One look is enough for it,
 * because nobody else acts yet.
 */
export function* openingScene(room: Room, deck: Deck, look: Look): Generator<void> {
  for (const underway of UNDERWAY) {
    const callId = received(room, deck, underway.scenario);
    yield;
    if (callId === null) continue;
    const made = room.ask(room.theo, 'call.answer', { callId })?.made;
    yield;
    if (made === undefined) continue;
    const incidentId = made as IncidentId;
    for (let step = 0; step < underway.steps; step += 1) {
      const view = room.view(room.theo, incidentId);
      if (view === null || !view.needsDecision) break;
      intakeStep(room, look, view);
      yield;
    }
    if (underway.unit !== undefined) setPoint(room, incidentId);
    if (underway.onPhone === true) room.ask(room.imani, 'phone.take', { incidentId });
    if (underway.unit !== undefined) yield* sendUnit(room, look, incidentId, underway.unit);
    yield;
  }
  for (const scenario of WAITING) {
    received(room, deck, scenario);
    yield;
  }
}

/** Where a unit went somebody has set a point; the others are somewhere in their area, as in life. */
function setPoint(room: Room, incidentId: IncidentId): void {
  const view = room.view(room.theo, incidentId);
  if (view === null || !hasTile(view.place.areaId)) return;
  const share = (step: number) => 0.15 + (((view.number * step) % 7) / 7) * 0.6;
  room.ask(room.theo, 'incident.set-position', {
    incidentId,
    position: inTile(view.place.areaId, share(3), share(5)),
    source: 'map',
    otherArea: 'keep',
  });
}

function* sendUnit(
  room: Room,
  look: Look,
  incidentId: IncidentId,
  statuses: readonly UnitStatus[],
): Generator<void> {
  const view = room.view(room.theo, incidentId);
  if (view !== null) staffStep(room, look, view);
  yield;
  // Where police and an ambulance go, the ambulance is the further one.
  const unitId = room.view(room.theo, incidentId)?.units.at(-1)?.unitId;
  if (unitId === undefined) return;
  for (const status of statuses) {
    room.ask(room.theo, 'unit.set-status', { unitId, status });
    yield;
  }
}

function received(room: Room, deck: Deck, id: string): CallId | null {
  const policy = room.policy();
  const scenario = findScenario(id);
  const words = scenario.words[0];
  if (policy === null || words === undefined) return null;
  deck.remove(words);
  return ring(room.desk, scenario, words, placeFor(scenario, policy, room.pacer.random));
}
