import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from './desk-at-work.ts';
import { GENESIS, sealOf } from '#db/journal/seal.ts';
import { journalSchema } from '#db/migrations/0010-journal.ts';
import { openDatabase } from '#db/open-database.ts';
import { DATABASE_FILE } from '#main/desk/store-file.ts';

/** A store as the first CareDesk wrote it: one entry, and none of the later tables. */
export function storeOfTheFirstVersion(): string {
  const folder = join(temporaryFolder(), 'data');
  mkdirSync(folder);
  const db = openDatabase(join(folder, DATABASE_FILE));
  db.exec(journalSchema);
  db.pragma('user_version = 10');
  const body = JSON.stringify({ type: 'shift.removed', unitId: 'M1', shiftId: 'x' });
  const row = { seq: 1, at: '2026-03-01T00:00:00.000Z', by_operator: 'desk', position: 'p' };
  const sealed = { ...row, stream: 'unit/M1', type: 'shift.removed', incident_id: null, body };
  db.prepare('INSERT INTO journal VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)').run(
    ...Object.values(sealed),
    sealOf(GENESIS, sealed),
  );
  db.close();
  return folder;
}
