import type { DeskCore } from './desk-core.ts';
import { openIncidents } from '#db/board/incidents-projection.ts';
import type { Incident } from '#shared/incident/incident.ts';
import { ageFacts } from '#shared/incident/decide-intake.ts';
import type { JournalEvent } from '#shared/journal/journal-event.ts';
import type { Policy } from '#shared/policy/policy.ts';
import { DESK_OPERATOR } from '#shared/roster/operator.ts';

/**
 * Looks once at everything with a time limit and writes down what has passed: aged answers, promises
 * of a hold. A passed limit is an event, so it survives a restart and nothing expires silently.
 */
export function watchOnce(core: DeskCore): void {
  if (core.policy === null) return;
  const now = core.now().getTime();
  core.commit(DESK_OPERATOR, () => {
    const context = core.context(DESK_OPERATOR);
    const events: JournalEvent[] = [];
    for (const incident of openIncidents(core.db)) {
      const aged = agedFacts(incident, context.policy, now);
      if (aged.length > 0) events.push(...ageFacts(incident, aged, 'time', context));
      const { hold, incidentId } = incident;
      if (hold !== null && !hold.expired && Date.parse(hold.until) <= now)
        events.push({ type: 'incident.hold-ended', incidentId, why: 'expired' });
    }
    return events;
  });
}

/** Facts whose answer is older than the policy lets it stand, and not yet marked. */
export function agedFacts(incident: Incident, policy: Policy, now: number): string[] {
  return policy.facts
    .filter((fact) => {
      const record = incident.facts[fact.id];
      if (fact.agesAfterMinutes === null || record === undefined || record.aged) return false;
      return now - Date.parse(record.current.at) >= fact.agesAfterMinutes * 60_000;
    })
    .map((fact) => fact.id);
}
