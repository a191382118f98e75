import { endsOf } from './counted-period.ts';
import type { FigureSource } from './figure-source.ts';
import { statement } from '#db/open-database.ts';
import type { CountedSources } from '#shared/outcomes/outcome-figures.ts';
import type { Period } from '#shared/outcomes/period.ts';

/**
 * Where the calls of a period come from, and since when there are any. `calls` are all of it: counting the
 * imported ones takes an index, counting the console's own would read every row.
 */
export function countedSources(
  { db }: FigureSource,
  period: Period,
  calls: number,
): CountedSources {
  const imported = statement(
    db,
    `SELECT COUNT(*) FROM board_past_calls WHERE received_local >= ? AND received_local < ?`,
  )
    .pluck()
    .get(...endsOf(period)) as number;
  const [first = null] = ['main.board_counted_calls', 'temp.open_calls']
    .map((table) => statement(db, `SELECT MIN(received_local) FROM ${table}`).pluck().get())
    .filter((local) => typeof local === 'string')
    .sort();
  return { console: calls - imported, imported, since: first?.slice(0, 10) ?? null };
}
