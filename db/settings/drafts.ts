import { statement, type Database } from '../open-database.ts';

export interface Draft {
  readonly subject: string;
  readonly field: string;
  readonly text: string;
  /** What stood on record when the typing began; null where nothing could. */
  readonly over: string | null;
  /** When the last key was typed. */
  readonly savedAt: string;
}

/** Text null: it went where it belongs, or was thrown away. */
export type SavedDraft = Omit<Draft, 'text'> & { readonly text: string | null };

/**
 * Half-typed text of one operator. Two windows may save the same field, in any order: the later key counts.
 * False when a later one stands there already. One from after `now` was typed before the clock was set back:
 * whatever is typed now is later.
 */
export function saveDraft(
  db: Database,
  operatorId: string,
  draft: SavedDraft,
  now: string,
): boolean {
  const { subject, field, text, over, savedAt } = draft;
  const { changes } = statement(
    db,
    `INSERT INTO drafts (operator_id, subject, field, text, saved_at, typed_over, settled)
     VALUES (?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (operator_id, subject, field)
     DO UPDATE SET text = excluded.text, saved_at = excluded.saved_at,
       typed_over = excluded.typed_over, settled = excluded.settled
     WHERE excluded.saved_at >= saved_at OR saved_at > ?`,
  ).run(operatorId, subject, field, text ?? '', savedAt, over, text === null ? 1 : 0, now);
  return changes > 0;
}

export function draftsOf(db: Database, operatorId: string): Draft[] {
  const rows = statement(
    db,
    `SELECT subject, field, text, typed_over AS over, saved_at AS savedAt FROM drafts
     WHERE operator_id = ? AND settled = 0 ORDER BY subject, field`,
  ).all(operatorId);
  return rows as Draft[];
}

/** What may still be put on the record when everything else about an incident is over. */
const STILL_WANTED = [
  'clinical',
  'part-2',
  'note.%',
  'plan%',
  'people%',
  'means%',
  'strength%',
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

const DAY_MS = 86_400_000;
/** Long enough for every window to have heard that a draft went where it belongs. */
const SETTLED_DAYS = 1;
/** Nobody puts words about a closed incident on the record two weeks later. */
const CLOSED_DAYS = 14;
const OLDEST_DAYS = 90;
/** So that no sweep holds anybody up; the next one goes on. */
const SWEPT_AT_ONCE = 500;

/**
 * Forgets what nobody comes back to: markers of settled drafts, text about incidents that are closed, and
 * text so old that it misleads. Answers how many.
 */
export function sweepDrafts(db: Database, now: Date): number {
  const before = (days: number) => new Date(now.getTime() - days * DAY_MS).toISOString();
  const { changes } = statement(
    db,
    `DELETE FROM drafts WHERE (operator_id, subject, field) IN (
       SELECT operator_id, subject, field FROM drafts
       WHERE (settled = 1 AND saved_at < ?) OR saved_at < ?
         OR (saved_at < ? AND subject LIKE 'incident/%' AND NOT EXISTS (
           SELECT 1 FROM board_incidents
           WHERE incident_id = substr(drafts.subject, 10) AND open = 1))
       LIMIT ${SWEPT_AT_ONCE})`,
  ).run(before(SETTLED_DAYS), before(OLDEST_DAYS), before(CLOSED_DAYS));
  return changes;
}
