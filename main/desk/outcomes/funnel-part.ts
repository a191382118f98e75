import {
  countsOf,
  CUT_COLUMNS,
  groupOf,
  shareIn,
  sharesOf,
  type CountRow,
} from './counted-period.ts';
import type { FigureSource } from './figure-source.ts';
import { tallyBy } from '#db/board/call-tally.ts';
import { STEP_COLUMNS } from '#db/board/step-columns.ts';
import { statement } from '#db/open-database.ts';
import { FUNNEL, type FunnelStep } from '#shared/outcomes/counted-call.ts';
import type { Cut, ShareFigure } from '#shared/outcomes/figure-catalogue.ts';
import type { FunnelGroup, FunnelPart } from '#shared/outcomes/outcome-figures.ts';
import type { Period } from '#shared/outcomes/period.ts';

const DETECTION = [
  'first-found-by-type',
  'first-found-by-answer',
  'first-found-by-clinician',
] as const satisfies readonly ShareFigure[];

/** How far the calls got, N0 to N8: over the whole period and by week, hour of the week, area and type. */
export function funnelPart(source: FigureSource, period: Period): FunnelPart {
  const shares = sharesOf(source, period, [...FUNNEL, ...DETECTION, 'capture'] as const);
  const { calls, open, ...steps } = statement(
    source.db,
    `SELECT COALESCE(SUM(n), 0) AS calls, COALESCE(SUM(n * open), 0) AS open, ${STEP_SUMS.join(', ')}
     FROM ${tallyBy('week')}`,
  ).get() as Record<FunnelStep | 'calls' | 'open', number>;
  return {
    calls,
    open,
    steps: FUNNEL.map((step) => {
      return { step, calls: steps[step], share: shares[step] };
    }),
    detection: DETECTION.map((figure) => ({ figure, share: shares[figure] })),
    capture: shares.capture,
    byWeek: groupsBy(source, 'week'),
    byHourOfWeek: everyHour(groupsBy(source, 'hour'), source),
    byArea: byCalls(groupsBy(source, 'area')),
    byCallType: byCalls(groupsBy(source, 'call-type')),
  };
}

interface GroupRow {
  readonly id: string | number | null;
  readonly calls: number;
}

const STEP_SUMS = FUNNEL.map((step) => `COALESCE(SUM(n * ${STEP_COLUMNS[step]}), 0) AS "${step}"`);

function groupsBy(source: FigureSource, cut: Cut): FunnelGroup[] {
  const column = CUT_COLUMNS[cut];
  const rows = statement(
    source.db,
    `SELECT ${column} AS id, SUM(n) AS calls, ${STEP_SUMS.join(', ')}, ${countsOf('capture', 0)}
     FROM ${tallyBy(column)} GROUP BY ${column} ORDER BY ${column}`,
  ).all() as (GroupRow & CountRow)[];
  return rows.map((row) => ({
    ...groupOf(cut, row.id, source.policy),
    calls: row.calls,
    steps: Object.fromEntries(FUNNEL.map((step) => [step, row[step] ?? 0])) as Record<
      FunnelStep,
      number
    >,
    capture: shareIn(row, 0),
  }));
}

const HOURS_A_WEEK = 168;

/** An hour nobody called in is one with no calls, not a gap. */
function everyHour(groups: readonly FunnelGroup[], { policy }: FigureSource): FunnelGroup[] {
  const known = new Map(groups.map((group) => [group.id, group]));
  const none = Object.fromEntries(FUNNEL.map((step) => [step, 0])) as Record<FunnelStep, number>;
  return Array.from({ length: HOURS_A_WEEK }, (_, hour) => {
    const group = groupOf('hour', hour, policy);
    return known.get(group.id) ?? { ...group, calls: 0, steps: none, capture: shareIn({}, 0) };
  });
}

function byCalls(groups: FunnelGroup[]): FunnelGroup[] {
  return groups.sort((a, b) => b.calls - a.calls || a.label.localeCompare(b.label));
}
