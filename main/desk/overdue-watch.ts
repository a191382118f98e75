import { overdueContacts } from './contact-view.ts';
import type { DeskCore } from './desk-core.ts';
import { endedConsents, overdueReviews } from './disclosure/sharing-watch.ts';
import { writtenUp } from './phone/phone-staff.ts';
import { overdueReferrals } from './referral/referral-watch.ts';
import { dutyDue, postingsDue } from './roster/duty-watch.ts';
import { lateCalls, nominatedCalls } from './waiting-calls.ts';
import { standingHandOvers } from '#db/board/hand-overs-projection.ts';
import { allSafety } from '#db/board/safety-projection.ts';
import { intakeLines } from '#db/board/intake-lines-projection.ts';
import { allUnits } from '#db/board/units-projection.ts';
import { watchHandOver } from '#shared/hand-over/decide-hand-over.ts';
import type { NewEvent } from '#shared/journal/journal-event.ts';
import type { Clinician } from '#shared/phone/clinician.ts';
import { askNext } from '#shared/phone/decide-offer.ts';
import { waitsForAsking } from '#shared/phone/offer.ts';
import { DESK_OPERATOR } from '#shared/roster/operator.ts';
import type { DeskTimer } from '#shared/timers/timers.ts';
import { watchIncident } from '#shared/timers/incident-timers.ts';
import { watchUnit } from '#shared/timers/unit-timers.ts';
import { jumpInWords, type ClockJumped } from '#shared/trouble/clock-events.ts';
import type { Unit } from '#shared/unit/unit.ts';

/** The timers that neither an incident nor a unit carries, each by its name in the list. */
const FURTHER: Readonly<
  Record<DeskTimer, (core: DeskCore, now: number, units: readonly Unit[]) => readonly NewEvent[]>
> = {
  answer: (core, now) => lateCalls(core.db, core.requirePolicy().policy, now),
  'call-nomination': ({ db }, now) => nominatedCalls(db, now),
  duty: dutyDue,
  posting: (core, _, units) => postingsDue(core, units),
  consent: endedConsents,
  review: overdueReviews,
  contact: (core, now) => overdueContacts(core.db, now),
  'referral-send': overdueReferrals('send'),
  'referral-answer': overdueReferrals('answer'),
  'referral-wait': overdueReferrals('wait'),
  'referral-arrival': overdueReferrals('arrival'),
  'referral-linkage': overdueReferrals('linkage'),
  'hand-over': ({ db }, now) => standingHandOvers(db).flatMap((each) => watchHandOver(each, now)),
  'wrap-up': (core, now) => writtenUp(core.present, core.requirePolicy().policy, now),
};

/**
 * Looks once at everything with a time limit and writes down what has passed. A passed limit is an event,
 * so it survives a restart and nothing expires silently. It looks at the open incidents, the units and
 * what is due of the rest, and at no history. The windows also hear here of a policy whose time has come.
 */
export function watchOnce(core: DeskCore): void {
  core.troubles.probe();
  const jumped = core.troubles.clock.look(core.journal.lastWrittenAt());
  tellOfClock(core, jumped);
  tellOfLines(core);
  if (core.policy === null || core.troubles.readsOnly) return;
  const now = core.now().getTime();
  core.commit(DESK_OPERATOR, () => {
    const context = core.context(DESK_OPERATOR);
    const { policy, local } = context;
    const open = core.open();
    const units = allUnits(core.db);
    const safety = allSafety(core.db);
    // What follows is due by the clock as it is now: that it jumped stands before it.
    const events: NewEvent[] = jumped === null ? [] : [jumped];
    // First of all who is on duty: what follows is decided with the crews as they are now.
    for (const watch of Object.values(FURTHER)) events.push(...watch(core, now, units));
    let clinicians: readonly Clinician[] | null = null;
    for (const incident of open.values()) {
      const written = watchIncident(incident, context, now);
      events.push(...written);
      // One from before anybody was asked by name. Whatever was written now has its consequences already.
      if (written.length > 0 || !waitsForAsking(incident)) continue;
      clinicians ??= core.clinicians();
      events.push(...askNext(incident, clinicians, policy, context.now));
    }
    for (const unit of units) {
      const incident = unit.incidentId === null ? null : (open.get(unit.incidentId) ?? null);
      const watched = { unit, incident, safety: safety.get(unit.unitId) ?? null };
      events.push(...watchUnit(watched, policy, local.date, now));
    }
    return events;
  });
  core.tellOfPolicy();
  // Nothing half typed is thrown away by a clock that may be a year ahead.
  if (!core.troubles.clock.isOff) core.troubles.during(() => core.drafts.sweep());
}

/** Whoever waits for calls of another system hears that none come. */
function tellOfLines({ db, lineStandings, troubles }: DeskCore): void {
  const { failing } = lineStandings;
  if (failing.length === 0) return troubles.ends('line-down');
  troubles.during(() => {
    const names = new Map(intakeLines(db).map(({ lineId, name }) => [String(lineId), name]));
    const said = failing.map(({ lineId, because }) => `“${names.get(lineId) ?? ''}”: ${because}`);
    troubles.begins('line-down', said.join(' '));
  });
}

function tellOfClock(core: DeskCore, jumped: ClockJumped | null): void {
  const { troubles } = core;
  if (!troubles.clock.isNewlyOff) troubles.ends('clock');
  else if (jumped !== null) {
    const [expected, found] = [core.say(jumped.expected), core.say(jumped.found)];
    troubles.begins('clock', `It went ${jumpInWords(jumped)}: from ${expected} to ${found}.`);
  }
}
