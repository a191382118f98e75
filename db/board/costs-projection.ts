import type { Projection } from './projection.ts';
import { statement, type Database } from '../open-database.ts';
import { SHIPPED_COSTS, type CostVersion } from '#shared/outcomes/cost-events.ts';
import type { CostsStanding } from '#shared/outcomes/decide-costs.ts';

/** The assumptions behind the cost figures, a row for each version anybody set. */
export const costsProjection: Projection = {
  name: 'board_costs',
  version: 1,
  key: 'version',
  ddl: `CREATE TABLE board_costs (
      version INTEGER PRIMARY KEY,
      withdrawn INTEGER NOT NULL,
      state TEXT NOT NULL
    ) STRICT;`,
  apply(db, { at, by, event }) {
    if (event.type === 'costs.set') {
      const { version, lines, note } = event;
      keep(db, { version, lines, note, set: { by, at }, withdrawn: null });
    }
    if (event.type === 'costs.withdrawn') {
      const { version, reason } = event;
      const set = costVersion(db, version);
      if (set !== null) keep(db, { ...set, withdrawn: { by, at, reason } });
    }
  },
};

function keep(db: Database, kept: CostVersion): void {
  statement(
    db,
    `INSERT INTO board_costs (version, withdrawn, state) VALUES (?, ?, ?)
     ON CONFLICT (version) DO UPDATE SET withdrawn = excluded.withdrawn, state = excluded.state`,
  ).run(kept.version, kept.withdrawn === null ? 0 : 1, JSON.stringify(kept));
}

function costVersion(db: Database, version: number): CostVersion | null {
  const row = statement(db, 'SELECT state FROM board_costs WHERE version = ?').get(version);
  return row === undefined ? null : versionOf(row);
}

/** The version that counts, and the highest number ever given. */
export function costsStanding(db: Database): CostsStanding {
  const row = statement(
    db,
    'SELECT state FROM board_costs WHERE withdrawn = 0 ORDER BY version DESC LIMIT 1',
  ).get();
  const last = statement(db, 'SELECT MAX(version) AS last FROM board_costs').get();
  return {
    inForce: row === undefined ? SHIPPED_COSTS : versionOf(row),
    last: (last as { last: number | null }).last ?? 0,
  };
}

/** The newest first; the shipped one, which nobody set, is not among them. */
export function costVersions(db: Database, limit: number): CostVersion[] {
  return statement(db, 'SELECT state FROM board_costs ORDER BY version DESC LIMIT ?')
    .all(limit)
    .map(versionOf);
}

function versionOf(row: unknown): CostVersion {
  return JSON.parse((row as { state: string }).state) as CostVersion;
}
