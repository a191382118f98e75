import type { Desk, Session } from '../desk.ts';
import { TRAINING_OPERATORS } from './colleagues.ts';
import { shiftsOfUnit } from '#db/board/shifts-projection.ts';
import { allUnits } from '#db/board/units-projection.ts';
import type { ShiftId } from '#shared/lib/brand.ts';
import { rosterFile } from '#shared/roster/roster-file.ts';
import type { PlannedShift, Span } from '#shared/roster/shift.ts';
import type { CrewMember, Unit } from '#shared/unit/unit.ts';

const MINUTE = 60_000;
const HOUR = 3_600_000;

/** Invented people who relieve the evening's crews. */
const RELIEF: readonly string[] = [
  'Amara Diallo',
  'Bjorn Halvorsen',
  'Camila Restrepo',
  'Dmitri Volkov',
  'Esther Goldfarb',
  'Farid Nasser',
  'Gwen Pritchard',
  'Hamza Sheikh',
  'Ivy Nakamura',
  'Jorge Beltrán',
  'Katya Sokolova',
  'Lamar Whitfield',
  'Mei-Ling Chou',
  'Nuno Carvalho',
  'Oksana Bondar',
  'Percy Oduya',
  'Quinn Hargrove',
  'Rosalind Achebe',
  'Stefan Ionescu',
  'Tamsin Rourke',
  'Umar Farouk',
  'Vera Lindqvist',
  'Wesley Okafor',
  'Ximena Duarte',
  'Yusuf Demir',
  'Zora Blanchard',
  'Alan Petrak',
  'Brigid Mulvaney',
  'Cyrus Mehta',
  'Delphine Roux',
];

/** The one who called in sick, so that a crew is short from the beginning. */
const SICK = 'Rafael Quiñones';

/** Whose relief comes half an hour late, soon: a row that warns, and a gap that opens. */
const LEAVES_SOON = 'Anneke Visser';

/**
 * A day of invented shifts around `now`, for the crews as they are and those who relieve them. Mates on
 * one van have other hours and other breaks, as the agencies they come from have.
 */
export function shiftsAround(units: readonly Unit[], now: number): PlannedShift[] {
  const quarter = Math.floor(now / (15 * MINUTE)) * 15 * MINUTE;
  const relief = reliefFor(units);
  let place = 0;
  return units.flatMap(({ unitId, crew }) =>
    crew.flatMap((member, at): PlannedShift[] => {
      const { role, name } = member;
      const [from, to] = hoursOf(member, place + at, quarter, now);
      const next = to + (name === LEAVES_SOON ? 30 * MINUTE : 0);
      const breaks = breakOf(place, to);
      const after = relief(place++);
      return [
        { unitId, role, name, ...span(from, to), breaks },
        { unitId, role, name: after, ...span(next, next + 10 * HOUR), breaks: [] },
      ];
    }),
  );
}

/** People nobody of whom is on a unit now: on a later day other first names have these last names. */
function reliefFor(units: readonly Unit[]): (place: number) => string {
  const working = new Set(units.flatMap(({ crew }) => crew.map(({ name }) => name)));
  const people = RELIEF.map((name) => name.split(' '));
  const named = (turn: number) => (place: number) => {
    const [first, last] = [place, place + turn].map((each) => people[each % people.length]);
    return `${first?.[0]} ${last?.[1]}`;
  };
  const turn = RELIEF.findIndex((_, t) => !RELIEF.some((_, place) => working.has(named(t)(place))));
  return named(Math.max(0, turn));
}

function hoursOf({ name }: CrewMember, place: number, quarter: number, now: number) {
  const from = quarter - (1 + (place % 4)) * HOUR;
  if (name === LEAVES_SOON)
    return [from, Math.ceil((now + 25 * MINUTE) / MINUTE) * MINUTE] as const;
  return [from, quarter + (5 + (place % 5)) * HOUR + (place % 2) * 30 * MINUTE] as const;
}

/** Every fifth has a break two hours before going home. */
function breakOf(place: number, to: number): Span[] {
  return place % 5 === 0 ? [span(to - 2 * HOUR, to - 1.5 * HOUR)] : [];
}

function span(from: number, to: number): Span {
  return { from: new Date(from).toISOString(), to: new Date(to).toISOString() };
}

/** Plans a day for a training center that has nobody planned any more: a new one, or one opened days later. */
export function keepTrainingRoster(desk: Desk): void {
  const now = desk.now();
  const units = allUnits(desk.db).filter(({ crew }) => crew.length > 0);
  if (units.some(({ unitId }) => shiftsOfUnit(desk.db, unitId, now.toISOString()).length > 0))
    return;
  const operator = TRAINING_OPERATORS.find(({ role }) => role === 'supervisor');
  const session: Session = { operator: operator ?? null, focus: null };
  const hello = desk.answer('desk.hello', {}, session);
  const timeZone = hello.ok ? hello.value.center?.timeZone : undefined;
  if (timeZone === undefined) return;
  const csv = rosterFile(shiftsAround(units, now.getTime()), timeZone);
  desk.answer('roster.import', { csv }, session);
  for (const { unitId } of units)
    for (const shift of shiftsOfUnit(desk.db, unitId, now.toISOString()))
      if (shift.name === SICK) callOff(desk, session, shift.shiftId);
}

function callOff(desk: Desk, session: Session, shiftId: ShiftId): void {
  desk.answer('shift.call-off', { shiftId, reason: 'Called in sick.' }, session);
}
