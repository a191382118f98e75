import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { centerAtWork, type DeskAtWork } from '../support/desk-at-work.ts';
import { changingShift, play } from '../support/random-shift.ts';
import { contactsOwnedBy, openContacts } from '#db/board/contacts-projection.ts';
import { openIncidents } from '#db/board/incidents-projection.ts';
import { keptWords } from '#db/journal/kept-words.ts';
import type { AcceptedShift } from '#shared/hand-over/hand-over.ts';
import { may } from '#shared/roster/permission.ts';

// Whole shifts on a real disk take seconds, and finding the shortest failing one takes longer.
vi.setConfig({ testTimeout: 60_000 });

function owners(atWork: DeskAtWork) {
  const { db } = atWork.desk;
  return {
    incidents: new Map(openIncidents(db).map(({ incidentId, owner }) => [incidentId, owner])),
    contacts: new Map(openContacts(db, 1000).map(({ contactId, owner }) => [contactId, owner])),
  };
}

test('no open incident and no promised contact is ever nobody’s, over shifts that change hands', () => {
  let accepted = 0;
  let promised = 0;
  fc.assert(
    fc.property(changingShift, (steps) => {
      const atWork = centerAtWork();
      const people = new Map(
        atWork
          .do(atWork.as('Sam'), 'board.snapshot', {})
          .operators.map((each) => [each.operatorId, each]),
      );
      let before = owners(atWork);
      for (const each of steps) {
        const head = atWork.desk.journal.head();
        const played = play(atWork, each);
        const now = owners(atWork);
        for (const owner of [...now.incidents.values(), ...now.contacts.values()])
          expect(may(people.get(owner)!.role, 'take-calls')).toBe(true);
        const entries = [...atWork.desk.journal.entriesAfter(head)];
        // A contact leaves the list only when a person says how it ended.
        const ended = entries.flatMap(({ event }) =>
          event.type === 'contact.ended' ? [event.contactId] : [],
        );
        for (const contactId of before.contacts.keys())
          expect(now.contacts.has(contactId)).toBe(!ended.includes(contactId));
        promised += entries.filter(({ event }) => event.type === 'contact.promised').length;
        if (played?.topic === 'hand-over.accept' && played.reply.ok) {
          const { event } = entries.at(-1)!;
          if (event.type !== 'hand-over.accepted') throw new Error(`It wrote ${event.type}.`);
          accepted += event.accepted.incidents.length + event.accepted.contacts.length;
          movedTogether(atWork, event.from, event.to, event.accepted);
        }
        before = now;
      }
      atWork.desk.close();
    }),
    { numRuns: 40, interruptAfterTimeLimit: 20_000 },
  );
  expect(promised).toBeGreaterThan(0);
  expect(accepted).toBeGreaterThan(0);
});

/** After an acceptance nothing is left with who went, and exactly what was signed for came over. */
function movedTogether(atWork: DeskAtWork, from: string, to: string, shifted: AcceptedShift): void {
  const { incidents, contacts } = owners(atWork);
  expect([...incidents.values()]).not.toContain(from);
  expect(contactsOwnedBy(atWork.desk.db, from as never)).toEqual([]);
  for (const incidentId of shifted.incidents) expect(incidents.get(incidentId)).toBe(to);
  for (const contactId of shifted.contacts) expect(contacts.get(contactId)).toBe(to);
}

test('who signs off with open work is on the record, every time', () => {
  let left = 0;
  fc.assert(
    fc.property(changingShift, (steps) => {
      const atWork = centerAtWork();
      for (const each of steps) {
        const head = atWork.desk.journal.head();
        const incidentsOf = owners(atWork).incidents;
        const played = play(atWork, each);
        if (played?.topic !== 'operator.sign-off') continue;
        const entries = [...atWork.desk.journal.entriesAfter(head)];
        const off = entries.find(({ event }) => event.type === 'operator.signed-off');
        if (off === undefined) {
          expect(played.reply).toMatchObject({ refused: 'still-owns' });
          continue;
        }
        const theirs = [...incidentsOf].filter(([, owner]) => owner === off.by).map(([id]) => id);
        const said = entries.flatMap(({ event }) =>
          event.type === 'operator.left-holding' ? event.incidents : [],
        );
        expect([...said].sort()).toEqual(theirs.sort());
        left += theirs.length;
      }
      atWork.desk.close();
    }),
    { numRuns: 40, interruptAfterTimeLimit: 20_000 },
  );
  expect(left).toBeGreaterThan(5);
});

test('what clinicians write of promised calls and hand-overs reaches nobody else', () => {
  let written = 0;
  fc.assert(
    fc.property(changingShift, fc.uuid(), (steps, marker) => {
      const atWork = centerAtWork();
      for (const each of steps) play(atWork, each, marker);
      const entries = [...atWork.desk.journal.entriesAfter(0)];
      const kept = atWork.desk.db.prepare('SELECT seq FROM kept_clinical').pluck().all();
      written += (kept as number[]).filter((seq) =>
        JSON.stringify(keptWords(atWork.desk.db, 'clinical', seq)).includes(marker),
      ).length;
      const ids = [
        ...new Set(
          entries.flatMap(({ event }) => ('incidentId' in event ? [event.incidentId] : [])),
        ),
      ];
      for (const name of ['Pat', 'Dana', 'Theo', 'Sam']) {
        const session = atWork.as(name);
        const seen = [
          ...ids.map((incidentId) => atWork.desk.answer('incident.focus', { incidentId }, session)),
          atWork.desk.answer('board.snapshot', {}, session),
          atWork.desk.answer('contact.open', { incidentId: null, lines: 500 }, session),
          atWork.desk.answer('hand-over.sheet', { handOverId: null }, session),
          atWork.desk.answer('hand-over.past', { lines: 500 }, session),
          ...entries.flatMap(({ event }) =>
            'handOverId' in event
              ? [atWork.desk.answer('hand-over.sheet', { handOverId: event.handOverId }, session)]
              : [],
          ),
        ];
        expect(JSON.stringify(seen)).not.toContain(marker);
      }
      atWork.desk.close();
    }),
    { numRuns: 25, interruptAfterTimeLimit: 20_000 },
  );
  expect(written).toBeGreaterThan(0);
});
