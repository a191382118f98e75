import type { Projection } from './projection.ts';
import { statement, type Database } from '../open-database.ts';
import { evolveConsent, type ConsentEvent } from '#shared/disclosure/consent-events.ts';
import type { Consent } from '#shared/disclosure/consent.ts';
import type { JournalEvent } from '#shared/journal/journal-event.ts';

/** Consents by incident, and the standing ones by when they end. The watch reads only those. */
export const consentsProjection: Projection = {
  name: 'board_consents',
  version: 1,
  key: 'consent_id',
  ddl: `
    CREATE TABLE board_consents (
      consent_id TEXT PRIMARY KEY,
      incident_id TEXT NOT NULL,
      stands INTEGER NOT NULL,
      given_at TEXT NOT NULL,
      expires_at TEXT NOT NULL,
      state TEXT NOT NULL
    ) STRICT;
    CREATE INDEX board_consents_incident ON board_consents (incident_id);
    CREATE INDEX board_consents_end ON board_consents (expires_at) WHERE stands = 1;
    CREATE INDEX board_consents_given ON board_consents (given_at) WHERE stands = 1;
  `,
  apply(db, { at, by, event }) {
    if (!isOfConsent(event)) return;
    const consent = evolveConsent(findConsent(db, event.consentId), event, { at, by });
    if (consent === null) return;
    const { consentId, incidentId, givenAt, expiresAt, ended } = consent;
    statement(
      db,
      `INSERT INTO board_consents (consent_id, incident_id, stands, given_at, expires_at, state)
       VALUES (?, ?, ?, ?, ?, ?)
       ON CONFLICT (consent_id) DO UPDATE SET stands = excluded.stands, state = excluded.state`,
    ).run(
      consentId,
      incidentId,
      ended === null ? 1 : 0,
      givenAt,
      expiresAt,
      JSON.stringify(consent),
    );
  },
};

export function isOfConsent(event: JournalEvent): event is ConsentEvent {
  return event.type.startsWith('consent.');
}

export function findConsent(db: Database, consentId: string): Consent | null {
  const row = statement(db, 'SELECT state FROM board_consents WHERE consent_id = ?').get(consentId);
  return row === undefined ? null : stateOf(row);
}

/** Every consent of an incident, the last one first. */
export function consentsOfIncident(db: Database, incidentId: string): Consent[] {
  return statement(
    db,
    'SELECT state FROM board_consents WHERE incident_id = ? ORDER BY given_at DESC, consent_id DESC',
  )
    .all(incidentId)
    .map(stateOf);
}

/** Those whose time has come, and those whose beginning lies ahead of the clock. */
export function consentsToWatch(db: Database, now: string): Consent[] {
  return [
    ...statement(
      db,
      'SELECT state FROM board_consents WHERE stands = 1 AND expires_at <= ? ORDER BY expires_at, consent_id',
    ).all(now),
    ...statement(
      db,
      `SELECT state FROM board_consents WHERE stands = 1 AND given_at > ? AND expires_at > ?
       ORDER BY given_at, consent_id`,
    ).all(now, now),
  ].map(stateOf);
}

function stateOf(row: unknown): Consent {
  return JSON.parse((row as { state: string }).state) as Consent;
}
