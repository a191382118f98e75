import {
  SHARE_FIGURES,
  TIME_FIGURES,
  type ShareFigure,
  type TimeFigure,
} from './figure-catalogue.ts';
import type {
  PublicCount,
  PublicGroup,
  PublicQuarter,
  PublicReport,
  PublicShare,
} from './public-report.ts';
import type { Published } from './suppress.ts';
import { shareOf, type Share } from '../statistics/share.ts';

/** What a value is: a part of 1, or seconds. Rows that only count have none. */
export type FigureUnit = 'share' | 'seconds' | 'calls';

/** One figure of one group as it leaves the console. A null is one that does not belong to it. */
export interface FigureRow {
  readonly figure: string;
  readonly group: string;
  readonly numerator: Published | null;
  readonly denominator: Published | null;
  readonly unit: FigureUnit;
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** Something of it is left out, because too few people stand behind it. */
  readonly suppressed: boolean;
  readonly note: string;
}

/** Rows that stand under one heading. */
export interface FigureTable {
  readonly title: string;
  /** How to read it, in a sentence or two. */
  readonly how: string;
  readonly rows: readonly FigureRow[];
}

export const ALL = 'all';

/** What may leave the console, as rows, in the order they are read in. */
export function figureTables(report: PublicReport): readonly FigureTable[] {
  const { funnel, unserved, safety, times, equity, cessa } = report;
  return [
    {
      title: 'How far the calls got',
      how: 'Each step is a part of the last one above it that is told.',
      rows: [...funnelRows(report), shareRow('capture', ALL, funnel.capture)],
    },
    captured('week', funnel.byWeek),
    captured('area', funnel.byArea),
    captured('call type', funnel.byCallType),
    {
      title: 'Eligible and unserved, by reason',
      how: SHARE_FIGURES.unserved.means,
      rows: unserved.byReason.map((each) => countRow(SHARE_FIGURES.unserved.label, each)),
    },
    {
      title: 'Times',
      how: 'Half of the calls were faster than the median, nine in ten faster than p90. A moment that stands before an earlier one is left out.',
      rows: times.flatMap(timeRows),
    },
    {
      title: 'Safety',
      how: 'Under-triage and over-triage pull against each other: read them together.',
      rows: safety.shares.map(({ figure, share }) => shareRow(figure, ALL, share)),
    },
    {
      title: 'How calls of the field ended',
      how: 'Of the calls that ended as one of the five dispositions of the field.',
      rows: safety.dispositions.map((each) => countRow('Disposition', each)),
    },
    {
      title: 'Worse off than others',
      how: 'Groups for which a figure is worse by more than a fifth than for everybody else, where both have enough calls.',
      rows: equity.flagged.map(({ figure, by, label }) => ({
        ...row(SHARE_FIGURES[figure].label, `${by.replace('-', ' ')}: ${label}`),
        note: 'worse off by more than a fifth',
      })),
    },
    ...cessa.quarters.map(cessaTable),
  ].filter(({ rows }) => rows.length > 0);
}

function funnelRows({ funnel: { steps } }: PublicReport): FigureRow[] {
  let last: { readonly label: string; readonly calls: number } | null = null;
  const rows: FigureRow[] = [];
  for (const { step, calls } of steps) {
    const { label, means } = SHARE_FIGURES[step];
    const share = last === null || typeof calls !== 'number' ? null : shareOf(calls, last.calls);
    const of = share === null || last === null ? '' : ` Of “${last.label}”.`;
    rows.push({
      ...row(label, ALL),
      numerator: calls,
      denominator: share?.denominator ?? null,
      unit: share === null ? 'calls' : 'share',
      ...ends(share),
      suppressed: typeof calls !== 'number',
      note: `${means}${of}`,
    });
    if (typeof calls === 'number') last = { label, calls };
  }
  return rows;
}

function captured(by: string, groups: readonly PublicGroup[]): FigureTable {
  return {
    title: `Captured, by ${by}`,
    how: SHARE_FIGURES.capture.means,
    rows: groups.map(({ label, eligible, captured: numerator }) => {
      const told = typeof numerator === 'number' && typeof eligible === 'number';
      return {
        ...row(SHARE_FIGURES.capture.label, label),
        numerator,
        denominator: eligible,
        unit: 'share',
        ...ends(told ? shareOf(numerator, eligible) : null),
        suppressed: !told,
        note: `of ${SHARE_FIGURES.capture.of}`,
      };
    }),
  };
}

function timeRows({
  figure,
  n,
  median,
  p90,
  standards,
}: PublicReport['times'][number]): FigureRow[] {
  if (n === 0) return [];
  const { label, means, standards: asked } = TIME_FIGURES[figure as TimeFigure];
  const time = (which: string, value: number | null): FigureRow => ({
    ...row(`${label}, ${which}`, ALL),
    denominator: n,
    unit: 'seconds',
    value,
    suppressed: typeof n !== 'number',
    note: means,
  });
  return [
    time('median', median),
    time('p90', p90),
    ...standards.map(({ seconds, share }): FigureRow => {
      const standard = asked.find((each) => each.seconds === seconds);
      const wanted =
        standard === undefined
          ? ''
          : `wanted ${Math.round(100 * standard.wanted)} %, ${standard.source}`;
      return { ...sharedRow(`${label}, within ${seconds} s`, ALL, share), note: wanted };
    }),
  ];
}

function cessaTable(quarter: PublicQuarter): FigureTable {
  const whole = `CESSA, ${quarter.quarter}`;
  const counts = (figure: string, of: readonly PublicCount[]) =>
    of.map((each) => countRow(figure, each));
  return {
    title: whole,
    how: quarter.complete
      ? 'The whole quarter, whatever days were asked for.'
      : 'The quarter so far: it is not over, or its calls are not all in.',
    rows: [
      countRow('Behavioral-health calls', {
        id: null,
        label: quarter.quarter,
        calls: quarter.calls,
      }),
      ...counts('By level', quarter.byLevel),
      ...counts('By response', quarter.byResponse),
      ...counts('By transport', quarter.byTransport),
      sharedRow('Police on the scene', quarter.quarter, quarter.police),
      sharedRow('Within the maximum time', quarter.quarter, quarter.withinMaximumTime),
    ],
  };
}

function shareRow(figure: ShareFigure, group: string, share: PublicShare): FigureRow {
  const { label, of, means } = SHARE_FIGURES[figure];
  return { ...sharedRow(label, group, share), note: `of ${of}. ${means}` };
}

function sharedRow(figure: string, group: string, share: PublicShare): FigureRow {
  const { numerator, value } = share;
  // Without a share the whole is not told either: beside the step before it would tell of what is not known.
  const denominator =
    value === null && typeof share.denominator === 'number' ? 'withheld' : share.denominator;
  return {
    ...row(figure, group),
    numerator,
    denominator,
    unit: 'share',
    ...ends(share),
    suppressed: value === null,
  };
}

function countRow(figure: string, { label, calls }: PublicCount): FigureRow {
  return { ...row(figure, label), numerator: calls, suppressed: typeof calls !== 'number' };
}

function row(figure: string, group: string): FigureRow {
  return {
    figure,
    group,
    numerator: null,
    denominator: null,
    unit: 'calls',
    ...ends(null),
    suppressed: false,
    note: '',
  };
}

function ends(share: Pick<Share, 'value' | 'low' | 'high'> | null) {
  return { value: share?.value ?? null, low: share?.low ?? null, high: share?.high ?? null };
}
