/**
 * The words of a record (an incident, a person) in one partition are sealed with a key of their own, so that
 * destroying the key makes them unreadable wherever their rows lie. Rows from before hold their text in the
 * open (`sealed` is null) and are erased with their record all the same. A row may only go when its record was
 * shredded: that the journal has the entry which says so is looked at by the audit.
 */
function sealedTable(name: string, partition: string): string {
  return `
  ALTER TABLE ${name} ADD COLUMN record TEXT;
  ALTER TABLE ${name} ADD COLUMN sealed BLOB;
  DROP TRIGGER ${name}_never_changes;
  UPDATE ${name} SET record = (
    SELECT CASE WHEN journal.incident_id IS NULL THEN journal.stream ELSE 'incident/' || journal.incident_id END
    FROM journal WHERE journal.seq = ${name}.seq
  );
  CREATE TRIGGER ${name}_never_changes BEFORE UPDATE ON ${name}
    BEGIN SELECT RAISE(ABORT, 'kept words are append-only'); END;
  DROP TRIGGER ${name}_never_shrinks;
  CREATE TRIGGER ${name}_never_shrinks BEFORE DELETE ON ${name}
    WHEN NOT EXISTS (
      SELECT 1 FROM word_shreddings
      WHERE partition = '${partition}' AND record = OLD.record AND up_to >= OLD.seq
    )
    BEGIN SELECT RAISE(ABORT, 'kept words are append-only'); END;
  CREATE INDEX ${name}_record ON ${name} (record, seq);
`;
}

export const wordKeysSchema = `
  CREATE TABLE word_keys (
    partition TEXT NOT NULL,
    record TEXT NOT NULL,
    key BLOB NOT NULL,
    PRIMARY KEY (partition, record)
  ) STRICT, WITHOUT ROWID;
  CREATE TRIGGER word_keys_never_change BEFORE UPDATE ON word_keys
    BEGIN SELECT RAISE(ABORT, 'a key of kept words never changes'); END;
  -- The words of a record up to an entry, and what their rows committed to, are no more.
  CREATE TABLE word_shreddings (
    partition TEXT NOT NULL,
    record TEXT NOT NULL,
    up_to INTEGER NOT NULL,
    entry INTEGER NOT NULL,
    PRIMARY KEY (partition, record, up_to)
  ) STRICT, WITHOUT ROWID;
  CREATE TRIGGER word_shreddings_never_change BEFORE UPDATE ON word_shreddings
    BEGIN SELECT RAISE(ABORT, 'what was shredded stays so'); END;
  CREATE TRIGGER word_shreddings_never_shrink BEFORE DELETE ON word_shreddings
    BEGIN SELECT RAISE(ABORT, 'what was shredded stays so'); END;
  ${sealedTable('kept_clinical', 'clinical')}
  ${sealedTable('kept_part_2', 'part-2')}
  ${sealedTable('kept_justice', 'justice')}
`;
