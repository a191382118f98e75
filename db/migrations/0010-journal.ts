/** The precious table: append-only, each row sealed with the hash of the one before it. */
export const journalSchema = `
  CREATE TABLE journal (
    seq INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    by_operator TEXT NOT NULL,
    position TEXT NOT NULL,
    stream TEXT NOT NULL,
    type TEXT NOT NULL,
    incident_id TEXT,
    body TEXT NOT NULL,
    hash BLOB NOT NULL
  ) STRICT;
  CREATE INDEX journal_incident ON journal (incident_id) WHERE incident_id IS NOT NULL;
  -- INSERT OR REPLACE deletes without asking the delete trigger, so it is stopped here.
  CREATE TRIGGER journal_only_grows BEFORE INSERT ON journal
    WHEN NEW.seq <= (SELECT COALESCE(MAX(seq), 0) FROM journal)
    BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
  CREATE TRIGGER journal_never_changes BEFORE UPDATE ON journal
    BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
  CREATE TRIGGER journal_never_shrinks BEFORE DELETE ON journal
    BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
`;
