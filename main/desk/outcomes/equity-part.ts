import { countsOf, CUT_COLUMNS, groupOf, shareIn, type CountRow, tally } from './counted-period.ts';
import type { FigureSource } from './figure-source.ts';
import { tallyBy } from '#db/board/call-tally.ts';
import { statement } from '#db/open-database.ts';
import type { Cut, ShareFigure } from '#shared/outcomes/figure-catalogue.ts';
import type { EquityLine, EquityPart, KnownShare } from '#shared/outcomes/outcome-figures.ts';
import type { Period } from '#shared/outcomes/period.ts';
import { rateRatio } from '#shared/statistics/rate-ratio.ts';
import { shareOf } from '#shared/statistics/share.ts';

const COMPARED: readonly ShareFigure[] = ['capture', 'arrived-in-an-hour', 'police-sent', 'linked'];
/** Where more of it is worse for the people it happens to. */
const ADVERSE: readonly ShareFigure[] = ['police-sent'];
const BY: readonly Cut[] = ['area', 'language', 'age-band', 'call-type'];

/** Below this on either side a ratio says nothing. */
export const ENOUGH = 30;
/** Worse off by more than a fifth (domain report 6.1). */
const LEAST = 0.8;

/** Whether groups of people get the same: each against all others whose group is known. */
export function equityPart(source: FigureSource, period: Period): EquityPart {
  tally(source, period);
  const lines = BY.flatMap((by) => linesBy(source, by));
  const missing = [
    {
      what: 'Involuntary holds and petitions',
      why: 'No event of the console and no column of an import says that one was made.',
    },
    { what: 'Race and ethnicity', why: 'They are not asked for.' },
    ...BY.filter((by) => !lines.some((line) => line.by === by)).map((by) => {
      return { what: WHAT[by] ?? by, why: 'Fewer than two groups are known in this period.' };
    }),
  ];
  return { lines, missing };
}

const WHAT: Partial<Record<Cut, string>> = {
  area: 'Areas',
  language: 'Languages',
  'age-band': 'Ages',
  'call-type': 'Call types',
};

type Row = CountRow & { readonly id: string | number | null };

function linesBy(source: FigureSource, by: Cut): EquityLine[] {
  const column = CUT_COLUMNS[by];
  const rows = statement(
    source.db,
    `SELECT ${column} AS id, ${COMPARED.map(countsOf).join(', ')} FROM ${tallyBy(column)}
     GROUP BY ${column} ORDER BY ${column}`,
  ).all() as Row[];
  // Who has no group is compared with nobody, except outside all areas: that is a place, too.
  const known = rows.filter(({ id }) => id !== null || by === 'area');
  if (known.length < 2) return [];
  return COMPARED.flatMap((figure, at) => {
    const shares = known.map((row) => ({ row, share: shareIn(row, at) }));
    return shares.map(({ row, share }) => {
      const rest = sumOf(shares.filter((each) => each.row !== row).map((each) => each.share));
      return {
        ...groupOf(by, row.id, source.policy),
        figure,
        by,
        ...compared(figure, share, rest),
      };
    });
  });
}

function sumOf(rest: readonly KnownShare[]): KnownShare {
  const sum = (count: 'numerator' | 'denominator' | 'unknown') =>
    rest.reduce((total, share) => total + share[count], 0);
  return { ...shareOf(sum('numerator'), sum('denominator')), unknown: sum('unknown') };
}

function compared(
  figure: ShareFigure,
  group: KnownShare,
  rest: KnownShare,
): Pick<EquityLine, 'group' | 'rest' | 'ratio' | 'enough' | 'flagged'> {
  const ratio = rateRatio(group, rest);
  const enough = group.denominator >= ENOUGH && rest.denominator >= ENOUGH;
  return { group, rest, ratio, enough, flagged: enough && isWorse(figure, group, rest) };
}

/** By the shares themselves: where the group has none of it, there is no ratio and it is worst off. */
function isWorse(figure: ShareFigure, group: KnownShare, rest: KnownShare): boolean {
  const [its, others] = [group.value ?? 0, rest.value ?? 0];
  return ADVERSE.includes(figure) ? its * LEAST > others : its < others * LEAST;
}
