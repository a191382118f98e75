import { journalSchema } from './0010-journal.ts';
import { settingsSchema } from './0020-settings.ts';
import { policyDraftsSchema } from './0030-policy-drafts.ts';
import { keptWordsSchema } from './0040-kept-words.ts';
import { directorySchema } from './0050-directory.ts';
import { keptDocumentsSchema } from './0060-kept-documents.ts';
import { importsSchema } from './0080-imports.ts';
import { draftOriginsSchema } from './0090-draft-origins.ts';
import { passphraseCostsSchema } from './0100-passphrase-costs.ts';
import { auditSchema } from './0110-audit.ts';
import { wordKeysSchema } from './0140-word-keys.ts';
import { auditIndexSchema } from './0150-audit-index.ts';
import { requireOurs } from '../foreign-database.ts';
import { atomically, type Database } from '../open-database.ts';

/** Numbered by tens, forward only; a shipped one is never edited. Derived tables are not here. */
const MIGRATIONS: readonly { readonly id: number; readonly sql: string }[] = [
  { id: 10, sql: journalSchema },
  { id: 20, sql: settingsSchema },
  { id: 30, sql: policyDraftsSchema },
  { id: 40, sql: keptWordsSchema },
  { id: 50, sql: directorySchema },
  { id: 60, sql: keptDocumentsSchema },
  { id: 80, sql: importsSchema },
  { id: 90, sql: draftOriginsSchema },
  { id: 100, sql: passphraseCostsSchema },
  { id: 110, sql: auditSchema },
  { id: 140, sql: wordKeysSchema },
  { id: 150, sql: auditIndexSchema },
];

export const SCHEMA_VERSION = MIGRATIONS.at(-1)?.id ?? 0;

/**
 * Brings the precious tables up to this version. `beforeUpgrade` is called before a store somebody has worked
 * with is changed; what it throws keeps it as it is.
 * @throws when the file was written by a newer CareDesk, naming both versions, or by another program.
 */
export function migrate(db: Database, beforeUpgrade: () => void = () => {}): void {
  const present = db.pragma('user_version', { simple: true }) as number;
  const newer = newerSchema(db);
  if (newer !== null)
    throw new Error(
      `This data folder was written by a newer CareDesk (schema ${newer}; this one knows ` +
        `${SCHEMA_VERSION}). Nothing was changed. Install the newer version to open it.`,
    );
  if (present === SCHEMA_VERSION) return;
  requireOurs(db);
  if (present > 0) beforeUpgrade();
  atomically(db, () => {
    for (const { id, sql } of MIGRATIONS) if (id > present) db.exec(sql);
    db.pragma(`user_version = ${SCHEMA_VERSION}`);
  });
}

/** The schema of a store this CareDesk does not know yet; null for one it does. */
export function newerSchema(db: Database): number | null {
  const present = db.pragma('user_version', { simple: true }) as number;
  return present > SCHEMA_VERSION ? present : null;
}

/** The precious tables as an empty store of this or an earlier schema has them. */
export function schemaAt(db: Database, version: number): void {
  for (const { id, sql } of MIGRATIONS) if (id <= version) db.exec(sql);
}
