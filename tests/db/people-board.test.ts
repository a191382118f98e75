import fc from 'fast-check';
import { expect, test } from 'vitest';
import { NOON } from '../support/given.ts';
import {
  incident,
  peopleAtWork,
  personId,
  rowsOf,
  type PeopleAtWork,
} from '../support/people-at-work.ts';
import { auditBoard } from '#db/board/audit-board.ts';
import { linksOfRecord } from '#db/board/people-links-projection.ts';
import { recordsNamed, recordsWith } from '#db/board/people-keys-projection.ts';
import { membersOf, rootOf } from '#db/board/people-projection.ts';
import type { NewEvent } from '#shared/journal/journal-event.ts';
import { isRefusal, type Refusal } from '#shared/lib/refusal.ts';
import {
  addDetail,
  linkCall,
  registerPerson,
  ruleOut,
  unlinkCall,
  withdrawDetail,
} from '#shared/person/decide-known-person.ts';
import { mergePersons, tellApart, unmergePerson } from '#shared/person/decide-merge.ts';
import { withdrawNote, writeNextTime, writeNote } from '#shared/person/decide-note.ts';
import { CERTAINTIES, type Detail } from '#shared/person/known-person.ts';

const today = { local: NOON };
const WHO = ['p1', 'p2', 'p3', 'p4', 'p5'].map(personId);
const CALLS = ['i1', 'i2', 'i3', 'i4', 'i5', 'i6'].map(incident);
const NAMES = ['Maria Garcia', 'García, María', 'Lee Example', 'O’Neil Example'];
const BECAUSE = { evidence: [], reason: 'Said so' };

const who = fc.constantFrom(...WHO);
const call = fc.constantFrom(...CALLS);
const detail: fc.Arbitrary<Detail> = fc.oneof(
  fc.constantFrom(...NAMES).map((name): Detail => ({ kind: 'name', name })),
  fc.constantFrom('1984-03-02', '1990-12-24').map((date): Detail => ({ kind: 'birth', date })),
  fc
    .constantFrom('+13125550101', '+13125550102')
    .map((number): Detail => ({ kind: 'phone', number: `tel:${number}`, shown: number })),
  fc
    .constantFrom('1 W Lawrence', '4500 N Broadway')
    .map((address): Detail => ({ kind: 'address', address })),
);

/** What somebody does with the people known so far; nothing when it cannot be done. */
type Act = (at: PeopleAtWork) => readonly NewEvent[] | Refusal;

/** What adds to a record or takes from it, and merges nobody. */
const adding: fc.Arbitrary<Act> = fc.oneof(
  fc.tuple(who, detail).map(
    ([id, one]): Act =>
      (at) =>
        addDetail(recordOf(at, id), at.whole(id), one, today),
  ),
  fc.tuple(who, call, fc.constantFrom(...CERTAINTIES)).map(
    ([id, one, certainty]): Act =>
      (at) =>
        linkCall(at.whole(id), one, at.held(one), { ...BECAUSE, certainty }),
  ),
  call.map(
    (one): Act =>
      (at) =>
        unlinkCall(at.held(one)?.link ?? null, 'Wrong'),
  ),
  fc.tuple(who, call).map(
    ([id, one]): Act =>
      (at) =>
        ruleOut(at.whole(id), one, at.held(one), { ruledOut: false, evidence: [] }),
  ),
  fc.tuple(who, fc.nat(3)).map(([id, n]): Act => (at) => {
    const draft = {
      text: `Knock ${n} times`,
      source: 'Crew',
      reviewOn: '2026-04-01',
      expiresOn: '2026-06-01',
    };
    return writeNote(recordOf(at, id), draft, today);
  }),
  fc.tuple(who, fc.boolean()).map(([id, agreed]): Act => (at) => {
    return writeNextTime(
      recordOf(at, id),
      { says: 'Ask for her sister', agreed, expiresOn: '2026-06-01' },
      today,
    );
  }),
  who.map((id): Act => (at) => {
    const { notes } = recordOf(at, id);
    return withdrawNote(recordOf(at, id), notes.at(-1)?.entry ?? 0, 'Wrong');
  }),
  who.map((id): Act => (at) => {
    const { details } = recordOf(at, id);
    return withdrawDetail(recordOf(at, id), details.at(-1)?.entry ?? 0, 'Wrong');
  }),
);
const merging: fc.Arbitrary<Act> = fc.oneof(
  fc.tuple(who, who).map(
    ([a, b]): Act =>
      (at) =>
        mergePersons(at.whole(a), at.whole(b), BECAUSE),
  ),
  who.map(
    (id): Act =>
      (at) =>
        unmergePerson(recordOf(at, id), 'Two people'),
  ),
  fc.tuple(who, who).map(
    ([a, b]): Act =>
      (at) =>
        tellApart(at.whole(a), at.whole(b)),
  ),
);

