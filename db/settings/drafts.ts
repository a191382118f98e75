import { statement, type Database } from '../open-database.ts';

export interface Draft {
  readonly subject: string;
  readonly field: string;
  readonly text: string;
  readonly savedAt: string;
}

/** Half-typed text of one operator. Saving an empty text forgets the draft. */
export function saveDraft(db: Database, operatorId: string, draft: Draft): void {
  const { subject, field, text, savedAt } = draft;
  if (text === '') {
    statement(db, 'DELETE FROM drafts WHERE operator_id = ? AND subject = ? AND field = ?').run(
      operatorId,
      subject,
      field,
    );
    return;
  }
  statement(
    db,
    `INSERT INTO drafts (operator_id, subject, field, text, saved_at) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (operator_id, subject, field)
     DO UPDATE SET text = excluded.text, saved_at = excluded.saved_at`,
  ).run(operatorId, subject, field, text, savedAt);
}

export function draftsOf(db: Database, operatorId: string): Draft[] {
  const rows = statement(
    db,
    `SELECT subject, field, text, saved_at AS savedAt FROM drafts WHERE operator_id = ?
     ORDER BY subject, field`,
  ).all(operatorId);
  return rows as Draft[];
}

/** What may still be put on the record when everything else about an incident is over. */
const STILL_WANTED = [
  'clinical',
  'part-2',
  'note.%',
  'plan',
  'people',
  'means',
  'strength',
] as const;

/**
 * Forgets what one operator had half typed about something, but for clinical words: those are wanted after
 * the end, too. Nobody else's text is touched.
 */
export function forgetDrafts(db: Database, operatorId: string, subject: string): void {
  statement(
    db,
    `DELETE FROM drafts WHERE operator_id = ? AND subject = ?
     AND NOT (${STILL_WANTED.map(() => 'field LIKE ?').join(' OR ')})`,
  ).run(operatorId, subject, ...STILL_WANTED);
}
