import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { desk, importFolder, type Imported } from './import-folder.ts';
import type { ImportReport } from '#main/desk/import/import-report.ts';
import { searchPastCalls } from '#db/board/past-calls-projection.ts';
import { DATABASE_FILE } from '#main/desk/store-file.ts';
import { openDatabase } from '#db/open-database.ts';
import type { PastCall } from '#shared/call/past-call.ts';
import type { Mapping } from '#shared/intake-file/mapping-schema.ts';

/** The least a mapping says; the rest of each test's mapping is what it is about. */
export const LEAST: Mapping = {
  id: 'mesa',
  title: 'An invented crisis program',
  times: { formats: ['YYYY-MM-DD HH:mm'] },
  recordNumber: { column: 'No' },
  received: { column: 'Call' },
  type: { always: 'CRISIS' },
};

/** A data folder into which invented exports are imported by a mapping. */
export function mappedFolder() {
  const folder = importFolder();
  return {
    ...folder,
    async map(
      bytes: Uint8Array | string,
      mapping: object,
      ...options: readonly string[]
    ): Promise<Imported> {
      const ran = await this.tryMap(bytes, JSON.stringify(mapping), ...options);
      if (ran.out === '') throw new Error(`The import answered ${ran.code}: ${ran.err}`);
      return { ...ran, report: JSON.parse(ran.out) as ImportReport };
    },
    tryMap(bytes: Uint8Array | string, mapping: string, ...options: readonly string[]) {
      const map = join(folder.folder, 'map.json');
      writeFileSync(map, mapping);
      return desk('import', folder.put(bytes), '--data', folder.data, '--map', map, ...options);
    },
    /** Every call that is in the journal now, by its number. */
    calls(): PastCall[] {
      const db = openDatabase(join(folder.data, DATABASE_FILE));
      try {
        return searchPastCalls(db, '', 1_000).toSorted((a, b) => (a.key < b.key ? -1 : 1));
      } finally {
        db.close();
      }
    },
  };
}

export const csv = (...rows: readonly string[]): string => `${rows.join('\n')}\n`;
