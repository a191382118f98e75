import { areaOfName, type NamedArea } from './named-area.ts';
import { houseKey, parseAddress } from './parse-address.ts';
import type { Position } from './position.ts';
import { positionMistake } from './position.ts';
import { streetKey } from './street-key.ts';
import type { CommonPlaceId } from '../lib/brand.ts';
import { refuse, type Refusal } from '../lib/refusal.ts';

/** A place people call by its name: a school, a hospital, a station, a shelter. */
export interface CommonPlace {
  readonly placeId: CommonPlaceId;
  readonly name: string;
  /** "UCM ED", "Mitchell": what else it is called. */
  readonly aliases: readonly string[];
  readonly address: string;
  /** Area of the policy, as a person set it; null leaves it to the point and the address. */
  readonly areaId: string | null;
  readonly position: Position | null;
}

export type CommonPlaceEvent =
  | { readonly type: 'common-place.set'; readonly place: CommonPlace }
  | { readonly type: 'common-place.removed'; readonly placeId: CommonPlaceId };

export const MOST_ALIASES = 20;

/** Adds one, or changes the one that has this id. A name may be there twice: then addresses tell them apart. */
export function setCommonPlace(
  place: CommonPlace,
  before: CommonPlace | null,
  areas: readonly NamedArea[],
): CommonPlaceEvent[] | Refusal {
  const mistake = commonPlaceMistake(place, areas);
  if (mistake !== null) return refuse('wrong-place', `${mistake} Nothing was changed.`);
  return before !== null && same(before, place) ? [] : [{ type: 'common-place.set', place }];
}

export function removeCommonPlace(before: CommonPlace | null): CommonPlaceEvent[] | Refusal {
  if (before === null)
    return refuse('no-such-place', 'This place is not in the list any more. Look again.');
  return [{ type: 'common-place.removed', placeId: before.placeId }];
}

/** What keeps it from being found, in a sentence; null when nothing does. */
export function commonPlaceMistake(
  { name, aliases, address, areaId, position }: Omit<CommonPlace, 'placeId'>,
  areas: readonly NamedArea[],
): string | null {
  if (streetKey(name) === '') return 'A common place has a name.';
  if (aliases.length > MOST_ALIASES) return `A place has at most ${MOST_ALIASES} other names.`;
  const house = [name, ...aliases].find((each) => parseAddress(each).form.kind === 'house');
  if (house !== undefined) return `“${house}” is an address, and no name of a place.`;
  if (areaId !== null && !areas.some(({ id }) => id === areaId))
    return `The policy has no area “${areaId}”.`;
  if (position !== null) return positionMistake(position);
  if (address.trim() === '' && areaId === null)
    return `“${name}” has no address, no point and no area, so nobody would know where it is.`;
  return null;
}

function same(one: CommonPlace, other: CommonPlace): boolean {
  return JSON.stringify(Object.values(one)) === JSON.stringify(Object.values(other));
}

/** The list, ready for addresses. */
export interface CommonPlaces {
  readonly byName: ReadonlyMap<string, readonly CommonPlace[]>;
  readonly byHouse: ReadonlyMap<string, readonly CommonPlace[]>;
  readonly all: readonly CommonPlace[];
}

export function commonPlacesOf(all: readonly CommonPlace[]): CommonPlaces {
  const byName = new Map<string, CommonPlace[]>();
  const byHouse = new Map<string, CommonPlace[]>();
  for (const place of all) {
    for (const key of new Set([place.name, ...place.aliases].map(streetKey)))
      put(byName, key, place);
    if (place.address.trim() !== '') put(byHouse, houseKey(place.address), place);
  }
  return { byName, byHouse, all };
}

function put(map: Map<string, CommonPlace[]>, key: string, place: CommonPlace): void {
  const before = map.get(key);
  if (key === '') return;
  if (before === undefined) map.set(key, [place]);
  else before.push(place);
}

export const NO_COMMON_PLACES: CommonPlaces = commonPlacesOf([]);

/** A row of a file of places: an area by its name or its id. */
export function areaInFile(
  text: string,
  areas: readonly NamedArea[],
): { readonly areaId: string | null } | { readonly why: string } {
  if (text.trim() === '') return { areaId: null };
  const area = areaOfName(text, areas) ?? areas.find(({ id }) => id === text.trim());
  return area === undefined
    ? { why: `The policy has no area “${text.trim()}”.` }
    : { areaId: area.id };
}
