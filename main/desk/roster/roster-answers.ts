import { done, type Answers } from '../answer.ts';
import { operatorOf, type DeskCore } from '../desk-core.ts';
import type { Session } from '../desk.ts';
import { onUnit } from '../on-unit.ts';
import { copyDays } from './copy-days.ts';
import { instantsOf, shiftContext, timeZoneOf } from './planning.ts';
import { importRoster, readRosterFile } from './roster-import.ts';
import { daysFrom, rosterView } from './roster-view.ts';
import { openIncidents } from '#db/board/incidents-projection.ts';
import { findSafety } from '#db/board/safety-projection.ts';
import { findShift, shiftsBetween, shiftsOfUnit } from '#db/board/shifts-projection.ts';
import { findUnit } from '#db/board/units-projection.ts';
import type { Done } from '#shared/contract/endpoint.ts';
import type { rosterTopics } from '#shared/contract/roster-topics.ts';
import type { NewEvent } from '#shared/journal/journal-event.ts';
import type { ShiftId } from '#shared/lib/brand.ts';
import { isRefusal, refuse, type Refusal } from '#shared/lib/refusal.ts';
import {
  callOff,
  changeShift,
  planShift,
  removeShift,
  type ShiftContext,
} from '#shared/roster/decide-shift.ts';
import { rosterFile } from '#shared/roster/roster-file.ts';
import type { Shift } from '#shared/roster/shift.ts';
import { planPosting, retireUnit, type Ties } from '#shared/unit/decide-roster.ts';
import type { Unit } from '#shared/unit/unit.ts';

/** The roster: who works when on which unit, and which units there are. */
export function rosterAnswers(core: DeskCore): Answers<keyof typeof rosterTopics> {
  return {
    'roster.view': ({ from, days }) => rosterView(core, from, days),

    'shift.plan': onUnit(core, (unit, { name, role, ...wall }) => {
      const spans = instantsOf(wall, timeZoneOf(core));
      if (isRefusal(spans)) return spans;
      const plan = { unitId: unit.unitId, name, role, ...spans };
      return planShift(core.options.newId() as ShiftId, plan, unit, shiftContext(core));
    }),

    'shift.change': onShift(core, (shift, unit, { name, role, from, to, breaks }, context) => {
      const spans = instantsOf({ from, to, breaks }, timeZoneOf(core));
      if (isRefusal(spans)) return spans;
      const plan = { unitId: unit.unitId, name, role, ...spans };
      return changeShift(shift, plan, unit, context);
    }),

    'shift.remove': onShift(core, (shift, unit, _input, context) =>
      removeShift(shift, unit, context),
    ),

    'shift.call-off': onShift(core, (shift, unit, { reason }, context) =>
      callOff(shift, reason, unit, context),
    ),

    'roster.copy': (copied, session) =>
      done(
        core,
        core.commit(operatorOf(session).operatorId, () => copyDays(core, copied)),
      ),

    'roster.read-file': ({ csv }) => {
      const { events: _events, ...view } = readRosterFile(core, csv);
      return view;
    },

    'roster.import': ({ csv }, session) =>
      done(
        core,
        core.commit(operatorOf(session).operatorId, () => importRoster(core, csv)),
      ),

    'roster.export': ({ from, days }) => {
      const zone = timeZoneOf(core);
      const shown = daysFrom(from, days, zone);
      const [first, last] = [shown[0], shown.at(-1)];
      const shifts = shiftsBetween(core.db, first?.from ?? '', last?.to ?? '').filter(
        ({ calledOff }) => calledOff === null,
      );
      core.readings.leaves({ what: 'roster', of: null, to: 'file' });
      return { fileName: `roster-${from}.csv`, csv: rosterFile(shifts, zone) };
    },

    'unit.retire': onUnit(core, (unit, { reason }, { now }) =>
      retireUnit(unit, reason, shiftsOfUnit(core.db, unit.unitId, now), tiesOf(core, unit)),
    ),

    'unit.plan-posting': onUnit(core, (unit, { posting }, { policy, local }) =>
      planPosting(unit, posting, policy, local.date),
    ),
  };
}

/** A command on one shift, with the unit it is on. */
function onShift<Input extends { readonly shiftId: ShiftId }>(
  core: DeskCore,
  decide: (
    shift: Shift,
    unit: Unit,
    input: Input,
    context: ShiftContext,
  ) => readonly NewEvent[] | Refusal,
): (input: Input, session: Session) => Done | Refusal {
  return (input, session) => {
    const outcome = core.commit(operatorOf(session).operatorId, () => {
      const shift = findShift(core.db, input.shiftId);
      const unit = shift && findUnit(core.db, shift.unitId);
      if (shift === null || unit === null)
        return refuse('no-shift', 'This shift is not on the roster any more. Look again.');
      return decide(shift, unit, input, shiftContext(core));
    });
    return done(core, outcome);
  };
}

function tiesOf(core: DeskCore, { unitId }: Unit): Ties {
  const tied = openIncidents(core.db).find(
    ({ units, stacked }) =>
      units.some((each) => each.unitId === unitId) ||
      stacked.some((each) => each.unitId === unitId),
  );
  const safety = findSafety(core.db, unitId);
  const alarm = safety !== null && (safety.duress !== null || safety.backUp !== null);
  return { incident: tied?.number ?? null, alarm };
}
