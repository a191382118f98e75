/**
 * The words of each protected partition, by the sequence of their entry. The journal holds a salted hash of
 * them in their place. Salt and text stand in one row, so that erasing the row leaves nothing to test a guess
 * against, and no seal changes. Nothing erases yet: what does so lawfully will bring its own trigger, which
 * asks the journal for the entry that says so.
 */
function keptTable(name: string): string {
  return `
  CREATE TABLE ${name} (
    seq INTEGER PRIMARY KEY,
    salt BLOB NOT NULL,
    text TEXT NOT NULL
  ) STRICT;
  CREATE TRIGGER ${name}_only_grows BEFORE INSERT ON ${name}
    WHEN NEW.seq <= (SELECT COALESCE(MAX(seq), 0) FROM ${name})
    BEGIN SELECT RAISE(ABORT, 'kept words are append-only'); END;
  CREATE TRIGGER ${name}_never_changes BEFORE UPDATE ON ${name}
    BEGIN SELECT RAISE(ABORT, 'kept words are append-only'); END;
  CREATE TRIGGER ${name}_never_shrinks BEFORE DELETE ON ${name}
    BEGIN SELECT RAISE(ABORT, 'kept words are append-only'); END;
`;
}

export const keptWordsSchema = ['kept_clinical', 'kept_part_2', 'kept_justice']
  .map(keptTable)
  .join('');
