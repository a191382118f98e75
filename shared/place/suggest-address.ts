import { parseAddress, type AddressForm } from './parse-address.ts';
import type { PlaceMeans } from './place-means.ts';
import { streetKey } from './street-key.ts';
import { readStreet, type StreetName } from './street-name.ts';
import { wordsOf } from './street-words.ts';
import type { KnownStreet, Streets } from './street-table.ts';

/** Something an address may be going to be, while it is typed. */
export interface Suggestion {
  readonly address: string;
  /** What it is: the range of the street, or the address of the place. */
  readonly detail: string;
}

const MOST = 8;
/** One letter says nothing yet. */
const LEAST_TYPED = 2;

/** Common places and streets that begin with what is typed; none for what stands there in full already. */
export function suggestAddresses(
  text: string,
  { commonPlaces, streets }: Pick<PlaceMeans, 'commonPlaces' | 'streets'>,
): Suggestion[] {
  const typed = streetKey(text);
  if (typed.length < LEAST_TYPED) return [];
  const places = commonPlaces.all
    .filter(({ name, aliases }) =>
      [name, ...aliases].some((each) => begins(streetKey(each), typed)),
    )
    .map(({ name, address }) => ({
      address: address === '' ? name : `${address} (${name})`,
      detail: name,
    }));
  const { form } = parseAddress(text);
  const number = form.kind === 'house' ? form.number : null;
  const street = streetTyped(text, form);
  const on =
    streets === null || street === null
      ? []
      : streetsBeginning(streets, street, number?.from ?? null).map(({ full, min, max }) => ({
          address: number === null ? full : `${number.said} ${full}`,
          detail: `${min} to ${max}`,
        }));
  return [...places, ...on].filter(({ address }) => address !== text.trim()).slice(0, MOST);
}

/** Half a word is the beginning of a street as well as of a place. */
function streetTyped(text: string, form: AddressForm): StreetName | null {
  if (form.kind === 'house' || form.kind === 'street') return form.street;
  return form.kind === 'words' ? (readStreet(wordsOf(text))?.street ?? null) : null;
}

/** At the beginning of any word: “ED” finds “UCM ED”. */
function begins(key: string, typed: string): boolean {
  return key.startsWith(typed) || key.includes(` ${typed}`);
}

function streetsBeginning(
  { byName }: Streets,
  { direction, name, suffix }: StreetName,
  number: number | null,
): KnownStreet[] {
  // The last word may be half of one: "Cottage G" is no grove yet.
  const typed = [name, ...(suffix === null ? [] : [suffix])].join(' ');
  const found: KnownStreet[] = [];
  const seen = new Set<string>();
  for (const [known, rows] of byName) {
    if (!known.startsWith(name) && !known.startsWith(typed)) continue;
    for (const row of rows) {
      const fits =
        (direction === null || row.name.direction === direction) &&
        (number === null || (row.min <= number && row.max >= number)) &&
        (suffix === null || row.name.suffix === suffix || known.startsWith(typed));
      if (!fits || seen.has(row.full) || (row.name.suffixDirection?.length ?? 0) > 1) continue;
      seen.add(row.full);
      found.push(row);
    }
  }
  return found
    .toSorted((a, b) => a.name.name.length - b.name.name.length || (a.full < b.full ? -1 : 1))
    .slice(0, MOST);
}
