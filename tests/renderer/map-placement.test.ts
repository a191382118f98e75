import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ago, POLICY, row, unit } from './sheets-fixtures.ts';
import { gatherSigns } from '#renderer/map/gather-signs.ts';
import { cover, type Room } from '#renderer/map/room.ts';
import { keepSame } from '#renderer/map/keep-same.ts';
import { mapLines } from '#renderer/map/map-lines.ts';
import { marksOf, urgencyOfAreas, type Mark } from '#renderer/map/map-marks.ts';
import {
  boxThatMatters,
  groundsOf,
  placeNames,
  roomForNames,
  shorter,
  type Ground,
} from '#renderer/map/place-names.ts';
import { planeOf } from '#renderer/map/plane.ts';
import type { IncidentRow, UnitRow } from '#shared/board/board-rows.ts';
import type { PicturedArea } from '#shared/place/area-examination.ts';
import { LEVELS } from '#shared/routing/level.ts';

const SCALE = 0.05;

function tile(name: string, areaId: string | null, west: number, south: number): PicturedArea {
  const [east, north] = [west + 0.03, south + 0.03];
  const ring = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ] as const;
  const zone = areaId === null ? null : areaId === 'chatham' ? 'South' : 'North';
  return { name, areaId, zone, label: [west + 0.015, south + 0.015], polygons: [[ring]] };
}

const SHAPES = [
  tile('Uptown', 'uptown', -87.7, 41.96),
  tile('Chatham', 'chatham', -87.67, 41.93),
  tile('Invented Harbor', null, -87.5, 41.7),
];
const plane = planeOf(SHAPES)!;
const grounds = groundsOf(SHAPES, plane);
const at = (lat = 41.97, lon = -87.69) => ({ lat, lon, source: 'map' as const });

function boardOf(incidents: readonly IncidentRow[], units: readonly UnitRow[] = []) {
  const lines = mapLines(POLICY.areas, incidents, units);
  const rows = {
    incidents: new Map(incidents.map((each) => [each.incidentId as string, each])),
    units: new Map(units.map((each) => [each.unitId as string, each])),
  };
  const marks = marksOf(lines, rows, plane, SHAPES);
  return { lines, marks, urgency: urgencyOfAreas(lines, rows) };
}

const seen = (areaId: string | null): UnitRow['whereabouts'] =>
  ({
    position: null,
    areaId,
    source: 'radio',
    at: ago(60),
    area: null,
    standing: 'unknown',
  }) as never;

