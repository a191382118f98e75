import { PART_LABELS } from './eido-words.ts';
import { callTypeLabel } from '../incident-row.ts';
import { eidoOfCall } from '#db/board/eidos-projection.ts';
import type { Database } from '#db/open-database.ts';
import type { ProposalLine, SentView } from '#shared/board/sent-view.ts';
import { proposalsOn } from '#shared/eido/decide-proposal.ts';
import { overAt } from '#shared/eido/eido-said.ts';
import type { Incident } from '#shared/incident/incident.ts';
import type { Policy } from '#shared/policy/policy.ts';

/** What the sender says of an incident; null when it did not come as a document. */
export function sentView(db: Database, incident: Incident, policy: Policy): SentView | null {
  const taken = eidoOfCall(db, incident.callId);
  if (taken === null) return null;
  const { said, updatedAt } = taken;
  const label = (code: string | null) => callTypeLabel(policy, code) ?? code;
  return {
    agency: said.agency,
    incidentNumber: said.incidentNumber,
    updatedAt,
    type: said.type.text ?? said.type.code ?? said.type.registry,
    priority: said.priority,
    status: said.status,
    over: overAt(said.status),
    people: said.people,
    units: said.units,
    links: said.links,
    dispositions: said.dispositions,
    proposals: proposalsOn(incident, taken).flatMap(({ part, theirs, ours }): ProposalLine[] => {
      if (part !== 'callType') return [{ part, label: PART_LABELS[part], theirs, ours }];
      // What the policy does not know cannot be set.
      return policy.callTypes.some(({ code }) => code === theirs)
        ? [{ part, label: PART_LABELS[part], theirs: label(theirs) ?? theirs, ours: label(ours) }]
        : [];
    }),
  };
}
