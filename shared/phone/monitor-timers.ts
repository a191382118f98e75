import { ADVICE_SECONDS } from './monitoring.ts';
import { nextOverdue } from './nomination.ts';
import { stepDownRunning, type StepDown } from './step-down.ts';
import { isWaiting, type Call } from '../call/call.ts';
import type { CallEvent } from '../call/call-events.ts';
import type { Incident } from '../incident/incident.ts';
import { isOver } from '../timers/running.ts';
import type { Due } from '../timers/due.ts';

/** Advice nobody has seen is said once more, the oldest first. */
export function unseenAdvice({ incidentId, monitoring }: Incident): Due | null {
  const unseen = monitoring.advice.find(({ seen, repeated }) => seen === null && !repeated);
  if (unseen === undefined) return null;
  const { adviceId, at: from } = unseen;
  return {
    from,
    until: new Date(Date.parse(from) + ADVICE_SECONDS * 1000).toISOString(),
    events: () => [{ type: 'monitor.advice-unseen', incidentId, adviceId, from }],
  };
}

export function unansweredNomination({ incidentId, monitoring }: Incident): Due | null {
  const next = monitoring.nomination === null ? null : nextOverdue(monitoring.nomination);
  if (next === null) return null;
  const { from, to } = next;
  return {
    ...next,
    events: () => [{ type: 'monitor.nomination-overdue', incidentId, to, from }],
  };
}

/** The same of a call that nobody has answered, at `now` (milliseconds). */
export function watchCallNomination(call: Call, now: number): CallEvent[] {
  const next = call.nomination === null || !isWaiting(call) ? null : nextOverdue(call.nomination);
  if (next === null || !isOver(next, now)) return [];
  const { callId } = call;
  return [{ type: 'call.nomination-overdue', callId, to: next.to, from: next.from }];
}

/** Nobody answered in time: nothing changes, and that is said. */
export function unansweredStepDown(incident: Incident): Due | null {
  return ending(incident, 'proposed', 'unanswered');
}

/** The clinician did not say in time that it is still calm: the response goes on. */
export function stillCalm(incident: Incident): Due | null {
  return ending(incident, 'agreed', 'lapsed');
}

function ending(
  { incidentId, monitoring }: Incident,
  state: StepDown['state'],
  why: 'unanswered' | 'lapsed',
): Due | null {
  const { stepDown } = monitoring;
  if (stepDown?.state !== state) return null;
  const { units } = stepDown;
  const agreed = state === 'agreed';
  return {
    ...stepDownRunning(stepDown),
    events: () => [{ type: 'monitor.step-down-ended', incidentId, agreed, units, why }],
  };
}
