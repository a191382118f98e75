/** Kept beside the journal because it must be erasable: passphrase hashes and half-typed text. */
export const settingsSchema = `
  CREATE TABLE credentials (
    operator_id TEXT PRIMARY KEY,
    salt BLOB NOT NULL,
    hash BLOB NOT NULL,
    cost INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE drafts (
    operator_id TEXT NOT NULL,
    subject TEXT NOT NULL,
    field TEXT NOT NULL,
    text TEXT NOT NULL,
    saved_at TEXT NOT NULL,
    PRIMARY KEY (operator_id, subject, field)
  ) STRICT, WITHOUT ROWID;
`;
