import { tally } from './counted-period.ts';
import type { FigureSource } from './figure-source.ts';
import { tallyBy } from '#db/board/call-tally.ts';
import { statement } from '#db/open-database.ts';
import type { CountedSources } from '#shared/outcomes/outcome-figures.ts';
import type { Period } from '#shared/outcomes/period.ts';

/** Where the calls of a period come from, and since when there are any. `calls` are all of it. */
export function countedSources(
  source: FigureSource,
  period: Period,
  calls: number,
): CountedSources {
  const { db } = source;
  tally(source, period);
  const imported = statement(
    db,
    `SELECT COALESCE(SUM(n), 0) FROM ${tallyBy('week')} WHERE source = 'import'`,
  )
    .pluck()
    .get() as number;
  const [first = null] = ['main.board_counted_calls', 'temp.open_calls']
    .map((table) => statement(db, `SELECT MIN(received_local) FROM ${table}`).pluck().get())
    .filter((local) => typeof local === 'string')
    .sort();
  return { console: calls - imported, imported, since: first?.slice(0, 10) ?? null };
}
