import type { Projection } from './projection.ts';
import { statement } from '../open-database.ts';

/** Each time somebody who was followed up went elsewhere than to 911, as was said at the follow-up. */
export const elsewhereProjection: Projection = {
  name: 'board_elsewhere',
  version: 1,
  key: 'seq',
  ddl: `
    CREATE TABLE board_elsewhere (
      seq INTEGER PRIMARY KEY,
      incident_id TEXT NOT NULL,
      went_on TEXT NOT NULL,
      channel TEXT NOT NULL,
      plan_used INTEGER
    ) STRICT;
    CREATE INDEX board_elsewhere_on ON board_elsewhere (went_on);
  `,
  apply(db, { seq, event }) {
    if (event.type !== 'contact.went-elsewhere') return;
    const { incidentId, on, channel, planUsed } = event;
    statement(
      db,
      `INSERT INTO board_elsewhere (seq, incident_id, went_on, channel, plan_used)
       VALUES (?, ?, ?, ?, ?)`,
    ).run(seq, incidentId, on, channel, planUsed === null ? null : Number(planUsed));
  },
};
