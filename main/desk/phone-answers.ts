import type { Answers } from './answer.ts';
import type { DeskCore } from './desk-core.ts';
import { onIncident } from './on-incident.ts';
import { answer988, declineOffer, takePhone } from '#shared/phone/decide-offer.ts';

type PhoneTopic = 'phone.take' | 'phone.decline' | 'phone.answer-988';

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
  };
}
