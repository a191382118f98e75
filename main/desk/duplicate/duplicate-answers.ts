import { HeardCalls } from './heard-calls.ts';
import {
  likelyOfCall,
  likelyOfDraft,
  likelyOfIncident,
  likenessOfWaiting,
  reasonsFor,
} from './likely-lines.ts';
import { done, type Answers } from '../answer.ts';
import { operatorOf, type DeskCore } from '../desk-core.ts';
import { folded } from '../folded.ts';
import { cautionsOfIncident } from '#db/board/cautions-projection.ts';
import { findCall } from '#db/board/calls-projection.ts';
import { findIncident } from '#db/board/incidents-projection.ts';
import type { Call } from '#shared/call/call.ts';
import { joinCall, partCall, tellCallsApart } from '#shared/duplicate/decide-join.ts';
import { mergeIncidents, unmergeIncident } from '#shared/duplicate/decide-merge.ts';
import type { DecideContext } from '#shared/incident/context.ts';
import { answerCall } from '#shared/incident/decide-intake.ts';
import type { Incident } from '#shared/incident/incident.ts';
import type { NewEvent } from '#shared/journal/journal-event.ts';
import type { CallId, IncidentId } from '#shared/lib/brand.ts';
import { isRefusal, refuse, type Refusal } from '#shared/lib/refusal.ts';

type DuplicateTopic =
  | 'duplicate.likely'
  | 'duplicate.waiting'
  | 'duplicate.say-different'
  | 'call.join'
  | 'call.part'
  | 'incident.merge'
  | 'incident.unmerge';

const NO_CALL = refuse('no-call', 'This call does not exist here. Nothing was changed.');
const NO_INCIDENT = refuse('no-incident', 'This incident does not exist here.');

/** The same thing told twice: found, joined, merged, and taken apart again. A person decides every one of them. */
export function duplicateAnswers(core: DeskCore): Answers<DuplicateTopic> {
  const heard = new HeardCalls(
    core.db,
    () => core.now(),
    (address) => core.places.commonPlaceOf(address),
  );

  /** Calls joined one after the other: each to the incident as the one before it left it. */
  const joinAll = (
    calls: readonly Call[],
    incident: Incident,
    reasonsOf: (callId: CallId) => readonly string[],
    context: DecideContext,
  ): NewEvent[] | Refusal => {
    const written: NewEvent[] = [];
    let after: Incident | null = incident;
    for (const call of calls) {
      if (after === null) return NO_INCIDENT;
      const joined = joinCall(call, after, reasonsOf(call.callId), context);
      if (isRefusal(joined)) return joined;
      written.push(...joined);
      after = folded(after, joined, context);
    }
    return written;
  };

  return {
    'duplicate.likely': (asked) => {
      if ('draft' in asked) return likelyOfDraft(core, heard, asked.draft);
      if ('callId' in asked) {
        const call = findCall(core.db, asked.callId);
        return call === null ? NO_CALL : likelyOfCall(core, heard, call);
      }
      const incident = findIncident(core.db, asked.incidentId);
      return incident === null ? NO_INCIDENT : likelyOfIncident(core, heard, incident);
    },

    'duplicate.waiting': () => likenessOfWaiting(core, heard),

    'call.join': ({ callIds, incidentId }, session) => {
      const by = operatorOf(session).operatorId;
      const made = incidentId === null ? (core.options.newId() as IncidentId) : undefined;
      const outcome = core.commit(by, () => {
        const context = core.context(by);
        const calls = [...new Set(callIds)].map((callId) => findCall(core.db, callId));
        if (!calls.every((call) => call !== null)) return NO_CALL;
        if (incidentId !== null) {
          const incident = findIncident(core.db, incidentId);
          if (incident === null) return NO_INCIDENT;
          const reasonsOf = (callId: CallId) => reasonsFor(core, heard, callId, incidentId);
          return joinAll(calls, incident, reasonsOf, context);
        }
        const [first, ...others] = calls;
        if (first === undefined) return NO_CALL;
        const opened = answerCall(first, made as IncidentId, context);
        if (isRefusal(opened)) return opened;
        const incident = folded(null, opened, context);
        const reasonsOf = (callId: CallId) => reasonsFor(core, heard, callId, first.callId);
        const joined = incident === null ? [] : joinAll(others, incident, reasonsOf, context);
        return isRefusal(joined) ? joined : [...opened, ...joined];
      });
      return done(core, outcome, made);
    },

    'call.part': ({ callId, reason }, session) => {
      const outcome = core.commit(operatorOf(session).operatorId, () => {
        const call = findCall(core.db, callId);
        return call === null ? NO_CALL : partCall(call, reason);
      });
      return done(core, outcome);
    },

    'duplicate.say-different': ({ callId, others }, session) => {
      const outcome = core.commit(operatorOf(session).operatorId, () => {
        const call = findCall(core.db, callId);
        const written: NewEvent[] = [];
        for (const id of new Set(others)) {
          const other = findCall(core.db, id);
          if (call === null || other === null) return NO_CALL;
          const apart = tellCallsApart(call, other);
          if (isRefusal(apart)) return apart;
          written.push(...apart);
        }
        return written;
      });
      return done(core, outcome);
    },

    'incident.merge': ({ incidentId, into, reason }, session) => {
      const by = operatorOf(session).operatorId;
      const outcome = core.commit(by, () => {
        const [gone, remains] = [findIncident(core.db, incidentId), findIncident(core.db, into)];
        if (gone === null || remains === null) return NO_INCIDENT;
        const found = reasonsFor(core, heard, gone.callId, into);
        const reasons = [...found, ...(reason === '' ? [] : [reason])];
        if (reasons.length === 0)
          return refuse(
            'reason-needed',
            `Nothing that was said speaks for ${gone.number} and ${remains.number} being one. Say how you know. Nothing was merged.`,
          );
        const cautions = cautionsOfIncident(core.db, gone).map(({ cautionId }) => cautionId);
        return mergeIncidents(remains, gone, { reasons, cautions }, core.context(by));
      });
      return done(core, outcome);
    },

    'incident.unmerge': ({ incidentId, reason }, session) => {
      const outcome = core.commit(operatorOf(session).operatorId, () => {
        const gone = findIncident(core.db, incidentId);
        if (gone === null) return NO_INCIDENT;
        const { mergedInto } = gone;
        const from = mergedInto === null ? null : findIncident(core.db, mergedInto.incidentId);
        return unmergeIncident(gone, from, reason);
      });
      return done(core, outcome);
    },
  };
}
