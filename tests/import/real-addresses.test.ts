import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { atlasOf } from '#main/desk/areas/area-atlas.ts';
import { readAreaFile } from '#main/desk/areas/geojson-file.ts';
import { examineStreets } from '#main/desk/place/examine-places.ts';
import { CHICAGO_GRID } from '#shared/place/chicago-grid.ts';
import { NO_COMMON_PLACES } from '#shared/place/common-place.ts';
import { placeOf } from '#shared/place/find-place.ts';
import { parseAddress } from '#shared/place/parse-address.ts';
import type { PlaceMeans } from '#shared/place/place-means.ts';
import type { Position } from '#shared/place/position.ts';
import { gridLines, type StreetGrid } from '#shared/place/street-grid.ts';
import { streetsOf } from '#shared/place/street-table.ts';

// The city's table and the addresses state no licence, so they are not in this repository; where they lie
// beside it they are read.
const DATA = join(import.meta.dirname, '../../../shared/data');
const STREETS = join(DATA, 'chicago-geo/Chicago_Street_Names.csv');
const AREAS = join(DATA, 'chicago-geo/community_areas_full.geojson');
const CALLS = join(DATA, 'calls-ucpd-chicago/incident.csv');
const absent = [STREETS, AREAS, CALLS].filter((file) => !existsSync(file));
if (absent.length > 0)
  process.stderr.write(`SKIPPED: Chicago addresses: ${absent.join(', ')} not on this computer.\n`);

/** Streets of the campus by their line, as a center there would set them. */
const CAMPUS =
  `Drexel 900 E|Ingleside 932 E|Ellis 1000 E|Greenwood 1100 E|University 1144 E|Kimbark 1300 E
Kenwood 1342 E|Dorchester 1400 E|Blackstone 1436 E|Harper 1500 E|Cornell 1632 E`
    .split(/[|\n]/)
    .map((each) => /^(\w+) (.+)$/.exec(each)!)
    .map(([, street, at]) => ({ street: `S ${street!} Ave`, at: at!, from: null, to: null }));

function meansOf(grid: StreetGrid): PlaceMeans {
  const { areas } = readAreaFile(readFileSync(AREAS, 'utf8'));
  const shapes = areas.map(({ properties, polygons }) => {
    const name = String(properties['COMMUNITY']);
    return { name, areaId: name, polygons };
  });
  const atlas = atlasOf({ source: 'areas', schematic: false, shapes });
  const found = new Map(
    shapes.map((shape) => [shape.name, { name: shape.name, areaId: shape.name }]),
  );
  return {
    areas: shapes.map(({ name }) => ({ id: name, name, zone: '' })),
    commonPlaces: NO_COMMON_PLACES,
    streets: streetsOf(examineStreets(readFileSync(STREETS, 'utf8'), 'streets').rows),
    grid: gridLines(grid),
    areaAt: (position: Position) =>
      found.get(atlas.shapeAt(position)?.name ?? '') ?? { name: null, areaId: null },
  };
}

const addresses = () =>
  (
    parse(readFileSync(CALLS), {
      columns: true,
      relax_quotes: true,
      relax_column_count: true,
    }) as Record<string, string>[]
  ).map((row) => row['Location'] ?? '');

function tally(of: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const each of of) counts[each] = (counts[each] ?? 0) + 1;
  return counts;
}

describe.skipIf(absent.length > 0)('Chicago', () => {
  test('every row of the city’s table is a street', () => {
    const read = examineStreets(readFileSync(STREETS, 'utf8'), 'streets.csv');
    expect(read).toMatchObject({ whole: null, rejected: [] });
    expect(read.rows).toHaveLength(2582);
    const means = meansOf(CHICAGO_GRID);
    // By its own name and number every street of the city is found in the table, by the grid or not.
    const lost = read.rows.filter(({ full, min, max, suffixDirection, suffix }) => {
      if (max === 0 || suffixDirection.length > 1 || /^(ER|XR|EXPY|TOLL|RL|SR|)$/.test(suffix))
        return false;
      const found = placeOf(`${Math.max(1, min)} ${full}`, { ...means, grid: null });
      return found.sure || !/no grid of streets/.test(found.why);
    });
    expect(lost.map(({ full }) => full)).toEqual([]);
  });

  test('8,548 addresses are read, and those that are sure are where they should be', () => {
    const all = addresses();
    expect(all).toHaveLength(8548);
    const read = all.map((address) => parseAddress(address).form.kind);
    const share = (count: number | undefined) => (count ?? 0) / all.length;
    const words = share(tally(read)['words']);
    expect(words).toBeLessThan(0.05);

    const found = (grid: StreetGrid) => {
      const means = meansOf(grid);
      const known = new Map<string, ReturnType<typeof placeOf>>();
      for (const address of new Set(all)) known.set(address, placeOf(address, means));
      return all.map((address) => known.get(address)!);
    };
    const [shipped, campus] = [
      CHICAGO_GRID,
      { ...CHICAGO_GRID, lines: [...CHICAGO_GRID.lines, ...CAMPUS] },
    ].map(found);
    const said = (results: readonly ReturnType<typeof placeOf>[]) =>
      tally(
        results.map((each) =>
          each.sure ? 'sure' : each.candidates.length > 0 ? 'candidates' : 'asks',
        ),
      );
    const [plain, set] = [said(shipped!), said(campus!)];
    process.stderr.write(
      `Chicago addresses: ${((1 - words) * 100).toFixed(1)} % read as a street; ` +
        `shipped grid ${JSON.stringify(plain)}; with the lines of the campus ${JSON.stringify(set)}.\n`,
    );
    expect(share(plain['sure'])).toBeGreaterThan(0.3);
    expect(share(set['sure'])).toBeGreaterThan(0.6);
    // The university's police works in these five areas: an address put elsewhere would be put wrong.
    const areas = tally(campus!.flatMap((each) => (each.sure ? [each.areaName ?? 'outside'] : [])));
    const around = ['HYDE PARK', 'WOODLAWN', 'KENWOOD', 'OAKLAND', 'WASHINGTON PARK'];
    const elsewhere = Object.keys(areas).filter((name) => !around.includes(name));
    expect(elsewhere).toEqual([]);
  });
});
