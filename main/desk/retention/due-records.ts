import { membersOf, rootOf } from '#db/board/people-projection.ts';
import { linkOf, linksOfRecord } from '#db/board/people-links-projection.ts';
import { openContacts } from '#db/board/contacts-projection.ts';
import { openIncidents } from '#db/board/incidents-projection.ts';
import { legalHolds } from '#db/board/retention-projection.ts';
import { recordsUpTo, type RecordWords } from '#db/journal/shredded-words.ts';
import { statement, type Database } from '#db/open-database.ts';
import { recordOfIncident } from '#shared/journal/record-of.ts';
import type { IncidentId } from '#shared/lib/brand.ts';
import type { KeptPartition } from '#shared/partition/partition.ts';
import { pastBefore } from '#shared/retention/retention.ts';

/** The records of a partition that are past its schedule, by whether they may go. */
export interface PastRecords {
  readonly due: readonly RecordWords[];
  /** Kept by a legal hold. */
  readonly held: number;
  /** Kept because the incident, or a contact promised in it, is open. */
  readonly open: number;
}

/**
 * A record is past the schedule when its newest words were written before it. The order of entries is what
 * counts, so that a clock that was wrong once lets nothing go early: of all entries up to the newest words,
 * none may be younger than the schedule.
 */
export function pastRecords(
  db: Database,
  partition: KeptPartition,
  years: number,
  now: Date,
): PastRecords {
  const before = pastBefore(now, years).toISOString();
  const held = heldRecords(db);
  const inWork = recordsInWork(db);
  const past = recordsUpTo(db, partition, lastBefore(db, before));
  const due: RecordWords[] = [];
  let [heldCount, open] = [0, 0];
  for (const record of past) {
    if (held.has(record.record)) heldCount += 1;
    else if (inWork.has(record.record) || stillCalls(db, record.record, before)) open += 1;
    else due.push(record);
  }
  return { due, held: heldCount, open };
}

/** The last entry before the first that was written at or after `before`; 0 when there is none. */
function lastBefore(db: Database, before: string): number {
  const row = statement(db, 'SELECT MIN(seq) AS first FROM journal WHERE at >= ?').get(before);
  const { first } = row as { first: number | null };
  if (first !== null) return first - 1;
  const last = statement(db, 'SELECT MAX(seq) AS last FROM journal').get();
  return (last as { last: number | null }).last ?? 0;
}

/** What the standing holds keep: incidents, people, and every incident of a held person, by record. */
function heldRecords(db: Database): ReadonlySet<string> {
  const records = new Set<string>();
  for (const { held } of legalHolds(db)) {
    if (held.kind === 'incident') records.add(recordOfIncident(held.incidentId));
    else
      for (const { personId } of membersOf(db, rootOf(db, held.personId))) {
        records.add(`person/${personId}`);
        for (const incidentId of incidentsOf(db, personId))
          records.add(recordOfIncident(incidentId));
      }
  }
  return records;
}

/** The incidents of one record of a person, certain or not. */
export function incidentsOf(db: Database, personId: string): IncidentId[] {
  return linksOfRecord(db, personId).flatMap(({ link: { call } }) =>
    'incidentId' in call ? [call.incidentId] : [],
  );
}

/** The incident a record is of; null for a record of something else. */
export function incidentOfRecord(record: string): IncidentId | null {
  const [, incidentId] = /^incident\/(.+)$/.exec(record) ?? [];
  return (incidentId as IncidentId | undefined) ?? null;
}

/** Incidents that are open, and those in which a contact is promised. */
function recordsInWork(db: Database): ReadonlySet<string> {
  const incidents = [...openIncidents(db), ...openContacts(db, -1)];
  return new Set(incidents.map(({ incidentId }) => recordOfIncident(incidentId)));
}

/** What is known of a person is in use as long as they call. */
function stillCalls(db: Database, record: string, before: string): boolean {
  const [, personId] = /^person\/(.+)$/.exec(record) ?? [];
  return (
    personId !== undefined &&
    linksOfRecord(db, personId, 1).some(({ happened }) => happened >= before)
  );
}

/** Whose an incident is said to be; null when it is linked to nobody. */
export function personOf(db: Database, incidentId: IncidentId) {
  const link = linkOf(db, incidentId);
  return link === null ? null : rootOf(db, link.personId);
}
