import { describe, expect, test } from 'vitest';
import { dana, incidentId, NOON, policy, START, theo, unit } from '../support/given.ts';
import type { UnitId } from '#shared/lib/brand.ts';
import { isRefusal } from '#shared/lib/refusal.ts';
import type { TeamType } from '#shared/policy/policy.ts';
import { teamTypeOn } from '#shared/policy/team-type.ts';
import { acknowledgeAlarm, checkIn, clearAlarm, raiseAlarm } from '#shared/unit/decide-safety.ts';
import { evolveSafety, type SafetyEvent, type UnitSafety } from '#shared/unit/safety-events.ts';
import { needsBackUp, standingOf, watchCheckIn } from '#shared/unit/safety.ts';
import { UNIT_STATUSES, type UnitStatus } from '#shared/unit/unit-status.ts';

const M1 = 'M1' as UnitId;
const team = { checkInMinutes: 15, checkInGraceMinutes: 3 } as TeamType;
const start = Date.parse(START);
const at = (minutes: number) => start + minutes * 60_000;
const iso = (minutes: number) => new Date(at(minutes)).toISOString();

function safety(changes: Partial<UnitSafety> = {}): UnitSafety {
  const quiet = { lateAt: null, missedAt: null, backUp: null, duress: null };
  return { unitId: M1, status: 'on-scene', from: START, ...quiet, ...changes };
}

function after(events: readonly SafetyEvent[], before = safety(), minutes = 0): UnitSafety {
  const stamp = { at: iso(minutes), by: dana };
  const next = events.reduce<UnitSafety | null>(
    (it, event) => evolveSafety(it, event, stamp),
    before,
  );
  return next!;
}

const onIt = unit({ status: 'on-scene', incidentId });
const watch = (it: UnitSafety, minutes: number) => watchCheckIn(it, onIt, team, at(minutes));
const typesOf = (events: readonly SafetyEvent[]) => events.map(({ type }) => type);

const TIMES = [
  [0, 'due'],
  [14.9, 'due'],
  [15, 'late'],
  [17.9, 'late'],
  [18, 'late'],
  [400, 'late'],
] as const;

describe('every status at every time', () => {
  const table = UNIT_STATUSES.flatMap((status) =>
    TIMES.map(([minutes, state]) => [status, minutes, state] as const),
  );
  test.each(table)('%s for %s min', (status, minutes, state) => {
    const it = safety({ status });
    const owes = status === 'on-scene' || status === 'with-patient';
    expect(standingOf(it, team, at(minutes))?.state ?? null).toBe(owes ? state : null);
    const steps = ['unit.check-in-late', 'unit.check-in-missed'];
    expect(typesOf(watch(it, minutes))).toEqual(
      steps.slice(0, !owes || minutes < 15 ? 0 : minutes < 18 ? 1 : 2),
    );
    // Nobody asks a team for check-ins whose policy does not.
    expect(standingOf(it, {} as TeamType, at(minutes))).toBeNull();
    expect(standingOf(it, undefined, at(minutes))).toBeNull();
  });
});

test('the clock begins with each status and with each check-in', () => {
  const status = (to: UnitStatus) =>
    ({
      type: 'unit.status-changed',
      unitId: M1,
      from: 'on-scene',
      to,
      incidentId,
      reason: null,
    }) as const;
  const stamp = { at: iso(10), by: dana };
  expect(evolveSafety(safety(), status('with-patient'), stamp)).toMatchObject({
    from: iso(10),
    status: 'with-patient',
  });
  const heard = after(checkIn(onIt), safety({ missedAt: iso(19) }), 20);
  expect(heard).toEqual(safety({ from: iso(20) }));
});

test('a missed check-in says since when and when it was due, and only once', () => {
  const said = { unitId: M1, incidentId, since: START, due: iso(15) };
  const steps = watch(safety(), 15);
  expect(steps).toEqual([{ type: 'unit.check-in-late', ...said }]);
  const late = after(steps, safety(), 15);
  for (const minutes of [0, 15, 17]) expect(watch(late, minutes)).toEqual([]);
  const events = watch(late, 18);
  expect(events).toEqual([{ type: 'unit.check-in-missed', ...said }]);
  const missed = after(events, late, 18);
  expect(standingOf(missed, team, at(19))).toMatchObject({ state: 'missed', since: START });
  for (const minutes of [-600, -1, 0, 18, 19, 600]) expect(watch(missed, minutes)).toEqual([]);
});

test('without a grace it is missed when it is due', () => {
  const strict = { checkInMinutes: 15 } as TeamType;
  expect(watchCheckIn(safety(), onIt, strict, at(14.99))).toEqual([]);
  expect(typesOf(watchCheckIn(safety(), onIt, strict, at(15)))).toEqual([
    'unit.check-in-late',
    'unit.check-in-missed',
  ]);
});

