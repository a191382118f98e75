import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  centerAtWork,
  openedIncident,
  PASSPHRASE,
  type DeskAtWork,
} from '../support/desk-at-work.ts';
import { entriesOf, settled } from '../support/looks.ts';
import { newestSought, allSought, type Sought } from '#db/journal/sought-entries.ts';
import { AUDIT_GROUPS } from '#shared/audit/audit-group.ts';
import { NO_FILTER, type AuditFilter, type AuditLine } from '#shared/audit/audit-view.ts';
import { auditWords, typesOf } from '#shared/audit/audit-words.ts';
import type { IncidentId } from '#shared/lib/brand.ts';

let atWork: DeskAtWork;
let incidentId: IncidentId;
let number: number;

beforeEach(() => {
  atWork = centerAtWork();
  incidentId = openedIncident(atWork, atWork.as('Dana'), { words: 'Mrs. Invented is shouting.' });
  number = atWork.do(atWork.as('Dana'), 'incident.focus', { incidentId })?.number ?? 0;
  const cleo = atWork.as('Cleo');
  atWork.do(cleo, 'incident.add-note', { incidentId, kind: 'clinical', text: 'Invented words.' });
});
afterEach(() => atWork.desk.close());

function page(filter: Partial<AuditFilter> = {}, as = 'Sam', before: number | null = null) {
  const asked = { filter: { ...NO_FILTER, ...filter }, before, lines: 200 };
  return atWork.do(atWork.as(as), 'audit.page', asked);
}

const said = (lines: readonly AuditLine[]) =>
  lines.map(({ byName, says, detail }) => [byName, says, detail].filter(Boolean).join(': '));

describe('the lines', () => {
  test('are the newest first, and lead from page to page to the first entry', () => {
    const { head } = { head: atWork.desk.journal.head() };
    const seen: number[] = [];
    for (let before: number | null = null; ;) {
      const asked = { filter: NO_FILTER, before, lines: 7 };
      const { lines, more } = atWork.do(atWork.as('Sam'), 'audit.page', asked);
      seen.push(...lines.map(({ seq }) => seq));
      before = seen.at(-1) ?? null;
      if (!more) break;
    }
    expect(seen).toEqual(Array.from({ length: head }, (_, at) => head - at));
  });

  test('say who looked at what of which incident', async () => {
    atWork.do(atWork.as('Imani'), 'incident.focus', { incidentId });
    await settled();
    const { lines } = page({ number, group: 'reading' });
    expect(said(lines)).toEqual(['Imani: Looked at protected words: Clinical']);
    expect(lines[0]?.incident).toEqual({ incidentId, number });
  });

  test('hold nothing anybody typed, whoever looks', () => {
    for (const as of ['Sam', 'Ada']) {
      const text = JSON.stringify(page({}, as));
      expect(text).not.toMatch(/Invented|shouting|Broadway|555-0100/u);
      expect(text).toContain('Opened an incident');
    }
  });

  test('mark who broke the glass', () => {
    atWork.do(atWork.as('Cleo'), 'disclosure.emergency', {
      incidentId,
      recipient: 'ems',
      to: 'Ambulance 31',
      why: 'Not breathing.',
      way: 'read-aloud',
    });
    const [line] = page({ group: 'disclosure' }).lines;
    expect(line).toMatchObject({ emergency: true, byName: 'Cleo' });
    expect(line?.detail).toContain('emergency, without consent');
  });

  test('that look through the audit are in it once in fifteen minutes', async () => {
    page();
    page({}, 'Ada');
    page();
    expect((await entriesOf(atWork, 'audit.viewed')).map(({ by }) => by)).toEqual([
      atWork.idOf('Sam'),
      atWork.idOf('Ada'),
    ]);
    atWork.pass(15);
    page();
    expect(await entriesOf(atWork, 'audit.viewed')).toHaveLength(3);
  });
});

describe('a filter', () => {
  test('by number takes an incident, and nothing where there is none', () => {
    expect(page({ number }).lines.map(({ says }) => says)).toContain('Opened an incident');
    expect(page({ number: 99_999 })).toEqual({ lines: [], more: false });
  });

  test('by days takes the center’s own, from midnight to midnight', () => {
    const days = (from: string, to: string) => page({ from, to }).lines.length;
    expect(days('2026-03-03', '2026-03-03')).toBe(atWork.desk.journal.head());
    expect(days('2026-03-04', '2026-03-04')).toBe(0);
    expect(days('2026-03-01', '2026-03-02')).toBe(0);
  });

  test('finds exactly what is like it, in any combination', () => {
    const { db } = atWork.desk;
    const rows = db
      .prepare('SELECT seq, type, by_operator, incident_id FROM journal ORDER BY seq DESC')
      .all() as { seq: number; type: string; by_operator: string; incident_id: string | null }[];
    const people = [...new Set(rows.map((row) => row.by_operator)), 'nobody'];
    const head = rows.length;
    fc.assert(
      fc.property(
        fc.option(fc.constantFrom(...AUDIT_GROUPS)),
        fc.boolean(),
        fc.option(fc.constantFrom(...people)),
        fc.option(fc.constantFrom(incidentId, 'no-such-incident')),
        fc.integer({ min: 1, max: head }),
        fc.integer({ min: 0, max: head + 1 }),
        fc.integer({ min: 1, max: 40 }),
        (group, failedOnly, by, on, from, to, limit) => {
          const types = typesOf(group, failedOnly);
          const sought: Sought = { types, by, incidentId: on, from, to };
          const expected = rows
            .filter(({ seq }) => seq >= from && seq <= to)
            .filter(({ type }) => group === null || auditWords(type)[0] === group)
            .filter(({ type }) => !failedOnly || auditWords(type)[2] === 'failed')
            .filter((row) => by === null || row.by_operator === by)
            .filter((row) => on === null || row.incident_id === on)
            .map(({ seq }) => seq);
          expect(newestSought(db, sought, limit)).toEqual(expected.slice(0, limit));
          expect(allSought(db, sought)).toEqual(expected.toReversed());
        },
      ),
      { numRuns: 150 },
    );
  });

  test('reads an index, and never the whole journal', () => {
    const { db } = atWork.desk;
    const plan = (sql: string, ...given: unknown[]) =>
      (db.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...given) as { detail: string }[])
        .map(({ detail }) => detail)
        .join('; ');
    const tail = 'AND seq BETWEEN 1 AND 9 ORDER BY seq DESC LIMIT 5';
    const searched = 'SEARCH journal USING COVERING INDEX journal_type_by';
    expect(plan(`SELECT seq FROM journal WHERE type = 'x' AND by_operator = 'y' ${tail}`)).toBe(
      `${searched} (type=? AND by_operator=? AND rowid>? AND rowid<?)`,
    );
    expect(plan(`SELECT MIN(type) FROM journal WHERE type > 'x'`)).toBe(`${searched} (type>?)`);
    expect(
      plan(`SELECT MIN(by_operator) FROM journal WHERE type = 'x' AND by_operator > 'y'`),
    ).toBe(`${searched} (type=? AND by_operator>?)`);
  });
});

