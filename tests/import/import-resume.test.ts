import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { accountedRows, desk as command, recordedCalls, temporaryFolder } from './import-folder.ts';
import { csv, LEAST } from './mapped-exports.ts';
import { readCallTypeFile } from '#main/desk/import/call-type-file.ts';
import { CallTypeLookup } from '#main/desk/import/call-type-lookup.ts';
import { centerWordsOf } from '#main/desk/import/center-words.ts';
import { importPastCalls, type ImportOptions } from '#main/desk/import/import-past-calls.ts';
import type { ImportReport } from '#main/desk/import/import-report.ts';
import { openMapped } from '#main/desk/import/open-export.ts';
import { PersonSalt } from '#main/desk/import/person-salt.ts';
import { openDesk } from '#main/desk/open-desk.ts';
import type { Mapping } from '#shared/intake-file/mapping-schema.ts';

const MAPPING: Mapping = {
  ...LEAST,
  type: { columns: ['Kind'] },
  person: { columns: ['Who'] },
  closed: { column: 'End' },
};

/** A row of each fate, over and over: taken, taken with a person met before, repeated, unreadable. */
function rows(count: number): string {
  const lines = Array.from({ length: count }, (_, n) => {
    const minute = String(n % 60).padStart(2, '0');
    const hour = String(Math.floor(n / 60) % 24).padStart(2, '0');
    const call = `2031-05-06 ${hour}:${minute}`;
    if (n % 11 === 5) return `${n},not a time,,KIND ${n % 3},`;
    if (n % 13 === 7) return `7,2031-05-06 00:07,,KIND 1,Somebody`;
    if (n % 17 === 3) return '';
    return `${n},${call},2031-05-06 23:59,KIND ${n % 3},Person ${n % 9}`;
  });
  return csv('No,Call,End,Kind,Who', ...lines);
}

/** A data folder in which a file is imported some rows at a time. */
async function chunked(text: string, mapping = MAPPING) {
  const folder = temporaryFolder();
  const file = join(folder, 'export.csv');
  writeFileSync(file, text);
  const table = join(folder, 'types.csv');
  writeFileSync(table, 'pattern,call_type\nkind 1,OTHER\n');
  const data = join(folder, 'data');
  const run = async (options: ImportOptions, by = mapping) => {
    const desk = openDesk({ folder: data });
    try {
      const salt = PersonSalt.kept(data);
      return await importPastCalls(
        desk,
        await openMapped(file, by),
        {
          lookup: new CallTypeLookup({
            ...desk.callTypes(),
            patterns: await readCallTypeFile(table, null),
          }),
          file: table,
          destination: 'history',
          words: centerWordsOf(desk, salt),
          salt,
        },
        options,
      );
    } finally {
      desk.close();
    }
  };
  return { folder, file, data, run };
}

const pace = (rows: number) => ({ rows, ms: 60_000 });
/** A run that ends after so many chunks, as if the power had gone. */
const cutAfter = (chunks: number) => {
  let left = chunks;
  return () => {
    left -= 1;
    if (left < 0) throw new Error('the power is gone');
  };
};

/** What a run and its beginning cannot share: which file it was, and that it was cut short. */
const told = (report: ImportReport) => ({
  ...report,
  file: '',
  callTypeTable: '',
  resumedAfter: null,
});

describe('an import that was cut short', () => {
  test('ends as one that was not, wherever it was cut and however often', async () => {
    const whole = await chunked(rows(120));
    const { report } = await whole.run({});
    expect(accountedRows(report)).toBe(report.rows);
    expect(report.rejected.length).toBeGreaterThan(5);
    expect(report.duplicates).toBeGreaterThan(5);
    expect(report.persons).toBe(10);
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 40 }),
        fc.array(fc.nat({ max: 3 }), { minLength: 1, maxLength: 3 }),
        async (size, cuts) => {
          const cut = await chunked(rows(120));
          for (const chunks of cuts) {
            const ended = await cut
              .run({ pace: pace(size), onProgress: cutAfter(chunks) })
              .catch((error: Error) => error.message);
            // The cut came after its last row.
            if (ended !== 'the power is gone') return;
          }
          const last = await cut.run({ pace: pace(size) });
          expect(last.report.resumedAfter).toBeGreaterThan(0);
          expect(told(last.report)).toEqual(told(report));
          expect(recordedCalls(cut.data)).toHaveLength(report.imported);
        },
      ),
      { numRuns: 12 },
    );
  });

  test('goes on after its last chunk and reads nothing of what stands before it', async () => {
    const folder = await chunked(rows(100));
    let asked = 0;
    const stopped = await folder.run({ pace: pace(10), isStopped: () => (asked += 1) === 4 });
    expect(stopped).toMatchObject({ finished: false, report: { rows: 40 } });
    const seen: number[] = [];
    const { report } = await folder.run({
      pace: pace(10),
      onProgress: ({ rows: at }) => seen.push(at),
    });
    expect(report.resumedAfter).toBe(40);
    expect(seen[0]).toBe(50);
  });

  test('begins anew in a file that changed meanwhile, and takes nothing twice', async () => {
    const folder = await chunked(rows(100));
    await folder.run({ pace: pace(10), onProgress: cutAfter(4) }).catch(() => undefined);
    writeFileSync(folder.file, rows(101));
    const { report } = await folder.run({});
    expect(report.resumedAfter).toBeNull();
    expect(report.remarks.join(' ')).toContain('it is another file now');
    expect(report.alreadyKnown).toBeGreaterThan(20);
    expect(recordedCalls(folder.data)).toHaveLength(report.imported + report.alreadyKnown);
  });

  test('begins anew by another mapping', async () => {
    const folder = await chunked(rows(100));
    await folder.run({ pace: pace(10), onProgress: cutAfter(4) }).catch(() => undefined);
    const { report } = await folder.run({}, { ...MAPPING, withdrawn: ['VOID'] });
    expect(report.resumedAfter).toBeNull();
    expect(report.alreadyKnown).toBeGreaterThan(20);
  });

  test('is gone on with by the command line, which says so', async () => {
    const folder = await chunked(rows(100));
    const map = join(folder.folder, 'map.json');
    writeFileSync(map, JSON.stringify(MAPPING));
    await folder.run({ pace: pace(10), onProgress: cutAfter(4) }).catch(() => undefined);
    const ran = await command('import', folder.file, '--data', folder.data, '--map', map);
    expect(ran.err).toContain('it went on after row 50');
    const report = JSON.parse(ran.out) as ImportReport;
    expect(report.resumedAfter).toBe(50);
    expect(accountedRows(report)).toBe(report.rows);
    const again = await command('import', folder.file, '--data', folder.data, '--map', map);
    expect(JSON.parse(again.out)).toMatchObject({ imported: 0, resumedAfter: null });
  });
});
