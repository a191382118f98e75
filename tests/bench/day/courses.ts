import type { Course } from './agenda.ts';
import type { Fleet } from '../center/fleet.ts';
import { recommended, ring, type CenterOnShift } from '../center/center-on-shift.ts';
import type { SeededChance } from '../policy/seeded-chance.ts';
import { resolving } from '../../support/phone-endings.ts';
import { findIncident } from '#db/board/incidents-projection.ts';
import type { DispositionCode } from '#shared/incident/disposition.ts';
import type { IncidentId, UnitId } from '#shared/lib/brand.ts';
import type { UnitStatus } from '#shared/unit/unit-status.ts';

/** One call and everything that is done about it, each step one command of somebody at a console. */
export interface Room {
  readonly center: CenterOnShift;
  readonly fleet: Fleet;
  readonly chance: SeededChance;
  /** What the card recommends to those who were asked the same and said the same. */
  readonly seen: Map<string, ReturnType<typeof recommended>>;
}

type Ending = (room: Room, incidentId: IncidentId) => Course;

/** Of a hundred calls: how many end which way. */
export const MIX: readonly (readonly [ending: Ending, share: number])[] = [
  [referred, 30],
  [helpedByPhone, 25],
  [teamGoes, 28],
  [policeNow, 12],
  [turnsWorse, 5],
];

/** From the first ring to the disposition. */
export function* oneCall(room: Room, number: number): Course {
  const { center, chance } = room;
  const callId = ring(center, number);
  yield 3 + chance.below(12);
  const incidentId = center.do('call.answer', { callId }).made as IncidentId;
  yield 5;
  let drawn = chance.below(100);
  const [ending] = MIX.find(([, share]) => (drawn -= share) < 0) ?? [teamGoes];
  yield* ending(room, incidentId);
}

function* referred(room: Room, incidentId: IncidentId): Course {
  yield* dangersDenied(room, incidentId);
  yield* answers(room, incidentId, { 'information-only': 'yes', 'in-person-need': 'no' });
  yield* accepts(room, incidentId, 'referred');
  yield 60;
  yield* noted(room, incidentId, 'Given the number of the food pantry; will call them now.');
  yield 90;
  close(room, incidentId, 'referred');
}

function* helpedByPhone(room: Room, incidentId: IncidentId): Course {
  const { center, chance } = room;
  yield* dangersDenied(room, incidentId);
  const able = { 'can-talk': 'yes', willing: 'yes', 'safe-place': 'yes' } as const;
  yield* answers(room, incidentId, { 'in-person-need': 'no', behavioral: 'yes', ...able });
  yield* accepts(room, incidentId, 'phone');
  yield 30 + chance.below(60);
  center.do('phone.take', { incidentId }, center.cleo);
  yield 400 + chance.below(400);
  yield* noted(room, incidentId, 'Calmer. Knows the number of the walk-in clinic.');
  yield 300 + chance.below(300);
  center.do('phone.resolve', resolving(incidentId), center.cleo);
}

function* teamGoes(room: Room, incidentId: IncidentId): Course {
  const { center, fleet } = room;
  yield* dangersDenied(room, incidentId);
  yield* answers(room, incidentId, { behavioral: 'yes', 'in-person-need': 'yes' });
  yield* accepts(room, incidentId, 'team');
  yield 20;
  const unitId = yield* waitsForTeam(room, incidentId);
  if (unitId === null) return;
  center.do('incident.assign-unit', { incidentId, unitId, reason: 'Nobody else is free.' });
  yield* drives(room, unitId);
  yield* withThePerson(room, unitId);
  yield* noted(room, incidentId, 'Talked for a while; her brother stays with her tonight.');
  for (const status of ['clearing', 'available'] as const)
    yield* reports(room, unitId, status, 240);
  fleet.giveBack(unitId);
  close(room, incidentId, 'services');
}

function* policeNow(room: Room, incidentId: IncidentId): Course {
  const { center } = room;
  yield* answers(room, incidentId, { 'weapon-in-hand': 'yes' });
  center.do('incident.upgrade', { incidentId, services: ['police'] });
  yield 60;
  const units = onScene(room, incidentId);
  for (const unitId of units) yield* drives(room, unitId);
  yield 600;
  for (const unitId of units) yield* reports(room, unitId, 'available', 60);
  close(room, incidentId, 'no-contact');
}