describe('an entry', () => {
  const entryOf = (type: string, as: string) => {
    const seq = atWork.desk.db.prepare('SELECT MAX(seq) FROM journal WHERE type = ?').pluck();
    return atWork.do(atWork.as(as), 'audit.entry', { seq: seq.get(type) as number });
  };

  test('opens with its seal, the one before and where its words are, and without them', () => {
    const entry = entryOf('incident.note-added', 'Sam');
    expect(entry).toMatchObject({
      sealed: true,
      words: { partition: 'clinical', are: 'withheld' },
    });
    expect(entry?.hash).toMatch(/^[0-9a-f]{64}$/u);
    expect(entry?.body).toContain('"keptIn": "clinical"');
    expect(JSON.stringify(entry)).not.toContain('Invented words');
  });

  test('shows its own words to a supervisor, and to no administrator', () => {
    expect(entryOf('call.received', 'Sam')?.body).toContain('Mrs. Invented');
    expect(entryOf('call.received', 'Ada')?.body).toBeNull();
  });

  test('that was changed says so', () => {
    const { db } = atWork.desk;
    db.exec('DROP TRIGGER journal_never_changes');
    db.prepare("UPDATE journal SET by_operator = 'somebody' WHERE seq = 5").run();
    db.prepare("UPDATE journal SET body = '{' WHERE seq = 6").run();
    const [fifth, sixth] = [5, 6].map((seq) => atWork.do(atWork.as('Sam'), 'audit.entry', { seq }));
    expect(fifth).toMatchObject({ sealed: false });
    expect(sixth).toMatchObject({ sealed: false, body: null });
    expect(sixth?.line.detail).toContain('cannot be read');
    expect(page().lines.length).toBeGreaterThan(5);
  });

  test('that is not there is none', () => {
    expect(atWork.do(atWork.as('Sam'), 'audit.entry', { seq: 99_999 })).toBeNull();
  });
});

describe('the check of the chain', () => {
  const standing = () => atWork.do(atWork.as('Ada'), 'audit.standing', {});
  const checked = async () => {
    atWork.do(atWork.as('Sam'), 'audit.check', {});
    while (standing().check.state === 'running') await settled();
    return standing().check;
  };

  test('runs beside the work and says that every entry is as it was written', async () => {
    expect(standing().check).toEqual({ state: 'none' });
    atWork.do(atWork.as('Sam'), 'audit.check', {});
    expect(standing().check).toMatchObject({ state: 'running', checked: 0 });
    const events = atWork.desk.journal.head();
    expect(await checked()).toMatchObject({
      state: 'done',
      byName: 'Sam',
      events,
      broken: null,
      wrongWords: [],
    });
  });

  test('names the first entry that is not, and words that were changed', async () => {
    const { db } = atWork.desk;
    db.exec('DROP TRIGGER journal_never_changes; DROP TRIGGER kept_clinical_never_changes');
    db.exec(`UPDATE kept_clinical SET text = '{"text":"Other"}'`);
    expect(await checked()).toMatchObject({ broken: null });
    expect(standing().check).toMatchObject({
      wrongWords: [
        expect.stringMatching(
          /^The Clinical words of entry \d+ are not what it committed to: they were changed\.$/u,
        ),
      ],
    });
    db.prepare("UPDATE journal SET position = 'elsewhere' WHERE seq = 9").run();
    expect(await checked()).toMatchObject({ broken: { entry: 9 } });
  });
});

test('only supervisors and administrators look through the audit', () => {
  for (const name of ['Pat', 'Dana', 'Cleo']) {
    const asked = { filter: NO_FILTER, before: null, lines: 10 };
    expect(atWork.desk.answer('audit.page', asked, atWork.as(name))).toMatchObject({
      refused: 'not-allowed',
    });
  }
});

test('everybody with an account can be chosen, and CareDesk itself', () => {
  atWork.do(atWork.as('Ada'), 'operator.add', {
    name: 'Zoe New',
    role: 'dispatcher',
    passphrase: `${PASSPHRASE} anew`,
  });
  const { people, keys, head } = atWork.do(atWork.as('Ada'), 'audit.standing', {});
  expect(people.map(({ name }) => name).slice(-2)).toEqual(['Zoe New', 'CareDesk']);
  expect(keys).toEqual([]);
  expect(head).toMatch(/^[0-9a-f]{64}$/u);
});
