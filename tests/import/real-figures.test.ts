import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { desk, importFolder } from './import-folder.ts';
import { openDatabase } from '#db/open-database.ts';
import { DATABASE_FILE } from '#main/desk/store-file.ts';
import type { OutcomeFigures } from '#shared/outcomes/outcome-figures.ts';
import shipped from '#shared/policy/default-policy.json' with { type: 'json' };

// Real exports state no licence, so they are not in this repository; where one lies beside it, it is read.
const WEEK = join(import.meta.dirname, '../../../shared/data/calls-decc-va/dev/week35.csv');
const absent = !existsSync(WEEK);
if (absent) process.stderr.write('SKIPPED: the real export week35.csv is not on this computer.\n');

/** Week 35 as its own lines have it, split at commas: no field of this file holds one. */
function linesOf(file: string): Map<string, string>[] {
  const [header = '', ...lines] = readFileSync(file, 'utf8').trim().split(/\r?\n/);
  const names = header.replace(/^\uFEFF/, '').split(',');
  return lines.map((line) => new Map(line.split(',').map((cell, at) => [names[at] ?? '', cell])));
}

test.skipIf(absent)('the figures of a real week are what its file and plain SQL say', async () => {
  const { data } = importFolder();
  expect(await desk('import', WEEK, '--data', data)).toMatchObject({ code: 0 });
  const lines = linesOf(WEEK);
  const days = lines.map((line) => (line.get('Response_Date') ?? '').slice(0, 10)).toSorted();
  const [from = '', to = ''] = [days[0], days.at(-1)];
  const ran = await desk('report', '--data', data, '--from', from, '--to', to);
  expect(ran).toMatchObject({ code: 0, err: '' });
  const { funnel, times } = JSON.parse(ran.out) as OutcomeFigures;

  expect(funnel.calls).toBe(lines.length);
  const hours = new Map<string, number>();
  for (const line of lines) {
    const [date = '', time = ''] = (line.get('Response_Date') ?? '').split(' ');
    const weekday = (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7;
    const id = String(24 * weekday + Number(time.slice(0, 2)));
    hours.set(id, (hours.get(id) ?? 0) + 1);
  }
  for (const { id, calls } of funnel.byHourOfWeek) expect(calls).toBe(hours.get(id ?? '') ?? 0);

  const types = shipped.callTypes.filter(({ behavioral }) => behavioral === 'yes');
  const db = openDatabase(join(data, DATABASE_FILE), { readonly: true });
  const behavioral = db
    .prepare(
      `SELECT COUNT(*) FROM board_past_calls WHERE call_type IN (${types.map(() => '?').join(', ')})`,
    )
    .pluck()
    .get(...types.map(({ code }) => code)) as number;
  db.close();
  expect(behavioral).toBeGreaterThan(0);
  const [first] = funnel.steps;
  expect(first?.share.numerator).toBe(behavioral);
  // What the type leaves to the questions is not known, and nothing is told of what came after.
  expect(first!.share.denominator + first!.share.unknown).toBe(lines.length);
  expect(funnel.capture.denominator).toBe(0);
  for (const { n, unknown, outOfOrder, median } of times) {
    expect(n + unknown + outOfOrder).toBeLessThanOrEqual(lines.length);
    if (n > 0) expect(median).toBeGreaterThanOrEqual(0);
  }
});
