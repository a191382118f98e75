import { createHash } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { statement, type Database } from '../open-database.ts';
import type { DirectoryContent } from '#shared/directory/rows.ts';
import { canonicalJson } from '#shared/lib/canonical-json.ts';

/** Fast, and half as large again as the smallest: somebody waits. */
const LEVEL = 3;

/** A directory as it is kept: its canonical JSON, and the hash of that. */
export interface DirectoryDocument {
  readonly hash: string;
  readonly text: string;
}

export function documentOf(content: DirectoryContent): DirectoryDocument {
  const text = canonicalJson(content);
  return { hash: hashOf(text), text };
}

function hashOf(text: string | Buffer): string {
  return createHash('sha256').update(text).digest('hex');
}

export function keepDirectory(db: Database, { hash, text }: DirectoryDocument): void {
  if (hasDirectory(db, hash)) return;
  statement(db, 'INSERT INTO directories (hash, document) VALUES (?, ?)').run(
    hash,
    deflateRawSync(text, { level: LEVEL }),
  );
}

export function hasDirectory(db: Database, hash: string): boolean {
  return statement(db, 'SELECT 1 FROM directories WHERE hash = ?').get(hash) !== undefined;
}

/** Null when it is not kept here. */
export function directoryContent(db: Database, hash: string): DirectoryContent | null {
  const document = documentOfHash(db, hash);
  return document === null
    ? null
    : (JSON.parse(inflateRawSync(document).toString('utf8')) as DirectoryContent);
}

function documentOfHash(db: Database, hash: string): Buffer | null {
  const row = statement(db, 'SELECT document FROM directories WHERE hash = ?').get(hash);
  return row === undefined ? null : (row as { document: Buffer }).document;
}

/** A directory the journal says was adopted, and that is not what it was. */
export interface WrongDirectory {
  readonly hash: string;
  readonly is: 'changed' | 'missing';
}

/** Holds every directory that was ever adopted against its hash in the journal. */
export function verifyDirectories(db: Database): WrongDirectory[] {
  const known = db.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'directories'").get();
  const adopted = db
    .prepare(
      `SELECT DISTINCT json_extract(body, '$.hash') AS hash FROM journal
       WHERE type = 'directory.adopted' ORDER BY hash`,
    )
    .all() as { hash: string }[];
  return adopted.flatMap(({ hash }): WrongDirectory[] => {
    const document = known === undefined ? null : documentOfHash(db, hash);
    if (document === null) return [{ hash, is: 'missing' }];
    return isWhole(document, hash) ? [] : [{ hash, is: 'changed' }];
  });
}

function isWhole(document: Buffer, hash: string): boolean {
  try {
    return hashOf(inflateRawSync(document)) === hash;
  } catch {
    return false;
  }
}
