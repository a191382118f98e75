/** One unfinished policy for each supervisor: a whole document, so not among the half-typed lines. */
export const policyDraftsSchema = `
  CREATE TABLE policy_drafts (
    operator_id TEXT PRIMARY KEY,
    document TEXT NOT NULL,
    saved_at TEXT NOT NULL
  ) STRICT;
`;