/** A weapon turns up while the team is on its way: it stays back, police go. */
function* turnsWorse(room: Room, incidentId: IncidentId): Course {
  const { center, fleet } = room;
  yield* dangersDenied(room, incidentId);
  yield* answers(room, incidentId, { behavioral: 'yes', 'in-person-need': 'yes' });
  yield* accepts(room, incidentId, 'team');
  yield 20;
  const unitId = yield* waitsForTeam(room, incidentId);
  if (unitId === null) return;
  center.do('incident.assign-unit', { incidentId, unitId, reason: 'Nobody else is free.' });
  yield* reports(room, unitId, 'en-route', 200);
  yield* answers(room, incidentId, { 'weapon-nearby': 'yes' });
  center.do('incident.upgrade', { incidentId, services: ['police', 'ems'] });
  yield 10;
  center.do('unit.stand-down', { unitId, reason: 'A weapon is near: police go.' });
  yield 10;
  fleet.giveBack(unitId);
  const units = onScene(room, incidentId);
  for (const each of units) yield* drives(room, each);
  yield 900;
  for (const each of units) yield* reports(room, each, 'available', 60);
  center.do('incident.close', {
    incidentId,
    disposition: 'no-contact',
    note: '',
    unserved: { code: 'overridden', note: 'Police went instead.' },
  });
}

function* dangersDenied({ center }: Room, incidentId: IncidentId): Course {
  for (const topic of ['medical', 'weapon', 'violence', 'suicide'] as const) {
    center.do('incident.answer-none', { incidentId, topic, informant: 'caller-saw' });
    yield 6;
  }
}

function* answers(
  { center }: Room,
  incidentId: IncidentId,
  facts: Readonly<Record<string, 'yes' | 'no'>>,
): Course {
  for (const [fact, answer] of Object.entries(facts)) {
    const informant = 'caller-saw';
    center.do('incident.answer-fact', { incidentId, fact, answer, informant });
    yield 5;
  }
}

function* accepts({ center, seen }: Room, incidentId: IncidentId, asked: string): Course {
  const shown = seen.get(asked) ?? recommended(center, incidentId);
  seen.set(asked, shown);
  const choice = { response: shown.response, reason: null, secondPerson: null };
  center.do('incident.decide', { incidentId, seen: shown, ...choice });
  yield 15;
}

/**
 * Ten minutes at a time, and twice at most: then somebody has to say why nobody came. Whoever is called
 * back is asked again, because answers about danger have aged by then.
 */
function* waitsForTeam(room: Room, incidentId: IncidentId): Generator<number, UnitId | null, void> {
  const { center, fleet } = room;
  for (let tries = 0; tries < 3; tries += 1) {
    const unitId = fleet.take();
    if (unitId !== undefined) return unitId;
    if (tries === 2) break;
    center.do('incident.hold', { incidentId, minutes: 10, reason: 'All teams are out.' });
    yield 610;
    center.do('incident.release-hold', { incidentId });
    yield 5;
    yield* dangersDenied(room, incidentId);
  }
  center.do('incident.close', {
    incidentId,
    disposition: 'no-contact',
    note: 'Called back: has gone to a friend.',
    unserved: { code: 'all-busy', note: '' },
  });
  return null;
}

function* drives(room: Room, unitId: UnitId): Course {
  yield* reports(room, unitId, 'en-route', 300 + room.chance.below(600));
  yield* reports(room, unitId, 'on-scene', 90);
}

/** Heard from before a check-in is missed. */
function* withThePerson(room: Room, unitId: UnitId): Course {
  yield* reports(room, unitId, 'with-patient', 840);
  room.center.do('unit.check-in', { unitId });
  yield 300 + room.chance.below(500);
}

function* reports({ center }: Room, unitId: UnitId, status: UnitStatus, seconds: number): Course {
  center.do('unit.set-status', { unitId, status });
  yield seconds;
}

function* noted({ center }: Room, incidentId: IncidentId, text: string): Course {
  center.do('incident.add-note', { incidentId, kind: 'dispatch', text });
  yield 10;
}

function close({ center }: Room, incidentId: IncidentId, disposition: DispositionCode): void {
  center.do('incident.close', { incidentId, disposition, note: '' });
}

/** Whoever the desk has sent; nobody when all were out. */
function onScene({ center }: Room, incidentId: IncidentId): UnitId[] {
  const { units } = findIncident(center.desk.db, incidentId) ?? { units: [] };
  return units.flatMap(({ unitId, releasedAt }) => (releasedAt === null ? [unitId] : []));
}
