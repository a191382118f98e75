import { done, type Answers } from '../answer.ts';
import { operatorOf, type DeskCore } from '../desk-core.ts';
import type { Session } from '../desk.ts';
import { onIncident } from '../on-incident.ts';
import { signedBeside } from '../access/second-person.ts';
import { findCall } from '#db/board/calls-projection.ts';
import { allUnits } from '#db/board/units-projection.ts';
import type { Call } from '#shared/call/call.ts';
import type { CallEvent } from '#shared/call/call-events.ts';
import type { Done } from '#shared/contract/endpoint.ts';
import type { DecideContext } from '#shared/incident/context.ts';
import type { CallId } from '#shared/lib/brand.ts';
import { isRefusal, refuse, type Refusal } from '#shared/lib/refusal.ts';
import {
  advise,
  answerAdvice,
  joinAsMonitor,
  leaveAsMonitor,
  seeAdvice,
} from '#shared/phone/decide-monitoring.ts';
import {
  denyCallNomination,
  denyNomination,
  nominate,
  nominateCall,
  withdrawCallNomination,
  withdrawNomination,
} from '#shared/phone/decide-nomination.ts';
import {
  agreeToStepDown,
  confirmCalm,
  proposeStepDown,
  refuseStepDown,
  resumeResponse,
  withdrawStepDown,
} from '#shared/phone/decide-step-down.ts';
import { phoneDeskOf } from '#shared/policy/phone-desk.ts';

type MonitorTopic =
  | 'monitor.join'
  | 'monitor.leave'
  | 'monitor.advise'
  | 'monitor.see-advice'
  | 'monitor.answer-advice'
  | 'monitor.nominate'
  | 'monitor.withdraw-nomination'
  | 'monitor.deny-nomination'
  | 'monitor.propose-step-down'
  | 'monitor.withdraw-step-down'
  | 'monitor.agree-step-down'
  | 'monitor.refuse-step-down'
  | 'monitor.confirm-calm'
  | 'monitor.resume-response';

/** Clinicians who follow the incidents of others, and the answers dispatch gives them. */
export function monitorAnswers(core: DeskCore): Answers<MonitorTopic> {
  return {
    'monitor.join': onIncident(core, (incident, _input, { by }) => joinAsMonitor(incident, by)),

    'monitor.leave': onIncident(core, (incident, _input, { by }) => leaveAsMonitor(incident, by)),

    'monitor.advise': onIncident(core, (incident, { text, forTeam }, { by }) =>
      advise(incident, { adviceId: core.options.newId(), text, forTeam }, by),
    ),

    'monitor.see-advice': onIncident(core, (incident, { adviceId }, { by }) =>
      seeAdvice(incident, adviceId, by),
    ),

    'monitor.answer-advice': onIncident(core, (incident, answer, { by }) =>
      answerAdvice(incident, answer, by),
    ),

    'monitor.nominate': (input, session) =>
      'callId' in input
        ? onCall(core, input.callId, session, (call, context) => nominateCall(call, input, context))
        : onIncident<typeof input>(core, nominate)(input, session),

    'monitor.withdraw-nomination': (input, session) =>
      'callId' in input
        ? onCall(core, input.callId, session, (call, { by }) => withdrawCallNomination(call, by))
        : onIncident<typeof input>(core, (incident, _input, { by }) =>
            withdrawNomination(incident, by),
          )(input, session),

    'monitor.deny-nomination': (input, session) =>
      'callId' in input
        ? onCall(core, input.callId, session, (call, { by }) =>
            denyCallNomination(call, input.reason, by),
          )
        : onIncident<typeof input>(core, (incident, { reason }, { by }) =>
            denyNomination(incident, reason, by),
          )(input, session),

    'monitor.propose-step-down': onIncident(core, (incident, { does, units, reason }, context) => {
      const seconds = phoneDeskOf(context.policy).stepDownSeconds;
      return proposeStepDown(
        incident,
        { does, units, reason, seconds },
        allUnits(core.db),
        context,
      );
    }),

    'monitor.withdraw-step-down': onIncident(core, (incident, _input, { by }) =>
      withdrawStepDown(incident, by),
    ),

    'monitor.agree-step-down': (input, session) => {
      const signed = signedBeside(core, session, input.secondPerson);
      if (isRefusal(signed)) return signed;
      const agree = onIncident<typeof input>(core, (incident, { since, place }, context) => {
        const consent = { since, place, secondPerson: signed };
        return agreeToStepDown(incident, consent, allUnits(core.db), context);
      });
      return agree(input, session);
    },

    'monitor.refuse-step-down': onIncident(core, (incident, { reason }) =>
      refuseStepDown(incident, reason),
    ),

    'monitor.confirm-calm': onIncident(core, (incident, _input, { by }) =>
      confirmCalm(incident, by),
    ),

    'monitor.resume-response': onIncident(core, (incident, { reason }) =>
      resumeResponse(incident, reason),
    ),
  };
}

/** A command on a call that nobody has answered yet. */
function onCall(
  core: DeskCore,
  callId: CallId,
  session: Session,
  decide: (call: Call, context: DecideContext) => readonly CallEvent[] | Refusal,
): Done | Refusal {
  const by = operatorOf(session).operatorId;
  const outcome = core.commit(by, () => {
    const call = findCall(core.db, callId);
    if (call === null) return refuse('no-call', 'This call does not exist here.');
    return decide(call, core.context(by));
  });
  return done(core, outcome);
}
