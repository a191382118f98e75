import type { Detail } from './known-person.ts';
import { compareNames, isFullName, type NameMatch } from './person-name.ts';
import { streetKey } from '../place/street-key.ts';

/** What is known on a call of whom it is about; null is not said. The number is as it is dialed. */
export interface Heard {
  readonly name: string | null;
  /** ISO date. */
  readonly birthDate: string | null;
  readonly phone: { readonly number: string; readonly shown: string } | null;
  readonly address: string | null;
}

export const NOTHING_HEARD: Heard = { name: null, birthDate: null, phone: null, address: null };

export type Strength = 'strong' | 'possible';
export const STRENGTH_LABELS: Readonly<Record<Strength, string>> = {
  strong: 'Likely',
  possible: 'May be',
};

/** How many known people share what was heard: a number of a shelter is nobody's own. */
export interface SharedBy {
  readonly phone: number;
  readonly address: number;
  readonly name: number;
}

export interface Evidence {
  readonly speaks: 'for' | 'against';
  readonly says: string;
}

/** How what was heard stands to somebody known. A human decides what follows from it. */
export interface Match {
  readonly strength: Strength;
  /** Why it is not more, or why it is that much: a sentence. */
  readonly because: string;
  readonly evidence: readonly Evidence[];
  /** How many kinds of details agree; only orders the candidates. */
  readonly agreeing: number;
}

type BirthMatch = 'same' | 'near' | 'other' | 'not-said';

interface Compared {
  readonly name: { readonly match: NameMatch; readonly full: boolean };
  readonly birth: BirthMatch;
  readonly phone: boolean;
  readonly address: boolean;
}

/**
 * Compares what was heard with what is known of one person; null when nothing speaks for it. Strong takes two of a
 * full name, a date of birth and a number, and nothing of name and birth against it. Everything else that speaks for
 * it is possible; a first name, initials, a near spelling or a date of birth alone speaks for nobody.
 */
export function matchPerson(
  heard: Heard,
  known: readonly Detail[],
  shared: SharedBy,
): Match | null {
  const evidence: Evidence[] = [];
  const say = (speaks: Evidence['speaks'], says: string) => evidence.push({ speaks, says });
  const name = nameIn(heard, known, say);
  const birth = birthIn(heard, known, say);
  const phone = phoneIn(heard, known, shared, say);
  const address = addressIn(heard, known, shared, say);
  const because = standingOf({ name, birth, phone, address });
  if (because === null) return null;
  const agreeing = [NAMED_ALIKE.includes(name.match), birth === 'same', phone, address];
  return {
    ...because,
    evidence: evidence.toSorted((a, b) => ORDER[a.speaks] - ORDER[b.speaks]),
    agreeing: agreeing.filter(Boolean).length,
  };
}

const ORDER = { for: 0, against: 1 } as const;
const NAMED_ALIKE: readonly NameMatch[] = ['same', 'part', 'initials'];

function standingOf({
  name,
  birth,
  phone,
  address,
}: Compared): Omit<Match, 'evidence' | 'agreeing'> | null {
  const sameName = name.match === 'same' && name.full;
  const sameBirth = birth === 'same';
  const strongest = [sameName, sameBirth, phone].filter(Boolean).length;
  const partly = ['same', 'part', 'initials', 'near'].includes(name.match);
  const speaks = phone || address || sameName || (sameBirth && partly);
  if (!speaks) return null;
  const possible = (because: string) => ({ strength: 'possible', because }) as const;
  if (birth === 'other') return possible('The dates of birth differ: it may be somebody else.');
  if (birth === 'near') return possible('The dates of birth nearly agree: ask for the date again.');
  if (name.match === 'other')
    return possible('The names differ: it may be somebody else in the same place.');
  if (name.match === 'near')
    return possible('A near spelling is never enough: ask how the name is spelled.');
  if (strongest >= 2)
    return { strength: 'strong', because: `${strongWords(sameName, sameBirth, phone)} agree.` };
  if (phone && !partly && !address)
    return possible('A number alone is never enough: phones are shared and passed on.');
  if (address && !partly && !phone)
    return possible('An address alone is never enough: others live there too.');
  if (sameName && !phone && !address)
    return possible('A name alone is never enough: ask for the date of birth.');
  return possible('This is not enough to be sure: ask for the full name and the date of birth.');
}

