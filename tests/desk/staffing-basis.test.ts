import { beforeEach, expect, test } from 'vitest';
import { imported, type Told } from '../support/counted-history.ts';
import { passSeconds } from '../support/counted-shift.ts';
import { centerAtWork, type DeskAtWork } from '../support/desk-at-work.ts';
import { resolving } from '../support/phone-endings.ts';
import { offered } from '../support/topic-examples.ts';
import type { StaffingBasis } from '#shared/board/staffing-basis.ts';

let atWork: DeskAtWork;
beforeEach(() => {
  atWork = centerAtWork();
});

/** Four whole weeks; March 2, 2026 is a Monday. */
const MARCH = { from: '2026-03-02', to: '2026-03-29' };

function basis(period = MARCH): StaffingBasis {
  return atWork.do(atWork.as('Sam'), 'outcomes.staffing', { period });
}

const eligible = { behavioral: true, eligible: true } as const;

function call(receivedLocal: string, more: Partial<Told> = {}): Told {
  return { receivedLocal, steps: eligible, recommendedLevel: 'L2', ...more };
}

test('calls for a team, with their hour, area and time; those for the phone apart', () => {
  imported(atWork, [
    call('2026-03-02T00:00:10', {
      areaId: 'uptown',
      elapsed: { dispatched: 60, cleared: 3660 },
    }),
    call('2026-03-03T14:30:00', { areaId: 'chatham', elapsed: { dispatched: 60 } }),
    call('2026-03-03T15:00:00', { recommendedLevel: 'L1' }),
    call('2026-03-10T15:59:59', { recommendedLevel: 'L1' }),
    call('2026-03-27T00:00:00', { areaId: 'uptown' }),
  ]);
  const { weeks, areas, calls, taken, phone } = basis();
  expect(weeks).toEqual({ from: '2026-03-02', to: '2026-03-29', count: 4 });
  expect(areas.map(({ id }) => id)).toEqual(['uptown', 'chatham']);
  expect(areas[0]?.name).toBe('Uptown');
  expect(calls).toEqual({
    at: [10, 86_400 + 14.5 * 3600, 25 * 86_400],
    area: [0, 1, 0],
    busy: [3600, null, null],
  });
  expect(taken).toBe(0);
  expect(phone.calls[24 + 15]).toBe(2);
  expect(phone.calls.reduce((sum, each) => sum + each, 0)).toBe(2);
  expect(phone).toMatchObject({ handleSeconds: null, known: 0, clinicians: 2 });
});

test('a record that does not say who was eligible: what is about mental health counts, and is told', () => {
  imported(atWork, [
    { receivedLocal: '2026-03-02T01:00:00', steps: { behavioral: true } },
    call('2026-03-02T02:00:00', { steps: { behavioral: false } }),
    call('2026-03-02T03:00:00', { steps: { behavioral: true, eligible: false } }),
    call('2026-03-02T04:00:00'),
  ]);
  const { calls, taken } = basis();
  expect(calls.at).toEqual([3600, 4 * 3600]);
  expect(taken).toBe(1);
});

test('a time that cannot be, or stands out of order, is not known', () => {
  imported(atWork, [
    call('2026-03-02T01:00:00', { elapsed: { dispatched: 600, cleared: 600 } }),
    call('2026-03-02T02:00:00', { elapsed: { dispatched: 0, cleared: 13 * 3600 } }),
    call('2026-03-02T03:00:00', {
      elapsed: { dispatched: 60, cleared: 3660 },
      outOfOrder: ['cleared'],
    }),
    call('2026-03-02T04:00:00', { elapsed: { dispatched: 60, cleared: 61 } }),
  ]);
  expect(basis().calls.busy).toEqual([null, null, null, 1]);
});

test('half a week is no week: neither at the ends of the days, nor where the record begins', () => {
  imported(atWork, [call('2026-03-04T12:00:00'), call('2026-03-18T12:00:00')]);
  // The record begins on a Wednesday, so the week from March 9 is its first whole one; nobody called in it.
  expect(basis().weeks).toEqual({ from: '2026-03-16', to: '2026-03-22', count: 1 });
  expect(basis().calls.at).toEqual([2.5 * 86_400]);
  expect(basis({ from: '2026-03-17', to: '2026-03-29' }).weeks).toBeNull();
  expect(basis({ from: '2025-01-01', to: '2025-02-01' })).toMatchObject({
    weeks: null,
    calls: { at: [], area: [], busy: [] },
  });
});

test('weeks without a call between those with one are weeks', () => {
  imported(atWork, [call('2026-03-02T12:00:00'), call('2026-03-24T12:00:00')]);
  expect(basis().weeks).toEqual({ from: '2026-03-02', to: '2026-03-29', count: 4 });
});

test('how long a clinician has a call, once enough are known', () => {
  const cleo = atWork.as('Cleo');
  const answered = (count: number) => {
    for (let at = 0; at < count; at += 1) {
      const incidentId = offered(atWork);
      passSeconds(atWork, 30);
      atWork.do(cleo, 'phone.take', { incidentId });
      atWork.pass(20);
      atWork.do(cleo, 'phone.resolve', resolving(incidentId));
    }
    return basis({ from: '2026-03-02', to: '2026-03-15' }).phone;
  };
  imported(atWork, [call('2026-03-02T00:00:00')]);
  expect(answered(29)).toMatchObject({ known: 29, handleSeconds: null });
  expect(answered(1)).toMatchObject({ known: 30, handleSeconds: 1200 });
});

test('the teams of today with the units on the board; ambulances and police are none of them', () => {
  const { teams } = basis();
  expect(teams.length).toBeGreaterThan(1);
  expect(teams.every(({ hours }) => hours.length > 0)).toBe(true);
  const labels = teams.map(({ label }) => label).join(' ');
  expect(labels).not.toMatch(/police unit|ambulance$/i);
  expect(teams.reduce((sum, { units }) => sum + units, 0)).toBeGreaterThan(0);
});
