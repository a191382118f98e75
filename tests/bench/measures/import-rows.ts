import { spawnSync } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { once } from 'node:events';
import BetterSqlite3 from 'better-sqlite3';
import { root } from '../cache-folder.ts';
import type { Bench, Measure } from '../measure.ts';
import { SeededChance } from '../policy/seeded-chance.ts';
import type { Mapping } from '#shared/intake-file/mapping-schema.ts';

const ROWS = 100_000;
const ROUNDS = 2;

/** Of an invented center: what such exports hold, and nobody's names. */
const MAPPING: Mapping = {
  id: 'invented-center',
  title: 'An invented center',
  times: { formats: ['YYYY-MM-DD HH:mm:ss'] },
  recordNumber: { column: 'Incident' },
  received: { column: 'Received' },
  dispatched: { column: 'Sent' },
  arrived: { column: 'Arrived' },
  closed: { column: 'Closed' },
  type: { columns: ['Nature'] },
  address: { columns: ['Address'] },
  disposition: { column: 'Ended' },
};
const HEADER = ['Incident', 'Received', 'Sent', 'Arrived', 'Closed', 'Nature', 'Address', 'Ended'];
const NATURES = ['Welfare check', 'Suicidal person', 'Disturbance', 'Overdose', 'Assist citizen'];
const STREETS = ['N Example St', 'S Sample Ave', 'W Invented Blvd'];
const ENDS = ['Unable to locate', 'Services given', 'Refused', 'Report'];

type Row = readonly string[];

/**
 * Rows a second of an export that is taken over by the built command line, from its start to its answer, beside the
 * same rows as texts, ready in memory, inserted in one transaction into one table with the record number as its key.
 * The memory of the whole process is taken at once and twice the rows.
 */
export const measure: Measure = {
  name: 'import-rows',
  unit: 'per s',
  better: 'larger',
  budget: 1 / 0.15,
  take: async (bench) => {
    const rows = inventedRows(ROWS);
    const folder = bench.folder('files');
    const map = join(folder, 'map.json');
    const once100 = join(folder, 'once.csv');
    const twice200 = join(folder, 'twice.csv');
    await written(map, [JSON.stringify(MAPPING)]);
    await written(once100, lines(rows));
    await written(twice200, lines(inventedRows(2 * ROWS)));

    const value: number[] = [];
    const baseline: number[] = [];
    const memory: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const taken = imported(bench, { file: once100, map, round });
      value.push(ROWS / taken.seconds);
      memory.push(taken.peakMb);
      baseline.push(ROWS / inserted(join(bench.folder(`bare-${round}`), 'bare.sqlite'), rows));
    }
    const twice = imported(bench, { file: twice200, map, round: ROUNDS });
    return {
      value,
      baseline,
      also: { memoryOfTwiceTheRows: { value: [twice.peakMb], baseline: memory, budget: 1.1 } },
      facts: { rows: ROWS },
    };
  },
};

function inventedRows(count: number): Row[] {
  const chance = new SeededChance(7);
  return Array.from({ length: count }, (_, n) => {
    const received = Date.UTC(2024, 0, 1) + n * 150_000 + chance.below(60) * 1000;
    const sent = received + (60 + chance.below(600)) * 1000;
    const arrived = sent + (120 + chance.below(1800)) * 1000;
    const closed = arrived + (300 + chance.below(3600)) * 1000;
    return [
      `I-${String(n).padStart(8, '0')}`,
      ...[received, sent, arrived, closed].map((at) =>
        new Date(at).toISOString().slice(0, 19).replace('T', ' '),
      ),
      chance.oneOf(NATURES),
      `${1 + chance.below(9000)} ${chance.oneOf(STREETS)}`,
      chance.oneOf(ENDS),
    ];
  });
}

function* lines(rows: readonly Row[]): Generator<string> {
  for (const row of [HEADER, ...rows]) yield `${row.join(',')}\n`;
}

async function written(file: string, parts: Iterable<string>): Promise<void> {
  const stream = createWriteStream(file);
  for (const part of parts) if (!stream.write(part)) await once(stream, 'drain');
  stream.end();
  await once(stream, 'close');
}

/** Prints on its last line of stderr what the process needed at most. */
const REPORTING = `
  process.on('exit', () => process.stderr.write('\\npeak ' + process.resourceUsage().maxRSS + '\\n'));
`;

interface Wanted {
  readonly file: string;
  readonly map: string;
  readonly round: number;
}

function imported(bench: Bench, { file, map, round }: Wanted) {
  const data = bench.folder(`data-${round}`);
  const reporting = `data:text/javascript,${encodeURIComponent(REPORTING)}`;
  const started = performance.now();
  const ran = spawnSync(
    process.execPath,
    [
      '--import',
      reporting,
      join(root, 'out/desk/desk.js'),
      'import',
      file,
      '--data',
      data,
      '--map',
      map,
    ],
    { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
  );
  const seconds = (performance.now() - started) / 1000;
  const peak = /peak (\d+)\s*$/.exec(ran.stderr)?.[1];
  if (ran.status !== 0 || peak === undefined) throw new Error(ran.stderr.slice(-500));
  return { seconds, peakMb: Number(peak) / 1024 };
}

/** Seconds of the least that holds the rows and finds one by its number. */
function inserted(file: string, rows: readonly Row[]): number {
  const db = new BetterSqlite3(file);
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.exec(
    `CREATE TABLE call (number TEXT PRIMARY KEY, received TEXT, sent TEXT, arrived TEXT, closed TEXT,
       nature TEXT, address TEXT, ended TEXT) STRICT`,
  );
  const insert = db.prepare('INSERT INTO call VALUES (?, ?, ?, ?, ?, ?, ?, ?)');
  const started = performance.now();
  db.transaction(() => {
    for (const row of rows) insert.run(...row);
  })();
  const seconds = (performance.now() - started) / 1000;
  db.close();
  return seconds;
}
