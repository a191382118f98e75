/**
 * How far each import of another system's calls has come: beside the journal, because it is work under way and
 * no record. A row moves on in the transaction of the calls it counts; `left_out` never holds what a file says.
 */
export const importsSchema = `
  CREATE TABLE imports (
    import_id TEXT PRIMARY KEY,
    path TEXT NOT NULL,
    size INTEGER NOT NULL,
    modified_ms REAL NOT NULL,
    ends TEXT NOT NULL,
    mapping_hash TEXT NOT NULL,
    mapping TEXT NOT NULL,
    destination TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('under-way', 'finished', 'given-up')),
    byte INTEGER NOT NULL,
    line INTEGER NOT NULL,
    rows INTEGER NOT NULL DEFAULT 0,
    imported INTEGER NOT NULL DEFAULT 0,
    rejected INTEGER NOT NULL DEFAULT 0,
    tallies TEXT,
    began_at TEXT NOT NULL,
    touched_at TEXT NOT NULL,
    by_operator TEXT NOT NULL
  ) STRICT;
  CREATE INDEX imports_touched ON imports (touched_at);
  CREATE TABLE import_marks (
    import_id TEXT NOT NULL,
    part INTEGER NOT NULL,
    rows BLOB,
    persons BLOB,
    PRIMARY KEY (import_id, part)
  ) STRICT;
  CREATE TABLE import_left_out (
    import_id TEXT NOT NULL,
    at INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('rejected', 'changed')),
    line INTEGER NOT NULL,
    why TEXT NOT NULL,
    PRIMARY KEY (import_id, kind, at)
  ) STRICT, WITHOUT ROWID;
`;
