import { parse } from 'csv-parse/sync';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { centerAtWork, openedIncident, type DeskAtWork } from '../support/desk-at-work.ts';
import { inventedCalls } from '../support/invented-calls.ts';
import { pastCallNumbered } from '../support/past-call-numbered.ts';
import { figuresFile } from '#main/desk/outcomes/figures-file.ts';
import type { Period } from '#shared/outcomes/period.ts';
import type { OutcomesReport } from '#shared/paper/outcomes-report.ts';
import { DESK_OPERATOR } from '#shared/roster/operator.ts';

const PERIOD = { from: '2026-01-05', to: '2026-02-01' };

let atWork: DeskAtWork;
beforeEach(() => {
  atWork = centerAtWork();
});
afterEach(() => atWork.desk.close());

function imported(calls: number): void {
  const invented = [...inventedCalls({ calls, seed: 11, ...PERIOD })];
  atWork.desk.record(
    invented.map((pastCall) => ({ type: 'past-call.imported', pastCall })),
    DESK_OPERATOR,
  );
}

function report(): OutcomesReport {
  const { operator } = atWork.as('Sam');
  if (operator === null) throw new Error('Nobody is signed on.');
  return atWork.desk.outcomesReport(PERIOD, operator);
}

const rowsOf = (csv: string) => parse(csv, { columns: true }) as Record<string, string>[];

test('the file says of every row what it is, of which days, and under which policy', () => {
  imported(800);
  const rows = rowsOf(figuresFile(report()));
  expect(rows.length).toBeGreaterThan(50);
  for (const row of rows)
    expect(row).toMatchObject({ ...PERIOD, suppressed: expect.stringMatching(/^(yes|no)$/) });
  expect(rows.find(({ figure }) => figure === 'Behavioral-health calls')).toMatchObject({
    group: 'all',
    numerator: '800',
    policy: atWork.desk.policy()?.policy.version,
  });
});

test('no count below eleven is in it, and where one was, no share that it could be worked out from', () => {
  imported(120);
  const rows = rowsOf(figuresFile(report()));
  const small = (count = '') => /^\d+$/.test(count) && Number(count) < 11;
  expect(
    rows.filter(({ numerator, denominator }) => small(numerator) || small(denominator)),
  ).toEqual([]);
  const hidden = rows.filter(({ numerator }) => numerator === '<11');
  expect(hidden.length).toBeGreaterThan(0);
  for (const row of hidden) expect(row).toMatchObject({ value: '', low: '', suppressed: 'yes' });
});

test('of no calls there is no small count either', () => {
  const { tables } = report();
  const counts = tables.flatMap(({ rows }) =>
    rows.flatMap((row) => [row.numerator, row.denominator]),
  );
  expect(counts.filter((count) => typeof count === 'number')).toEqual([]);
});

test('hostile names become no formula', () => {
  const hostile = ['=1+1', '+cmd|calc', '-2', '@SUM(A1)', '\t=1', '\r=1'];
  const [table] = (imported(120), report()).tables;
  const [row] = table?.rows ?? [];
  if (table === undefined || row === undefined) throw new Error('Nothing was reported.');
  const rows = hostile.map((words) => ({ ...row, group: words, note: words }));
  const csv = figuresFile({ ...report(), tables: [{ ...table, rows }] });
  for (const { group, note } of rowsOf(csv)) {
    expect(group).toMatch(/^'/);
    expect(note).toMatch(/^'/);
  }
});

test('the figures say where their calls come from, and since when there are any', () => {
  const sam = atWork.as('Sam');
  const countedOf = (period: Period) => atWork.do(sam, 'outcomes.figures', { period }).counted;
  expect(countedOf(PERIOD)).toEqual({ console: 0, imported: 0, since: null });
  imported(30);
  const first = [...inventedCalls({ calls: 30, seed: 11, ...PERIOD })]
    .map(({ receivedLocal }) => receivedLocal.slice(0, 10))
    .sort()[0];
  expect(countedOf(PERIOD)).toEqual({ console: 0, imported: 30, since: first });
  openedIncident(atWork, atWork.as('Dana'));
  const today = { from: '2026-03-03', to: '2026-03-03' };
  expect(countedOf(today)).toEqual({ console: 1, imported: 0, since: first });
});

test('it names nobody but who took it away', () => {
  imported(200);
  const whole = JSON.stringify(report());
  for (const word of ['person-', 'INVENTED', 'I-0000001']) expect(whole).not.toContain(word);
  expect(report().printedBy).toBe('Sam, supervisor');
});

test('an imported call says what the export said, and only what it said', () => {
  const pastCall = { ...pastCallNumbered(1, 'MHDIST'), agency: 'FIRE' };
  atWork.desk.record([{ type: 'past-call.imported', pastCall }], DESK_OPERATOR);
  expect(atWork.do(atWork.as('Sam'), 'past.call', { key: 'mesa/1' })).toEqual([
    { label: 'Record', text: '1' },
    { label: 'Received', text: '2024-05-02 10:00:00' },
    { label: 'Type', text: 'SUBJECT DISTURBING' },
    { label: 'Counted as', text: 'Mental-health disturbance' },
    { label: 'Agency', text: 'FIRE' },
    { label: 'Address', text: '10 E MAIN' },
  ]);
  const reply = atWork.desk.answer('past.call', { key: 'mesa/2' }, atWork.as('Sam'));
  expect(reply).toMatchObject({ ok: false, refused: 'no-past-call' });
});
