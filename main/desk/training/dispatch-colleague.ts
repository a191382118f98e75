import { RETURNED_BY_988, THEO } from './colleagues.ts';
import { firstReportOf, intakeStep, refreshed } from './dispatch-intake.ts';
import { reContact, staffStep } from './dispatch-staffing.ts';
import type { Between } from './pacer.ts';
import type { Act, Look, Room } from './room.ts';
import { isSimulated } from './room.ts';
import type { Scenario } from './scenario.ts';
import { whyUnserved } from './why-unserved.ts';
import type { CallRow, IncidentRow } from '#shared/board/board-rows.ts';
import type { IncidentView } from '#shared/board/incident-view.ts';
import type { DispositionCode } from '#shared/incident/disposition.ts';

/** What the trainee does not answer within this, or beyond so many waiting, Theo answers. */
const LEAVES_TO_TRAINEE_SECONDS = 180;
const LEAVES_WAITING = 6;
const NEXT_QUESTION: Between = [1, 5];
/** He types while he listens, but not on more lines than this. */
const LINES = 3;

/** What Theo would do next: only with calls nobody answered and incidents he or Imani owns. */
export function dispatchWork(room: Room, look: Look): Act[] {
  const { pacer } = room;
  const acts: Act[] = [];
  const due = (key: string, wait: Between) => pacer.ready(key, look.now, wait);
  const mine = look.incidents.filter((row) => row.owner === THEO.operatorId);
  const intakes = mine.filter((row) => row.phase === 'intake' && row.attention === null).length;
  for (const call of callsToAnswer(room, look).slice(0, Math.max(0, LINES - intakes)))
    if (due(`answer ${call.callId}`, [1, 5]))
      acts.push(() => room.ask(room.theo, 'call.answer', { callId: call.callId }));

  for (const row of look.incidents) {
    const step = stepFor(row);
    if (step === null) continue;
    const key = `${step.name} ${row.incidentId}`;
    if (!due(key, step.wait)) continue;
    acts.push(() => {
      const view = room.view(room.theo, row.incidentId);
      // Somebody may have taken it since the look: then it is theirs.
      if (view === null || view.closed !== null || view.owner !== row.owner) return;
      if (step.act(room, look, view) === 'goes on')
        pacer.again(key, room.desk.now().getTime(), NEXT_QUESTION);
    });
  }
  return acts;
}

function callsToAnswer(room: Room, { calls, now }: Look): CallRow[] {
  const oldestFirst = [...calls].sort((a, b) => a.number - b.number);
  return oldestFirst.filter(
    (call, index) =>
      oldestFirst.length - index > LEAVES_WAITING ||
      room.pacer.passed(call.receivedAt, now, LEAVES_TO_TRAINEE_SECONDS),
  );
}

interface Step {
  readonly name: string;
  readonly wait: Between;
  readonly act: (room: Room, look: Look, view: IncidentView) => 'goes on' | void;
}

function stepFor(row: IncidentRow): Step | null {
  if (row.transferTo === 'dispatch') return { name: 'accept', wait: [60, 90], act: acceptTransfer };
  if (!isSimulated(row.owner) || row.phone === 'with-clinician' || row.phone === 'transferring')
    return null;
  const open = row.phase === 'intake' || needsAnotherLook(row);
  if (row.owner !== THEO.operatorId)
    return open || (row.phase === 'decided' && row.phone !== 'offered')
      ? { name: 'take', wait: [4, 12], act: take }
      : null;
  if (open) return { name: 'intake', wait: NEXT_QUESTION, act: intake };
  if (row.offer?.asks === '988') return { name: '988', wait: [15, 40], act: dial988 };
  if (row.holdExpired) return { name: 're-contact', wait: [5, 30], act: contactAgain };
  if (row.phase === 'wrap-up') return { name: 'close', wait: [20, 75], act: close };
  if (row.phase === 'decided' || row.phase === 'responding')
    return { name: `staff ${row.units.length}`, wait: [3, 9], act: staff };
  return null;
}

/** Raised or returned while a unit is on it: its phase says responding, and yet it needs a decision. */
function needsAnotherLook(row: IncidentRow): boolean {
  return row.attention !== null && row.phase === 'responding' && !row.holdExpired;
}

function acceptTransfer(room: Room, _look: Look, { incidentId }: IncidentView): void {
  room.ask(room.theo, 'phone.accept-transfer', { incidentId });
}

/** As with a clinician on the line, 988 does not always have somebody at once. */
function dial988(room: Room, _look: Look, { incidentId }: IncidentView): void {
  const accepted = !room.pacer.happens(`dial ${incidentId}`, RETURNED_BY_988);
  room.ask(room.theo, 'phone.answer-988', { incidentId, accepted });
}

function take(room: Room, _look: Look, { incidentId }: IncidentView): void {
  room.ask(room.theo, 'incident.take', { incidentId });
}

function intake(room: Room, look: Look, view: IncidentView): 'goes on' | void {
  if (!view.needsDecision) return staffStep(room, look, view);
  intakeStep(room, look, view);
  return 'goes on';
}

function contactAgain(room: Room, _look: Look, view: IncidentView): void {
  reContact(room, view);
}

function staff(room: Room, look: Look, view: IncidentView): 'goes on' | void {
  // An ambulance that left during the intake hides on the board that nobody has decided yet.
  if (view.needsDecision) return intake(room, look, view);
  const first = view.units.length === 0 ? firstReportOf(room, look, view) : null;
  if (first === null) {
    if (refreshed(room, look, view)) return 'goes on';
    return staffStep(room, look, view);
  }
  room.ask(room.theo, 'incident.close', {
    incidentId: view.incidentId,
    disposition: 'no-contact',
    note: `Further caller about incident ${first.number}; handled there.`,
    unserved: whyUnserved(view.unservedReasonNeeded, `Handled in incident ${first.number}.`),
  });
}

function close(room: Room, _look: Look, view: IncidentView): void {
  closeAsItEnded(room, view);
}

/** Both colleagues close what they own with how it truly ended. */
export function closeAsItEnded(room: Room, view: IncidentView): void {
  const scenario = room.scenarioOf(view.incidentId);
  const session = view.owner === THEO.operatorId ? room.theo : room.imani;
  room.ask(session, 'incident.close', {
    incidentId: view.incidentId,
    disposition: dispositionOf(view, scenario),
    note: '',
    unserved: whyUnserved(view.unservedReasonNeeded, 'It turned out otherwise on the way.'),
  });
}

function dispositionOf(view: IncidentView, scenario: Scenario): DispositionCode {
  if (view.units.length > 0) return scenario.scene;
  if (view.decision?.fill === 'nobody') return 'referred';
  return scenario.phone ?? 'resolved-by-phone';
}
