import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { accountedRows, desk, importFolder, recordedCalls } from './import-folder.ts';
import type { ImportReport } from '#main/desk/import/import-report.ts';

// Real exports state no licence, so they are not in this repository; where they lie beside it they are
// read. The numbers below were counted by another program.
const EXPORTS = join(import.meta.dirname, '../../../shared/data');

function describeWith(folder: string, name: string, tests: (path: string) => void): void {
  const path = join(EXPORTS, folder);
  const absent = !existsSync(path);
  if (absent)
    process.stderr.write(`SKIPPED: ${name}: the real export ${folder} is not on this computer.\n`);
  describe.skipIf(absent)(absent ? `${name} (skipped: ${folder} is absent)` : name, () =>
    tests(path),
  );
}

async function importFile(data: string, file: string): Promise<ImportReport & { code: number }> {
  const { code, out } = await desk('import', file, '--data', data);
  return { ...(JSON.parse(out) as ImportReport), code };
}

const weeksIn = (path: string) =>
  readdirSync(path)
    .filter((name) => /^week\d+\.csv$/.test(name))
    .toSorted();

describeWith('calls-decc-va/dev', 'DECC, weeks 35 to 44', (path) => {
  test('every row of every week, then none', async () => {
    const { data } = importFolder();
    const rows: Record<string, number> = {};
    const types: Record<string, number> = {};
    for (const week of weeksIn(path)) {
      const report = await importFile(data, join(path, week));
      expect(report).toMatchObject({
        code: 0,
        preset: 'decc',
        imported: report.rows,
        rejected: [],
      });
      rows[week] = report.rows;
      for (const [type, count] of Object.entries(report.byCallType))
        types[type] = (types[type] ?? 0) + count;
    }
    expect(rows).toEqual({
      'week35.csv': 1348,
      'week36.csv': 1263,
      'week37.csv': 1258,
      'week38.csv': 1353,
      'week39.csv': 1327,
      'week40.csv': 1305,
      'week41.csv': 1797,
      'week42.csv': 1839,
      'week43.csv': 1883,
      'week44.csv': 1849,
    });
    expect(types).toMatchObject({
      MHDIST: 241,
      MHVIOL: 1,
      SUIATT: 58,
      SUITHR: 3,
      OVERDS: 41,
      INTOX: 98,
    });

    const again = await importFile(data, join(path, 'week40.csv'));
    expect(again).toMatchObject({ code: 0, imported: 0, alreadyKnown: 1305 });
    expect(again.columns).toMatchObject({ count: 58, repeated: ['Elapsed_InQueue_2_FirstAssign'] });

    const route = JSON.parse((await desk('route', '--data', data)).out) as object;
    expect(route).toMatchObject({ calls: 15_222, byLevel: { L4: 58 }, determinable: 58 });
    const audit = await desk('audit', '--data', data);
    expect(JSON.parse(audit.out)).toMatchObject({ chain: 'intact', equal: true });
    expect(recordedCalls(data)).toHaveLength(15_222);
  });

  test.skipIf(!existsSync(join(path, 'week_44_phone.csv')))(
    'counts of telephone calls',
    async () => {
      const { data } = importFolder();
      const ran = await desk('import', join(path, 'week_44_phone.csv'), '--data', data);
      expect(ran).toMatchObject({ code: 2, out: '' });
      expect(existsSync(data)).toBe(false);
    },
  );
});

describeWith('calls-decc-va/holdout', 'DECC, later weeks', (path) => {
  test('every row is accounted for', async () => {
    const { data } = importFolder();
    for (const week of weeksIn(path)) {
      const report = await importFile(data, join(path, week));
      expect(accountedRows(report)).toBe(report.rows);
      expect(report.rejected).toEqual([]);
    }
  });
});

describeWith('calls-ucpd-chicago', 'University of Chicago police', (path) => {
  test('224 void rows and 13 stamps that nobody can read are reported', async () => {
    const { data } = importFolder();
    const report = await importFile(data, join(path, 'incident.csv'));
    expect(report).toMatchObject({ code: 1, rows: 8_548, imported: 8_308, duplicates: 0 });
    expect(report.rejected.filter(({ why }) => why.endsWith('void'))).toHaveLength(224);
    expect(report.rejected).toHaveLength(224 + 13);
    expect(report.changed).toHaveLength(3);
    expect(report.byCallType).toMatchObject({ MHTRNS: 244, INTOX: 274 });
  });

  test('the cleaned file, which has one column more', async () => {
    const { data } = importFolder();
    const report = await importFile(data, join(path, 'incident_cleaned.csv'));
    expect(report).toMatchObject({ rows: 8_548, imported: 8_308, columns: { count: 8 } });
  });
});

describeWith('calls-montgomery-pa', 'Montgomery County', (path) => {
  test('no header, eleven rows repeated', async () => {
    const { data } = importFolder();
    const report = await importFile(data, join(path, '911.csv'));
    expect(report).toMatchObject({
      code: 0,
      preset: 'montgomery',
      rows: 3_051,
      imported: 3_040,
      duplicates: 11,
      rejected: [],
      byCallType: { OVERDS: 22, PERDWN: 42 },
    });
  });
});
