import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ago, POLICY, row, unit } from './sheets-fixtures.ts';
import { mapLines, type MapLine } from '#renderer/map/map-lines.ts';
import { fitted, planeOf, showing, zoomed } from '#renderer/map/plane.ts';
import type { IncidentRow, UnitRow } from '#shared/board/board-rows.ts';

const POINT = { lat: 41.97, lon: -87.66 };
const seen = (areaId: string | null, position: typeof POINT | null): UnitRow['whereabouts'] =>
  ({ position, areaId, source: 'radio', at: ago(60), area: null, standing: 'unknown' }) as never;
const at = (source: 'map' | 'typed' = 'map') => ({ ...POINT, source });
const lines = (incidents: readonly IncidentRow[], units: readonly UnitRow[] = []) =>
  mapLines(POLICY.areas, incidents, units);
const said = (all: readonly MapLine[]) =>
  all
    .filter((line) => line.kind !== 'area')
    .map((line) => `${line.areaKey}: ${line.id} ${line.known.kind}`);

describe('the list', () => {
  test('says of everything whether it is at a point, in an area or nowhere', () => {
    const incidents = [
      row(1, { areaId: 'uptown', position: at() }),
      row(2, { areaId: 'uptown' }),
      row(3, { areaId: null, position: at() }),
      row(4, { areaId: null }),
      row(5, { areaId: 'an area of an older policy' }),
    ];
    expect(said(lines(incidents))).toEqual([
      'uptown: incident-1 point',
      'uptown: incident-2 area',
      'outside: incident-3 point',
      'nowhere: incident-4 nowhere',
      'nowhere: incident-5 nowhere',
    ]);
  });

  test('a unit with the person is where the incident is, and on the way where it was reported', () => {
    const incident = row(1, { areaId: 'lakeview', position: at() });
    const there = {
      incidentId: incident.incidentId,
      incidentNumber: 1,
      whereabouts: seen('uptown', null),
    };
    const units = [
      unit('M1', { status: 'on-scene', ...there }),
      unit('M2', { status: 'en-route', ...there }),
      unit('M3', { status: 'available', whereabouts: null }),
    ];
    expect(said(lines([incident], units))).toEqual([
      'uptown: M2 area',
      'lakeview: incident-1 point',
      'lakeview: M1 point',
      'nowhere: M3 nowhere',
    ]);
  });

  test('an area counts what is open in it, the oldest of it, and who is free', () => {
    const incidents = [
      row(1, { areaId: 'uptown', openedAt: ago(60) }),
      row(2, { areaId: 'uptown', openedAt: ago(600) }),
    ];
    const units = [
      unit('M1', { status: 'available', gap: null, whereabouts: seen('uptown', null) }),
      unit('M2', {
        status: 'available',
        gap: 'Crew: no clinician',
        whereabouts: seen('uptown', null),
      }),
    ];
    const [uptown] = lines(incidents, units);
    expect(uptown).toMatchObject({
      name: 'Uptown',
      open: 2,
      oldest: incidents[1]!.openedAt,
      free: 1,
    });
  });

  test('loses nothing and says nothing twice, whatever is on the board', () => {
    const areas = fc.constantFrom('uptown', 'chatham', 'gone', null);
    const some = fc.array(fc.record({ areaId: areas, placed: fc.boolean() }), { maxLength: 30 });
    fc.assert(
      fc.property(some, some, (open, fleet) => {
        const incidents = open.map(({ areaId, placed }, index) =>
          row(index + 1, { areaId, position: placed ? at() : null }),
        );
        const units = fleet.map(({ areaId, placed }, index) =>
          unit(`M${index}`, {
            whereabouts: placed || areaId !== null ? seen(areaId, placed ? POINT : null) : null,
          }),
        );
        const all = lines(incidents, units);
        const ids = all.flatMap((line) => (line.kind === 'area' ? [] : [line.id])).sort();
        expect(ids).toEqual(
          [...incidents.map((each) => each.incidentId), ...units.map((each) => each.unitId)].sort(),
        );
        expect(new Set(all.map(({ key }) => key)).size).toBe(all.length);
      }),
    );
  });
});

describe('the picture', () => {
  const plane = planeOf([
    {
      name: 'Uptown',
      areaId: 'uptown',
      zone: 'North',
      label: [-87.66, 41.97],
      polygons: [
        [
          [
            [-87.7, 41.9],
            [-87.6, 41.9],
            [-87.6, 42],
            [-87.7, 42],
            [-87.7, 41.9],
          ],
        ],
      ],
    },
  ])!;
  const size = { width: 900, height: 700 };

  test('a point comes back from the plane as it went there', () => {
    const anywhere = fc.record({
      lat: fc.double({ min: 41.8, max: 42.1, noNaN: true }),
      lon: fc.double({ min: -87.8, max: -87.5, noNaN: true }),
    });
    fc.assert(
      fc.property(anywhere, (position) => {
        const back = plane.back(...plane.across(position));
        expect(back.lat).toBeCloseTo(position.lat, 9);
        expect(back.lon).toBeCloseTo(position.lon, 9);
      }),
    );
  });

  test('fits all of it, zooms around a point that stays, and follows only what is out of sight', () => {
    const view = fitted(plane.box, size);
    expect(plane.box.left * view.scale + view.left).toBeGreaterThanOrEqual(27.9);
    expect(plane.box.bottom * view.scale + view.top).toBeLessThanOrEqual(672.1);
    const closer = zoomed(view, 2, [300, 200], view.scale);
    expect((300 - closer.left) / closer.scale).toBeCloseTo((300 - view.left) / view.scale, 6);
    expect(showing(view, [0, 0], size)).toBe(view);
    const moved = showing(closer, [plane.box.right, 0], size);
    expect(plane.box.right * moved.scale + moved.left).toBeCloseTo(450, 6);
  });
});
