import type { Projection } from './projection.ts';
import { statement, type Database } from '../open-database.ts';
import { dueOf } from '#shared/referral/referral-clock.ts';
import { evolveReferral, isOfReferral } from '#shared/referral/referral-events.ts';
import { isOpen, type Referral, type ReferralStep } from '#shared/referral/referral.ts';

/**
 * Referrals by what is waited for and until when; `step` is empty where nothing is, or the watch has said that it
 * is overdue. Which place it is does not stand here, only where the journal keeps it.
 */
export const referralsProjection: Projection = {
  name: 'board_referrals',
  version: 1,
  key: 'referral_id',
  ddl: `
    CREATE TABLE board_referrals (
      referral_id TEXT PRIMARY KEY,
      incident_id TEXT NOT NULL,
      open INTEGER NOT NULL,
      made_at TEXT NOT NULL,
      code_digest TEXT,
      step TEXT NOT NULL,
      runs_from TEXT NOT NULL,
      due_at TEXT NOT NULL,
      state TEXT NOT NULL
    ) STRICT;
    CREATE INDEX board_referrals_incident ON board_referrals (incident_id);
    CREATE INDEX board_referrals_made ON board_referrals (made_at);
    CREATE INDEX board_referrals_code ON board_referrals (code_digest)
      WHERE code_digest IS NOT NULL;
    CREATE INDEX board_referrals_due ON board_referrals (step, due_at) WHERE step <> '';
    CREATE INDEX board_referrals_runs ON board_referrals (step, runs_from) WHERE step <> '';
    CREATE INDEX board_referrals_open ON board_referrals (due_at) WHERE open = 1;
    CREATE INDEX board_referrals_overdue ON board_referrals (step) WHERE open = 1 AND step = '';
  `,
  apply(db, { at, by, event }) {
    if (!isOfReferral(event)) return;
    const referral = evolveReferral(findReferral(db, event.referralId), event, { at, by });
    if (referral === null) return;
    const { referralId, incidentId, madeAt, codeDigest, overdue } = referral;
    const due = dueOf(referral);
    statement(
      db,
      `INSERT INTO board_referrals
         (referral_id, incident_id, open, made_at, code_digest, step, runs_from, due_at, state)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (referral_id) DO UPDATE SET open = excluded.open, step = excluded.step,
         runs_from = excluded.runs_from, due_at = excluded.due_at, state = excluded.state`,
    ).run(
      referralId,
      incidentId,
      isOpen(referral) ? 1 : 0,
      madeAt,
      codeDigest,
      overdue === null ? (due?.step ?? '') : '',
      due?.from ?? '',
      due?.until ?? '',
      JSON.stringify(referral),
    );
  },
};

export function findReferral(db: Database, referralId: string): Referral | null {
  const row = statement(db, 'SELECT state FROM board_referrals WHERE referral_id = ?').get(
    referralId,
  );
  return row === undefined ? null : stateOf(row);
}

/** The referral a code belongs to, by the digest of the code. */
export function referralOfCode(db: Database, digest: string): Referral | null {
  const row = statement(db, 'SELECT state FROM board_referrals WHERE code_digest = ?').get(digest);
  return row === undefined ? null : stateOf(row);
}

/** Those that wait for this and whose time has come, or began ahead of the clock. */
export function referralsToWatch(db: Database, step: ReferralStep, now: string): Referral[] {
  return [
    ...statement(
      db,
      `SELECT state FROM board_referrals WHERE step = ? AND step <> '' AND due_at <= ?
       ORDER BY due_at, referral_id`,
    ).all(step, now),
    ...statement(
      db,
      `SELECT state FROM board_referrals
       WHERE step = ? AND step <> '' AND runs_from > ? AND due_at > ? ORDER BY runs_from, referral_id`,
    ).all(step, now, now),
  ].map(stateOf);
}

/** Open ones, what is due next first. */
export function openReferrals(db: Database, limit: number): Referral[] {
  return statement(
    db,
    'SELECT state FROM board_referrals WHERE open = 1 ORDER BY due_at, referral_id LIMIT ?',
  )
    .all(limit)
    .map(stateOf);
}

export function countOpenReferrals(db: Database): number {
  const row = statement(db, 'SELECT COUNT(*) AS open FROM board_referrals WHERE open = 1').get();
  return (row as { open: number }).open;
}

/** Open ones in which something is overdue. */
export function countOverdueReferrals(db: Database): number {
  const row = statement(
    db,
    "SELECT COUNT(*) AS overdue FROM board_referrals WHERE open = 1 AND step = ''",
  ).get();
  return (row as { overdue: number }).overdue;
}

/** Every referral of an incident, in the order they were made. */
export function referralsOfIncident(db: Database, incidentId: string): Referral[] {
  return statement(
    db,
    'SELECT state FROM board_referrals WHERE incident_id = ? ORDER BY made_at, referral_id',
  )
    .all(incidentId)
    .map(stateOf);
}

/** Those made from one instant up to and without another. */
export function referralsMadeIn(db: Database, from: string, until: string): Referral[] {
  return statement(
    db,
    `SELECT state FROM board_referrals WHERE made_at >= ? AND made_at < ?
     ORDER BY made_at, referral_id`,
  )
    .all(from, until)
    .map(stateOf);
}

function stateOf(row: unknown): Referral {
  return JSON.parse((row as { state: string }).state) as Referral;
}
