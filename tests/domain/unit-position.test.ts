import { expect, test } from 'vitest';
import { policy, START, unit } from '../support/given.ts';
import { reportPosition } from '#shared/unit/decide-position.ts';
import { evolveUnit, type UnitEvent } from '#shared/unit/unit-events.ts';

const here = { position: { lat: 41.97, lon: -87.66 }, areaId: null };
const LATER = '2026-03-03T18:10:00.000Z';

test('a reported position stands with its source and the time it was reported', () => {
  const [event] = reportPosition(unit(), here, 'radio', policy) as UnitEvent[];
  expect(event).toEqual({
    type: 'unit.position-reported',
    unitId: 'M1',
    spot: here,
    source: 'radio',
  });
  expect(evolveUnit(unit(), event!, START)?.whereabouts).toEqual({
    ...here,
    source: 'radio',
    at: START,
  });
});

test('the same place again is younger, and an area alone takes the point away', () => {
  const reported = (
    before = unit(),
    spot: Parameters<typeof reportPosition>[1] = here,
    at = START,
  ) => evolveUnit(before, (reportPosition(before, spot, 'typed', policy) as UnitEvent[])[0]!, at)!;
  const again = reported(reported(), here, LATER);
  expect(again.whereabouts).toMatchObject({ ...here, at: LATER });
  const somewhere = reported(again, { position: null, areaId: 'uptown' }, LATER);
  expect(somewhere.whereabouts).toMatchObject({ position: null, areaId: 'uptown' });
});

test('an area the policy does not have is refused, and where the unit was stays', () => {
  expect(reportPosition(unit(), { position: null, areaId: 'mars' }, 'typed', policy)).toMatchObject(
    {
      refused: 'unknown-area',
      because: expect.stringMatching(/“mars”\. M1 stays where/) as string,
    },
  );
});

test('a unit that nobody placed is nowhere, and a status does not place it', () => {
  expect(unit().whereabouts).toBeNull();
  const placed = evolveUnit(
    unit(),
    { type: 'unit.position-reported', unitId: unit().unitId, spot: here, source: 'post' },
    START,
  )!;
  const moved = evolveUnit(
    placed,
    {
      type: 'unit.status-changed',
      unitId: placed.unitId,
      from: 'available',
      to: 'out-of-service',
      incidentId: null,
      reason: null,
    },
    LATER,
  )!;
  expect(moved.whereabouts).toEqual(placed.whereabouts);
});
