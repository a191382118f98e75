import { stretchesBetween } from './find-crossing.ts';
import type { PlaceMeans } from './place-means.ts';
import { lineSpan, placeOnGrid, type GridSpot, type Span } from './grid-spot.ts';
import { grouped, lookUpStreet, undivided } from './look-up-street.ts';
import { areaOfName } from './named-area.ts';
import type { ParsedAddress } from './parse-address.ts';
import { unchecked, unsure, type PlaceFound, type UnsureOfPlace } from './place-found.ts';
import { lineOf, runsNorthSouth } from './street-grid.ts';
import { sayStreet, type StreetName } from './street-name.ts';
import { CITY_REACH, type KnownStreet, type Streets } from './street-table.ts';

/** Numbers of an address on its street, as they were said. */
interface Numbers {
  readonly from: number;
  readonly to: number;
  readonly said: string;
}

const HUNDRED = 100;

/** An address by the street table and the grid. */
export function findStreet({ form, spoken }: ParsedAddress, means: PlaceMeans): PlaceFound {
  switch (form.kind) {
    case 'words':
      return unsure(`“${spoken}” is no common place of this center, and no street with a number.`);
    case 'house': {
      const { from, to, said } = form.number;
      return onStreet(form.street, { from, to: to ?? from, said: `${said} ` }, means);
    }
    case 'block': {
      const said = `${form.from} block of `;
      return onStreet(form.street, { from: form.from, to: form.from + HUNDRED - 1, said }, means);
    }
    case 'street':
      return onStreet(form.street, null, means);
    case 'crossing':
      return stretchesBetween(form.streets, null, means);
    case 'between':
      return stretchesBetween([form.street], form.ends, means);
  }
}

function onStreet(said: StreetName, numbers: Numbers | null, means: PlaceMeans): PlaceFound {
  const { streets } = means;
  if (streets === null) return withoutTable(said, numbers, means);
  const found = lookUpStreet(streets, said);
  if (!found.found) return notInTable(said, numbers, found);
  const there = found.streets.flat().filter((row) => inRange(row, numbers));
  const readings = grouped(undivided(there));
  if (readings.length === 0) return outOfRange(found.streets, numbers);
  const placed = readings.map((rows) => ({
    said: `${numbers?.said ?? ''}${rows[0]?.full ?? ''}`,
    found: onRows(rows, numbers, streets, means),
  }));
  const [first] = placed;
  return placed.length === 1 && first !== undefined ? first.found : oneOfSeveral(placed);
}

function inRange({ min, max }: KnownStreet, numbers: Numbers | null): boolean {
  return numbers === null || (numbers.from <= max && numbers.to >= min);
}

/** Stretches of one street that hold the number: their area where the table says it, else by the grid. */
function onRows(
  rows: readonly KnownStreet[],
  numbers: Numbers | null,
  streets: Streets,
  means: PlaceMeans,
): PlaceFound {
  const [first] = rows;
  if (first === undefined) return unsure('The street has no stretch.');
  const said = `${numbers?.said ?? ''}${first.full}`;
  const named = new Set(rows.map(({ area }) => area.trim()));
  const [area = ''] = named;
  if (named.size === 1 && area !== '') {
    const known = areaOfName(area, means.areas);
    return {
      sure: true,
      areaId: known?.id ?? null,
      areaName: known?.name ?? area,
      position: null,
      within: null,
      by: 'street-table',
      how: `The street table puts ${said} in ${known?.name ?? `${area}, which is no area of the policy`}.`,
    };
  }
  if (means.grid === null)
    return unsure(`${said}: no grid of streets is set, so its number says no area.`);
  const spot = spotOn(first, rows, numbers, streets, means);
  if (spot === null)
    return unsure(`${said} is in the street table, which does not say where it lies.`);
  return placeOnGrid(said, spot, first.zone, means);
}

