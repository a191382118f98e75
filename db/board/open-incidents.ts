import { findIncident, openIncidents } from './incidents-projection.ts';
import { statement, type Database } from '../open-database.ts';
import type { Incident } from '#shared/incident/incident.ts';

/**
 * The open incidents for somebody who asks again and again: only those are read that an entry touched
 * since the last time, whoever wrote it. An incident changes by an entry about it and by nothing else.
 */
export class OpenIncidents {
  readonly #open = new Map<string, Incident>();
  /** Those of them a clinician has, or is to have: few, and asked for with every decision. */
  readonly #byPhone = new Map<string, Incident>();
  /** Sequence of the last entry that is in them; null before they were read. */
  #seq: number | null = null;

  /** As of the last entry. Inside a transaction in which the board follows the journal to its end. */
  asOfNow(db: Database): ReadonlyMap<string, Incident> {
    const from = this.#seq;
    this.#seq = lastSeq(db);
    if (from === null || this.#seq < from) {
      this.#open.clear();
      this.#byPhone.clear();
      for (const incident of openIncidents(db)) this.#keep(incident);
      return this.#open;
    }
    for (const id of touchedSince(db, from)) {
      const incident = findIncident(db, id);
      if (incident !== null && incident.closed === null) this.#keep(incident);
      else {
        this.#open.delete(id);
        this.#byPhone.delete(id);
      }
    }
    return this.#open;
  }

  /** Those of them whose caller a clinician has on the line, or waits for one. As of the last entry, too. */
  byPhone(db: Database): Iterable<Incident> {
    this.asOfNow(db);
    return this.#byPhone.values();
  }

  #keep(incident: Incident): void {
    this.#open.set(incident.incidentId, incident);
    if (incident.phone.state === 'none') this.#byPhone.delete(incident.incidentId);
    else this.#byPhone.set(incident.incidentId, incident);
  }
}

function lastSeq(db: Database): number {
  const row = statement(db, 'SELECT seq FROM journal ORDER BY seq DESC LIMIT 1').get();
  return (row as { seq: number } | undefined)?.seq ?? 0;
}

function touchedSince(db: Database, seq: number): Set<string> {
  // The plus keeps SQLite at the end of the journal instead of in the index of every incident.
  const rows = statement(
    db,
    'SELECT incident_id AS id FROM journal WHERE seq > ? AND +incident_id IS NOT NULL',
  ).all(seq);
  return new Set((rows as { id: string }[]).map(({ id }) => id));
}
