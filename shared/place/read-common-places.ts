import { areaInFile, commonPlaceMistake, type CommonPlace } from './common-place.ts';
import { houseKey } from './parse-address.ts';
import type { NamedArea } from './named-area.ts';
import type { RejectedRow, StreetRecord } from './read-street-table.ts';
import { streetKey } from './street-key.ts';

/** A place of a file, before it has an id. */
export type PlaceDraft = Omit<CommonPlace, 'placeId'>;

export interface PlacesRead {
  readonly places: readonly PlaceDraft[];
  readonly rejected: readonly RejectedRow[];
}

const COLUMNS = {
  name: ['name', 'place', 'facility', 'common name'],
  aliases: ['aliases', 'alias', 'other names', 'also known as'],
  address: ['address', 'street address', 'location'],
  area: ['area', 'community area', 'neighborhood'],
  lat: ['lat', 'latitude', 'y'],
  lon: ['lon', 'lng', 'longitude', 'x'],
} as const;
const LONGEST = 300;

/** Reads common places by the names of their columns: name, aliases, address, area, lat and lon. */
export function readCommonPlaces(
  columns: readonly string[],
  records: readonly StreetRecord[],
  areas: readonly NamedArea[],
): PlacesRead | { readonly why: string } {
  const at = (column: keyof typeof COLUMNS) =>
    COLUMNS[column].find((name) => columns.includes(name));
  if (at('name') === undefined)
    return {
      why: `The file has no column “name”. Its columns are: ${columns.filter((each) => each !== '').join(', ') || 'none'}.`,
    };
  const places: PlaceDraft[] = [];
  const rejected: RejectedRow[] = [];
  const seen = new Map<string, number>();
  for (const { row, record } of records) {
    const field = (column: keyof typeof COLUMNS) => (record[at(column) ?? ''] ?? '').trim();
    const read = placeIn(field, areas);
    const key = 'why' in read ? null : sameKey(read);
    const before = key === null ? undefined : seen.get(key);
    if ('why' in read) rejected.push({ row, why: read.why });
    else if (before !== undefined)
      rejected.push({ row, why: `It is the same place as row ${before}.` });
    else {
      places.push(read);
      if (key !== null) seen.set(key, row);
    }
  }
  return { places, rejected };
}

/** By what a place of a file is one that is in the list already. */
export function sameKey({ name, address }: PlaceDraft): string {
  return `${streetKey(name)}\n${houseKey(address)}`;
}

function placeIn(
  field: (column: keyof typeof COLUMNS) => string,
  areas: readonly NamedArea[],
): PlaceDraft | { readonly why: string } {
  const area = areaInFile(field('area'), areas);
  if ('why' in area) return area;
  const [lat, lon] = [field('lat'), field('lon')];
  if ((lat === '') !== (lon === '')) return { why: 'It has only one of latitude and longitude.' };
  const position = lat === '' ? null : { lat: Number(lat), lon: Number(lon) };
  const aliases = field('aliases')
    .split(/[;|]/u)
    .map((each) => each.trim())
    .filter((each) => each !== '');
  const draft = { name: field('name'), aliases, address: field('address'), ...area, position };
  const long = [draft.name, draft.address, ...aliases].find((each) => each.length > LONGEST);
  if (long !== undefined)
    return { why: `“${long.slice(0, 20)}…” is longer than ${LONGEST} letters.` };
  const mistake = commonPlaceMistake(draft, areas);
  return mistake === null ? draft : { why: mistake };
}
