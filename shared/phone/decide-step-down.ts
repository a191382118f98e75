import { isOnTheLine } from './decide-monitoring.ts';
import type { MonitorEvent, StepDownKind } from './monitor-events.ts';
import { carryOutStepDown, type CarriedOut } from './carry-out-step-down.ts';
import { steppedFrom, stepDownRunning, type StepDown } from './step-down.ts';
import type { DecideContext } from '../incident/context.ts';
import type { Incident } from '../incident/incident.ts';
import { isArmed } from '../incident/left-unarmed.ts';
import { openIncidentOnly } from '../incident/open-incident-only.ts';
import { recommendedNow } from '../incident/recommended-now.ts';
import type { OperatorId, UnitId } from '../lib/brand.ts';
import { isRefusal, refuse, type Refusal } from '../lib/refusal.ts';
import { unarmedBar } from '../routing/unarmed.ts';
import { isOver } from '../timers/running.ts';
import type { Unit } from '../unit/unit.ts';
import { isLeaving, isThere, isUnderWay, UNIT_STATUS } from '../unit/unit-status.ts';

export interface Proposal {
  readonly does: StepDownKind;
  readonly units: readonly UnitId[];
  readonly reason: string;
  /** How long the answer may take, and each word that it is still calm may stand. */
  readonly seconds: number;
}

/** The clinician has the caller and proposes that less comes. Nothing changes until a dispatcher agrees. */
export function proposeStepDown(
  incident: Incident,
  { does, units, reason, seconds }: Proposal,
  board: readonly Unit[],
  { by }: DecideContext,
): MonitorEvent[] | Refusal {
  const closed = openIncidentOnly(incident);
  if (closed !== null) return closed;
  const { incidentId, number, monitoring } = incident;
  if (!isOnTheLine(incident, by))
    return refuse(
      'not-with-you',
      `The caller of incident ${number} is not on the line with you. Nothing was proposed.`,
    );
  if (monitoring.stepDown !== null)
    return refuse(
      'proposed-already',
      monitoring.stepDown.state === 'agreed'
        ? `A step-down of incident ${number} is in force. End it before another one is proposed.`
        : `A step-down of incident ${number} waits for its answer. Withdraw it to propose another one.`,
    );
  if (reason.trim() === '')
    return refuse('reason-needed', 'Say in a line why less is enough. Nothing was proposed yet.');
  const named = [...new Set(units)];
  const [first] = named;
  if (first === undefined)
    return refuse('no-unit', 'Name the unit that should wait or not come. Nothing was proposed.');
  const late = namedBar(incident, named, board);
  if (late !== null) return late;
  const proposed = { clinician: by, does, units: named, reason: reason.trim(), seconds };
  return [{ type: 'monitor.step-down-proposed', incidentId, ...proposed }];
}

export function withdrawStepDown(incident: Incident, by: OperatorId): MonitorEvent[] | Refusal {
  const stepDown = proposedOn(incident);
  if (isRefusal(stepDown)) return stepDown;
  if (stepDown.clinician !== by)
    return refuse('not-yours', 'Only who proposed it can withdraw it. It still waits.');
  const { incidentId } = incident;
  return [{ type: 'monitor.step-down-withdrawn', incidentId, clinician: by }];
}

export function refuseStepDown(incident: Incident, reason: string): MonitorEvent[] | Refusal {
  const stepDown = proposedOn(incident);
  if (isRefusal(stepDown)) return stepDown;
  if (reason.trim() === '')
    return refuse('reason-needed', 'Say in a line why not. The proposal still waits.');
  const { clinician } = stepDown;
  const { incidentId } = incident;
  return [{ type: 'monitor.step-down-refused', incidentId, clinician, reason: reason.trim() }];
}

export interface Consent {
  /** When the proposal was made that the dispatcher has read. */
  readonly since: string;
  /** Where the units wait; not asked when they do not come. */
  readonly place: string;
  /** Already proved to be who they say; null when nobody signed on. */
  readonly secondPerson: OperatorId | null;
}

/**
 * A dispatcher agrees. What follows are the commands there are, a staging order or a stand-down, held to their own
 * rules; and because it is a lowering, from L3 to a second person (invariant 4), and never to leave an unarmed
 * team alone where none may be (invariant 2).
 */
export function agreeToStepDown(
  incident: Incident,
  { since, place, secondPerson }: Consent,
  board: readonly Unit[],
  context: DecideContext,
): (MonitorEvent | CarriedOut)[] | Refusal {
  const stepDown = proposedOn(incident);
  if (isRefusal(stepDown)) return stepDown;
  const { incidentId, number } = incident;
  const { clinician, does, units, reason } = stepDown;
  if (stepDown.since !== since)
    return refuse(
      'another-proposal',
      `Another step-down of incident ${number} is proposed by now. Nothing was agreed; read it again.`,
    );
  if (isOver(stepDownRunning(stepDown), Date.parse(context.now)))
    return refuse(
      'too-late',
      `The time to answer is over, and the response to incident ${number} goes on. The clinician can propose it again.`,
    );
  const bar = namedBar(incident, units, board) ?? unarmedAlone(incident, stepDown, board, context);
  if (bar !== null) return bar;
  const second = secondPersonBar(incident, stepDown, secondPerson, context);
  if (isRefusal(second)) return second;
  const where = does === 'stage' ? place.trim() : '';
  if (does === 'stage' && where === '')
    return refuse('place-needed', `Say where ${units.join(', ')} waits. Nothing was agreed yet.`);
  const agreed = { clinician, does, units, place: where, reason, secondPerson: second.signed };
  const carriedOut = carryOutStepDown(incident, stepDown, where, board, context);
  if (isRefusal(carriedOut)) return carriedOut;
  return [{ type: 'monitor.step-down-agreed', incidentId, ...agreed }, ...carriedOut];
}

