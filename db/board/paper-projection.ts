import type { Projection } from './projection.ts';
import { incidentNumber } from './incidents-projection.ts';
import { statement, type Database } from '../open-database.ts';
import type { IncidentId, OperatorId } from '#shared/lib/brand.ts';
import type { Outage } from '#shared/outage/outage-events.ts';
import { USUAL_KIT, type KitSetting } from '#shared/paper/paper-events.ts';

/** What the center has and had on paper: how its kit is printed, its outages, and the cards that are in. */
export const paperProjection: Projection = {
  name: 'board_paper',
  version: 1,
  key: 'kind, id',
  ddl: `
    CREATE TABLE board_paper (
      kind TEXT NOT NULL,
      id TEXT NOT NULL,
      state TEXT NOT NULL,
      PRIMARY KEY (kind, id)
    ) STRICT, WITHOUT ROWID;
  `,
  apply(db, { at, by, event }) {
    switch (event.type) {
      case 'paper.kit-set': {
        const { size, everyMinutes } = event;
        const setting: KitSetting = { size, everyMinutes };
        return put(db, 'kit', 'kit', setting);
      }
      case 'outage.declared': {
        const { outageId, from, to, why } = event;
        const outage: Outage = { outageId, from, to, why };
        return put(db, 'outage', outageId, outage);
      }
      case 'incident.back-entered': {
        const { card, incidentId } = event;
        const number = incidentNumber(db, incidentId) ?? 0;
        const entered: EnteredCard = { card, incidentId, number, at, by };
        return put(db, 'card', card, entered);
      }
    }
  },
};

/** A card that is in the record, by its number. */
export interface EnteredCard {
  readonly card: string;
  readonly incidentId: IncidentId;
  readonly number: number;
  readonly at: string;
  readonly by: OperatorId;
}

export function kitSetting(db: Database): KitSetting {
  const row = statement(db, "SELECT state FROM board_paper WHERE kind = 'kit'").get();
  return row === undefined
    ? USUAL_KIT
    : (JSON.parse((row as { state: string }).state) as KitSetting);
}

export function outages(db: Database): Outage[] {
  const rows = statement(
    db,
    "SELECT state FROM board_paper WHERE kind = 'outage' ORDER BY json_extract(state, '$.from') DESC",
  ).all();
  return rows.map((row) => JSON.parse((row as { state: string }).state) as Outage);
}

export function enteredCard(db: Database, card: string): EnteredCard | null {
  const row = statement(db, "SELECT state FROM board_paper WHERE kind = 'card' AND id = ?").get(
    card,
  );
  return row === undefined ? null : (JSON.parse((row as { state: string }).state) as EnteredCard);
}

export function enteredCards(db: Database, last: number): EnteredCard[] {
  const rows = statement(
    db,
    `SELECT state FROM board_paper WHERE kind = 'card'
     ORDER BY json_extract(state, '$.number') DESC LIMIT ?`,
  ).all(last);
  return rows.map((row) => JSON.parse((row as { state: string }).state) as EnteredCard);
}

function put(db: Database, kind: string, id: string, state: unknown): void {
  statement(
    db,
    `INSERT INTO board_paper (kind, id, state) VALUES (?, ?, ?)
     ON CONFLICT (kind, id) DO UPDATE SET state = excluded.state`,
  ).run(kind, id, JSON.stringify(state));
}
