/**
 * Documents another system handed over, as they came, by the hash the journal names them with. Their text may
 * hold clinical and substance-use words, so it is in no entry, in no derived table and in no view.
 */
export const keptDocumentsSchema = `
  CREATE TABLE kept_documents (
    hash TEXT PRIMARY KEY,
    text TEXT NOT NULL,
    received_at TEXT NOT NULL
  ) STRICT;
  CREATE TRIGGER kept_documents_never_change BEFORE UPDATE ON kept_documents
    BEGIN SELECT RAISE(ABORT, 'documents are kept by their hash'); END;
`;