describe('signs', () => {
  test('what finds no room is counted in one sign that names the most urgent', () => {
    const incidents = [1, 2, 3, 4, 5, 6].map((number) =>
      row(number, { areaId: 'uptown', position: at(), level: number === 5 ? 'L4' : 'L1' }),
    );
    const signs = gatherSigns(boardOf(incidents).marks, SCALE);
    const [first] = signs;
    expect(first).toMatchObject({
      says: '5 +4',
      exact: true,
      sign: { kind: 'incident', level: 'L4' },
    });
    // One more hangs under the same point.
    expect(signs).toHaveLength(2);
    expect(signs.flatMap(({ of }) => of)).toHaveLength(6);
  });

  test('an incident and the unit at its point are read side by side', () => {
    const incident = row(1, { areaId: 'uptown', position: at(), level: 'L3' });
    const there = unit('M1', {
      status: 'on-scene',
      incidentId: incident.incidentId,
      incidentNumber: 1,
    });
    const signs = gatherSigns(boardOf([incident], [there]).marks, SCALE);
    expect(signs.map(({ says }) => says)).toEqual(['1', 'M1']);
  });

  test('what is only known to be in an area is one sign there, at no point', () => {
    const incidents = [
      row(1, { areaId: 'uptown', level: 'L1' }),
      row(2, { areaId: 'uptown', level: 'L3' }),
    ];
    const { marks } = boardOf(incidents, [unit('M7', { whereabouts: seen('uptown') })]);
    expect(gatherSigns(marks, SCALE)).toMatchObject([
      { key: 'somewhere/uptown', exact: false, says: '2 +1', alsoUnits: 1 },
    ]);
  });

  test('a point counted with what is only somewhere is no sign at a point either', () => {
    const near = grounds[0]!;
    const { lat, lon } = plane.back(near.x, near.y);
    const crowd = [2, 3, 4, 5, 6].map((number) =>
      row(number, { areaId: 'uptown', position: at(lat, lon), level: 'L1' }),
    );
    const { marks } = boardOf([row(1, { areaId: 'uptown', level: 'L4' }), ...crowd]);
    const signs = gatherSigns(marks, SCALE);
    const [first] = signs;
    expect(first).toMatchObject({ key: 'somewhere/uptown', exact: false });
    expect(first?.incidents).toBeGreaterThan(1);
  });

  test('whatever the board, no sign covers another and everything is in exactly one', () => {
    const mark = fc.record({
      x: fc.integer({ min: -3000, max: 3000 }),
      y: fc.integer({ min: -3000, max: 3000 }),
      exact: fc.boolean(),
      level: fc.constantFrom(...LEVELS),
      isUnit: fc.boolean(),
    });
    fc.assert(
      fc.property(
        fc.array(mark, { maxLength: 60 }),
        fc.constantFrom(0.02, 0.1, 0.4),
        (made, scale) => {
          const marks = made.map(({ level, isUnit, ...each }, number): Mark => ({
            ...each,
            key: `incident/${number}`,
            of: [`incident/${number}`],
            label: String(number),
            incidents: isUnit ? 0 : 1,
            units: isUnit ? 1 : 0,
            sign: isUnit
              ? { kind: 'unit', status: 'available', standing: 'free' }
              : { kind: 'incident', level },
          }));
          const name: Room = { left: -40, top: -14, right: 40, bottom: 4 };
          const signs = gatherSigns(marks, scale, [name]);
          const covering = signs.filter((a, one) =>
            signs.some((b, other) => other > one && cover(a.room, b.room)),
          );
          expect(covering).toEqual([]);
          expect(signs.flatMap(({ of }) => of).sort()).toEqual(marks.map(({ key }) => key).sort());
          for (const sign of signs) expect(sign.incidents + sign.units).toBe(sign.of.length);
        },
      ),
    );
  });
});

describe('names', () => {
  const names = (
    scale: number,
    incidents: readonly IncidentRow[] = [],
    signs: { room: Room }[] = [],
  ) => placeNames(grounds, signs, boardOf(incidents).urgency, scale);

  test('zones are named beside their areas, and what nobody serves only where it fits', () => {
    expect(names(SCALE).map(({ key }) => key)).toEqual([
      'zone/North',
      'zone/South',
      'Uptown',
      'Chatham',
      'Invented Harbor',
    ]);
    expect(names(0.01).map(({ key }) => key)).not.toContain('Invented Harbor');
  });

  test('where there is room for one, the area with open incidents has it', () => {
    const both = [
      tile('Uptown', 'uptown', -87.7, 41.96),
      tile('Chatham', 'chatham', -87.7, 41.961),
    ];
    const crowded: readonly Ground[] = groundsOf(both, plane).map((each) => ({
      ...each,
      box: { left: each.x, right: each.x, top: each.y, bottom: each.y },
    }));
    const roomOf = (...open: IncidentRow[]) => roomForNames(crowded, boardOf(open).urgency, SCALE);
    const [uptown, chatham] = [
      row(1, { areaId: 'uptown', level: 'L1' }),
      row(2, { areaId: 'chatham', level: 'L3' }),
    ];
    expect(roomOf()).toEqual([]);
    expect(roomOf(uptown, chatham)).toEqual(roomOf(chatham));
    expect(roomOf(uptown)).not.toEqual(roomOf(chatham));
  });

  test('a name goes aside or shorter before it is left out, and never under a sign', () => {
    const shape = { ...tile('West Garfield Park', 'west-garfield-park', -87.7, 41.96) };
    const [ground] = groundsOf([shape], plane);
    const [x, y] = [Math.round(ground!.x * SCALE), Math.round(ground!.y * SCALE)];
    const sign = { room: { left: x - 45, right: x + 45, top: y - 90, bottom: y + 90 } };
    const wall = { room: { left: x - 500, right: x + 500, top: y - 300, bottom: y + 300 } };
    const of = (signs: { room: Room }[]) =>
      placeNames([ground!], signs, new Map(), SCALE).find(({ kind }) => kind === 'ours');
    expect(of([])).toMatchObject({ lines: ['West Garfield', 'Park'] });
    expect(Math.abs((of([sign])?.x ?? x) - x)).toBeGreaterThan(45);
    expect(of([wall])).toBeUndefined();
    // Not into the middle of another area served: it would be read as the name of that one.
    const beside = tile('Humboldt Park', 'humboldt-park', -87.67, 41.96);
    const both = placeNames(groundsOf([shape, beside], plane), [sign], new Map(), SCALE);
    expect(both.find(({ key }) => key === shape.name)?.x).toBeLessThan(x);
    expect(shorter('West Garfield Park')).toBe('W Garfield Park');
    expect(shorter('Chatham')).toBe('Chatham');
  });
});

