import { findIncident, openIncidents } from './incidents-projection.ts';
import { allUnits } from './units-projection.ts';
import { statement, type Database } from '../open-database.ts';
import type { Incident } from '#shared/incident/incident.ts';
import type { Unit } from '#shared/unit/unit.ts';

/**
 * The open incidents and the units for somebody who asks again and again: only those are read that an entry touched
 * since the last time, whoever wrote it. An incident changes by an entry about it, a unit by one of a unit, and
 * neither by anything else.
 */
export class BoardAtHand {
  readonly #open = new Map<string, Incident>();
  /** Those of them a clinician has, or is to have: few, and asked for with every decision. */
  readonly #byPhone = new Map<string, Incident>();
  /** Null when an entry may have changed one. */
  #units: readonly Unit[] | null = null;
  /** Sequence of the last entry that is in them; null before they were read. */
  #seq: number | null = null;

  /** As of the last entry. Inside a transaction in which the board follows the journal to its end. */
  incidents(db: Database): ReadonlyMap<string, Incident> {
    this.#follow(db);
    return this.#open;
  }

  /** Those of them whose caller a clinician has on the line, or waits for one. As of the last entry, too. */
  byPhone(db: Database): Iterable<Incident> {
    this.#follow(db);
    return this.#byPhone.values();
  }

  /** Every unit of the board. As of the last entry, too. */
  units(db: Database): readonly Unit[] {
    this.#follow(db);
    this.#units ??= allUnits(db);
    return this.#units;
  }

  #follow(db: Database): void {
    const from = this.#seq;
    const since = from === null ? [] : entriesSince(db, from);
    if (from === null || (since.length === 0 && lastSeq(db) < from)) return this.#read(db);
    for (const { seq, type } of since) {
      this.#seq = seq;
      if (type.startsWith('unit.')) this.#units = null;
    }
    for (const id of new Set(since.map((entry) => entry.id))) {
      if (id === null) continue;
      const incident = findIncident(db, id);
      if (incident !== null && incident.closed === null) this.#keep(incident);
      else {
        this.#open.delete(id);
        this.#byPhone.delete(id);
      }
    }
  }

  #read(db: Database): void {
    this.#seq = lastSeq(db);
    this.#units = null;
    this.#open.clear();
    this.#byPhone.clear();
    for (const incident of openIncidents(db)) this.#keep(incident);
  }

  #keep(incident: Incident): void {
    this.#open.set(incident.incidentId, incident);
    if (incident.phone.state === 'none') this.#byPhone.delete(incident.incidentId);
    else this.#byPhone.set(incident.incidentId, incident);
  }
}

interface Since {
  readonly seq: number;
  readonly type: string;
  readonly id: string | null;
}

function entriesSince(db: Database, seq: number): Since[] {
  return statement(
    db,
    'SELECT seq, type, incident_id AS id FROM journal WHERE seq > ? ORDER BY seq',
  ).all(seq) as Since[];
}

function lastSeq(db: Database): number {
  const row = statement(db, 'SELECT seq FROM journal ORDER BY seq DESC LIMIT 1').get();
  return (row as { seq: number } | undefined)?.seq ?? 0;
}
