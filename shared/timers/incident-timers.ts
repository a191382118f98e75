import type { IncidentTimer } from './timers.ts';
import type { Due } from './due.ts';
import { isOver, isSetBack } from './running.ts';
import { staleFacts } from '../incident/ageing.ts';
import type { DecideContext } from '../incident/context.ts';
import { ageFacts } from '../incident/decide-intake.ts';
import type { Incident } from '../incident/incident.ts';
import type { IncidentEvent } from '../incident/incident-events.ts';
import { promiseOf, type StepPromise } from '../incident/promise.ts';
import { recontactOf } from '../incident/recontact.ts';
import { isRefusal } from '../lib/refusal.ts';
import type { MonitorEvent } from '../phone/monitor-events.ts';
import {
  stillCalm,
  unansweredNomination,
  unansweredStepDown,
  unseenAdvice,
} from '../phone/monitor-timers.ts';
import { returnTransfer } from '../phone/decide-transfer.ts';
import { transferLimit } from '../phone/transfer-limit.ts';
import { TRANSFER_STEPS } from '../phone/transfer.ts';
import { fallBack } from '../phone/decide-offer.ts';
import { fallbackAt, runningOffer, to988At } from '../phone/offer.ts';
import type { Policy } from '../policy/policy.ts';

/** Every timer of an incident, by its name in the list: what runs of it now. */
const RUNNING: Readonly<
  Record<
    Exclude<IncidentTimer, 'answers-age'>,
    (incident: Incident, policy: Policy, promise: StepPromise | null) => Due | null
  >
> = {
  hold: ({ hold, incidentId }) =>
    hold === null || hold.expired
      ? null
      : {
          from: hold.since,
          until: hold.until,
          events: () => [{ type: 'incident.hold-ended', incidentId, why: 'expired' }],
        },
  decide: (incident, _, promise) => promised(incident, promise, 'decide'),
  clinician: (incident, _, promise) => promised(incident, promise, 'clinician'),
  arrive: (incident, _, promise) => promised(incident, promise, 'arrive'),
  offer: (incident) => {
    const asked = runningOffer(incident)?.asked;
    if (asked?.who !== 'one') return null;
    const { clinician, from, until } = asked;
    const { incidentId } = incident;
    const passed = { type: 'phone.offer-passed', incidentId, clinician } as const;
    return { from, until, events: () => [{ ...passed, why: 'not-answered' }] };
  },
  'to-988': (incident, policy) => {
    const phone = runningOffer(incident);
    if (phone === null || phone.asked.who === '988') return null;
    const { incidentId } = incident;
    return {
      from: phone.since,
      until: to988At(phone, policy),
      events: () => [{ type: 'phone.fell-to-988', incidentId }],
    };
  },
  fallback: (incident, policy) => {
    const phone = runningOffer(incident);
    const until = phone === null ? null : fallbackAt(phone, policy);
    if (phone?.asked.who !== '988' || until === null) return null;
    return { from: phone.asked.from, until, events: () => fallBack(incident, policy) };
  },
  transfer: (incident, policy) => {
    const { phone } = incident;
    if (phone.state !== 'transferring') return null;
    const { step } = phone.transfer;
    const limit = transferLimit(phone.transfer, policy);
    const { label } = TRANSFER_STEPS[step];
    const why =
      step === 'offered'
        ? `Not accepted within ${limit.seconds} seconds`
        : `${label} took longer than ${limit.seconds} seconds`;
    return {
      from: limit.from,
      until: limit.until,
      events: () => {
        const back = returnTransfer(incident, why, null);
        return isRefusal(back) ? [] : back;
      },
    };
  },
  recontact: (incident, policy) => {
    const next = recontactOf(incident, policy);
    const { incidentId, recontact } = incident;
    if (next === null || recontact.missedFrom === next.from) return null;
    const { from } = next;
    return { ...next, events: () => [{ type: 'incident.recontact-missed', incidentId, from }] };
  },
  advice: unseenAdvice,
  nomination: unansweredNomination,
  'step-down': unansweredStepDown,
  'still-calm': stillCalm,
};

function promised(
  { missed, incidentId, backEntered }: Incident,
  promise: StepPromise | null,
  step: StepPromise['step'],
): Due | null {
  if (promise?.step !== step || (missed?.step === step && missed.from === promise.from))
    return null;
  const { from, until, what } = promise;
  // It passed on paper, before anybody could have been told here.
  if (backEntered !== null && until <= backEntered.at) return null;
  return {
    from,
    until,
    events: () => [{ type: 'incident.promise-missed', incidentId, step, what, from }],
  };
}

interface Known {
  readonly policy: Policy;
  readonly running: readonly Due[];
  /** When the first of them is over, in ms. */
  readonly first: number;
  /** When the last of them began, as an ISO instant; empty when none runs. */
  readonly newest: string;
}

const known = new WeakMap<Incident, Known>();

/** Kept by the incident, which never changes: the watch asks for every open one, every few seconds. */
function runningOf(incident: Incident, policy: Policy): Known {
  const before = known.get(incident);
  if (before?.policy === policy) return before;
  const promise = promiseOf(incident, policy);
  const running: Due[] = [];
  let [first, newest] = [Infinity, ''];
  for (const timer of Object.values(RUNNING)) {
    const due = timer(incident, policy, promise);
    if (due === null) continue;
    running.push(due);
    first = Math.min(first, Date.parse(due.until));
    if (due.from > newest) newest = due.from;
  }
  const now = { policy, running, first, newest };
  known.set(incident, now);
  return now;
}

/** What the watch has to write of the time limits of an open incident at `now` (milliseconds). */
export function watchIncident(
  incident: Incident,
  context: DecideContext,
  now: number,
): (IncidentEvent | MonitorEvent)[] {
  const { policy } = context;
  const aged = staleFacts(incident, policy, now);
  const { running, first, newest } = runningOf(incident, policy);
  if (aged.length === 0 && now < first && !isSetBack(newest, now)) return [];
  const over = running.filter((due) => isOver(due, now));
  const events = [
    ...(aged.length === 0 ? [] : ageFacts(incident, aged, 'time', context)),
    ...over.flatMap((due) => due.events()),
  ];
  const back = over.find(({ from }) => isSetBack(from, now));
  // Said once with them: otherwise the record would show a promise that passed before its time.
  return back === undefined
    ? events
    : [
        { type: 'incident.clock-set-back', incidentId: incident.incidentId, from: back.from },
        ...events,
      ];
}