/** The clinician on the line says that it is still calm: the clock begins again. */
export function confirmCalm(incident: Incident, by: OperatorId): MonitorEvent[] | Refusal {
  const stepDown = agreedOn(incident);
  if (isRefusal(stepDown)) return stepDown;
  if (!isOnTheLine(incident, by))
    return refuse(
      'not-with-you',
      `Only who has the caller of incident ${incident.number} on the line can say so.`,
    );
  const { incidentId } = incident;
  return [{ type: 'monitor.step-down-confirmed', incidentId, clinician: by }];
}

/** It is not calm any more, or somebody wants the response after all. Anybody may say so, and need not say why. */
export function resumeResponse(incident: Incident, reason: string): MonitorEvent[] | Refusal {
  const stepDown = agreedOn(incident);
  if (isRefusal(stepDown)) return stepDown;
  const { incidentId } = incident;
  const why =
    reason.trim() === '' ? 'The step-down was ended: the response goes on' : reason.trim();
  return [{ type: 'monitor.step-down-resumed', incidentId, units: stepDown.units, reason: why }];
}

function proposedOn({
  monitoring,
  number,
}: Incident): (StepDown & { state: 'proposed' }) | Refusal {
  return monitoring.stepDown?.state === 'proposed'
    ? monitoring.stepDown
    : refuse(
        'nothing-proposed',
        `No step-down of incident ${number} waits for an answer. The response goes on as it was decided.`,
      );
}

function agreedOn({ monitoring, number }: Incident): (StepDown & { state: 'agreed' }) | Refusal {
  return monitoring.stepDown?.state === 'agreed'
    ? monitoring.stepDown
    : refuse(
        'no-step-down',
        `No step-down of incident ${number} is in force. Nothing was changed.`,
      );
}

/** Every unit named has to be on its way there. */
function namedBar(
  { incidentId, number }: Incident,
  units: readonly UnitId[],
  board: readonly Unit[],
): Refusal | null {
  for (const unitId of units) {
    const unit = board.find((each) => each.unitId === unitId);
    if (unit?.incidentId === incidentId && isUnderWay(unit.status)) continue;
    const is =
      unit === undefined
        ? 'is not on this board'
        : unit.incidentId === incidentId
          ? `is ${UNIT_STATUS[unit.status].label.toLowerCase()} there already`
          : `is not on incident ${number}`;
    return refuse(
      'not-on-its-way',
      `${unitId} ${is}, so it cannot step down on its way. Nothing was changed.`,
    );
  }
  return null;
}

/** Who stays must not be an unarmed team alone where none may be. EMS does not count as a team. */
function unarmedAlone(
  incident: Incident,
  { units }: StepDown,
  board: readonly Unit[],
  { policy, local }: DecideContext,
): Refusal | null {
  const stay = board.filter(
    (unit) =>
      unit.incidentId === incident.incidentId &&
      !units.includes(unit.unitId) &&
      !isLeaving(unit.status),
  );
  if (stay.some((unit) => isArmed(policy, unit, local.date))) return null;
  const waits = (unitId: UnitId) => incident.staging.some((each) => each.unitId === unitId);
  const alone = stay.filter(
    ({ unitId, teamType, status }) =>
      teamType !== policy.services.ems && (isThere(status) || !waits(unitId)),
  );
  const [first] = alone;
  const bar = first === undefined ? null : unarmedBar(policy, recommendedNow(incident, policy));
  if (first === undefined || bar === null) return null;
  return refuse(
    'unarmed-barred',
    `${first.unitId} would be there without police. ${bar} Nothing was changed.`,
  );
}

function secondPersonBar(
  incident: Incident,
  { does }: StepDown,
  secondPerson: OperatorId | null,
  { by, policy }: DecideContext,
): { readonly signed: OperatorId | null } | Refusal {
  const from = steppedFrom(incident, policy);
  if (!from.secondPerson) return { signed: null };
  const what = does === 'stage' ? 'Letting it wait' : 'Standing it down';
  if (secondPerson === null)
    return refuse(
      'second-person-needed',
      `${what} is less than ${from.level}. A second person has to sign on. Nothing was changed yet.`,
    );
  if (secondPerson === by)
    return refuse('second-person-is-you', 'The second person has to be somebody else.');
  return { signed: secondPerson };
}
