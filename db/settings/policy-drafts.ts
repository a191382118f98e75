import { statement, type Database } from '../open-database.ts';

export interface PolicyDraft {
  readonly document: unknown;
  /** ISO instant. */
  readonly savedAt: string;
}

/** Keeps one operator's unfinished policy, serialised; the one before is replaced. */
export function savePolicyDraft(
  db: Database,
  operatorId: string,
  { document, savedAt }: { readonly document: string; readonly savedAt: string },
): void {
  statement(
    db,
    `INSERT INTO policy_drafts (operator_id, document, saved_at) VALUES (?, ?, ?)
     ON CONFLICT (operator_id) DO UPDATE SET document = excluded.document, saved_at = excluded.saved_at`,
  ).run(operatorId, document, savedAt);
}

/** What one operator saved last; null when there is nothing. Nobody else sees it. */
export function policyDraftOf(db: Database, operatorId: string): PolicyDraft | null {
  const row = statement(
    db,
    'SELECT document, saved_at AS savedAt FROM policy_drafts WHERE operator_id = ?',
  ).get(operatorId) as { document: string; savedAt: string } | undefined;
  return row === undefined
    ? null
    : { document: JSON.parse(row.document) as unknown, savedAt: row.savedAt };
}

export function forgetPolicyDraft(db: Database, operatorId: string): void {
  statement(db, 'DELETE FROM policy_drafts WHERE operator_id = ?').run(operatorId);
}
