import { expect, test } from 'vitest';
import { ago, row, unit } from './sheets-fixtures.ts';
import { unitPlace } from '#renderer/units/unit-place.ts';
import type { KnownWhereabouts } from '#shared/board/board-rows.ts';

const POINT = { lat: 41.97, lon: -87.66 };
const seen = (more: object): KnownWhereabouts =>
  ({
    position: POINT,
    areaId: 'uptown',
    area: 'Uptown',
    standing: 'in-its-zone',
    source: 'radio',
    at: ago(60),
    ...more,
  }) as KnownWhereabouts;
const outside = { areaId: null, area: null, standing: 'unknown' };

test.each([
  [seen({}), true, 'In Uptown, in its zone'],
  [seen({ standing: 'in-other-zone' }), true, 'In Uptown, not its zone'],
  [seen({ standing: 'outside-its-areas' }), true, 'In Uptown, not an area of its team'],
  [seen(outside), true, 'Outside the areas'],
  [seen(outside), false, 'At a point, and no map says in which area'],
  [seen({ area: null, standing: 'unknown' }), true, 'In an area that the policy no longer has'],
  [null, true, 'Place never reported'],
])('where a unit was reported, in words: %#', (whereabouts, hasMap, says) => {
  expect(unitPlace(unit('M2', { whereabouts }), undefined, hasMap)).toBe(says);
});

test('with the person it is where the incident is, whatever was reported before', () => {
  const there = unit('M2', { status: 'on-scene', incidentNumber: 7, whereabouts: seen({}) });
  expect(unitPlace(there, row(7, { area: 'Chatham' }), true)).toBe('At incident 7, Chatham');
  const nowhere = row(7, { area: null, areaId: null, position: { ...POINT, source: 'map' } });
  expect(unitPlace(there, nowhere, true)).toBe('At incident 7, outside the areas');
  expect(unitPlace({ ...there, status: 'en-route' }, nowhere, true)).toBe('In Uptown, in its zone');
});