/** Where numbers of a street are; where its line is not known, all of the city it could cross. */
function spotOn(
  { name, line: inTable }: Pick<KnownStreet, 'name' | 'line'>,
  rows: readonly Pick<KnownStreet, 'min' | 'max'>[],
  numbers: Numbers | null,
  { reach }: Pick<Streets, 'reach'>,
  { grid }: PlaceMeans,
): GridSpot | null {
  const { direction } = name;
  if (grid === null || direction === null || direction.length > 1) return null;
  const northSouth = direction === 'n' || direction === 's';
  const from = numbers?.from ?? Math.min(...rows.map(({ min }) => min));
  const to = numbers?.to ?? Math.max(...rows.map(({ max }) => max));
  const along: Span = direction === 's' || direction === 'w' ? [-to, -from] : [from, to];
  const known = inTable ?? lineOf(grid, name, numbers === null ? null : (from + to) / 2);
  const line = known !== null && runsNorthSouth(known) === northSouth ? known : null;
  // Two unknowns are the whole city, and say nothing.
  if (line === null && numbers === null) return null;
  const [plus, minus] = northSouth ? (['e', 'w'] as const) : (['n', 's'] as const);
  const across: Span = line === null ? [-(reach[minus] ?? 0), reach[plus] ?? 0] : lineSpan(line);
  return northSouth ? { x: across, y: along } : { x: along, y: across };
}

/** Without a table nobody knows that the street is there: what the grid says is a candidate only. */
function withoutTable(said: StreetName, numbers: Numbers | null, means: PlaceMeans): PlaceFound {
  const why = 'This center has no street table, so nobody can tell whether the address is there.';
  const range = [{ min: numbers?.from ?? 0, max: numbers?.to ?? 0 }];
  const street = { name: said, line: null };
  const spot = numbers && spotOn(street, range, numbers, { reach: CITY_REACH }, means);
  if (spot === null) return unsure(why);
  const found = placeOnGrid(`${numbers?.said ?? ''}${sayStreet(said)}`, spot, '', means);
  return unchecked(found, why);
}

function notInTable(
  said: StreetName,
  numbers: Numbers | null,
  { near, why }: { readonly near: readonly KnownStreet[]; readonly why: 'other' | 'none' },
): UnsureOfPlace {
  const there = near.filter((row) => inRange(row, numbers));
  const name = sayStreet(said);
  const reason = why === 'other' ? 'a street of that name is' : 'one spelled nearly so is';
  const hint = there.length === 0 ? '' : `, and ${reason}`;
  return unsure(`“${name}” is not in the street table${hint}.`, {
    proposals: there.map(({ full, min, max }) => ({
      address: `${numbers?.said ?? ''}${full}`,
      why: `${full} runs from ${min} to ${max}.`,
    })),
  });
}

function outOfRange(
  streets: readonly (readonly KnownStreet[])[],
  numbers: Numbers | null,
): UnsureOfPlace {
  const ranges = streets.map((rows) => {
    const [from, to] = [
      Math.min(...rows.map(({ min }) => min)),
      Math.max(...rows.map(({ max }) => max)),
    ];
    return `${rows[0]?.full ?? ''} runs from ${from} to ${to}`;
  });
  const number = numbers?.said.trim() ?? '';
  return unsure(
    `There is no number ${number}: ${ranges.slice(0, 3).join(', ')} in the street table.`,
  );
}

/** An address several streets answer to: sure only when all of them lie in the same area. */
export function oneOfSeveral(
  placed: readonly { readonly said: string; readonly found: PlaceFound }[],
): PlaceFound {
  const names = placed.map(({ said }) => said);
  const sure = placed.flatMap(({ found }) => (found.sure ? found : []));
  const [first] = sure;
  const same = sure.length === placed.length && sure.every((each) => each.areaId === first?.areaId);
  if (first !== undefined && same) {
    const where = first.areaName ?? 'no area of the policy';
    return {
      ...first,
      position: null,
      within: null,
      how: `It may be ${either(names)}; all of them are in ${where}.`,
    };
  }
  const candidates = placed.flatMap(({ said, found }) => {
    if (!found.sure)
      return found.candidates.map((each) => ({ ...each, why: `${said}: ${each.why}` }));
    const { areaId, areaName } = found;
    return areaId === null ? [] : [{ areaId, name: areaName ?? areaId, why: said }];
  });
  return unsure(`It may be ${either(names)}. Say which.`, {
    candidates: candidates.filter(
      ({ areaId }, at) => candidates.findIndex((each) => each.areaId === areaId) === at,
    ),
    proposals: placed.map(({ said, found }) => ({
      address: said,
      why: found.sure ? found.how : found.why,
    })),
  });
}

function either(names: readonly string[]): string {
  const shown = names.slice(0, 4);
  return shown.length < 2
    ? shown.join('')
    : `${shown.slice(0, -1).join(', ')} or ${shown.at(-1) ?? ''}`;
}
