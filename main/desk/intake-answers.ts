import { done, type Answers } from './answer.ts';
import { callTypeChanged, placeChanged } from './changed-by.ts';
import { operatorOf, type DeskCore } from './desk-core.ts';
import { forgetTyped } from './drafts/forget-typed.ts';
import { onIncident } from './on-incident.ts';
import { findCall, nextCallNumber } from '#db/board/calls-projection.ts';
import { findIncident } from '#db/board/incidents-projection.ts';
import {
  addNote,
  answerCall,
  answerFacts,
  changeCaller,
  openFactsOf,
  setCallType,
  setPlace,
  takeOwnership,
} from '#shared/incident/decide-intake.ts';
import { editCallType, editPlace } from '#shared/incident/edit-incident.ts';
import type { NoteKind } from '#shared/incident/incident-events.ts';
import type { Place } from '#shared/incident/place.ts';
import type { CallId, IncidentId } from '#shared/lib/brand.ts';
import { isRefusal, refuse, type Refusal } from '#shared/lib/refusal.ts';
import { mayRead, PARTITION_LABELS } from '#shared/partition/partition.ts';
import { areaFound, positionFound } from '#shared/place/place-found.ts';
import type { PlacePosition } from '#shared/place/position.ts';
import { ROLES } from '#shared/roster/operator.ts';

type IntakeTopic =
  | 'call.receive'
  | 'call.answer'
  | 'incident.take'
  | 'incident.set-place'
  | 'incident.set-call-type'
  | 'incident.answer-fact'
  | 'incident.answer-none'
  | 'incident.change-caller'
  | 'incident.add-note';

/** From the first ring to the last answered question. */
export function intakeAnswers(core: DeskCore): Answers<IntakeTopic> {
  return {
    'call.receive': ({ ani, address, words, callType }, session) => {
      const { policy } = core.requirePolicy();
      if (callType !== null && !policy.callTypes.some((type) => type.code === callType))
        return refuse('unknown-call-type', `The policy has no call type “${callType}”.`);
      const by = operatorOf(session).operatorId;
      const callId = core.options.newId() as CallId;
      const receivedAt = core.now().toISOString();
      const outcome = core.commit(by, () => [
        {
          type: 'call.received',
          callId,
          number: nextCallNumber(core.db),
          source: 'typed',
          receivedAt,
          ani: ani === '' ? null : ani,
          address,
          areaId: core.places.areaOf(address, policy),
          callType,
          words: words.trim(),
        },
      ]);
      forgetTyped(core, by, 'call/new', outcome);
      return done(core, outcome, callId);
    },

    'call.answer': ({ callId }, session) => {
      const by = operatorOf(session).operatorId;
      const incidentId = core.options.newId() as IncidentId;
      const outcome = core.commit(by, () => {
        const call = findCall(core.db, callId);
        if (call === null) return refuse('no-call', 'This call does not exist here.');
        return answerCall(call, incidentId, core.context(by));
      });
      return done(core, outcome, incidentId);
    },

    'incident.take': onIncident(core, (incident, _input, { by }) => takeOwnership(incident, by)),

    'incident.set-place': onIncident(
      core,
      (incident, { address, areaId, position, callback, seen }, context) => {
        const mine = { address, areaId, callback: callback === '' ? null : callback };
        const edited = editPlace(incident, seen, mine, context.policy, (field) =>
          placeChanged(core, incident, field),
        );
        if (isRefusal(edited)) return edited;
        const found = core.places.find(edited.address, context.policy);
        const known =
          position === undefined ? positionOfSame(incident.place, edited.address) : position;
        return setPlace(
          incident,
          {
            address: edited.address,
            areaId: edited.areaId ?? areaFound(found),
            position: known === undefined ? positionFound(found) : known,
          },
          edited.callback,
          context,
        );
      },
    ),

    'incident.set-call-type': onIncident(core, (incident, { callType, seen }, context) => {
      const edited = editCallType(incident, seen, callType, context.policy, () =>
        callTypeChanged(core, incident),
      );
      return isRefusal(edited) ? edited : setCallType(incident, edited, context);
    }),

    'incident.answer-fact': onIncident(core, (incident, { fact, answer, informant }, context) =>
      answerFacts(incident, [fact], answer, informant, context),
    ),

    'incident.answer-none': onIncident(core, (incident, { topic, informant }, context) =>
      answerFacts(incident, openFactsOf(incident, topic, context), 'no', informant, context),
    ),

    'incident.change-caller': onIncident(core, (incident, _input, context) =>
      changeCaller(incident, context),
    ),

    'incident.add-note': ({ incidentId, kind, text }, session) => {
      const operator = operatorOf(session);
      if (!mayRead(operator.role, kind)) return notWrittenHere(kind);
      const outcome = core.commit(operator.operatorId, () => {
        const incident = findIncident(core.db, incidentId);
        return incident === null
          ? refuse('no-incident', 'This incident does not exist here.')
          : addNote(incident, kind, text);
      });
      return done(core, outcome);
    },
  };
}

/** Nobody writes where they may not read. */
function notWrittenHere(kind: NoteKind): Refusal {
  const who = ROLES.filter((role) => mayRead(role, kind));
  return refuse(
    'not-allowed',
    `${PARTITION_LABELS[kind]} notes are written by others (${who.join(', ')}). Nothing was written; choose another kind of note.`,
  );
}

/** A point belongs to the address it was set for: of another address only what is found there is known. */
function positionOfSame(place: Place, address: string): PlacePosition | null | undefined {
  return place.address.trim() === address ? place.position : undefined;
}
