import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { openJournal } from '#db/journal/journal.ts';
import { openDatabase } from '#db/open-database.ts';
import { DATABASE_FILE } from '#main/desk/store-file.ts';
import type { ImportReport } from '#main/desk/import/import-report.ts';
import { run } from '#main/cli/run.ts';
import type { PastCall } from '#shared/call/past-call.ts';
import { pastCallsOf } from '#shared/call/past-calls-imported.ts';

export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs one command in this process, as the command line would. */
export async function desk(...args: readonly string[]): Promise<Ran> {
  const written = { out: '', err: '' };
  const sink = (name: 'out' | 'err') => ({
    write: (text: string) => {
      written[name] += text;
    },
  });
  const code = await run(args, { out: sink('out'), err: sink('err'), cwd: tmpdir() });
  return { code, ...written };
}

/** A folder of its own for one test, gone afterwards. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'caredesk-import-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export interface Imported extends Ran {
  readonly report: ImportReport;
}

/** A data folder and a way to import bytes into it, any number of times. */
export function importFolder() {
  const folder = temporaryFolder();
  const data = join(folder, 'data');
  const put = (bytes: Uint8Array | string, name = 'export.csv') => {
    const file = join(folder, name);
    writeFileSync(file, bytes);
    return file;
  };
  return {
    folder,
    data,
    put,
    /** @throws when the command printed no JSON document: then it did not import. */
    async import(bytes: Uint8Array | string, ...options: readonly string[]): Promise<Imported> {
      const ran = await desk('import', put(bytes), '--data', data, ...options);
      if (ran.out === '') throw new Error(`The import answered ${ran.code}: ${ran.err}`);
      return { ...ran, report: JSON.parse(ran.out) as ImportReport };
    },
  };
}

/** Every call the journal says was taken over, as often as it says so. */
export function recordedCalls(data: string): PastCall[] {
  const db = openDatabase(join(data, DATABASE_FILE), { readonly: true });
  try {
    return [...openJournal(db).entriesAfter(0)].flatMap(({ event }) => pastCallsOf(event));
  } finally {
    db.close();
  }
}

/** Every row is counted under exactly one of these. */
export function accountedRows(report: ImportReport): number {
  const { imported, alreadyKnown, duplicates, rejected, changed } = report;
  return imported + alreadyKnown + duplicates + rejected.length + changed.length;
}
