import { type CommonPlace, type CommonPlaces } from './common-place.ts';
import { findStreet } from './find-street.ts';
import { sayArea } from './grid-spot.ts';
import { areaNamedIn } from './named-area.ts';
import { houseKey, parseAddress } from './parse-address.ts';
import { unsure, type AreaCandidate, type PlaceFound, type SureOfPlace } from './place-found.ts';
import type { PlaceMeans } from './place-means.ts';
import { streetKey } from './street-key.ts';

/** The area of an address: named in it, of a common place, by the street table, or by the grid. */
export function placeOf(address: string, means: PlaceMeans): PlaceFound {
  if (address.trim() === '') return unsure('No address is given.');
  const named = areaNamedIn(address, means.areas);
  if (named !== undefined)
    return {
      sure: true,
      areaId: named.id,
      areaName: named.name,
      position: null,
      within: null,
      by: 'area-named',
      how: `The address names ${named.name}.`,
    };
  const places = placesMeant(address, means.commonPlaces);
  if (places.length > 0) return ofCommonPlaces(places, means);
  const found = findStreet(parseAddress(address), means);
  return found.sure ? found : withLandmark(address, found, means);
}

/** Places by one of their names, or else by their address. */
export function placesMeant(
  address: string,
  { byName, byHouse }: CommonPlaces,
): readonly CommonPlace[] {
  const named = byName.get(streetKey(address));
  if (named !== undefined) return named;
  const { form, landmark, rest } = parseAddress(address);
  if (form.kind === 'words') return byName.get(streetKey(landmark)) ?? NONE;
  const there = byHouse.get(houseKey(address)) ?? NONE;
  // Of several in one house the one that is named is meant; which room it is changes no area.
  const said = [landmark, rest].map(streetKey);
  const meant = there.filter((place) =>
    [place.name, ...place.aliases].some((name) => said.includes(streetKey(name))),
  );
  return meant.length > 0 ? meant : there;
}

const NONE: readonly CommonPlace[] = [];

function ofCommonPlaces(places: readonly CommonPlace[], means: PlaceMeans): PlaceFound {
  const found = places.map((place) => ({ place, found: ofCommonPlace(place, means) }));
  const [first] = found;
  const areas = new Set(found.map((each) => (each.found.sure ? each.found.areaId : undefined)));
  if (first === undefined || (found.length === 1 && first.found.sure))
    return first?.found ?? unsure('No place of that name is in the list.');
  const [areaId] = areas;
  if (areas.size === 1 && areaId !== undefined && first.found.sure)
    return { ...first.found, position: null, within: null };
  if (found.length === 1) return first.found;
  return unsure(`${places.length} places are called that.`, {
    candidates: distinct(
      found.flatMap(({ place, found: each }) =>
        each.sure
          ? candidateOf(each, `${place.name}, ${place.address || 'without an address'}`)
          : each.candidates,
      ),
    ),
    proposals: places
      .filter(({ address }) => address !== '')
      .map((place) => ({ address: `${place.address} (${place.name})`, why: place.name })),
  });
}

/** The area somebody set, else where its point lies, else its address. */
function ofCommonPlace(place: CommonPlace, means: PlaceMeans): PlaceFound {
  const { name, address, areaId, position } = place;
  const of = { by: 'common-place', position, within: null } as const;
  const area = means.areas.find(({ id }) => id === areaId);
  if (area !== undefined)
    return {
      sure: true,
      ...of,
      areaId: area.id,
      areaName: area.name,
      how: `${name} is a common place in ${area.name}.`,
    };
  if (position !== null && means.areaAt !== null) {
    const found = means.areaAt(position);
    return {
      sure: true,
      ...of,
      areaId: found.areaId,
      areaName: found.name,
      how: `${name} is a common place; its point lies ${sayArea(found)}.`,
    };
  }
  if (address.trim() === '') return unsure(`Nobody has said in which area ${name} is.`);
  const found = findStreet(parseAddress(address), means);
  return found.sure
    ? { ...found, by: 'common-place', how: `${name}: ${found.how}` }
    : { ...found, why: `${name}, ${address}: ${found.why}` };
}

/** A name beside an address nobody can place is a hint, and no more. */
function withLandmark(address: string, found: PlaceFound, means: PlaceMeans): PlaceFound {
  if (found.sure) return found;
  const { landmark, rest } = parseAddress(address);
  const named = [landmark, rest].flatMap(
    (each) => means.commonPlaces.byName.get(streetKey(each)) ?? [],
  );
  const hints = named.flatMap((place) => {
    const where = ofCommonPlace(place, means);
    return where.sure ? candidateOf(where, `${place.name} is there.`) : [];
  });
  return hints.length === 0
    ? found
    : { ...found, candidates: distinct([...hints, ...found.candidates]) };
}

function candidateOf({ areaId, areaName }: SureOfPlace, why: string): AreaCandidate[] {
  return areaId === null ? [] : [{ areaId, name: areaName ?? areaId, why }];
}

function distinct(candidates: readonly AreaCandidate[]): AreaCandidate[] {
  return [
    ...new Map(candidates.toReversed().map((each) => [each.areaId, each])).values(),
  ].toReversed();
}