describe('what the map opens on', () => {
  test('the areas served, and an open incident outside them; not the whole city', () => {
    const served = boxThatMatters(grounds, [], plane.box);
    expect(served.right).toBeLessThan(plane.box.right);
    const far = boardOf([row(1, { areaId: null, position: at(41.75, -87.52) })]).marks;
    expect(boxThatMatters(grounds, far, plane.box).right).toBeGreaterThan(served.right);
  });

  test('a point far off the map, as of a slip of the finger, does not shrink it', () => {
    const slip = boardOf([row(1, { areaId: null, position: at(11.97) })]).marks;
    expect(boxThatMatters(grounds, slip, plane.box)).toEqual(
      boxThatMatters(grounds, [], plane.box),
    );
  });

  test('without an area of the policy, all of it', () => {
    const others = grounds.filter(({ shape }) => shape.areaId === null);
    expect(boxThatMatters(others, [], plane.box)).toEqual(plane.box);
  });
});

describe('while changes stream in', () => {
  const incidents = [1, 2, 3].map((number) => row(number, { areaId: 'uptown', position: at() }));

  test('a change that is none of the map leaves its lines and marks the very same', () => {
    const before = boardOf(incidents);
    const after = boardOf([{ ...incidents[0]!, address: 'Another St' }, ...incidents.slice(1)]);
    expect(keepSame(before.lines, after.lines)).toBe(before.lines);
    expect(keepSame(before.marks, after.marks)).toBe(before.marks);
  });

  test('a row that did not change has the line and the mark it had, until the areas are others', () => {
    const before = boardOf(incidents);
    const after = boardOf(incidents);
    const line = ({ lines }: typeof before) => lines.find(({ kind }) => kind === 'incident');
    expect(line(after)).toBe(line(before));
    expect(after.marks[0]).toBe(before.marks[0]);
    const elsewhere = mapLines([], incidents, []);
    expect(elsewhere.find(({ kind }) => kind === 'incident')).toMatchObject({ areaKey: 'outside' });
  });

  test('a change of one replaces that one, and one that goes leaves the others', () => {
    const before = boardOf(incidents).marks;
    const raised = boardOf([...incidents.slice(0, 2), { ...incidents[2]!, level: 'L4' }]).marks;
    const kept = keepSame(before, raised);
    expect(kept.filter((each) => before.includes(each))).toHaveLength(2);
    expect(kept[0]).toMatchObject({ label: '3', sign: { level: 'L4' } });
    const gone = keepSame(before, boardOf(incidents.slice(1)).marks);
    expect(gone.every((each) => before.includes(each))).toBe(true);
  });
});
