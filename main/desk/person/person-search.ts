import type { DeskCore } from '../desk-core.ts';
import { earlierContact, linksOf } from './earlier-contacts.ts';
import { personsNumber } from './heard.ts';
import { sayDetail } from './person-lines.ts';
import { recordsNamed, recordsWith } from '#db/board/people-keys-projection.ts';
import { countLinksOfRecord } from '#db/board/people-links-projection.ts';
import {
  findPersonByNumber,
  latestPeople,
  rootOf,
  wholePerson,
} from '#db/board/people-projection.ts';
import type { PeopleFound, PersonLine } from '#shared/board/known-person-lines.ts';
import { streetKey } from '#shared/place/street-key.ts';
import { personLabel, standingDetails, type WholePerson } from '#shared/person/known-person.ts';
import { nameWords } from '#shared/person/person-name.ts';

/** Read at a glance: who sees more types one more letter. */
const MOST = 30;

/** People by how their names begin, or by a whole number, address, date of birth or their own number. */
export function searchPeople(core: DeskCore, text: string): PeopleFound {
  const wanted = text.trim();
  if (wanted === '') return found(core, latestPeople(core.db, MOST + 1));
  const ids = new Set<string>();
  for (const id of recordsOf(core, wanted)) {
    ids.add(rootOf(core.db, id));
    if (ids.size > MOST) break;
  }
  return found(
    core,
    [...ids].map((id) => wholePerson(core.db, id)).filter((whole) => whole !== null),
  );
}

/** Room for several records of one person among those read. */
const READ = 3 * MOST;

function recordsOf({ db }: DeskCore, wanted: string): string[] {
  if (/^#?\d{1,6}$/u.test(wanted)) {
    const person = findPersonByNumber(db, Number(wanted.replace('#', '')));
    return person === null ? [] : [person.personId];
  }
  if (/^\d{4}-\d{2}-\d{2}$/u.test(wanted)) return recordsWith(db, 'birth', [wanted], READ);
  const phone = personsNumber(wanted);
  if (phone !== null) return recordsWith(db, 'phone', [phone.number], READ);
  return [
    ...recordsWith(db, 'address', [streetKey(wanted)], READ),
    ...recordsNamed(db, nameWords(wanted), READ),
  ];
}

function found(core: DeskCore, people: readonly WholePerson[]): PeopleFound {
  return {
    people: people.slice(0, MOST).map((whole) => lineOf(core, whole)),
    more: people.length > MOST,
  };
}

function lineOf(core: DeskCore, whole: WholePerson): PersonLine {
  const label = personLabel(whole);
  const [last] = linksOf(core, whole, 1);
  return {
    personId: whole.root.personId,
    number: whole.root.number,
    label,
    details: standingDetails(whole)
      .map(sayDetail)
      .filter((said) => said !== label),
    contacts: whole.members.reduce(
      (calls, { personId }) => calls + countLinksOfRecord(core.db, personId),
      0,
    ),
    lastDay:
      last === undefined
        ? null
        : earlierContact(core, last.call, null).receivedLocal.slice(0, 'YYYY-MM-DD'.length),
  };
}