function recordOf(at: PeopleAtWork, id: string) {
  const record = at.whole(id).members.find((each) => each.personId === id);
  if (record === undefined) throw new Error(`${id} is under nobody.`);
  return record;
}

function withFive(): PeopleAtWork {
  const at = peopleAtWork();
  WHO.forEach((id, index) =>
    at.write(
      registerPerson(
        { personId: id, number: index + 1 },
        [{ kind: 'name', name: NAMES[index % NAMES.length] ?? '' }],
        today,
      ),
    ),
  );
  return at;
}

const TABLES = [
  'board_people_links',
  'board_people_calls',
  'board_people_keys',
  'board_people_ruled_out',
];

test('merging and taking it back gives both people as they were, with what was added to each since', () => {
  let merged = 0;
  fc.assert(
    fc.property(
      fc.array(fc.oneof(adding, merging), { maxLength: 25 }),
      who,
      who,
      fc.array(adding, { maxLength: 15 }),
      (before, one, another, since) => {
        const at = withFive();
        const never = withFive();
        for (const act of before) {
          const events = at.write(act(at));
          if (!isRefusal(events)) never.write(events);
        }
        const merge = mergePersons(at.whole(one), at.whole(another), BECAUSE);
        if (isRefusal(merge)) return;
        merged += 1;
        const absorbed = at.whole(another).root.personId;
        at.write(merge);
        // Something else is written there meanwhile, so that entries have the same numbers.
        const filler: NewEvent = {
          type: 'paper.printed',
          how: 'asked',
          parts: ['board'],
          incidents: 0,
        };
        never.write([filler]);
        for (const act of since) {
          const events = at.write(act(at));
          if (!isRefusal(events)) never.write(events);
        }
        at.write(unmergePerson(recordOf(at, absorbed), 'Two people'));
        expect(rowsOf(at.db, 'board_people', ['seq'])).toEqual(
          rowsOf(never.db, 'board_people', ['seq']),
        );
        for (const table of TABLES)
          expect(rowsOf(at.db, table), table).toEqual(rowsOf(never.db, table));
      },
    ),
    { numRuns: 60 },
  );
  expect(merged).toBeGreaterThan(20);
});

test('after any history every record is under one person, and every call under one record', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(adding, merging), { maxLength: 40 }), (acts) => {
      const at = withFive();
      for (const act of acts) at.write(act(at));
      const roots = [...new Set(WHO.map((id) => rootOf(at.db, id)))];
      const members = roots.flatMap((root) => membersOf(at.db, root).map((each) => each.personId));
      expect(members.toSorted()).toEqual(WHO.toSorted());
      const links = WHO.flatMap((id) => linksOfRecord(at.db, id).map(({ link }) => link));
      expect(links).toHaveLength(rowsOf(at.db, 'board_people_links').length);
      const counted = links
        .filter(({ certainty }) => certainty === 'certain')
        .map(({ call: of, personId: record }) => ({
          call_id: 'incidentId' in of ? of.incidentId : of.pastCall,
          person_id: rootOf(at.db, record),
        }));
      expect(rowsOf(at.db, 'board_people_calls')).toEqual(
        counted.toSorted((a, b) => a.call_id.localeCompare(b.call_id)),
      );
      expect(auditBoard(at.db).equal).toBe(true);
    }),
    { numRuns: 60 },
  );
});

test('a name is found by how its words begin, in any order; the exact keys find whole records', () => {
  const at = withFive();
  const { personId: second } = at.whole('p2').root;
  expect(recordsNamed(at.db, ['gar', 'mar'], 10).toSorted()).toEqual(['p1', 'p2', 'p5']);
  expect(recordsNamed(at.db, ['mar', 'gar'], 2)).toHaveLength(2);
  expect(recordsNamed(at.db, ['gar', 'lee'], 10)).toEqual([]);
  expect(recordsNamed(at.db, [], 10)).toEqual([]);
  expect(recordsWith(at.db, 'name', ['garcia maria'], 10)).toContain(second);
  expect(recordsWith(at.db, 'name', ['garcia'], 10)).toEqual([]);
  const name = at.whole('p3').root.details[0]?.entry ?? 0;
  at.write(withdrawDetail(recordOf(at, 'p3'), name, 'Misheard'));
  expect(recordsNamed(at.db, ['lee'], 10)).toEqual([]);
});
