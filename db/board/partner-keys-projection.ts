import type { Projection } from './projection.ts';
import { statement, type Database } from '../open-database.ts';
import { evolvePartnerKey, type PartnerKey } from '#shared/referral/partner-key.ts';

/** The public halves of the keys receiving places sign with. */
export const partnerKeysProjection: Projection = {
  name: 'board_partner_keys',
  version: 1,
  key: 'key_id',
  ddl: `
    CREATE TABLE board_partner_keys (
      key_id TEXT PRIMARY KEY,
      made_at TEXT NOT NULL,
      state TEXT NOT NULL
    ) STRICT;
  `,
  apply(db, { at, event }) {
    if (event.type !== 'partner-key.made' && event.type !== 'partner-key.revoked') return;
    const key = evolvePartnerKey(findPartnerKey(db, event.keyId), event, at);
    if (key === null) return;
    statement(
      db,
      `INSERT INTO board_partner_keys (key_id, made_at, state) VALUES (?, ?, ?)
       ON CONFLICT (key_id) DO UPDATE SET state = excluded.state`,
    ).run(key.keyId, key.madeAt, JSON.stringify(key));
  },
};

export function findPartnerKey(db: Database, keyId: string): PartnerKey | null {
  const row = statement(db, 'SELECT state FROM board_partner_keys WHERE key_id = ?').get(keyId);
  return row === undefined ? null : stateOf(row);
}

/** The latest first. */
export function partnerKeys(db: Database): PartnerKey[] {
  return statement(db, 'SELECT state FROM board_partner_keys ORDER BY made_at DESC, key_id DESC')
    .all()
    .map(stateOf);
}

function stateOf(row: unknown): PartnerKey {
  return JSON.parse((row as { state: string }).state) as PartnerKey;
}
