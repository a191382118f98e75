import type { Between } from './pacer.ts';
import type { Act, Look, Room } from './room.ts';
import type { Scenario, SceneEnd } from './scenario.ts';
import type { IncidentRow, UnitRow } from '#shared/board/board-rows.ts';
import { findFact } from '#shared/policy/policy.ts';
import { UNIT_STATUS, type UnitStatus } from '#shared/unit/unit-status.ts';

interface Move {
  readonly to: UnitStatus;
  readonly after: Between;
}

/** With calls that no team goes to, about one incident in twenty turns out to be more than was said. */
const COMPLICATION = { hinted: 1 / 3, plain: 1 / 12 };
/** Carries people when several units are there, best first. Police never do here. */
const CARRIERS = [
  'ems',
  'co-response-north',
  'co-response-south',
  'behavioral-health',
  'substance-use',
];

/**
 * Units report as they go. Each next status follows from the present one and how long it has been, so
 * whatever a person sets, the unit goes on from there.
 */
export function unitWork(room: Room, look: Look): Act[] {
  const acts: Act[] = [];
  for (const unit of look.units) {
    const { unitId, status, since, incidentId } = unit;
    if (incidentId === null || !UNIT_STATUS[status].onIncident) continue;
    acts.push(...checkIn(room, look, unit));
    const row = look.incidents.find((each) => each.incidentId === incidentId);
    const scenario = room.scenarioOf(incidentId);
    const move = moveOf(unit, scenario, look);
    if (
      move !== null &&
      room.pacer.ready(`${unitId} ${status} ${since}`, look.now, move.after, Date.parse(since))
    )
      acts.push(() => room.ask(room.theo, 'unit.set-status', { unitId, status: move.to }));
    else if (row !== undefined && (status === 'with-patient' || status === 'on-scene'))
      acts.push(...complication(room, look, row, scenario));
  }
  return acts;
}

/** Crews report in good time, so that a missed check-in on the floor is a real one. */
function checkIn(room: Room, look: Look, { unitId, safety }: UnitRow): Act[] {
  if (safety === null || safety.dueAt === null) return [];
  const { since, dueAt } = safety;
  const from = Date.parse(since);
  const seconds = (Date.parse(dueAt) - from) / 1000;
  const key = `check-in ${unitId} ${dueAt}`;
  if (look.now < from + (seconds / 2) * 1000) return [];
  if (!room.pacer.ready(key, look.now, [5, 60])) return [];
  return [() => room.ask(room.theo, 'unit.check-in', { unitId })];
}

function moveOf(unit: UnitRow, scenario: Scenario, look: Look): Move | null {
  switch (unit.status) {
    case 'assigned':
      return { to: 'en-route', after: [30, 90] };
    case 'en-route':
      return { to: 'on-scene', after: unit.teamType === 'ems' ? [240, 420] : [240, 600] };
    case 'staged':
      return { to: 'on-scene', after: [180, 420] };
    case 'on-scene':
      if (scenario.scene === 'no-contact') return { to: 'clearing', after: [150, 330] };
      if (unit.teamType === 'police-cit') return { to: 'clearing', after: [240, 540] };
      return { to: 'with-patient', after: [40, 150] };
    case 'with-patient':
      return carries(unit, scenario.scene, look)
        ? { to: 'transporting', after: [120, 300] }
        : { to: 'clearing', after: scenario.scene === 'refused' ? [90, 240] : [180, 480] };
    case 'transporting':
      return { to: 'at-destination', after: [240, 480] };
    case 'at-destination':
      return { to: 'clearing', after: [120, 300] };
    case 'clearing':
      return { to: 'available', after: [40, 120] };
    default:
      return null;
  }
}

function carries(unit: UnitRow, scene: SceneEnd, { units }: Look): boolean {
  if (scene !== 'services-transport' && scene !== 'services-transfer') return false;
  const there = units.filter((each) => each.incidentId === unit.incidentId);
  const rank = (each: UnitRow) => CARRIERS.indexOf(each.teamType);
  return rank(unit) >= 0 && !there.some((other) => rank(other) >= 0 && rank(other) < rank(unit));
}

/** A responder sees what the caller did not say; the level then rises by itself (invariant 4). */
function complication(room: Room, look: Look, row: IncidentRow, scenario: Scenario): Act[] {
  const { pacer } = room;
  const { incidentId } = row;
  const fact = scenario.phone === undefined ? complicationAt(row, scenario) : null;
  const chance = scenario.surprise === undefined ? COMPLICATION.plain : COMPLICATION.hinted;
  if (fact === null || !pacer.happens(`complication ${incidentId}`, chance)) return [];
  if (!pacer.ready(`complication ${incidentId}`, look.now, [30, 180])) return [];
  return [
    () => {
      const view = room.view(room.theo, incidentId);
      const policy = room.policy();
      if (view === null || policy === null || findFact(policy, fact) === undefined) return;
      // Once is enough: after a restart the dice are thrown again, the record is not.
      const told = view.facts.some(({ record }) => record?.current.informant === 'responder');
      if (told || view.closed !== null) return;
      room.ask(room.theo, 'incident.answer-fact', {
        incidentId,
        fact,
        answer: 'yes',
        informant: 'responder',
      });
    },
  ];
}

function complicationAt({ level, number }: IncidentRow, { surprise }: Scenario): string | null {
  if (level === 'L4') return null;
  if (level === 'L3') return number % 2 === 0 ? 'weapon-in-hand' : 'assault-now';
  return surprise ?? (number % 2 === 0 ? 'weapon-nearby' : 'threats');
}
