import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { centerAtWork, openedIncident, type DeskAtWork } from '../support/desk-at-work.ts';
import { linked, registered } from '../support/person-examples.ts';
import {
  beside,
  closedWithNote,
  numberOf,
  ONE_YEAR,
  pastNote,
} from '../support/retention-examples.ts';
import { tamper } from '../support/tampering.ts';
import { auditBoard } from '#db/board/audit-board.ts';
import { verifyChain } from '#db/journal/verify-chain.ts';
import type { IncidentId } from '#shared/lib/brand.ts';

const YEAR = 60 * 24 * 366;

const clinical = (atWork: DeskAtWork) =>
  atWork
    .do(atWork.as('Ada'), 'retention.overview', {})
    .partitions.find(({ partition }) => partition === 'clinical')!;

function shred(atWork: DeskAtWork, expected: number, [by, second]: readonly [string, string]) {
  return atWork.desk.answer(
    'retention.shred',
    { partition: 'clinical', expected, secondPerson: beside(atWork, second) },
    atWork.as(by),
  );
}

const readBy = (atWork: DeskAtWork, name: string, incidentId: IncidentId) =>
  JSON.stringify(atWork.do(atWork.as(name), 'incident.focus', { incidentId }));

test('without a schedule nothing is ever due, and nothing can be shredded', () => {
  const atWork = centerAtWork();
  closedWithNote(atWork, 'Said in confidence.');
  atWork.pass(40 * YEAR);
  expect(clinical(atWork)).toMatchObject({ years: null, records: 1, words: 1, due: 0 });
  expect(shred(atWork, 1, ['Ada', 'Sam'])).toMatchObject({ refused: 'kept-for-ever' });
  atWork.desk.close();
});

test('what is past its schedule is shredded by two, and unreadable wherever it lay', () => {
  const atWork = centerAtWork();
  const incidentId = pastNote(atWork);
  expect(readBy(atWork, 'Cleo', incidentId)).toContain('A note that goes.');
  expect(clinical(atWork)).toMatchObject({ years: 1, records: 1, due: 1, held: 0, open: 0 });
  const key = atWork.desk.db.prepare('SELECT key FROM word_keys').pluck().get() as Buffer;
  expect(shred(atWork, 1, ['Ada', 'Ada'])).toMatchObject({ refused: 'second-person' });
  expect(shred(atWork, 2, ['Ada', 'Sam'])).toMatchObject({ refused: 'changed-meanwhile' });
  expect(readBy(atWork, 'Cleo', incidentId)).toContain('A note that goes.');

  expect(shred(atWork, 1, ['Ada', 'Sam'])).toMatchObject({ ok: true });
  expect(readBy(atWork, 'Cleo', incidentId)).not.toContain('A note that goes.');
  expect(clinical(atWork)).toMatchObject({ records: 0, words: 0, due: 0, shredded: 1 });
  // The key is nowhere in the files, not in a page that came free and not in the log.
  for (const name of readdirSync(atWork.folder))
    expect(readFileSync(join(atWork.folder, name)).includes(key), name).toBe(false);
  expect(verifyChain(atWork.desk.db)).toMatchObject({ chain: 'intact', kept: 'intact' });
  expect(auditBoard(atWork.desk.db).equal).toBe(true);

  // What is written of the incident from now on is kept like anything else.
  const again = { incidentId, kind: 'clinical', text: 'Asked for the record.' } as const;
  atWork.do(atWork.as('Cleo'), 'incident.add-note', again);
  expect(readBy(atWork, 'Cleo', incidentId)).toContain('Asked for the record.');
  expect(verifyChain(atWork.desk.db).kept).toBe('intact');
  atWork.desk.close();
});

test('a legal hold keeps an incident until two people lift it', () => {
  const atWork = centerAtWork();
  const incidentId = pastNote(atWork);
  const sam = atWork.as('Sam');
  const number = numberOf(atWork, incidentId);
  const hold = { number, what: 'incident', reason: 'Subpoena' } as const;
  const { made } = atWork.do(sam, 'retention.hold', hold);
  expect(clinical(atWork)).toMatchObject({ due: 0, held: 1 });
  expect(shred(atWork, 1, ['Ada', 'Sam'])).toMatchObject({ refused: 'nothing-due' });
  const { holds } = atWork.do(sam, 'retention.overview', {});
  expect(holds).toMatchObject([{ holds: `Incident ${number}`, reason: 'Subpoena' }]);
  const lift = { holdId: made as never, reason: 'Over', secondPerson: beside(atWork, 'Ada') };
  atWork.do(sam, 'retention.release-hold', lift);
  expect(clinical(atWork)).toMatchObject({ due: 1, held: 0 });
  atWork.desk.close();
});

test('a hold on a person keeps every incident of theirs, and names nobody', () => {
  const atWork = centerAtWork();
  const first = closedWithNote(atWork, 'One.');
  const other = closedWithNote(atWork, 'Two.');
  const personId = registered(atWork, { name: 'Lena Ort' });
  linked(atWork, first, personId);
  linked(atWork, other, personId, 'uncertain');
  atWork.do(atWork.as('Sam'), 'retention.set', { years: ONE_YEAR });
  atWork.pass(2 * YEAR);
  expect(clinical(atWork)).toMatchObject({ due: 2 });
  const number = numberOf(atWork, first);
  atWork.do(atWork.as('Ada'), 'retention.hold', { number, what: 'person', reason: 'Lawsuit' });
  expect(clinical(atWork)).toMatchObject({ due: 0, held: 2 });
  const view = atWork.do(atWork.as('Ada'), 'retention.overview', {});
  expect(view.holds[0]!.holds).toContain(String(numberOf(atWork, other)));
  expect(JSON.stringify(view)).not.toContain('Lena');
  atWork.desk.close();
});

