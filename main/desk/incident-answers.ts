import { signedBeside } from './access/second-person.ts';
import { forgetTyped } from './drafts/forget-typed.ts';
import { done, type Answers } from './answer.ts';
import { operatorOf, type DeskCore } from './desk-core.ts';
import { standsIn } from './duplicate/heard-calls.ts';
import { folded } from './folded.ts';
import { onIncident } from './on-incident.ts';
import { noSuchUnit } from './on-unit.ts';
import { cautionsOfIncident } from '#db/board/cautions-projection.ts';
import { findCall } from '#db/board/calls-projection.ts';
import { findIncident } from '#db/board/incidents-projection.ts';
import { allUnits, findUnit } from '#db/board/units-projection.ts';
import { cautionBar } from '#shared/caution/decide-caution.ts';
import { closeIncident, holdIncident, releaseHold } from '#shared/incident/decide-close.ts';
import { answerCall } from '#shared/incident/decide-intake.ts';
import { decideResponse, upgrade } from '#shared/incident/decide-response.ts';
import { assignUnit } from '#shared/incident/decide-units.ts';
import type { IncidentEvent } from '#shared/incident/incident-events.ts';
import { isEmsCalled } from '#shared/incident/incident.ts';
import { isArmedThere } from '#shared/incident/left-unarmed.ts';
import { recontact } from '#shared/incident/recontact.ts';
import type { NewEvent } from '#shared/journal/journal-event.ts';
import type { IncidentId } from '#shared/lib/brand.ts';
import { callOffTransfer } from '#shared/phone/decide-transfer.ts';
import { may } from '#shared/roster/permission.ts';
import { isRefusal, refuse } from '#shared/lib/refusal.ts';

type IncidentTopic =
  | 'incident.decide'
  | 'incident.upgrade'
  | 'incident.assign-unit'
  | 'incident.hold'
  | 'incident.release-hold'
  | 'incident.recontact'
  | 'incident.close';

/** Who goes, and everything until the incident is closed. */
export function incidentAnswers(core: DeskCore): Answers<IncidentTopic> {
  return {
    'incident.decide': (input, session) => {
      const second = signedBeside(core, session, input.secondPerson);
      if (isRefusal(second)) return second;
      const decide = onIncident<typeof input>(core, (incident, asked, context) => {
        const { seen, response, reason, unserved } = asked;
        const choice = { seen, response, reason, secondPerson: second, unserved };
        const units = core.staffing();
        const decided = decideResponse(incident, choice, units, context);
        if (isRefusal(decided)) return decided;
        // EMS goes with any decision on a life-threatening medical fact, unless it was sent before.
        const medical = decided.some(sendsAlongside) && !isEmsCalled(incident);
        return [...(medical ? upgrade(incident, ['ems'], units, context) : []), ...decided];
      });
      return decide(input, session);
    },

    'incident.upgrade': (input, session) => {
      const by = operatorOf(session).operatorId;
      let made: IncidentId | undefined;
      const outcome = core.commit(by, () => {
        const context = core.context(by);
        const before: NewEvent[] = [];
        let incident = 'incidentId' in input ? findIncident(core.db, input.incidentId) : null;
        if ('callId' in input) {
          const call = findCall(core.db, input.callId);
          if (call === null) return refuse('no-call', 'This call does not exist here.');
          if (call.incidentId !== null) incident = findIncident(core.db, call.incidentId);
          else {
            made = core.options.newId() as IncidentId;
            const opened = answerCall(call, made, context);
            if (isRefusal(opened)) return opened;
            before.push(...opened);
            incident = folded(null, opened, context);
          }
        }
        if (incident === null) return refuse('no-incident', 'This incident does not exist here.');
        // Who presses the key on a merged one means those who work on it.
        incident = standsIn(core.db, incident);
        const { services } = input;
        // Who is being handed over stays with the clinician until somebody is there.
        const ended = callOffTransfer(incident, 'Police or EMS is called now');
        return [...before, ...ended, ...upgrade(incident, services, core.staffing(), context)];
      });
      return done(core, outcome, made);
    },

    'incident.assign-unit': onIncident(core, (incident, { unitId, reason }, context) => {
      const unit = findUnit(core.db, unitId);
      if (unit === null) return noSuchUnit(unitId);
      const armed = isArmedThere(incident, allUnits(core.db), context);
      const sent = assignUnit(incident, unit, reason, context, armed);
      if (isRefusal(sent) || sent.length === 0) return sent;
      return cautionBar(incident, unit, cautionsOfIncident(core.db, incident), context) ?? sent;
    }),

    'incident.hold': onIncident(core, (incident, { minutes, reason }, context) =>
      holdIncident(incident, minutes, reason, context),
    ),

    'incident.release-hold': onIncident(core, (incident) => releaseHold(incident)),

    'incident.recontact': onIncident(core, (incident, { answer }, context) => {
      const role = core.operators.get(context.by)?.role;
      const talks = role !== undefined && may(role, 'phone-work');
      return recontact(incident, answer, context, talks ? context.by : null);
    }),

    'incident.close': (input, session) => {
      const close = onIncident<typeof input>(core, (incident, { disposition, note, unserved }) =>
        closeIncident(incident, disposition, note, unserved, allUnits(core.db)),
      );
      const closed = close(input, session);
      forgetTyped(core, operatorOf(session).operatorId, `incident/${input.incidentId}`, closed);
      return closed;
    },
  };
}

function sendsAlongside(event: IncidentEvent): boolean {
  return (
    event.type === 'incident.response-decided' && event.decision.recommendation.alongside.length > 0
  );
}
