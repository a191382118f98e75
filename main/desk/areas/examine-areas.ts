import { lookAtCoverage, type Patch } from './coverage.ts';
import { readAreaFile, type ReadArea } from './geojson-file.ts';
import { spoken } from './ring-faults.ts';
import type { AreaMap } from '#shared/place/area-map.ts';
import { sayFault, type AreaExamination, type AreaFault } from '#shared/place/area-examination.ts';
import { matchAreas, nameKey, type AreaMapping } from '#shared/place/match-areas.ts';
import type { Policy } from '#shared/policy/policy.ts';

const LONGEST_NAME = 80;
/** Enough to see what is wrong with a file; the count of the rest is said. */
const MOST_FAULTS = 100;
const MOST_WARNINGS = 30;
const NOTHING = {
  properties: [],
  property: null,
  names: [],
  matches: [],
  unmatched: [],
  points: 0,
};

/** Names that two features share would leave it open which of them a team serves. */
type Named = { readonly names: readonly string[] } | { readonly faults: readonly AreaFault[] };

/**
 * Reads a file of areas and says everything that is wrong with it, or how its shapes match the areas of
 * the policy. `property` is the member that holds the name; without one, the likeliest is taken.
 */
export function examineAreas(
  text: string,
  property: string | null,
  policy: Policy,
): { readonly examination: AreaExamination; readonly areas: readonly ReadArea[] } {
  const { areas, faults } = readAreaFile(text);
  const broken = (found: readonly AreaFault[], more: Partial<AreaExamination> = {}) => ({
    examination: { ...NOTHING, warnings: [], ...more, faults: inSentences(found) },
    areas: [],
  });
  if (faults.length > 0) return broken(faults);
  const properties = nameProperties(areas, policy);
  const chosen = property ?? properties[0]?.property ?? null;
  if (chosen === null)
    return broken([
      {
        feature: null,
        name: null,
        why: 'has no property that is on every feature and different on each. Give every area a name.',
      },
    ]);
  const named = namesOf(areas, chosen);
  if ('faults' in named) return broken(named.faults, { properties, property: chosen });
  const { names } = named;
  const matches = matchAreas(names, policy.areas);
  const taken = new Set(matches.map(({ shape }) => shape));
  return {
    areas,
    examination: {
      faults: [],
      warnings: warningsOf(areas, names),
      properties,
      property: chosen,
      names,
      matches,
      unmatched: names.filter((name) => !taken.has(name)),
      points: areas.reduce((sum, { points }) => sum + points, 0),
    },
  };
}

/** The map as it is kept: coordinates to four inches, so that the journal holds no more than is known. */
export function mapOf(
  source: string,
  areas: readonly ReadArea[],
  names: readonly string[],
  mapping: AreaMapping,
): AreaMap {
  const areaOf = new Map(Object.entries(mapping).map(([areaId, name]) => [name, areaId]));
  return {
    source,
    schematic: false,
    shapes: areas.map(({ polygons }, at) => {
      const name = names[at] ?? '';
      return { name, areaId: areaOf.get(name) ?? null, polygons: polygons.map(roundedPolygon) };
    }),
  };
}

function roundedPolygon(polygon: ReadArea['polygons'][number]) {
  const rounded = (degrees: number) => Number(degrees.toFixed(6));
  return polygon.map((ring) => ring.map(([lon, lat]) => [rounded(lon), rounded(lat)] as const));
}

function inSentences(faults: readonly AreaFault[]): string[] {
  const said = faults.slice(0, MOST_FAULTS).map(sayFault);
  return faults.length > MOST_FAULTS ? [...said, `And ${faults.length - MOST_FAULTS} more.`] : said;
}

/** Members that could be the name, the likeliest first: it matches most areas, or is called so. */
function nameProperties(areas: readonly ReadArea[], policy: Policy) {
  const [first] = areas;
  return Object.keys(first?.properties ?? {})
    .flatMap((property) => {
      const named = namesOf(areas, property);
      if ('faults' in named) return [];
      const { names } = named;
      const met = matchAreas(names, policy.areas).filter(({ how }) => how !== 'none').length;
      const isNumber = names.every((name) => /^[\d.e+-]+$/.test(name));
      const rank = met * 10 + (/name/i.test(property) ? 2 : 0) + (isNumber ? 0 : 1);
      return [{ property, example: names[0] ?? '', rank }];
    })
    .sort((a, b) => b.rank - a.rank)
    .map(({ property, example }) => ({ property, example }));
}

function namesOf(areas: readonly ReadArea[], property: string): Named {
  const faults: AreaFault[] = [];
  const first = new Map<string, number>();
  const names = areas.map(({ feature, properties }) => {
    const value = properties[property];
    const name =
      typeof value === 'string' || typeof value === 'number'
        ? String(value).normalize('NFC').trim()
        : '';
    const fault = (why: string) => faults.push({ feature, name: name.slice(0, 80) || null, why });
    const before = first.get(nameKey(name));
    if (name === '') fault(`has no “${property}”, so it has no name.`);
    else if (name.length > LONGEST_NAME) fault(`has a name of more than ${LONGEST_NAME} letters.`);
    // oxlint-disable-next-line no-control-regex
    else if (/[\u0000-\u001f\u007f\u2028\u2029]/.test(name)) fault('has a line break in its name.');
    else if (before !== undefined)
      fault(`is called like feature ${before}: join both into one MultiPolygon, or rename one.`);
    else first.set(nameKey(name), feature);
    return name;
  });
  return faults.length > 0 ? { faults } : { names };
}

function warningsOf(areas: readonly ReadArea[], names: readonly string[]): string[] {
  const { overlaps, gaps } = lookAtCoverage(areas.map(({ polygons }) => polygons));
  const nameAt = (index: number | undefined) => `“${names[index ?? 0] ?? ''}”`;
  const touching = areas.flatMap(({ touching }, at) =>
    touching === null ? [] : [`The border of ${nameAt(at)} meets itself at ${touching}.`],
  );
  const said = [
    ...overlaps.map(
      (patch) =>
        `${nameAt(patch.areas[0])} and ${nameAt(patch.areas[1])} overlap by ${sizeOf(patch)} near ${spoken(patch.at)}: a point there is in the first.`,
    ),
    ...gaps.map(
      (patch) => `Between the areas ${sizeOf(patch)} near ${spoken(patch.at)} is in none.`,
    ),
    ...touching,
  ];
  return said.length > MOST_WARNINGS
    ? [...said.slice(0, MOST_WARNINGS), `And ${said.length - MOST_WARNINGS} more like these.`]
    : said;
}

/** Square degrees at that latitude, as people measure land. */
function sizeOf({ size, at: [, lat] }: Patch): string {
  const milesPerDegree = 69.1;
  const square = size * milesPerDegree ** 2 * Math.cos((lat * Math.PI) / 180);
  return square < 0.1
    ? `about ${Math.max(1, Math.round(square * 640))} acres`
    : `about ${square.toFixed(1)} square miles`;
}
