import type { Journal } from '../journal/journal.ts';
import type { Database } from '../open-database.ts';
import type { Entry } from '#shared/journal/journal-event.ts';

/** What came before an entry. The tables are rebuilt beside a journal that stands in another file. */
export type History = Pick<Journal, 'ofIncident'>;

/**
 * A derived table. Disposable: any edit to `ddl` or to what `apply` does (raise `version`) costs a
 * rebuild from the journal, never a migration. `key` names the primary key columns, for the digest.
 */
export interface Projection {
  readonly name: string;
  readonly version: number;
  readonly ddl: string;
  readonly key: string;
  /** `journal` also holds what came after the entry: a projection that reads it stops there. */
  apply(db: Database, entry: Entry, journal: History): void;
}
