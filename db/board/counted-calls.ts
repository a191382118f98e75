import { COLUMN_DDL, COLUMN_NAMES, PLACES, rowOf } from './counted-call-columns.ts';
import { countedIncident } from './counted-calls-projection.ts';
import { openIncidents } from './incidents-projection.ts';
import { openJournal } from '../journal/journal.ts';
import { statement, type Database } from '../open-database.ts';

/**
 * Makes `counted_calls` stand for this moment: every counted call and every incident that is still open, whose
 * rows are derived now and written nowhere but in this connection's own memory. Whoever asks for figures calls
 * it once and then reads the view in the same transaction. Works on a file that is open for reading only.
 */
export function countOpenCalls(db: Database): void {
  db.exec(`
    CREATE TEMP TABLE IF NOT EXISTS open_calls (
      ${COLUMN_DDL},
      PRIMARY KEY (received_local, id)
    ) STRICT, WITHOUT ROWID;
    CREATE TEMP VIEW IF NOT EXISTS counted_calls AS
      SELECT * FROM main.board_counted_calls UNION ALL SELECT * FROM temp.open_calls;
    DELETE FROM open_calls;
  `);
  const journal = openJournal(db);
  const insert = statement(db, `INSERT INTO open_calls (${COLUMN_NAMES}) VALUES (${PLACES})`);
  for (const incident of openIncidents(db)) {
    const entries = journal.ofIncident(incident.incidentId, []);
    insert.run(...rowOf(countedIncident(db, incident, entries)));
  }
}
