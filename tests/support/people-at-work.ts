import { openJournal, type Journal } from '#db/journal/journal.ts';
import { migrate } from '#db/migrations/migrate.ts';
import { openInMemory, type Database } from '#db/open-database.ts';
import { boardFingerprint, createBoard, markFollowed, project } from '#db/board/follow-board.ts';
import { linkOf } from '#db/board/people-links-projection.ts';
import { wholePerson } from '#db/board/people-projection.ts';
import { PROJECTIONS } from '#db/board/projections.ts';
import type { NewEvent } from '#shared/journal/journal-event.ts';
import type { IncidentId, OperatorId, PersonId } from '#shared/lib/brand.ts';
import { isRefusal, type Refusal } from '#shared/lib/refusal.ts';
import type { HeldCall } from '#shared/person/decide-known-person.ts';
import type { CallLink, LinkedCall, WholePerson } from '#shared/person/known-person.ts';

const START = Date.parse('2026-03-03T18:00:00.000Z');

/** The journal and its derived tables without a desk: what is written is followed, nothing is decided. */
export interface PeopleAtWork {
  readonly db: Database;
  readonly journal: Journal;
  /** Writes what was decided; a refusal writes nothing and is handed back. */
  write(events: readonly NewEvent[] | Refusal): readonly NewEvent[] | Refusal;
  whole(personId: string): WholePerson;
  held(call: LinkedCall): HeldCall | null;
}

export function peopleAtWork(): PeopleAtWork {
  const db = openInMemory();
  migrate(db);
  createBoard(db, PROJECTIONS, boardFingerprint(PROJECTIONS));
  const journal = openJournal(db);
  const whole = (personId: string): WholePerson => {
    const found = wholePerson(db, personId);
    if (found === null) throw new Error(`Nobody is registered as ${personId}.`);
    return found;
  };
  return {
    db,
    journal,
    write(events) {
      if (isRefusal(events)) return events;
      const head = journal.head();
      const at = new Date(START + head * 1000).toISOString();
      const stamp = { at, by: 'dana' as OperatorId, position: 'test' };
      for (const entry of journal.append(head, events, stamp)) {
        project(db, entry, PROJECTIONS, journal);
        markFollowed(db, entry.seq);
      }
      return events;
    },
    whole,
    held(call) {
      const link: CallLink | null = linkOf(
        db,
        'incidentId' in call ? call.incidentId : call.pastCall,
      );
      return link && { link, of: whole(link.personId) };
    },
  };
}

export const personId = (text: string) => text as PersonId;
export const incident = (text: string): { readonly incidentId: IncidentId } => {
  return { incidentId: text as IncidentId };
};

/** Rows of a derived table as they stand, but for the columns that say when. */
export function rowsOf(db: Database, table: string, without: readonly string[] = []): object[] {
  return db
    .prepare(`SELECT * FROM ${table}`)
    .all()
    .map((row) => {
      const kept = Object.entries(row as object).filter(([column]) => !without.includes(column));
      return Object.fromEntries(kept);
    })
    .toSorted((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b)));
}
