import { countRecordsWith, recordsWith } from '#db/board/people-keys-projection.ts';
import { rootOf, wholePerson } from '#db/board/people-projection.ts';
import type { Database } from '#db/open-database.ts';
import type { PersonId } from '#shared/lib/brand.ts';
import { detailKeys } from '#shared/person/decide-known-person.ts';
import {
  standingDetails,
  type Detail,
  type DetailKind,
  type WholePerson,
} from '#shared/person/known-person.ts';
import { matchPerson, type Heard, type Match, type SharedBy } from '#shared/person/match-person.ts';

/**
 * More people than this share a shelter's number or a common name. Then it says nothing by itself, and leads to
 * nobody: what else was heard does.
 */
const CROWD = 12;

export interface Candidate {
  readonly whole: WholePerson;
  readonly match: Match;
}

export interface Candidates {
  readonly found: readonly Candidate[];
  /** What was left aside because so many share it, in sentences. */
  readonly crowds: readonly string[];
}

/** Whom what was heard may be about, the likely ones first. Reads rows of an index and of those people only. */
export function findCandidates(db: Database, heard: Heard): Candidates {
  const { shared, roots, crowds } = lookUp(db, heard);
  const found = [...roots].flatMap((id) => {
    const whole = wholePerson(db, id);
    const match = whole === null ? null : matchTo(heard, whole, shared);
    return whole === null || match === null ? [] : [{ whole, match }];
  });
  return { found: found.toSorted(bySureness), crowds };
}

/** How many share each of what was heard, for a comparison with one person. */
export function sharedBy(db: Database, heard: Heard): SharedBy {
  return lookUp(db, heard).shared;
}

function lookUp(db: Database, heard: Heard) {
  const shared = { phone: 0, address: 0, name: 0 };
  const roots = new Set<PersonId>();
  const crowds: string[] = [];
  for (const detail of detailsOf(heard)) {
    const { kind } = detail;
    const keys = detailKeys(detail);
    const most = kind === 'birth' ? BORN_THAT_DAY : CROWD;
    const records = countRecordsWith(db, kind, keys);
    if (records > most) {
      if (kind === 'birth') continue;
      shared[kind] = records;
      crowds.push(sayCrowd(kind, records));
      continue;
    }
    // Several records of one person are one.
    const people = new Set(recordsWith(db, kind, keys, most).map((id) => rootOf(db, id)));
    if (kind !== 'birth') shared[kind] = people.size;
    for (const personId of people) roots.add(personId);
  }
  return { shared, roots, crowds };
}

/** Born on one day: many, of whom the name tells which. */
const BORN_THAT_DAY = 500;

export function matchTo(heard: Heard, whole: WholePerson, shared: SharedBy): Match | null {
  return matchPerson(heard, standingDetails(whole), shared);
}

function bySureness(a: Candidate, b: Candidate): number {
  return (
    Number(b.match.strength === 'strong') - Number(a.match.strength === 'strong') ||
    b.match.agreeing - a.match.agreeing ||
    a.whole.root.number - b.whole.root.number
  );
}

/** A date of birth alone leads to nobody, so it is only looked up beside a name. */
function detailsOf({ name, birthDate, phone, address }: Heard): Detail[] {
  return [
    ...(phone === null ? [] : [{ kind: 'phone', ...phone } as const]),
    ...(name === null ? [] : [{ kind: 'name', name } as const]),
    ...(birthDate === null || name === null ? [] : [{ kind: 'birth', date: birthDate } as const]),
    ...(address === null ? [] : [{ kind: 'address', address } as const]),
  ];
}

const CROWDED: Readonly<Record<Exclude<DetailKind, 'birth'>, string>> = {
  phone: 'have this number, so it says nothing by itself',
  address: 'have this address, so it says nothing by itself',
  name: 'have this name',
};

function sayCrowd(kind: Exclude<DetailKind, 'birth'>, people: number): string {
  const ask = kind === 'name' ? 'the date of birth' : 'the full name and the date of birth';
  return `${people} known people ${CROWDED[kind]}. Ask for ${ask}.`;
}
