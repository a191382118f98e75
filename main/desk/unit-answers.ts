import { done, type Answers } from './answer.ts';
import { operatorOf, type DeskCore } from './desk-core.ts';
import { onIncident } from './on-incident.ts';
import { requiredOn } from './roster/duty-watch.ts';
import { noSuchUnit, onUnit } from './on-unit.ts';
import { cautionsOfIncident } from '#db/board/cautions-projection.ts';
import { findIncident, incidentNumber } from '#db/board/incidents-projection.ts';
import { allUnits, findUnit } from '#db/board/units-projection.ts';
import { cautionBar } from '#shared/caution/decide-caution.ts';
import type { DecideContext } from '#shared/incident/context.ts';
import { correctStatus } from '#shared/incident/decide-correction.ts';
import { preEmptUnit, stackUnit, type Taking } from '#shared/incident/decide-stacking.ts';
import { standDown } from '#shared/incident/decide-stand-down.ts';
import type { Incident } from '#shared/incident/incident.ts';
import { isArmedThere, leftUnarmed } from '#shared/incident/left-unarmed.ts';
import type { JournalEvent } from '#shared/journal/journal-event.ts';
import { sayUndo, undoOf, type Undo } from '#shared/journal/undo.ts';
import type { IncidentId, OperatorId, UnitId } from '#shared/lib/brand.ts';
import { isRefusal, refuse, type Refusal } from '#shared/lib/refusal.ts';
import { rolesOf } from '#shared/roster/decide-shift.ts';
import { changeDuty } from '#shared/roster/duty.ts';
import { setUnitStatus } from '#shared/unit/decide-unit.ts';
import type { UnitStatus } from '#shared/unit/unit-status.ts';
import type { Unit } from '#shared/unit/unit.ts';

type UnitTopic =
  | 'unit.add'
  | 'unit.set-status'
  | 'unit.set-duty'
  | 'unit.correct-status'
  | 'unit.stand-down'
  | 'unit.last-change'
  | 'unit.undo'
  | 'incident.stack-unit'
  | 'incident.pre-empt-unit';

/** More than a busy center writes in the two minutes in which a change can be undone. */
const LATEST = 2000;

type Decided = readonly JournalEvent[] | Refusal;

/** The units: who is on them, what they report, corrections, and which incident one comes to. */
export function unitAnswers(core: DeskCore): Answers<UnitTopic> {
  const incidentOf = (incidentId: IncidentId | null) =>
    incidentId === null ? null : findIncident(core.db, incidentId);

  /** With what has to be said when only an unarmed team stays behind. */
  const leaving = (
    unit: Unit,
    to: UnitStatus,
    decided: Decided,
    context: DecideContext,
  ): Decided => {
    const left = incidentOf(unit.incidentId);
    if (isRefusal(decided) || decided.length === 0 || left === null) return decided;
    return [...decided, ...leftUnarmed(left, unit, to, allUnits(core.db), context)];
  };

  const correct = (unit: Unit, to: UnitStatus, reason: string, context: DecideContext): Decided => {
    const incident = incidentOf(unit.incidentId ?? unit.releasedFrom);
    return leaving(unit, to, correctStatus(unit, to, reason, incident), context);
  };

  const standsDown = (unit: Unit, reason: string | null, context: DecideContext): Decided =>
    leaving(unit, 'available', standDown(incidentOf(unit.incidentId), unit, reason), context);

  /** A unit that is on another incident, for this one. */
  const taking = (
    incident: Incident,
    { unitId, reason }: { readonly unitId: UnitId; readonly reason: string },
    context: DecideContext,
    decide: (taking: Taking, context: DecideContext) => Decided,
  ): Decided => {
    const unit = findUnit(core.db, unitId);
    if (unit === null) return noSuchUnit(unitId);
    const current = incidentOf(unit.incidentId);
    const armed = isArmedThere(incident, allUnits(core.db), context);
    const taken = decide({ incident, current, unit, reason, armed }, context);
    if (isRefusal(taken) || taken.length === 0) return taken;
    return cautionBar(incident, unit, cautionsOfIncident(core.db, incident), context) ?? taken;
  };

  const lastChange = (by: OperatorId): Undo | Refusal => {
    const latest = [...core.journal.entriesAfter(Math.max(0, core.journal.head() - LATEST))];
    const who = { by, position: core.options.position };
    return undoOf(latest, who, core.now().toISOString());
  };

  return {
    'unit.add': ({ unitId, teamType, zone, crew }, session) => {
      const by = operatorOf(session).operatorId;
      const outcome = core.commit(by, () => {
        const { policy } = core.requirePolicy();
        if (findUnit(core.db, unitId) !== null)
          return refuse('unit-exists', `There already is a unit ${unitId}.`);
        if (!policy.teamTypes.some((type) => type.id === teamType))
          return refuse('unknown-team-type', `The policy has no team type “${teamType}”.`);
        const onDuty = crew.map((member) => ({ ...member, onDuty: true }));
        return [{ type: 'unit.added', unitId, teamType, zone, crew: onDuty }];
      });
      return done(core, outcome);
    },

    'unit.set-status': onUnit(core, (unit, { status }, context) =>
      leaving(unit, status, setUnitStatus(unit, status), context),
    ),

    /** A person's word. It holds until the next planned change of that person. */
    'unit.set-duty': onUnit(core, (unit, { name, role, onDuty, reason }, context) => {
      const { policy, local } = context;
      const member = unit.crew.find((each) => each.name === name && each.role === role);
      if (member === undefined && !rolesOf(policy).includes(role))
        return refuse('no-role', `The policy knows no role “${role}”. Nobody was put on duty.`);
      if ((member?.onDuty ?? false) === onDuty) return [];
      const duty = { name, role, onDuty, why: 'by-word', reason, planned: null } as const;
      return [changeDuty(unit, duty, requiredOn(policy, local.date)(unit))];
    }),

    'unit.correct-status': onUnit(core, (unit, { status, reason }, context) =>
      correct(unit, status, reason, context),
    ),

    'unit.stand-down': onUnit(core, (unit, { reason }, context) =>
      standsDown(unit, reason, context),
    ),

    'unit.last-change': (_input, session) => {
      const undo = lastChange(operatorOf(session).operatorId);
      if (isRefusal(undo)) return { seq: null, says: undo.because };
      const { seq, incidentId } = undo;
      const number = incidentId === null ? null : incidentNumber(core.db, incidentId);
      return { seq, says: sayUndo(undo, number) };
    },

    'unit.undo': ({ seq }, session) => {
      const by = operatorOf(session).operatorId;
      const outcome = core.commit(by, () => {
        const undo = lastChange(by);
        if (isRefusal(undo)) return undo;
        if (undo.seq !== seq)
          return refuse('changed-since', 'Something has changed since. Nothing was taken back.');
        const unit = findUnit(core.db, undo.unitId);
        if (unit === null) return refuse('no-unit', `There is no unit ${undo.unitId} here.`);
        const context = core.context(by);
        return undo.how === 'correct'
          ? correct(unit, undo.from, 'undone', context)
          : standsDown(unit, 'undone', context);
      });
      return done(core, outcome);
    },

    'incident.stack-unit': onIncident(core, (incident, input, context) =>
      taking(incident, input, context, stackUnit),
    ),

    'incident.pre-empt-unit': onIncident(core, (incident, input, context) =>
      taking(incident, input, context, (taken, now) =>
        leaving(taken.unit, 'available', preEmptUnit(taken, now), now),
      ),
    ),
  };
}
