import { done, type Answers } from './answer.ts';
import { operatorOf, type DeskCore } from './desk-core.ts';
import { onIncident } from './on-incident.ts';
import { requiredOn } from './roster/duty-watch.ts';
import { noSuchUnit, onUnit } from './on-unit.ts';
import { unitsLeaving, type Decided } from './units-leaving.ts';
import { cautionsOfIncident } from '#db/board/cautions-projection.ts';
import { findIncident } from '#db/board/incidents-projection.ts';
import { allUnits, findUnit } from '#db/board/units-projection.ts';
import { cautionBar } from '#shared/caution/decide-caution.ts';
import type { DecideContext } from '#shared/incident/context.ts';
import {
  preEmptUnit,
  reassignUnit,
  stackUnit,
  unstackUnit,
  type Taking,
} from '#shared/incident/decide-stacking.ts';
import { enteredUnsecured } from '#shared/incident/decide-staging.ts';
import type { Incident } from '#shared/incident/incident.ts';
import { isArmedThere } from '#shared/incident/left-unarmed.ts';
import type { IncidentId, UnitId } from '#shared/lib/brand.ts';
import { isRefusal, refuse } from '#shared/lib/refusal.ts';
import { rolesOf } from '#shared/roster/decide-shift.ts';
import { changeDuty } from '#shared/roster/duty.ts';
import { reportPosition } from '#shared/unit/decide-position.ts';
import { setUnitStatus } from '#shared/unit/decide-unit.ts';
import { knownCapabilities, noSuchLanguage } from '#shared/unit/decide-vehicle.ts';
import { isLanguage } from '#shared/unit/language.ts';

type UnitTopic =
  | 'unit.add'
  | 'unit.set-status'
  | 'unit.set-duty'
  | 'unit.correct-status'
  | 'unit.report-position'
  | 'unit.stand-down'
  | 'unit.unstack'
  | 'incident.stack-unit'
  | 'incident.reassign-unit'
  | 'incident.pre-empt-unit';

/** The units: who is on them, what they report, corrections, and which incident one comes to. */
export function unitAnswers(core: DeskCore): Answers<UnitTopic> {
  const incidentOf = (incidentId: IncidentId | null) =>
    incidentId === null ? null : findIncident(core.db, incidentId);

  const { leaving, correct, standsDown } = unitsLeaving(core);

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

  return {
    'unit.add': ({ unitId, teamType, zone, crew, capabilities }, session) => {
      const by = operatorOf(session).operatorId;
      const outcome = core.commit(by, () => {
        const { policy } = core.requirePolicy();
        if (findUnit(core.db, unitId) !== null)
          return refuse('unit-exists', `There already is a unit ${unitId}.`);
        if (!policy.teamTypes.some((type) => type.id === teamType))
          return refuse('unknown-team-type', `The policy has no team type “${teamType}”.`);
        const has = knownCapabilities(policy, capabilities);
        if (isRefusal(has)) return has;
        const unknown = crew.flatMap(({ languages }) => languages).find((tag) => !isLanguage(tag));
        if (unknown !== undefined) return noSuchLanguage(unknown);
        const onDuty = crew.map((member) => ({ ...member, onDuty: true }));
        return [{ type: 'unit.added', unitId, teamType, zone, crew: onDuty, capabilities: has }];
      });
      return done(core, outcome);
    },

    'unit.set-status': onUnit(core, (unit, { status }, context) => {
      const reported = leaving(unit, status, setUnitStatus(unit, status), context);
      if (isRefusal(reported)) return reported;
      return [...reported, ...enteredUnsecured(incidentOf(unit.incidentId), unit, status)];
    }),

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

    'unit.report-position': onUnit(core, (unit, { spot, source }, { policy }) =>
      reportPosition(
        unit,
        'position' in spot
          ? { ...spot, areaId: core.atlas.areaAt(spot.position, policy)?.areaId ?? null }
          : { ...spot, position: null },
        source,
        policy,
      ),
    ),

    'unit.stand-down': onUnit(core, (unit, { reason }, context) =>
      standsDown(unit, reason, context),
    ),

    'incident.stack-unit': onIncident(core, (incident, input, context) =>
      taking(incident, input, context, stackUnit),
    ),

    'unit.unstack': onUnit(core, (unit, { reason }) =>
      unstackUnit(unit, incidentOf(unit.next), reason),
    ),

    'incident.reassign-unit': onIncident(core, (incident, input, context) =>
      taking(incident, input, context, (taken, now) =>
        leaving(taken.unit, 'available', reassignUnit(taken, now), now),
      ),
    ),

    'incident.pre-empt-unit': onIncident(core, (incident, input, context) =>
      taking(incident, input, context, (taken, now) =>
        leaving(taken.unit, 'available', preEmptUnit(taken, now), now),
      ),
    ),
  };
}
