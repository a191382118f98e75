import type { Answers } from '../answer.ts';
import { atTheEnd } from '../clinical/at-the-end.ts';
import { forgetTyped } from '../drafts/forget-typed.ts';
import { operatorOf, type DeskCore } from '../desk-core.ts';
import { onIncident } from '../on-incident.ts';
import { newReferralCode } from '../referral/new-code.ts';
import { signedBeside } from '../access/second-person.ts';
import type { Session } from '../desk.ts';
import { screensOfIncident } from '#db/board/screens-projection.ts';
import { unseen } from '#db/journal/words-read.ts';
import type { Parsed } from '#shared/contract/console-contract.ts';
import type { outcomeTopics } from '#shared/contract/outcome-topics.ts';
import type { ContactId, ReferralId } from '#shared/lib/brand.ts';
import { isRefusal, type Refusal } from '#shared/lib/refusal.ts';
import { PARTITIONS } from '#shared/partition/partition.ts';
import { giveUpCaller, loseCaller } from '#shared/phone/decide-lost-caller.ts';
import { askForTeam, endConversation, leaveToHelp } from '#shared/phone/decide-outcome.ts';
import { screenRiskOf } from '#shared/phone/screen-risk.ts';
import { clinicalRecordOf } from '#shared/plan/clinical-record.ts';

/** How a conversation by phone ends or goes on. */
export function outcomeAnswers(core: DeskCore): Answers<keyof typeof outcomeTopics> {
  const newId = () => core.options.newId();
  /** What was typed for the end of a call is on the record with it. */
  const settled = <Done>(
    answered: Done | Refusal,
    { incidentId }: { readonly incidentId: string },
    session: Session,
  ): Done | Refusal => {
    forgetTyped(core, operatorOf(session).operatorId, `incident/${incidentId}`, answered);
    return answered;
  };
  return {
    'phone.resolve': (input, session) => {
      const secondPerson = signedBeside(core, session, input.secondPerson);
      if (isRefusal(secondPerson)) return secondPerson;
      const resolve = onIncident<typeof input>(core, (incident, { ending }, context) => {
        const { facts, incidentId } = incident;
        const screens = screensOfIncident(core.db, incidentId);
        const { plans } = clinicalRecordOf(
          unseen(core.db, () => core.journal.ofIncident(incidentId, PARTITIONS)),
        );
        const standing = atTheEnd(facts, screens, plans.length > 0, context.policy);
        const at = { ...standing, secondPerson };
        const ids = {
          contactId: newId() as ContactId,
          referralId: newId() as ReferralId,
          code: newReferralCode(newId()),
        };
        return endConversation(incident, ending, at, ids, context);
      });
      return settled(resolve(input, session), input, session);
    },

    'phone.escalate': onIncident<Parsed<'phone.escalate'>>(core, askForTeam),

    'phone.leave-to-help': (input, session) => {
      const leave = onIncident<typeof input>(core, (incident, _input, { by }) =>
        leaveToHelp(incident, by),
      );
      return settled(leave(input, session), input, session);
    },

    'phone.lose-caller': onIncident<Parsed<'phone.lose-caller'>>(core, loseCaller),

    'phone.give-up-caller': (input, session) => {
      const secondPerson = signedBeside(core, session, input.secondPerson);
      if (isRefusal(secondPerson)) return secondPerson;
      const giveUp = onIncident<typeof input>(core, (incident, { why }, context) => {
        const screens = screensOfIncident(core.db, incident.incidentId);
        const risk = screenRiskOf(incident.facts, screens, context.policy);
        return giveUpCaller(incident, { why, secondPerson }, risk, context);
      });
      return settled(giveUp(input, session), input, session);
    },
  };
}
