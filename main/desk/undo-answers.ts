import { done, type Answers } from './answer.ts';
import { operatorOf, type DeskCore } from './desk-core.ts';
import { noSuchUnit } from './on-unit.ts';
import { unitsLeaving, type Decided } from './units-leaving.ts';
import { findIncident, incidentNumber } from '#db/board/incidents-projection.ts';
import { findPerson } from '#db/board/people-projection.ts';
import { findCall } from '#db/board/calls-projection.ts';
import { linkOf } from '#db/board/people-links-projection.ts';
import { findUnit } from '#db/board/units-projection.ts';
import { partCall } from '#shared/duplicate/decide-join.ts';
import { unmergeIncident } from '#shared/duplicate/decide-merge.ts';
import type { DuplicateUndo } from '#shared/duplicate/undo-duplicate.ts';
import type { DecideContext } from '#shared/incident/context.ts';
import { holdUntil, releaseHold } from '#shared/incident/decide-close.ts';
import {
  setCallType,
  setPlace,
  strikeNote,
  takeOwnership,
} from '#shared/incident/decide-intake.ts';
import { unstackUnit } from '#shared/incident/decide-stacking.ts';
import type { Incident } from '#shared/incident/incident.ts';
import type { NewEvent } from '#shared/journal/journal-event.ts';
import { sayUndo } from '#shared/journal/say-undo.ts';
import { undoOf, type Undo } from '#shared/journal/undo.ts';
import type { CallId, IncidentId, OperatorId, UnitId } from '#shared/lib/brand.ts';
import { isRefusal, refuse, type Refusal } from '#shared/lib/refusal.ts';
import { unlinkCall } from '#shared/person/decide-known-person.ts';
import { unmergePerson } from '#shared/person/decide-merge.ts';
import { callIdOf } from '#shared/person/known-person.ts';
import type { PersonUndo } from '#shared/person/undo-person.ts';
import type { Unit } from '#shared/unit/unit.ts';

/** More than a busy center writes in the two minutes in which an act can be undone. */
const LATEST = 2000;

/** Takes back the last act of an operator at this position, as far as that is truthful. */
export function undoAnswers(core: DeskCore): Answers<'act.last' | 'act.undo'> {
  const { correct, standsDown } = unitsLeaving(core);

  const lastAct = (by: OperatorId): Undo | Refusal => {
    const latest = [...core.journal.entriesAfter(Math.max(0, core.journal.head() - LATEST))];
    const here = core.present.map(({ operator }) => operator.operatorId);
    return undoOf(
      latest,
      { by, position: core.options.position, here },
      core.now().toISOString(),
      (incidentId) => core.journal.ofIncident(incidentId, ['dispatch']),
    );
  };

  const onUnit = (unitId: UnitId, decide: (unit: Unit) => Decided): Decided => {
    const unit = findUnit(core.db, unitId);
    return unit === null ? noSuchUnit(unitId) : decide(unit);
  };

  const partCalls = (callIds: readonly CallId[]): Decided => {
    const events: NewEvent[] = [];
    for (const callId of callIds) {
      const call = findCall(core.db, callId);
      const parted = call === null ? [] : partCall(call, 'Undone');
      if (isRefusal(parted)) return parted;
      events.push(...parted);
    }
    return events;
  };

  const unmerge = (absorbed: IncidentId, from: IncidentId): Decided => {
    const gone = findIncident(core.db, absorbed);
    return gone === null ? [] : unmergeIncident(gone, findIncident(core.db, from), 'Undone');
  };

  const takeBack = (undo: Undo, context: DecideContext): Decided => {
    switch (undo.does) {
      case 'correct-status':
        return onUnit(undo.unitId, (unit) => correct(unit, undo.from, 'undone', context));
      case 'stand-down':
        return onUnit(undo.unitId, (unit) => standsDown(unit, 'undone', context));
      case 'unstack':
        return onUnit(undo.unitId, (unit) =>
          unstackUnit(unit, unit.next && findIncident(core.db, unit.next), 'undone'),
        );
      case 'unlink-call':
        return unlinkCall(linkOf(core.db, callIdOf(undo.call)), 'Undone');
      case 'part-calls':
        return partCalls(undo.callIds);
      case 'unmerge-incident':
        return unmerge(undo.absorbed, undo.incidentId);
      case 'unmerge': {
        const absorbed = findPerson(core.db, undo.absorbed);
        return absorbed === null ? [] : unmergePerson(absorbed, 'Undone');
      }
      default: {
        const incident = findIncident(core.db, undo.incidentId);
        return incident === null
          ? refuse('no-incident', 'This incident does not exist here.')
          : onIncident(incident, undo, context);
      }
    }
  };

  return {
    'act.last': (_input, session) => {
      const undo = lastAct(operatorOf(session).operatorId);
      if (isRefusal(undo)) return { seq: null, says: undo.because };
      const { incidentId } = undo;
      const number = incidentId === null ? null : incidentNumber(core.db, incidentId);
      return { seq: undo.seq, says: sayUndo(undo, number, core.nameOf) };
    },

    'act.undo': ({ seq }, session) => {
      const by = operatorOf(session).operatorId;
      const outcome = core.commit(by, () => {
        const undo = lastAct(by);
        if (isRefusal(undo)) return undo;
        return undo.seq === seq
          ? takeBack(undo, core.context(by))
          : refuse('changed-since', 'Something has changed since. Nothing was taken back.');
      });
      return done(core, outcome);
    },
  };
}

type OnIncident = Exclude<
  Undo,
  {
    readonly does:
      'correct-status' | 'stand-down' | 'unstack' | PersonUndo['does'] | DuplicateUndo['does'];
  }
>;

function onIncident(incident: Incident, undo: OnIncident, context: DecideContext): Decided {
  switch (undo.does) {
    case 'release-hold':
      return releaseHold(incident);
    case 'hold-again':
      return holdUntil(incident, undo.until, undo.reason);
    case 'give-back':
      return takeOwnership(incident, undo.owner);
    case 'set-place':
      return setPlace(incident, undo.place, undo.callback, context);
    case 'set-call-type':
      return setCallType(incident, undo.callType, context);
    case 'strike-note':
      return strikeNote(incident, undo.seq, undo.kind);
  }
}
