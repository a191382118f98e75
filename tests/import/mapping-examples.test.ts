import { parse } from 'csv-parse/sync';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { desk } from './import-folder.ts';
import { csv, mappedFolder } from './mapped-exports.ts';
import type { ImportReport } from '#main/desk/import/import-report.ts';
import { searchPastCalls } from '#db/board/past-calls-projection.ts';
import { DATABASE_FILE } from '#main/desk/store-file.ts';
import { openDatabase } from '#db/open-database.ts';
import type { PastCall } from '#shared/call/past-call.ts';
import { mappingJsonSchema, type Mapping } from '#shared/intake-file/mapping-schema.ts';
import { readMapping } from '#shared/intake-file/mapping.ts';
import { PRESETS, PRESET_IDS } from '#shared/intake-file/preset.ts';
import type { Moment } from '#shared/outcomes/counted-call.ts';

const DOCS = new URL('../../docs/', import.meta.url);
const EXAMPLES = new URL('examples/', DOCS);
const example = (name: string) =>
  JSON.parse(readFileSync(new URL(`${name}.json`, EXAMPLES), 'utf8')) as Mapping;

test('docs/mapping.schema.json is what the code says, and describes every member', () => {
  const onDisk: unknown = JSON.parse(readFileSync(new URL('mapping.schema.json', DOCS), 'utf8'));
  const said = JSON.parse(JSON.stringify(mappingJsonSchema())) as Described;
  expect(onDisk, 'run `node build/mapping-schema.mjs` to write it again').toEqual(said);
  const bare = [['mapping', said] as const, ...Object.entries(said.$defs ?? {})].flatMap(
    ([name, { properties = {} }]) =>
      Object.entries(properties)
        .filter(([, { description, $ref }]) => description === undefined && $ref === undefined)
        .map(([member]) => `${name}.${member}`),
  );
  expect(bare).toEqual([]);
});

interface Described {
  readonly description?: string;
  readonly $ref?: string;
  readonly properties?: Readonly<Record<string, Described>>;
  readonly $defs?: Readonly<Record<string, Described>>;
}

test.each(readdirSync(EXAMPLES))('%s is a mapping', (name) => {
  expect(readMapping(example(name.replace('.json', '')))).toHaveProperty('mapping');
});

test.each(PRESET_IDS)(
  'the preset %s is a mapping, and its example reads the same columns',
  (id) => {
    expect(readMapping(PRESETS[id])).toHaveProperty('mapping');
    const { checked: _, title, ...preset } = PRESETS[id];
    expect(example(id)).toMatchObject({ ...preset, title });
  },
);

test('the example for a file nobody has seen tells everything it maps', async () => {
  const folder = mappedFolder();
  const header =
    'Response ID;Call date;Call time;Team sent;On scene;Left scene;Reason 1;Reason 2;Street;City;' +
    'Outcome;Referred by;Language;Age;Last name;First name;Born;Police called;Seen within 30 days';
  const file = csv(
    header,
    'R1;5/6/2031;23:50;23:55;0:00;0:40;Suicidality;;1 Elm;Uptown North;Remained in community;988 line;Spanish;17;Roe;Ana;x;No;Yes',
    'R2;5/7/2031;14:00;14:05;0:00;14:50;Agitation;Paranoia;2 Elm;Elsewhere;Gone on arrival;Friend;-;44;Roe;Ana;x;Yes;',
    'R3;5/8/2031;9:00;;;;Agitation;;-;-;Cancelled;;English;;;;;;',
  );
  const { report } = await folder.map(file, example('crisis-program'));
  expect(report).toMatchObject({
    imported: 3,
    rejected: [],
    persons: 1,
    outcomes: { services: 1, 'no-contact': 1 },
    unmapped: { Outcome: [{ value: 'Cancelled', count: 1 }] },
    times: {
      dispatched: { known: 2, sentinel: 1 },
      arrived: { known: 1, sentinel: 2 },
      cleared: { known: 2, sentinel: 1 },
    },
  });
  const [first, second, third] = folder.calls();
  expect(first?.course).toMatchObject({
    elapsed: { dispatched: 300, arrived: 600, cleared: 3000 },
    channel: '988',
    areaId: 'uptown',
    language: 'es',
    ageBand: '12-17',
    steps: { assigned: true, arrived: true, contact: true, served: true, linked: true },
    backUp: false,
  });
  expect(second).toMatchObject({ rawType: 'Agitation / Paranoia', address: '2 Elm, Elsewhere' });
  expect(second?.course?.personId).toBe(first?.course?.personId);
  expect(third?.course?.steps).toEqual({ eligible: true, assigned: true, arrived: false });
});

