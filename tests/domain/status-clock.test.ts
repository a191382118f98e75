import { describe, expect, test } from 'vitest';
import { decided, cleared, answered, incidentId, policy, START, unit } from '../support/given.ts';
import { LIMITED_STATUSES } from '#shared/policy/status-limit.ts';
import { evolveStatusClock, statusTimeOf, watchStatus } from '#shared/unit/status-clock.ts';
import { evolveUnit } from '#shared/unit/unit-events.ts';
import { UNIT_STATUSES, type UnitStatus } from '#shared/unit/unit-status.ts';
import type { Unit } from '#shared/unit/unit.ts';

const incident = decided([...cleared, answered('in-person-need', 'yes')]);
const at = (minutes: number) => Date.parse(START) + minutes * 60_000;
const iso = (minutes: number) => new Date(at(minutes)).toISOString();
const on = (status: UnitStatus, changes: Partial<Unit> = {}) =>
  unit({ status, incidentId, ...changes });
const watch = (it: Unit, minutes: number) => watchStatus(it, incident, policy, at(minutes));

describe('every status', () => {
  test.each(UNIT_STATUSES)('%s', (status) => {
    const time = statusTimeOf(on(status), incident, policy);
    expect(time !== null).toBe(LIMITED_STATUSES.includes(status));
    if (time === null) {
      expect(watch(on(status), 10_000)).toEqual([]);
      return;
    }
    const minutes = time.alertMinutes;
    expect(Date.parse(time.alertAt)).toBe(at(minutes));
    expect(time.warnAt < time.alertAt).toBe(true);
    expect(watch(on(status), minutes - 0.1)).toEqual([]);
    expect(watch(on(status), minutes)).toEqual([
      { type: 'unit.status-overdue', unitId: 'M1', incidentId, status, since: START, minutes },
    ]);
    // A policy without limits, as those of before 2026.4 are, warns of nothing.
    const { statusLimits: _none, ...without } = policy;
    expect(statusTimeOf(on(status), incident, without)).toBeNull();
  });
});

test('it is said once for each status, and a crew that was then heard gets the time once more', () => {
  const [overdue] = watch(on('on-scene'), 90);
  const alerted = evolveStatusClock(on('on-scene'), overdue!, iso(90))!;
  for (const minutes of [-500, 90, 91, 5000]) expect(watch(alerted, minutes)).toEqual([]);
  const heard = {
    type: 'unit.checked-in',
    unitId: alerted.unitId,
    incidentId,
    how: 'heard',
  } as const;
  const again = evolveStatusClock(alerted, heard, iso(95))!;
  expect(watch(again, 184)).toEqual([]);
  expect(watch(again, 185)).toMatchObject([{ since: iso(95) }]);
  // Before an alert, check-ins every quarter of an hour do not put it off.
  expect(evolveStatusClock(on('on-scene'), heard, iso(80))).toEqual(on('on-scene'));
});

test('the next status begins anew', () => {
  const alerted = on('assigned', { clock: { from: START, overdueAt: iso(5) } });
  const event = {
    type: 'unit.status-changed',
    unitId: alerted.unitId,
    from: 'assigned',
    to: 'en-route',
    incidentId,
    reason: null,
  } as const;
  expect(evolveUnit(alerted, event, iso(6))?.clock).toEqual({ from: iso(6), overdueAt: null });
});

test('a clock set back behind the beginning warns at once, and alerts after what is between', () => {
  // Two positions may differ by a little: that is no clock set back.
  expect(watch(on('assigned'), -1)).toEqual([]);
  const [set] = watch(on('assigned'), -60);
  expect(set).toMatchObject({ type: 'unit.status-clock-set', from: iso(-63) });
  const back = evolveStatusClock(on('assigned'), set!, iso(-60))!;
  expect(watch(back, -58.1)).toEqual([]);
  expect(watch(back, -58)).toMatchObject([{ type: 'unit.status-overdue' }]);
});
