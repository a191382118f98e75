import { createHash } from 'node:crypto';
import { open, stat } from 'node:fs/promises';
import type { Tallies } from './past-call-intake.ts';
import { CourseTally, type CourseTallyState } from './course-tally.ts';
import type { CsvNotes } from './csv-rows.ts';
import { ImportTally, type TallyState } from './import-report.ts';
import { Marks } from './marks.ts';
import type { OpenExport } from './open-export.ts';
import type { FilePlace } from './record-frames.ts';
import type { ImportingDesk } from './importing-desk.ts';
import { atomically } from '#db/open-database.ts';
import {
  beginImport,
  endImport,
  keptImports,
  marksOf,
  moveImport,
  type FileIdentity,
  type ImportDestination,
  type KeptImport,
} from '#db/settings/imports.ts';
import type { Mapping } from '#shared/intake-file/mapping-schema.ts';
import { canonicalJson } from '#shared/lib/canonical-json.ts';
import type { OperatorId } from '#shared/lib/brand.ts';

/** Enough to tell two exports apart by: the last rows of a longer one are others. */
const END_BYTES = 64 * 1024;

export function mappingHashOf(mapping: Mapping): string {
  return createHash('sha256').update(canonicalJson(mapping)).digest('hex');
}

/** Size, time and a digest of both ends: to read all of a large file twice would be half an import. */
export async function identityOf(file: string): Promise<FileIdentity> {
  const { size, mtimeMs } = await stat(file);
  const hash = createHash('sha256');
  const handle = await open(file);
  try {
    const bytes = Buffer.alloc(END_BYTES);
    for (const from of new Set([0, Math.max(0, size - END_BYTES)])) {
      const { bytesRead } = await handle.read(bytes, 0, bytes.length, from);
      hash.update(bytes.subarray(0, bytesRead));
    }
  } finally {
    await handle.close();
  }
  return { size, modifiedMs: mtimeMs, ends: hash.digest('hex') };
}

interface KeptTallies {
  readonly rows: TallyState;
  readonly courses: CourseTallyState;
  readonly notes: Pick<CsvNotes, 'notUtf8' | 'blankLines'>;
}

/** One import of a file under way, and how far it is. */
export interface ImportPlace {
  readonly importId: string;
  readonly tallies: Tallies;
  /** Null at the beginning of the file. */
  readonly from: FilePlace | null;
  /** Rows that were in before this run. */
  readonly resumedAfter: number | null;
  /** An import of this file stopped in it, and the file is another now. */
  readonly changedSince: boolean;
}

/**
 * Where an import of this file by this mapping stopped, or its beginning. A file that changed meanwhile is read from
 * its beginning: its calls are known by their keys, so none is taken twice.
 */
export async function placeFor(
  desk: ImportingDesk,
  from: OpenExport,
  destination: ImportDestination,
  by: OperatorId,
): Promise<ImportPlace> {
  const { file, mapping } = from;
  const identity = await identityOf(file);
  const mappingHash = mappingHashOf(mapping);
  const begun = keptImports(desk.db).filter(({ state }) => state === 'under-way');
  const same = begun.find(
    (kept) =>
      kept.mappingHash === mappingHash &&
      kept.destination === destination &&
      isSameFile(kept, identity) &&
      kept.tallies !== null,
  );
  if (same !== undefined) return resumedPlace(desk, from, same);
  const before = begun.filter((kept) => kept.path === file || isSameFile(kept, identity));
  const importId = desk.newId();
  const at = desk.now().toISOString();
  atomically(desk.db, () => {
    for (const kept of before) endImport(desk.db, kept.importId, 'given-up', at);
    beginImport(desk.db, {
      ...identity,
      importId,
      path: file,
      mappingHash,
      mapping: JSON.stringify(mapping),
      destination,
      state: 'under-way',
      byte: 0,
      line: 1,
      tallies: null,
      beganAt: at,
      touchedAt: at,
      by,
    });
  });
  return {
    importId,
    tallies: { rows: new ImportTally(), courses: new CourseTally(mapping), seen: new Marks() },
    from: null,
    resumedAfter: null,
    changedSince: before.some((kept) => kept.tallies !== null && !isSameFile(kept, identity)),
  };
}

export function isSameFile(a: FileIdentity, b: FileIdentity): boolean {
  return a.size === b.size && a.modifiedMs === b.modifiedMs && a.ends === b.ends;
}

function resumedPlace(desk: ImportingDesk, from: OpenExport, kept: KeptImport): ImportPlace {
  const { rows, courses, notes } = JSON.parse(kept.tallies ?? '') as KeptTallies;
  const tallies: Tallies = {
    rows: new ImportTally(rows),
    courses: new CourseTally(from.mapping, courses),
    seen: new Marks(),
  };
  for (const part of marksOf(desk.db, kept.importId)) {
    if (part.rows !== null) tallies.seen.restore(part.rows);
    if (part.persons !== null) tallies.courses.persons.restore(part.persons);
  }
  from.csv.notes.notUtf8 += notes.notUtf8;
  from.csv.notes.blankLines += notes.blankLines;
  return {
    importId: kept.importId,
    tallies,
    from: { byte: kept.byte, line: kept.line },
    resumedAfter: rows.counts.rows,
    changedSince: false,
  };
}

/** Writes down how far it is: to be called in the transaction of the calls it counts. */
export function keepPlace(
  desk: ImportingDesk,
  { importId, tallies }: ImportPlace,
  at: FilePlace,
  { notes }: OpenExport['csv'],
): void {
  const kept: KeptTallies = {
    rows: tallies.rows.state(),
    courses: tallies.courses.state(),
    notes: { notUtf8: notes.notUtf8, blankLines: notes.blankLines },
  };
  moveImport(desk.db, importId, {
    byte: at.byte,
    line: at.line,
    tallies: JSON.stringify(kept),
    at: desk.now().toISOString(),
    rows: tallies.rows.counted.rows,
    imported: tallies.rows.counted.imported,
    rejected: tallies.rows.counted.rejected,
    rowMarks: tallies.seen.takeFresh(),
    personMarks: tallies.courses.persons.takeFresh(),
    leftOut: tallies.rows.takeLeftOut(),
  });
}