function strongWords(name: boolean, birth: boolean, phone: boolean): string {
  const words = [name && 'The full name', birth && 'the date of birth', phone && 'the number'];
  const said = words.filter((each) => each !== false).join(' and ');
  return `${said.charAt(0).toUpperCase()}${said.slice(1)}`;
}

type Say = (speaks: Evidence['speaks'], says: string) => void;

const NAME_ORDER: readonly NameMatch[] = ['same', 'part', 'initials', 'near', 'other', 'not-said'];

function nameIn({ name }: Heard, known: readonly Detail[], say: Say): Compared['name'] {
  if (name === null) return { match: 'not-said', full: false };
  const names = known.flatMap((each) => (each.kind === 'name' ? each.name : []));
  const best = names
    .map((each) => ({ each, match: compareNames(name, each) }))
    .toSorted((a, b) => NAME_ORDER.indexOf(a.match) - NAME_ORDER.indexOf(b.match))[0];
  if (best === undefined || best.match === 'not-said') return { match: 'not-said', full: false };
  const { each, match } = best;
  const both = each === name ? name : `${name} here, ${each} there`;
  switch (match) {
    case 'same':
      say('for', `The same name: ${both}`);
      break;
    case 'part':
      say('for', `A part of the name is the same: ${both}`);
      break;
    case 'initials':
      say('for', `The initials fit: ${both}`);
      break;
    case 'near':
      say('for', `Nearly the same spelling: ${both}`);
      break;
    case 'other':
      say('against', `Another name: ${both}`);
  }
  return { match, full: isFullName(name) && isFullName(each) };
}

function birthIn({ birthDate }: Heard, known: readonly Detail[], say: Say): BirthMatch {
  const dates = known.flatMap((each) => (each.kind === 'birth' ? each.date : []));
  const [first] = dates;
  if (birthDate === null || first === undefined) return 'not-said';
  if (dates.includes(birthDate)) {
    say('for', `The same date of birth: ${birthDate}`);
    return 'same';
  }
  const near = dates.find((date) => isNearDate(birthDate, date));
  if (near !== undefined) {
    say('for', `Nearly the same date of birth: ${birthDate} here, ${near} there`);
    return 'near';
  }
  say('against', `Another date of birth: ${birthDate} here, ${first} there`);
  return 'other';
}

/** Day and month changed about, or one digit another: as a date is misheard or mistyped. */
function isNearDate(one: string, another: string): boolean {
  const [year, month, day] = another.split('-');
  if (one === `${year ?? ''}-${day ?? ''}-${month ?? ''}`) return true;
  if (one.length !== another.length) return false;
  return [...one].filter((sign, at) => sign !== another[at]).length === 1;
}

function phoneIn({ phone }: Heard, known: readonly Detail[], shared: SharedBy, say: Say): boolean {
  if (phone === null) return false;
  const same = known.some((each) => each.kind === 'phone' && each.number === phone.number);
  if (same) say('for', `The same number: ${phone.shown}${alsoOf(shared.phone)}`);
  return same;
}

function addressIn(
  { address }: Heard,
  known: readonly Detail[],
  shared: SharedBy,
  say: Say,
): boolean {
  const key = address === null ? '' : streetKey(address);
  if (address === null || key === '') return false;
  const same = known.some((each) => each.kind === 'address' && streetKey(each.address) === key);
  if (same) say('for', `The same address: ${address}${alsoOf(shared.address)}`);
  return same;
}

function alsoOf(people: number): string {
  return people <= 1 ? '' : ` (of ${people} known people)`;
}
