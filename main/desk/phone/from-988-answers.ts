import { done, type Answers } from '../answer.ts';
import { forgetTyped } from '../drafts/forget-typed.ts';
import { operatorOf, type DeskCore } from '../desk-core.ts';
import { onIncident } from '../on-incident.ts';
import { nextCallNumber } from '#db/board/calls-projection.ts';
import type { CallId, IncidentId } from '#shared/lib/brand.ts';
import { refuse } from '#shared/lib/refusal.ts';
import { receiveFrom988, tell988 } from '#shared/phone/decide-from-988.ts';

/** Callers whom 988 hands over, and the word it gets back. */
export function from988Answers(
  core: DeskCore,
): Answers<'call.receive-from-988' | 'incident.tell-988'> {
  return {
    'call.receive-from-988': ({ ani, address, words, callType, packet, yes }, session) => {
      const { policy } = core.requirePolicy();
      if (callType !== null && !policy.callTypes.some((type) => type.code === callType))
        return refuse('unknown-call-type', `The policy has no call type “${callType}”.`);
      const by = operatorOf(session).operatorId;
      const incidentId = core.options.newId() as IncidentId;
      const callId = core.options.newId() as CallId;
      const outcome = core.commit(by, () =>
        receiveFrom988(
          {
            type: 'call.received',
            callId,
            number: nextCallNumber(core.db),
            source: '988',
            receivedAt: core.now().toISOString(),
            ani: ani === '' ? null : ani,
            address,
            areaId: core.places.areaOf(address, policy),
            callType,
            words: words.trim(),
          },
          incidentId,
          packet,
          yes,
          core.context(by),
        ),
      );
      forgetTyped(core, by, 'call/from-988', outcome);
      return done(core, outcome, incidentId);
    },

    'incident.tell-988': onIncident(core, (incident, { whom, said }) =>
      tell988(incident, whom, said),
    ),
  };
}
