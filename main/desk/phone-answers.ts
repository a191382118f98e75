import type { Answers } from './answer.ts';
import { operatorOf, type DeskCore } from './desk-core.ts';
import { onIncident } from './on-incident.ts';
import { forgetDrafts } from '#db/settings/drafts.ts';
import {
  acceptTransfer,
  escalatePhone,
  resolvePhone,
  returnTransfer,
  startTransfer,
  takePhone,
} from '#shared/incident/decide-phone.ts';
import { upgrade } from '#shared/incident/decide-response.ts';
import { may } from '#shared/roster/permission.ts';
import { isRefusal, refuse } from '#shared/lib/refusal.ts';

type PhoneTopic =
  | 'phone.take'
  | 'phone.transfer'
  | 'phone.accept-transfer'
  | 'phone.return-transfer'
  | 'phone.escalate'
  | 'phone.resolve';

/** The clinician's side of an incident. */
export function phoneAnswers(core: DeskCore): Answers<PhoneTopic> {
  return {
    'phone.take': onIncident(core, (incident, _input, { by }) => takePhone(incident, by)),

    'phone.transfer': onIncident(core, (incident, { to, operatorId }, { by }) => {
      const receiver = operatorId === null ? undefined : core.operators.get(operatorId);
      if (to === 'clinician' && receiver?.role !== 'clinician')
        return refuse('no-receiver', 'Choose a clinician who takes over. Nothing was transferred.');
      return startTransfer(incident, to, to === '988' ? null : operatorId, by);
    }),

    'phone.accept-transfer': onIncident(core, (incident, _input, { by }) => {
      const { phone } = incident;
      const role = core.operators.get(by)?.role;
      const toDispatch = phone.state === 'transferring' && phone.transfer.to === 'dispatch';
      if (toDispatch && (role === undefined || !may(role, 'send-units')))
        return refuse('not-the-receiver', 'A dispatcher has to accept it.');
      return acceptTransfer(incident, by);
    }),

    'phone.return-transfer': onIncident(core, (incident, { why }, { by }) =>
      returnTransfer(incident, why, by),
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
