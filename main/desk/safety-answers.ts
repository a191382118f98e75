import type { Answers } from './answer.ts';
import type { DeskCore } from './desk-core.ts';
import { noSuchUnit, onUnit } from './on-unit.ts';
import { findIncident } from '#db/board/incidents-projection.ts';
import { findSafety } from '#db/board/safety-projection.ts';
import type { DecideContext } from '#shared/incident/context.ts';
import { upgrade } from '#shared/incident/decide-response.ts';
import type { NewEvent } from '#shared/journal/journal-event.ts';
import type { UnitId } from '#shared/lib/brand.ts';
import type { Refusal } from '#shared/lib/refusal.ts';
import { acknowledgeAlarm, checkIn, clearAlarm, raiseAlarm } from '#shared/unit/decide-safety.ts';
import type { UnitSafety } from '#shared/unit/safety-events.ts';
import type { Unit } from '#shared/unit/unit.ts';

type SafetyTopic =
  | 'unit.check-in'
  | 'unit.ask-back-up'
  | 'unit.duress'
  | 'unit.acknowledge-alarm'
  | 'unit.clear-back-up'
  | 'unit.clear-duress';

/** The people in the units: heard, asking for back-up, in duress. */
export function safetyAnswers(core: DeskCore): Answers<SafetyTopic> {
  const withSafety = <Input extends { readonly unitId: UnitId }>(
    decide: (
      unit: Unit,
      safety: UnitSafety,
      input: Input,
      context: DecideContext,
    ) => readonly NewEvent[] | Refusal,
  ) =>
    onUnit<Input>(core, (unit, input, context) => {
      const safety = findSafety(core.db, unit.unitId);
      return safety === null ? noSuchUnit(unit.unitId) : decide(unit, safety, input, context);
    });

  return {
    'unit.check-in': withSafety((unit) => checkIn(unit)),
    'unit.ask-back-up': withSafety((unit, safety) => raiseAlarm(safety, unit, 'back-up')),

    'unit.duress': withSafety((unit, safety, _input, context) => {
      const raised = raiseAlarm(safety, unit, 'duress');
      const incident = unit.incidentId === null ? null : findIncident(core.db, unit.incidentId);
      if (raised.length === 0 || incident === null) return raised;
      // A police unit in duress needs other police: it does not count as the help that is there.
      const others = core.staffing().filter(({ unitId }) => unitId !== unit.unitId);
      return [...raised, ...upgrade(incident, ['police'], others, context)];
    }),

    'unit.acknowledge-alarm': withSafety((unit, safety, { alarm }, { by }) =>
      acknowledgeAlarm(safety, unit, alarm, by),
    ),
    'unit.clear-back-up': withSafety((unit, safety, { reason }) =>
      clearAlarm(safety, unit, 'back-up', reason),
    ),
    'unit.clear-duress': withSafety((unit, safety, { reason }) =>
      clearAlarm(safety, unit, 'duress', reason),
    ),
  };
}
