import { IMANI, THEO } from './colleagues.ts';
import type { Act, Look, Room } from './room.ts';
import { whyUnserved } from './why-unserved.ts';
import type { IncidentRow } from '#shared/board/board-rows.ts';
import type { IncidentView } from '#shared/board/incident-view.ts';
import { nominable } from '#shared/phone/nomination.ts';
import { isUnderWay } from '#shared/unit/unit-status.ts';

/** What somebody looks at before they say something to another one about it. */
const READS_SECONDS = 45;
/** What the trainee has to answer before Theo does: less than the nomination's own time, and the step-down's. */
const LEAVES_TO_TRAINEE_SECONDS = 75;
const ANSWERS_SECONDS = 20;

const ADVICE = [
  'Speak slowly, one question at a time, and let the pauses be.',
  'Say your name first, and ask before you come closer.',
  'No sirens on the last block, if it can be helped.',
  'Ask what helped the last time.',
];

/**
 * What passes between the clinicians and dispatch: Imani follows some of the incidents of others, advises and nominates
 * as the trainee could, and Theo answers on what is his. By the number of the incident and not by chance, so that
 * an evening stays the same one with or without it.
 */
export function monitorWork(room: Room, look: Look): Act[] {
  const acts: Act[] = [];
  const busy = look.incidents.some(({ clinician }) => clinician === IMANI.operatorId);
  for (const row of look.incidents) {
    const act = imaniWould(room, look, row, busy) ?? theoWould(room, look, row);
    if (act === null) continue;
    acts.push(() => {
      const view = room.view(room.theo, row.incidentId);
      if (view !== null && view.closed === null) act(view);
    });
  }
  return acts;
}

type Does = ((view: IncidentView) => void) | null;

function imaniWould(room: Room, look: Look, row: IncidentRow, busy: boolean): Does {
  const { incidentId, number, asking, monitors, clinician, owner, phase } = row;
  const waited = (since: string, seconds: number) => room.pacer.passed(since, look.now, seconds);
  if (clinician === IMANI.operatorId) {
    if (asking?.what === 'still-calm' && waited(asking.from, 60))
      return () => room.ask(room.imani, 'monitor.confirm-calm', { incidentId });
    return asking === null && row.phone === 'with-clinician' ? stepDown(room, look, row) : null;
  }
  const open = phase === 'intake' || phase === 'decided' || phase === 'responding';
  if (busy || !open || owner === IMANI.operatorId || row.nexus === null || asking !== null)
    return null;
  if (monitors.includes(IMANI.operatorId) || !waited(row.openedAt, READS_SECONDS)) return null;
  if (number % 6 === 2) return (view) => nominates(room, view);
  if (number % 4 !== 1) return null;
  return () => {
    const text = ADVICE[Math.floor(number / 4) % ADVICE.length] ?? '';
    room.ask(room.imani, 'monitor.join', { incidentId });
    room.ask(room.imani, 'monitor.advise', { incidentId, text, forTeam: number % 8 === 1 });
  };
}

function nominates(room: Room, { incidentId, monitoring, phone, decision }: IncidentView): void {
  const policy = room.policy();
  const phoneResponse = policy && nominable(policy).find(({ byPhone }) => byPhone);
  room.ask(room.imani, 'monitor.join', { incidentId });
  if (!phoneResponse || monitoring.nomination !== null || phone.state !== 'none') return;
  if (decision?.response === phoneResponse.id) return;
  room.ask(room.imani, 'monitor.nominate', {
    incidentId,
    response: phoneResponse.id,
    reason: 'We spoke last week, and it went well on the phone.',
  });
}

/** Police is on its way to somebody who talks with her: she proposes once that it waits. */
function stepDown(room: Room, look: Look, { incidentId, units }: IncidentRow): Does {
  const police = room.policy()?.services.police;
  const coming = units
    .filter(({ status }) => status === 'en-route' || status === 'assigned')
    .map(({ unitId }) => unitId)
    .filter((id) => look.units.find(({ unitId }) => unitId === id)?.teamType === police);
  if (room.stepDownProposed.has(incidentId) || coming.length === 0) return null;
  room.stepDownProposed.add(incidentId);
  return ({ phone, monitoring, units: now }) => {
    const still = coming.filter((id) => now.some((each) => each.unitId === id && isComing(each)));
    if (phone.state !== 'with-clinician' || phone.clinician !== IMANI.operatorId) return;
    if (still.length === 0 || monitoring.stepDown !== null) return;
    room.ask(room.imani, 'monitor.propose-step-down', {
      incidentId,
      does: 'stage',
      units: still,
      reason: 'Talks with me and has sat down; a car in sight would frighten them.',
    });
  };
}

function isComing({ releasedAt, status }: IncidentView['units'][number]): boolean {
  return releasedAt === null && isUnderWay(status);
}

function theoWould(room: Room, { now }: Look, row: IncidentRow): Does {
  const { asking, owner } = row;
  if (asking === null || asking.what === 'still-calm') return null;
  const his = owner === THEO.operatorId;
  // A step-down is about a call a clinician owns: whoever sits at dispatch may answer it, the trainee first.
  if (!his && asking.what !== 'step-down') return null;
  const patience = his ? ANSWERS_SECONDS : LEAVES_TO_TRAINEE_SECONDS;
  return room.pacer.passed(asking.from, now, patience) ? (view) => answers(room, view) : null;
}

function answers(room: Room, view: IncidentView): void {
  const { incidentId, number, monitoring } = view;
  const { advice, nomination, stepDown } = monitoring;
  if (stepDown?.state === 'proposed') {
    const { since, secondPerson } = stepDown;
    if (secondPerson || number % 2 === 0) {
      const reason = secondPerson ? 'Nobody is here to sign it with me.' : 'A knife was mentioned.';
      room.ask(room.theo, 'monitor.refuse-step-down', { incidentId, reason });
      return;
    }
    const consent = { since, place: 'around the corner', secondPerson: null };
    room.ask(room.theo, 'monitor.agree-step-down', { incidentId, ...consent });
  } else if (nomination !== null) answersNomination(room, view);
  else {
    const unseen = advice.find(({ seen }) => seen === null);
    if (unseen === undefined) return;
    const { adviceId } = unseen;
    room.ask(room.theo, 'monitor.see-advice', { incidentId, adviceId });
    const followed = { adviceId, followed: true, reason: null };
    room.ask(room.theo, 'monitor.answer-advice', { incidentId, ...followed });
  }
}

/** He approves what is recommended anyway, which is a decision like his others; for the rest he has his reason. */
function answersNomination(room: Room, view: IncidentView): void {
  const { incidentId, monitoring, options, recommendation } = view;
  const { response = '' } = monitoring.nomination ?? {};
  const option = options.find(({ id }) => id === response);
  if (option === undefined || option.barred !== null || !option.recommended) {
    const why =
      option?.barred === null ? 'Somebody has to go there.' : 'Not everything has been asked yet.';
    room.ask(room.theo, 'monitor.deny-nomination', { incidentId, reason: why });
    return;
  }
  room.ask(room.theo, 'incident.decide', {
    incidentId,
    seen: { level: recommendation.level, response: recommendation.responseId },
    response,
    reason: option.needsReason ? 'The clinician asks for it, and it is what is recommended.' : null,
    secondPerson: null,
    unserved: whyUnserved(option.needsUnservedReason, 'The clinician asked for it.'),
  });
}