// Real exports are not in this repository; where they lie beside it they are read.
const DECC = join(import.meta.dirname, '../../../shared/data/calls-decc-va/dev');
const absent = !existsSync(DECC);
if (absent) process.stderr.write('SKIPPED: the real DECC weeks are not on this computer.\n');

describe.skipIf(absent)('the real DECC weeks', () => {
  test('give the medians another computation gives, and leave out as many as it does', async () => {
    const folder = mappedFolder();
    const map = new URL('decc.json', EXAMPLES).pathname;
    const tally = { arrived: 0, cleared: 0, rows: 0 };
    const rows: Record<string, string>[] = [];
    for (const week of ['week35.csv', 'week40.csv', 'week44.csv']) {
      const file = join(DECC, week);
      const ran = await desk('import', file, '--data', folder.data, '--map', map);
      const report = JSON.parse(ran.out) as ImportReport;
      expect(report).toMatchObject({ rejected: [], changed: [], imported: report.rows });
      tally.rows += report.rows;
      tally.arrived += report.times.arrived.outOfOrder;
      tally.cleared += report.times.cleared.outOfOrder;
      rows.push(...(parse(readFileSync(file), { columns: true }) as Record<string, string>[]));
    }
    expect(rows).toHaveLength(tally.rows);
    const calls = pastCalls(folder.data);
    const pairs = [
      ['dispatched', 'en-route', 'Incident_Dispatch_Time', 'Incident_Enroute_Time'],
      ['en-route', 'arrived', 'Incident_Enroute_Time', 'Incident_Arrival_Time'],
      ['decided', 'dispatched', 'Incident_Queue_Time', 'Incident_Dispatch_Time'],
    ] as const;
    for (const [from, to, first, second] of pairs) {
      const ours = calls.flatMap((call) => between(call, from, to) ?? []);
      const theirs = rows.flatMap((row) => {
        const seconds = (stamp(row[second]) - stamp(row[first])) / 1000;
        return seconds >= 0 && seconds <= 86_400 ? [seconds] : [];
      });
      expect(Math.abs(median(ours) - median(theirs)), `${from} to ${to}`).toBeLessThanOrEqual(1);
      expect(Math.abs(ours.length - theirs.length)).toBeLessThan(theirs.length / 50);
    }
    const chain = [
      'Incident_Start_Time',
      'Incident_Queue_Time',
      'Incident_Dispatch_Time',
      'Incident_Enroute_Time',
    ];
    // What is absurd is no moment, so nothing can stand before it.
    const usable = (row: Record<string, string>, column: string) =>
      stamp(row[column]) - stamp(row['Incident_Start_Time']) <= 86_400_000;
    const late = (at: string, ...earlier: readonly string[]) =>
      rows.filter(
        (row) =>
          usable(row, at) &&
          earlier.some((column) => usable(row, column) && stamp(row[at]) < stamp(row[column])),
      ).length;
    expect(tally.arrived).toBe(late('Incident_Arrival_Time', ...chain));
    expect(tally.cleared).toBe(late('TimeFirstCallCleared', ...chain, 'Incident_Arrival_Time'));
    expect(tally.cleared).toBeGreaterThan(0);
  }, 120_000);

  test('taken over by the preset, are told anew by the mapping', async () => {
    const folder = mappedFolder();
    const file = join(DECC, 'week35.csv');
    await desk('import', file, '--data', folder.data);
    const map = new URL('decc.json', EXAMPLES).pathname;
    const ran = await desk('import', file, '--data', folder.data, '--map', map);
    const report = JSON.parse(ran.out) as ImportReport;
    expect(report).toMatchObject({ imported: 0, alreadyKnown: 1348, changed: [] });
    expect(report.retold).toBeGreaterThan(1000);
  }, 60_000);
});

const stamp = (text: string | undefined) =>
  text === undefined || text === 'NULL' ? Number.NaN : Date.parse(`${text.replace(' ', 'T')}Z`);

function between(call: PastCall, from: Moment, to: Moment): number | null {
  const { elapsed, outOfOrder = [] } = call.course ?? {};
  const [start, end] = [elapsed?.[from], elapsed?.[to]];
  if (start === undefined || end === undefined) return null;
  return outOfOrder.includes(from) || outOfOrder.includes(to) ? null : end - start;
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

function pastCalls(data: string): PastCall[] {
  const db = openDatabase(join(data, DATABASE_FILE), { readonly: true });
  try {
    return searchPastCalls(db, '', 1_000_000);
  } finally {
    db.close();
  }
}
