import { changeDuty, type RequiredRoles } from './duty.ts';
import type { ShiftEvent } from './shift-events.ts';
import {
  isPlannedAt,
  LONGEST_SHIFT_HOURS,
  overlap,
  personKey,
  type PlannedShift,
  type Shift,
} from './shift.ts';
import type { ShiftId } from '../lib/brand.ts';
import { refuse, type Refusal } from '../lib/refusal.ts';
import type { Policy } from '../policy/policy.ts';
import { evolveUnit, type UnitEvent } from '../unit/unit-events.ts';
import type { Unit } from '../unit/unit.ts';

/** What a plan leans on besides itself. */
export interface ShiftContext {
  /** ISO instant. */
  readonly now: string;
  readonly policy: Policy;
  readonly required: RequiredRoles;
  /** Shifts of that person, by any spelling of the name, that are not over. */
  readonly othersOf: (name: string) => readonly Shift[];
  /** How a sentence names an instant: Mar 3, 15:00. */
  readonly say: (instant: string) => string;
}

type Decided = readonly (ShiftEvent | UnitEvent)[] | Refusal;

/** Roles a policy knows: every one that some team of it needs. */
export function rolesOf(policy: Policy): string[] {
  return [...new Set(policy.teamTypes.flatMap(({ requiredRoles }) => requiredRoles))];
}

export function planShift(
  shiftId: ShiftId,
  plan: PlannedShift,
  unit: Unit,
  context: ShiftContext,
): Decided {
  const wrong = wrongPlan(plan, null, context);
  if (wrong !== null) return wrong;
  const planned: ShiftEvent = { type: 'shift.planned', shiftId, ...tidy(plan) };
  return [planned, ...dutyBy(null, { ...planned, calledOff: null }, unit, context)];
}

/** The whole shift anew: its person, role, hours and breaks. It stays on its unit. */
export function changeShift(
  shift: Shift,
  plan: PlannedShift,
  unit: Unit,
  context: ShiftContext,
): Decided {
  if (shift.to <= context.now) return over(shift, context);
  const wrong = wrongPlan(plan, shift.shiftId, context);
  if (wrong !== null) return wrong;
  const changed: ShiftEvent = { type: 'shift.changed', shiftId: shift.shiftId, ...tidy(plan) };
  return [changed, ...dutyBy(shift, { ...changed, calledOff: null }, unit, context)];
}

/** The person does not come, or goes home: the shift stays on the roster, and says why nobody is there. */
export function callOff(shift: Shift, reason: string, unit: Unit, context: ShiftContext): Decided {
  if (shift.to <= context.now) return over(shift, context);
  if (shift.calledOff !== null) return [];
  const { shiftId, unitId } = shift;
  const said: ShiftEvent = { type: 'shift.called-off', shiftId, unitId, reason };
  return [said, ...dutyBy(shift, { ...shift, calledOff: reason }, unit, context)];
}

export function removeShift(shift: Shift, unit: Unit, context: ShiftContext): Decided {
  if (shift.to <= context.now) return over(shift, context);
  const { shiftId, unitId } = shift;
  const removed: ShiftEvent = { type: 'shift.removed', shiftId, unitId };
  return [removed, ...dutyBy(shift, null, unit, context)];
}

type Worked = Pick<Shift, 'shiftId' | 'name' | 'role' | 'from' | 'to' | 'breaks' | 'calledOff'>;

/** Who is on duty at once, when a change of plan is about this very moment. */
function dutyBy(
  before: Worked | null,
  after: Worked | null,
  unit: Unit,
  { now, required }: ShiftContext,
): UnitEvent[] {
  const was = before !== null && isPlannedAt(before, now) ? before : null;
  const is = after !== null && isPlannedAt(after, now) ? after : null;
  const same = was !== null && is !== null && was.name === is.name && was.role === is.role;
  if (same || (was === null && is === null)) return [];
  const why = before === null ? 'shift-began' : 'plan-changed';
  const events: UnitEvent[] = [];
  let crew = unit;
  const put = ({ name, role, shiftId }: Worked, onDuty: boolean) => {
    const member = crew.crew.find((each) => each.name === name && each.role === role);
    // A person's word was quicker than the plan.
    if ((member?.onDuty ?? false) === onDuty) return;
    const planned = { shiftId, due: now };
    const duty = { name, role, onDuty, why, reason: null, planned } as const;
    const event = changeDuty(crew, duty, required(crew));
    events.push(event);
    crew = evolveUnit(crew, event, now) ?? crew;
  };
  if (is !== null) put(is, true);
  if (was !== null) put(was, false);
  return events;
}

function tidy(plan: PlannedShift): PlannedShift {
  const { unitId, role, from, to, breaks } = plan;
  const name = plan.name.replace(/\s+/g, ' ').trim();
  return { unitId, role, name, from, to, breaks };
}

/** Why a plan cannot be; null when it can. `shiftId` is the shift it takes the place of. */
export function wrongPlan(
  plan: PlannedShift,
  shiftId: ShiftId | null,
  { now, policy, othersOf, say }: ShiftContext,
): Refusal | null {
  const { role, from, to, breaks } = plan;
  if (personKey(plan.name) === '')
    return refuse('no-name', 'Say who works this shift. Nothing was planned.');
  if (!rolesOf(policy).includes(role))
    return refuse(
      'unknown-role',
      `The policy knows no role “${role}”. Its roles are ${rolesOf(policy).join(', ')}. Nothing was planned.`,
    );
  if (to <= from)
    return refuse(
      'ends-before-it-begins',
      `The shift would end on ${say(to)}, before it begins on ${say(from)}. Over midnight it ends on the next day. Nothing was planned.`,
    );
  if (Date.parse(to) - Date.parse(from) > LONGEST_SHIFT_HOURS * 3_600_000)
    return refuse(
      'too-long',
      `The shift would last more than ${LONGEST_SHIFT_HOURS} hours. Plan the days one by one. Nothing was planned.`,
    );
  if (to <= now)
    return refuse(
      'already-over',
      `The shift would have ended on ${say(to)}. Only what is still to come is planned. Nothing was planned.`,
    );
  let earliest = from;
  for (const pause of breaks) {
    if (pause.to <= pause.from || pause.from <= earliest || pause.to >= to)
      return refuse(
        'break-outside',
        `The break ${say(pause.from)} to ${say(pause.to)} has to lie within the shift, after any earlier break. Nothing was planned.`,
      );
    earliest = pause.to;
  }
  const other = othersOf(plan.name).find(
    (each) => each.shiftId !== shiftId && each.calledOff === null && overlap(each, plan),
  );
  if (other === undefined) return null;
  return refuse(
    'works-elsewhere',
    `${plan.name.trim()} already works on ${other.unitId}, ${say(other.from)} to ${say(other.to)}. Nobody is on two units at once. Nothing was planned.`,
  );
}

function over({ name, unitId, to }: Shift, { say }: ShiftContext): Refusal {
  return refuse(
    'already-over',
    `The shift of ${name} on ${unitId} ended on ${say(to)}. What was worked stays as it is.`,
  );
}
