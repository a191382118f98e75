/**
 * What the audit finds entries by, so that looking through a million of them reads a page of them; and the keys its
 * exports are signed with. Beside the journal: a private key is in no entry and leaves with no export. A retired
 * key keeps its public half, for the exports it has signed.
 */
export const auditSchema = `
  CREATE INDEX journal_type ON journal (type);
  CREATE INDEX journal_by ON journal (by_operator, type) WHERE type <> 'past-call.imported';
  CREATE TABLE audit_keys (
    fingerprint TEXT PRIMARY KEY,
    public_key TEXT NOT NULL,
    private_key TEXT,
    made_at TEXT NOT NULL,
    retired_at TEXT
  ) STRICT;
  CREATE UNIQUE INDEX audit_keys_in_use ON audit_keys (retired_at IS NULL) WHERE retired_at IS NULL;
`;
