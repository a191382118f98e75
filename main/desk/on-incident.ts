import { done } from './answer.ts';
import { operatorOf, type DeskCore } from './desk-core.ts';
import type { Session } from './desk.ts';
import { findIncident } from '#db/board/incidents-projection.ts';
import type { Done } from '#shared/contract/endpoint.ts';
import type { DecideContext } from '#shared/incident/context.ts';
import type { Incident } from '#shared/incident/incident.ts';
import type { NewEvent } from '#shared/journal/journal-event.ts';
import type { IncidentId } from '#shared/lib/brand.ts';
import { refuse, type Refusal } from '#shared/lib/refusal.ts';

/** A command on one incident: load it, let the domain decide, write, all in one transaction. */
export function onIncident<Input extends { readonly incidentId: IncidentId }>(
  core: DeskCore,
  decide: (
    incident: Incident,
    input: Input,
    context: DecideContext,
  ) => readonly NewEvent[] | Refusal,
): (input: Input, session: Session) => Done | Refusal {
  return (input, session) => {
    const by = operatorOf(session).operatorId;
    const outcome = core.commit(by, () => {
      const incident = findIncident(core.db, input.incidentId);
      if (incident === null) return refuse('no-incident', 'This incident does not exist here.');
      return decide(incident, input, core.context(by));
    });
    return done(core, outcome);
  };
}
