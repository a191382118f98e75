import { SeededChance } from '../policy/seeded-chance.ts';
import { peopleKeysProjection } from '#db/board/people-keys-projection.ts';
import { peopleProjection } from '#db/board/people-projection.ts';
import { atomically, type Database } from '#db/open-database.ts';
import type { Journal } from '#db/journal/journal.ts';
import type { OperatorId, PersonId } from '#shared/lib/brand.ts';
import type { KnownPersonEvent } from '#shared/person/known-person-events.ts';
import type { Detail } from '#shared/person/known-person.ts';

const SEED = 2_611;
const SYLLABLES = [
  'ma',
  'ri',
  'lo',
  'ta',
  'ne',
  'so',
  'ka',
  'vi',
  'du',
  'pe',
  'ra',
  'mi',
  'el',
  'on',
];
const STREETS = ['N Broadway', 'W Division St', 'S Halsted St', 'W 63rd St', 'N Clark St'];
/** One phone in so many is known of a second person. */
const SHARED_ONE_IN = 20;

export interface Invented {
  readonly personId: PersonId;
  readonly name: string;
  readonly birthDate: string;
  /** Ten digits. */
  readonly phone: string;
  readonly address: string;
}

/**
 * Invented people in the derived tables: the lookup reads nothing else, and as many journal entries would
 * take minutes to seal. A name is shared by a few, and a phone now and then.
 */
export function knownPeople(db: Database, journal: Journal, count: number): Invented[] {
  const chance = new SeededChance(SEED);
  const people: Invented[] = [];
  atomically(db, () => {
    for (let at = 0; at < count; at += 1) {
      const before = people.at(-1);
      const shares = before !== undefined && chance.below(SHARED_ONE_IN) === 0;
      const one = invented(at, chance, shares ? before.phone : String(2_015_550_000 + at * 7));
      people.push(one);
      write(db, journal, one, at);
    }
  });
  return people;
}

function invented(at: number, chance: SeededChance, phone: string): Invented {
  const word = (syllables: number) => {
    const said = Array.from({ length: syllables }, () => chance.oneOf(SYLLABLES)).join('');
    return `${said.charAt(0).toUpperCase()}${said.slice(1)}`;
  };
  const two = (below: number) => String(1 + chance.below(below)).padStart(2, '0');
  return {
    personId: `bench-person-${at}` as PersonId,
    name: `${word(2)} ${word(3)}`,
    birthDate: `${1930 + chance.below(75)}-${two(12)}-${two(28)}`,
    phone,
    address: `${100 + chance.below(9_000)} ${chance.oneOf(STREETS)}`,
  };
}

function write(db: Database, journal: Journal, one: Invented, at: number): void {
  const { personId, name, birthDate, phone, address } = one;
  const details: Detail[] = [
    { kind: 'name', name },
    { kind: 'birth', date: birthDate },
    { kind: 'phone', number: `tel:+1${phone}`, shown: phone },
    { kind: 'address', address },
  ];
  const events: KnownPersonEvent[] = [
    { type: 'person.registered', personId, number: at + 1 },
    ...details.map((detail): KnownPersonEvent => {
      return { type: 'person.detail-added', personId, detail };
    }),
  ];
  const stamp = { at: '2026-01-01T12:00:00.000Z', by: 'desk' as OperatorId, position: 'bench' };
  for (const [index, event] of events.entries()) {
    const entry = { seq: index + 1, ...stamp, event };
    peopleProjection.apply(db, entry, journal);
    peopleKeysProjection.apply(db, entry, journal);
  }
}
