import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { oneOf, spoilBytes } from '../support/hostile-bytes.ts';
import { spoilCsv } from '../support/hostile-csv.ts';
import { centerAtWork } from '../support/desk-at-work.ts';
import { temporaryFolder } from './import-folder.ts';
import { csv, LEAST } from './mapped-exports.ts';
import { auditBoard } from '#db/board/audit-board.ts';
import { verifyChain } from '#db/journal/verify-chain.ts';
import { importMeans } from '#main/desk/import/import-means.ts';
import { importPastCalls } from '#main/desk/import/import-past-calls.ts';
import { openMapped } from '#main/desk/import/open-export.ts';
import { isReadRow, rowReading } from '#main/desk/import/row-reading.ts';
import { UnusableFile } from '#main/desk/import/unusable-file.ts';
import type { Mapping } from '#shared/intake-file/mapping-schema.ts';
import { seeded, type Draw } from '#shared/statistics/seeded.ts';

const DOCUMENTS = 5_000;
/** Of so many one is taken over as well, not only read. */
const TAKEN_OF = 10;

const MAPPING: Mapping = { ...LEAST, address: { columns: ['Where'] }, type: { columns: ['What'] } };
const SOUND = [
  csv(
    'No,Call,Where,What',
    '1,2026-01-02 03:04,12 N Example St,WELFARE',
    '2,2026-01-02 04:05,"1 Sample Ave, Uptown",SUICIDE',
    '3,2026-01-02 05:06,,',
  ),
  csv('What,Call,No,Where,More', 'MENTAL,2026-02-03 04:05,9,9 W Invented Blvd,x'),
];

function spoilt(draw: Draw): Buffer {
  const sound = oneOf(draw, SOUND);
  const text = draw() < 0.8 ? spoilCsv(draw, sound) : sound;
  return draw() < 0.3 ? spoilBytes(draw, text) : Buffer.from(text);
}

test(`${DOCUMENTS} spoilt exports: each row is read or refused with a reason, or the file is`, async () => {
  const { desk } = centerAtWork();
  // What is durable is proved elsewhere.
  desk.db.pragma('synchronous = OFF');
  const folder = temporaryFolder();
  const file = join(folder, 'export.csv');
  const means = importMeans(desk, folder, MAPPING);
  const draw = seeded(17);
  const counts = { files: 0, unusable: 0, read: 0, refused: 0 };
  for (let each = 0; each < DOCUMENTS; each += 1) {
    writeFileSync(file, spoilt(draw));
    counts.files += 1;
    try {
      const from = await openMapped(file, MAPPING);
      const { read } = rowReading(from, means);
      let rows = 0;
      for await (const piece of from.calls())
        for (const row of piece) {
          rows += 1;
          const taken = read(row);
          if (isReadRow(taken)) counts.read += 1;
          else {
            counts.refused += 1;
            mustBeSaid(taken.why);
          }
        }
      if (each % TAKEN_OF > 0) continue;
      const { report } = await importPastCalls(desk, await openMapped(file, MAPPING), means);
      const { imported, alreadyKnown, duplicates, rejected, changed } = report;
      expect(imported + alreadyKnown + duplicates + rejected.length + changed.length).toBe(rows);
    } catch (error) {
      if (!(error instanceof UnusableFile)) throw error;
      counts.unusable += 1;
      mustBeSaid(error.message);
      mustBeSaid(error.remedy);
    }
  }
  expect(counts.files).toBe(DOCUMENTS);
  expect(counts.unusable).toBeGreaterThan(DOCUMENTS / 50);
  expect(counts.refused).toBeGreaterThan(DOCUMENTS / 10);
  expect(counts.read).toBeGreaterThan(DOCUMENTS / 10);
  expect(verifyChain(desk.db)).toMatchObject({ chain: 'intact', kept: 'intact' });
  expect(auditBoard(desk.db)).toMatchObject({ equal: true });
  desk.close();
});

function mustBeSaid(why: string): void {
  if (/[a-z]{2}.* /su.test(why) && why.length < 2_000) return;
  throw new Error(`This says too little or too much: ${why.slice(0, 500)}`);
}
