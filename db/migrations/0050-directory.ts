/**
 * Directories by the hash of their content, which the journal names. Far too large for an entry, and as precious:
 * a referral made from one can be read again.
 */
export const directorySchema = `
  CREATE TABLE directories (
    hash TEXT PRIMARY KEY,
    document BLOB NOT NULL
  ) STRICT;
  CREATE TRIGGER directories_never_change BEFORE UPDATE ON directories
    BEGIN SELECT RAISE(ABORT, 'directories are kept by their hash'); END;
`;