test('a clock set back behind the beginning makes the check-in due at once', () => {
  // Two positions may differ by a little: that is no clock set back.
  expect(watch(safety(), -1)).toEqual([]);
  const events = watch(safety(), -120);
  expect(events).toMatchObject([{ type: 'unit.check-in-clock-set', from: iso(-135) }]);
  const set = after(events, safety(), -120);
  expect(standingOf(set, team, at(-120))?.state).toBe('late');
  expect(typesOf(watch(set, -120))).toEqual(['unit.check-in-late']);
  expect(typesOf(watch({ ...set, lateAt: iso(-120) }, -117))).toEqual(['unit.check-in-missed']);
});

describe('alarms', () => {
  const both = ['back-up', 'duress'] as const;

  test.each(both)('%s stands until it is cleared with a reason', (alarm) => {
    const raised = after(raiseAlarm(safety(), onIt, alarm), safety(), 5);
    expect(standingOf(raised, team, at(600))).toMatchObject({ state: alarm, since: iso(5) });
    expect(raiseAlarm(raised, onIt, alarm)).toEqual([]);
    expect(clearAlarm(raised, onIt, alarm, '  ')).toMatchObject({ refused: 'reason-needed' });
    const cleared = clearAlarm(raised, onIt, alarm, ' They are out. ');
    if (isRefusal(cleared)) throw new Error(cleared.because);
    expect(cleared).toMatchObject([{ reason: 'They are out.' }]);
    expect(after(cleared, raised)).toEqual(safety());
    expect(clearAlarm(safety(), onIt, alarm, 'Why')).toMatchObject({ refused: 'no-alarm' });
  });

  test.each(both)('%s is seen once by each person', (alarm) => {
    const raised = after(raiseAlarm(safety(), onIt, alarm));
    const seen = after(acknowledgeAlarm(raised, onIt, alarm, dana), raised);
    expect(standingOf(seen, team, start)?.acknowledged).toEqual([dana]);
    expect(acknowledgeAlarm(seen, onIt, alarm, dana)).toEqual([]);
    expect(acknowledgeAlarm(seen, onIt, alarm, theo)).toHaveLength(1);
    expect(acknowledgeAlarm(safety(), onIt, alarm, dana)).toEqual([]);
  });

  test('duress stands above back-up, back-up above a missed check-in, also off the incident', () => {
    const missed = safety({ missedAt: START });
    const asked = after(raiseAlarm(missed, onIt, 'back-up'), missed);
    const worst = after(raiseAlarm(asked, onIt, 'duress'), asked);
    expect([missed, asked, worst].map((it) => standingOf(it, team, start)?.state)).toEqual([
      'missed',
      'back-up',
      'duress',
    ]);
    expect(standingOf({ ...worst, status: 'off-duty' }, team, start)).toMatchObject({
      state: 'duress',
      checkIn: null,
    });
  });
});

test('police back-up is recommended unless other armed people are there', () => {
  const on = (unitId: string, teamType: string, status: UnitStatus = 'on-scene') =>
    unit({ unitId: unitId as UnitId, teamType, status, incidentId });
  const needs = (
    state: 'due' | 'late' | 'missed' | 'back-up' | 'duress',
    ...others: (typeof onIt)[]
  ) =>
    needsBackUp(
      { state, since: START, checkIn: null, acknowledged: [] },
      onIt,
      [onIt, ...others],
      policy,
      NOON.date,
    );
  expect(
    (['due', 'late', 'missed', 'back-up', 'duress'] as const).map((each) => needs(each)),
  ).toEqual([false, false, true, true, true]);
  expect(needs('missed', on('E31', 'ems'))).toBe(true);
  expect(needs('missed', on('P11', 'police-cit'))).toBe(false);
  expect(needs('missed', on('P11', 'police-cit', 'clearing'))).toBe(true);
  expect(needs('missed', { ...on('P11', 'police-cit'), incidentId: null })).toBe(true);
});

test('the shipped policy asks the field teams to check in, and nobody else', () => {
  const asked = (id: string) => {
    const { checkInMinutes, checkInGraceMinutes } = teamTypeOn(policy, id, NOON.date)!;
    return [checkInMinutes, checkInGraceMinutes];
  };
  for (const id of ['behavioral-health', 'substance-use']) expect(asked(id)).toEqual([15, 3]);
  for (const id of ['co-response-north', 'co-response-south']) expect(asked(id)).toEqual([20, 5]);
  for (const id of ['police-cit', 'ems', 'clinician-desk'])
    expect(asked(id)).toEqual([undefined, undefined]);
});
