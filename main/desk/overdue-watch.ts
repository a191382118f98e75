import { overdueContacts } from './contact-view.ts';
import type { DeskCore } from './desk-core.ts';
import { dutyDue, postingsDue } from './roster/duty-watch.ts';
import { overdueCheckIns } from './safety-watch.ts';
import { standingHandOvers } from '#db/board/hand-overs-projection.ts';
import { openIncidents } from '#db/board/incidents-projection.ts';
import { watchHandOver } from '#shared/hand-over/decide-hand-over.ts';
import type { Incident } from '#shared/incident/incident.ts';
import { staleFacts } from '#shared/incident/ageing.ts';
import { ageFacts } from '#shared/incident/decide-intake.ts';
import { promiseOf } from '#shared/incident/promise.ts';
import { returnTransfer } from '#shared/incident/decide-phone.ts';
import type { JournalEvent } from '#shared/journal/journal-event.ts';
import type { Policy } from '#shared/policy/policy.ts';
import { isRefusal } from '#shared/lib/refusal.ts';
import { DESK_OPERATOR } from '#shared/roster/operator.ts';

/**
 * Looks once at everything with a time limit and writes down what has passed: aged answers, promises
 * of a hold, shifts and breaks. A passed limit is an event, so it survives a restart and nothing expires silently. The
 * windows also hear here of a policy whose time has come.
 */
export function watchOnce(core: DeskCore): void {
  if (core.policy === null) return;
  const now = core.now().getTime();
  core.commit(DESK_OPERATOR, () => {
    const context = core.context(DESK_OPERATOR);
    const events: JournalEvent[] = [...dutyDue(core), ...postingsDue(core)];
    for (const incident of openIncidents(core.db)) {
      const aged = staleFacts(incident, context.policy, now);
      if (aged.length > 0) events.push(...ageFacts(incident, aged, 'time', context));
      const { hold, incidentId } = incident;
      if (hold !== null && !hold.expired && Date.parse(hold.until) <= now)
        events.push({ type: 'incident.hold-ended', incidentId, why: 'expired' });
      events.push(...missedPromise(incident, context.policy, now));
      events.push(...unanswered(incident, context.policy, now));
    }
    events.push(...overdueCheckIns(core.db, context.policy, context.local.date, now));
    events.push(...overdueContacts(core.db, now));
    events.push(...standingHandOvers(core.db).flatMap((each) => watchHandOver(each, now)));
    return events;
  });
  core.tellOfPolicy();
}

/** A promise that has passed is written once for its step. A hold has an event of its own. */
function missedPromise(incident: Incident, policy: Policy, now: number): JournalEvent[] {
  const promise = promiseOf(incident, policy);
  if (promise === null || promise.step === 'hold' || Date.parse(promise.until) > now) return [];
  const { step, what, from } = promise;
  const { missed, incidentId, backEntered } = incident;
  // It passed on paper, before anybody could have been told here.
  if (backEntered !== null && promise.until <= backEntered.at) return [];
  if (missed?.step === step && missed.from === from) return [];
  return [{ type: 'incident.promise-missed', incidentId, step, what, from }];
}

/** A transfer inside the center that nobody accepts in time goes back to its origin (invariant 8). */
function unanswered(incident: Incident, policy: Policy, now: number): JournalEvent[] {
  const { phone } = incident;
  if (phone.state !== 'transferring' || phone.transfer.to === '988') return [];
  const limit = policy.promises.clinicianMinutes;
  if (now - Date.parse(phone.transfer.startedAt) < limit * 60_000) return [];
  const returned = returnTransfer(incident, `not accepted within ${limit} minutes`, null);
  return isRefusal(returned) ? [] : returned;
}
