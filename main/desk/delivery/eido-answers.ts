import type { Answers } from '../answer.ts';
import type { DeskCore } from '../desk-core.ts';
import { onIncident } from '../on-incident.ts';
import { eidoOfCall } from '#db/board/eidos-projection.ts';
import { settleProposal } from '#shared/eido/decide-proposal.ts';

/** What a sender says otherwise is looked at by a person, part by part. */
export function eidoAnswers(core: DeskCore): Answers<'eido.settle'> {
  return {
    'eido.settle': onIncident(core, (incident, { part, how }, context) =>
      settleProposal(
        incident,
        eidoOfCall(core.db, incident.callId),
        { part, how },
        {
          ...context,
          areaOf: (address) => core.places.areaOf(address, context.policy),
        },
      ),
    ),
  };
}
