import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { recordedCalls, temporaryFolder } from './import-folder.ts';
import { LEAST } from './mapped-exports.ts';
import { ensureBuilt } from '../../build/bundle.mjs';
import { importMeans } from '#main/desk/import/import-means.ts';
import { importPastCalls, type ImportOptions } from '#main/desk/import/import-past-calls.ts';
import type { ImportReport } from '#main/desk/import/import-report.ts';
import { openMapped } from '#main/desk/import/open-export.ts';
import { readerFileIn } from '#main/desk/import/reader-messages.ts';
import { UnusableFile } from '#main/desk/import/unusable-file.ts';
import { openDesk } from '#main/desk/open-desk.ts';
import type { Mapping } from '#shared/intake-file/mapping-schema.ts';

const readerFile = readerFileIn(join(import.meta.dirname, '../../out'));
beforeAll(() => ensureBuilt(['reader']));

const MAPPING: Mapping = {
  ...LEAST,
  type: { columns: ['Kind'] },
  person: { columns: ['Who'] },
  closed: { column: 'End' },
  arrived: { column: 'There' },
  response: { column: 'Sent' },
};

/** A row of each fate: taken, repeated, told otherwise, unreadable, broken, no text, and none at all. */
function rows(count: number): Buffer {
  const lines = Array.from({ length: count }, (_, n): Buffer => {
    const minute = `2031-05-06 ${String(Math.floor(n / 60) % 24).padStart(2, '0')}:${String(n % 60).padStart(2, '0')}`;
    if (n % 11 === 5) return Buffer.from(`${n},not a time,,,KIND,police,`);
    if (n % 13 === 7) return Buffer.from('7,2031-05-06 00:07,,,KIND 1,"po""lice",Somebody');
    if (n % 17 === 3) return Buffer.from('');
    if (n % 19 === 4) return Buffer.concat([Buffer.from(`${n},${minute},,,`), Buffer.of(0xff)]);
    const there = n % 3 === 0 ? '2031-05-06 00:00' : minute;
    return Buffer.from(
      `${n},${minute},2031-05-06 23:59,${there},KIND ${n % 3},police,Who ${n % 9}`,
    );
  });
  const header = Buffer.from('No,Call,End,There,Kind,Sent,Who');
  return Buffer.concat([header, ...lines].flatMap((line) => [line, Buffer.from('\n')]));
}

function exported(bytes: Buffer) {
  const folder = temporaryFolder();
  const file = join(folder, 'export.csv');
  writeFileSync(file, bytes);
  const into = async (data: string, options: ImportOptions = {}) => {
    const desk = openDesk({ folder: data });
    try {
      const means = importMeans(desk, folder, MAPPING);
      return await importPastCalls(desk, await openMapped(file, MAPPING), means, options);
    } finally {
      desk.close();
    }
  };
  return { file, data: (name: string) => join(folder, name), into };
}

const once = (report: ImportReport) => ({ ...report, resumedAfter: null });

describe('rows that are read in a thread', () => {
  test('are the rows that are read here', async () => {
    const { data, into } = exported(rows(3_000));
    const here = await into(data('here'));
    expect(here.report.persons).toBe(10);
    expect(here.report.imported).toBeGreaterThan(1_000);
    expect(here.report.duplicates).toBeGreaterThan(100);
    expect(here.report.encoding.rowsNotUtf8).toBeGreaterThan(50);
    const beside = await into(data('beside'), { readerFile });
    expect(beside.finished).toBe(true);
    expect(beside.report).toEqual(here.report);
    expect(recordedCalls(data('beside'))).toEqual(recordedCalls(data('here')));
  });

  test('go on where they were stopped, and what lay ready is read again', async () => {
    const { data, into } = exported(rows(600));
    const { report } = await into(data('whole'));
    const pace = { rows: 50, ms: 60_000 };
    let asked = 0;
    const isStopped = () => (asked += 1) === 3;
    const stopped = await into(data('cut'), { readerFile, pace, isStopped });
    expect(stopped).toMatchObject({ finished: false, report: { rows: 150 } });
    const { report: rest } = await into(data('cut'), { readerFile, pace });
    expect(rest.resumedAfter).toBe(150);
    expect(once(rest)).toEqual(once(report));
  });

  test('a file that is gone by then is told as here, and nothing is taken', async () => {
    const { file, data, into } = exported(rows(10));
    const gone = into(data('gone'), { readerFile, onBegin: () => rmSync(file) });
    await expect(gone).rejects.toThrow(UnusableFile);
    await expect(gone).rejects.toThrow('there is no such file');
    expect(recordedCalls(data('gone'))).toEqual([]);
  });

  test('a thread that cannot start ends the import and not the desk', async () => {
    const { data, into } = exported(rows(10));
    const broken = into(data('broken'), { readerFile: join(data('no such'), 'reader.js') });
    await expect(broken).rejects.toThrow('reader.js');
    expect(recordedCalls(data('broken'))).toEqual([]);
  });
});
