import type { Answers } from './answer.ts';
import { operatorOf, type DeskCore } from './desk-core.ts';
import { onIncident } from './on-incident.ts';
import { forgetDrafts } from '#db/settings/drafts.ts';
import { escalatePhone, resolvePhone } from '#shared/incident/decide-phone.ts';
import { answer988, declineOffer, takePhone } from '#shared/phone/decide-offer.ts';
import { upgrade } from '#shared/incident/decide-response.ts';
import { isRefusal } from '#shared/lib/refusal.ts';

type PhoneTopic =
  'phone.take' | 'phone.decline' | 'phone.answer-988' | 'phone.escalate' | 'phone.resolve';

/** The clinician's side of an incident. */
export function phoneAnswers(core: DeskCore): Answers<PhoneTopic> {
  return {
    'phone.take': onIncident(core, (incident, _input, { by }) => takePhone(incident, by, core)),

    'phone.decline': onIncident(core, (incident, { reason }, { by }) =>
      declineOffer(incident, reason, by, core),
    ),

    'phone.answer-988': onIncident(core, (incident, { accepted }, { policy }) =>
      answer988(incident, accepted, policy),
    ),

    'phone.escalate': onIncident(core, (incident, { to, reason }, context) => {
      const events = escalatePhone(incident, to, reason, context);
      if (to === 'field' || isRefusal(events)) return events;
      return [...events, ...upgrade(incident, ['police', 'ems'], core.staffing(), context)];
    }),

    'phone.resolve': (input, session) => {
      const resolve = onIncident<typeof input>(core, (incident, { outcome, note }, { by }) =>
        resolvePhone(incident, outcome, note, by),
      );
      const resolved = resolve(input, session);
      if (!isRefusal(resolved))
        forgetDrafts(core.db, operatorOf(session).operatorId, `incident/${input.incidentId}`);
      return resolved;
    },
  };
}
