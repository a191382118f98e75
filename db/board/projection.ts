import type { Database } from '../open-database.ts';
import type { Entry } from '#shared/journal/journal-event.ts';

/**
 * A derived table. Disposable: any edit to `ddl` or to what `apply` does (raise `version`) costs a
 * rebuild from the journal, never a migration. `key` names the primary key columns, for the digest.
 */
export interface Projection {
  readonly name: string;
  readonly version: number;
  readonly ddl: string;
  readonly key: string;
  apply(db: Database, entry: Entry): void;
}
