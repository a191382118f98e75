import { sharesOf } from './counted-period.ts';
import type { FigureSource } from './figure-source.ts';
import { tallyBy } from '#db/board/call-tally.ts';
import { statement } from '#db/open-database.ts';
import { UNSERVED_REASONS, type UnservedCode } from '#shared/incident/alternative-course.ts';
import type { UnservedPart } from '#shared/outcomes/outcome-figures.ts';
import type { Period } from '#shared/outcomes/period.ts';
import { shareOf } from '#shared/statistics/share.ts';

/** Eligible calls to which no alternative response was sent, by why. */
export function unservedPart(source: FigureSource, period: Period): UnservedPart {
  const { unserved } = sharesOf(source, period, ['unserved']);
  const rows = statement(
    source.db,
    `SELECT unserved AS code, SUM(n) AS calls FROM ${tallyBy('week')}
     WHERE step_eligible = 1 AND step_assigned = 0 GROUP BY unserved`,
  ).all() as { code: UnservedCode | null; calls: number }[];
  const counted = new Map(rows.map(({ code, calls }) => [code, calls]));
  const reasons = [...UNSERVED_REASONS, { code: null, label: 'No reason on record' }];
  return {
    unserved,
    byReason: reasons
      .map(({ code, label }) => {
        return { id: code, label, share: shareOf(counted.get(code) ?? 0, unserved.numerator) };
      })
      .sort((a, b) => b.share.numerator - a.share.numerator),
  };
}