test('an open incident keeps its notes however old they are', () => {
  const atWork = centerAtWork();
  const incidentId = openedIncident(atWork, atWork.as('Dana'));
  const note = { incidentId, kind: 'clinical', text: 'Still open.' } as const;
  atWork.do(atWork.as('Cleo'), 'incident.add-note', note);
  atWork.do(atWork.as('Sam'), 'retention.set', { years: ONE_YEAR });
  atWork.pass(2 * YEAR);
  expect(clinical(atWork)).toMatchObject({ due: 0, open: 1 });
  atWork.desk.close();
});

test('a clock that ran ahead once lets nothing go early', () => {
  const atWork = centerAtWork();
  atWork.do(atWork.as('Sam'), 'retention.set', { years: ONE_YEAR });
  closedWithNote(atWork, 'Written today.');
  // The PC thinks it is years later for a moment: what was written then is young, and so is what came before it.
  atWork.pass(3 * YEAR);
  const later = closedWithNote(atWork, 'Written by a wrong clock.');
  atWork.pass(-3 * YEAR + 60 * 24);
  expect(clinical(atWork)).toMatchObject({ records: 2, due: 0 });
  expect(later).toBeDefined();
  atWork.desk.close();
});

test('shredding that the journal does not speak of, and words that outlive one, are found', () => {
  const atWork = centerAtWork();
  const incidentId = pastNote(atWork);
  const record = `incident/${incidentId}`;
  const { seq } = atWork.desk.db.prepare('SELECT MAX(seq) AS seq FROM kept_clinical').get() as {
    seq: number;
  };
  atWork.desk.close();
  const verdict = tamper(atWork.folder, (file) => {
    file.prepare("INSERT INTO word_shreddings VALUES ('clinical', ?, ?, ?)").run(record, seq, seq);
  });
  expect(verdict.kept).toEqual([
    { entry: seq, partition: 'clinical', are: 'not-shredded' },
    { entry: seq, partition: 'clinical', are: 'shredded-without-entry' },
  ]);
});

test('words erased in the shade of an earlier shredding are found, and a shredding the file forgot', () => {
  const atWork = centerAtWork();
  pastNote(atWork);
  expect(shred(atWork, 1, ['Ada', 'Sam'])).toMatchObject({ ok: true });
  const shredded = atWork.desk.journal.head();
  atWork.desk.close();
  const wrongAfter = (change: string) =>
    tamper(atWork.folder, (file) => {
      file.exec('DROP TRIGGER IF EXISTS word_shreddings_never_change');
      file.exec('DROP TRIGGER IF EXISTS word_shreddings_never_shrink');
      file.exec(change);
      // Put back for the next.
      file.exec(
        'CREATE TRIGGER journal_never_changes BEFORE UPDATE ON journal BEGIN SELECT 1; END',
      );
      file.exec(
        'CREATE TRIGGER journal_never_shrinks BEFORE DELETE ON journal BEGIN SELECT 1; END',
      );
    }).kept;
  const said = { entry: shredded, partition: 'clinical' };
  // As if it had taken what was written later, too.
  expect(wrongAfter('UPDATE word_shreddings SET up_to = up_to + 100')).toEqual([
    { ...said, are: 'shredded-without-entry' },
    { ...said, are: 'shredding-forgotten' },
  ]);
  expect(wrongAfter('DELETE FROM word_shreddings')).toContainEqual({
    ...said,
    are: 'shredding-forgotten',
  });
});

test('whatever is written, held and shredded: only what is past and free goes, and the record stays whole', () => {
  let gone = 0;
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.constantFrom('note', 'hold', 'wait', 'shred'), fc.nat(5)), {
        minLength: 6,
        maxLength: 14,
      }),
      (steps) => {
        const atWork = centerAtWork();
        const sam = atWork.as('Sam');
        atWork.do(sam, 'retention.set', { years: ONE_YEAR });
        const notes: { id: IncidentId; text: string; at: number; held: boolean; gone: boolean }[] =
          [];
        const now = () => atWork.now().getTime();
        for (const [what, n] of [['note', 0] as const, ...steps]) {
          if (what === 'note') {
            const text = `note ${notes.length}.`;
            notes.push({
              id: closedWithNote(atWork, text),
              text,
              at: now(),
              held: false,
              gone: false,
            });
          } else if (what === 'hold') {
            const note = notes[n % notes.length]!;
            const held = { number: numberOf(atWork, note.id), what: 'incident' } as const;
            atWork.desk.answer('retention.hold', { ...held, reason: `Reason ${n}` }, sam);
            note.held = true;
          } else if (what === 'wait') atWork.pass((n + 1) * 60 * 24 * 120);
          else {
            const past = notes.filter((each) => now() - each.at > 366 * 86_400_000);
            const due = past.filter((each) => !each.held && !each.gone);
            const reply = shred(atWork, Math.max(1, due.length), ['Sam', 'Ada']);
            expect(reply.ok).toBe(due.length > 0);
            for (const each of due) each.gone = true;
            gone += due.length;
          }
          for (const each of notes)
            expect(readBy(atWork, 'Cleo', each.id).includes(each.text)).toBe(!each.gone);
        }
        expect(verifyChain(atWork.desk.db)).toMatchObject({ chain: 'intact', kept: 'intact' });
        atWork.desk.close();
      },
    ),
    { numRuns: 12 },
  );
  expect(gone).toBeGreaterThan(0);
});
