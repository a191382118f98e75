import { flagOf, stillSaid } from './words-flag.ts';
import type { Incident } from '../incident/incident.ts';
import type { IncidentEvent } from '../incident/incident-events.ts';
import { openIncidentOnly } from '../incident/open-incident-only.ts';
import { refuse, type Refusal } from '../lib/refusal.ts';
import type { Policy } from '../policy/policy.ts';

/** A person looked at the words and says why they are about something else. Other words raise it again. */
export function setWordsAside(
  incident: Incident,
  reason: string,
  policy: Policy,
): readonly IncidentEvent[] | Refusal {
  const closed = openIncidentOnly(incident);
  if (closed !== null) return closed;
  if (flagOf(incident, policy) === null)
    return refuse(
      'no-flag',
      `No words of incident ${incident.number} are marked any more. Nothing was changed.`,
    );
  const { incidentId, narrative } = incident;
  const said = [
    ...(narrative.setAside?.said ?? []),
    ...stillSaid(incident).map((each) => each.said),
  ];
  return [{ type: 'incident.words-set-aside', incidentId, said, reason }];
}
