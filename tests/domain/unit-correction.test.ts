import { describe, expect, test } from 'vitest';
import {
  cleared,
  decided,
  answered,
  fold,
  given,
  incidentId,
  moved,
  START,
  unit,
  type Told,
} from '../support/given.ts';
import { correctStatus } from '#shared/incident/decide-correction.ts';
import { phaseOf } from '#shared/incident/phase.ts';
import { isRefusal } from '#shared/lib/refusal.ts';
import type { IncidentId } from '#shared/lib/brand.ts';
import { setUnitStatus } from '#shared/unit/decide-unit.ts';
import { evolveUnit, type UnitEvent } from '#shared/unit/unit-events.ts';
import {
  mayFollow,
  UNIT_STATUS,
  UNIT_STATUSES,
  type UnitStatus,
} from '#shared/unit/unit-status.ts';
import type { Unit } from '#shared/unit/unit.ts';

const LATER = '2026-03-03T19:00:00.000Z';
const forATeam = decided([...cleared, answered('in-person-need', 'yes')]);
const closed = fold(
  [{ type: 'incident.closed', incidentId, disposition: 'no-contact', note: '' }],
  forATeam,
);

function inStatus(status: UnitStatus, releasedFrom: IncidentId | null = null): Unit {
  const on = UNIT_STATUS[status].onIncident ? incidentId : null;
  return unit({ status, incidentId: on, releasedFrom });
}

/** All that can be done to a status: a report, a correction, and a correction of that (undo). */
const matrix = UNIT_STATUSES.flatMap((from) =>
  UNIT_STATUSES.filter((to) => to !== from).flatMap((to) =>
    (['report', 'correct', 'undo'] as const).map((how) => [from, to, how] as const),
  ),
);

test.each(matrix)('from %s to %s by %s', (from, to, how) => {
  const released = UNIT_STATUS[from].onIncident ? null : incidentId;
  const before = inStatus(from, released);
  if (how === 'report') {
    const reported = setUnitStatus(before, to);
    expect(isRefusal(reported)).toBe(to === 'assigned' || !mayFollow(from, to));
    return;
  }
  const after = corrected(before, to);
  expect(after).toMatchObject({ status: to, since: LATER });
  expect(after.incidentId).toBe(UNIT_STATUS[to].onIncident ? incidentId : null);
  if (how === 'correct') return;
  // Whatever the first one was, the second one leads back, and to the same incident.
  const back = corrected(after, from);
  expect(back).toMatchObject({ status: from, incidentId: before.incidentId });
});

function corrected(before: Unit, to: UnitStatus): Unit {
  const on = before.incidentId ?? before.releasedFrom;
  const outcome = correctStatus(before, to, 'Pressed by mistake.', on === null ? null : forATeam);
  if (isRefusal(outcome)) throw new Error(outcome.because);
  expect(outcome).toEqual([
    {
      type: 'unit.status-corrected',
      unitId: 'M1',
      from: before.status,
      to,
      incidentId: on,
      reason: 'Pressed by mistake.',
    },
  ]);
  return evolveUnit(before, outcome[0]!, LATER)!;
}

describe('a correction is refused', () => {
  const correct = (
    who: Unit,
    to: UnitStatus,
    reason: string,
    on = forATeam as typeof forATeam | null,
  ) => given(forATeam).when(() => correctStatus(who, to, reason, on));

  test('when the status is that already', () => {
    correct(inStatus('on-scene'), 'on-scene', 'x').refused('same-status', /M1 is on scene already/);
  });
  test('without saying what was wrong', () => {
    correct(inStatus('on-scene'), 'available', ' ').refused('reason-needed', /what was wrong/);
  });
  test('onto an incident the unit never was on', () => {
    correct(inStatus('available'), 'on-scene', 'x', null).refused(
      'no-incident-before',
      /on no incident just now.*send M1/,
    );
  });
  test('back onto an incident that is closed', () => {
    correct(inStatus('available', incidentId), 'on-scene', 'x', closed).refused(
      'incident-closed',
      /Incident 7 is closed/,
    );
  });
});

test('only the change that released it leads back: a later report forgets the incident', () => {
  const report = (who: Unit, to: UnitStatus): Unit => {
    const outcome = setUnitStatus(who, to) as UnitEvent[];
    return evolveUnit(who, outcome[0]!, START)!;
  };
  const free = report(inStatus('on-scene'), 'available');
  expect(free.releasedFrom).toBe(incidentId);
  expect(report(free, 'out-of-service').releasedFrom).toBeNull();
});

describe('what a correction does to the incident', () => {
  const fixed = (from: UnitStatus, to: UnitStatus): Told => ({
    type: 'unit.status-corrected',
    unitId: unit().unitId,
    from,
    to,
    incidentId,
    reason: 'Pressed by mistake.',
  });
  const enRoute = [moved('M1', 'available', 'assigned'), moved('M1', 'assigned', 'en-route')];

  test('a unit pressed free is back on it, in the same line and not in a new one', () => {
    const gone = fold([...enRoute, moved('M1', 'en-route', 'available')], forATeam);
    expect(phaseOf(gone)).toBe('decided');
    const back = fold([fixed('available', 'en-route')], gone);
    expect(back.units).toMatchObject([{ status: 'en-route', releasedAt: null, reached: false }]);
    expect(back.units).toHaveLength(1);
    expect(phaseOf(back)).toBe('responding');
  });

  test('one that was never there has reached nobody, so somebody is needed still', () => {
    const there = fold([...enRoute, moved('M1', 'en-route', 'on-scene')], forATeam);
    const notThere = fold([fixed('on-scene', 'en-route')], there);
    expect(notThere.units).toMatchObject([{ status: 'en-route', reached: false }]);
    expect(phaseOf(fold([fixed('on-scene', 'available')], there))).toBe('decided');
  });

  test('one that was there before the wrong status has been there all the same', () => {
    const patient = fold(
      [...enRoute, moved('M1', 'en-route', 'on-scene'), moved('M1', 'on-scene', 'with-patient')],
      forATeam,
    );
    expect(phaseOf(fold([fixed('with-patient', 'available')], patient))).toBe('wrap-up');
  });

  test('an incident the unit never was on stays as it is', () => {
    expect(fold([fixed('available', 'off-duty')], forATeam)).toBe(forATeam);
  });
});
