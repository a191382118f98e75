import { responseLabel } from '../incident-row.ts';
import { endsOf, IN_PERIOD, nowLocal } from './counted-period.ts';
import type { FigureSource } from './figure-source.ts';
import { orderBit } from '#db/board/counted-call-columns.ts';
import { statement } from '#db/open-database.ts';
import { unservedLabel, type UnservedCode } from '#shared/incident/alternative-course.ts';
import { dispositionLabel, type DispositionCode } from '#shared/incident/disposition.ts';
import {
  MAXIMUM_MINUTES,
  UNAVAILABLE,
  type CessaCount,
  type CessaPart,
  type CessaQuarter,
} from '#shared/outcomes/cessa-counts.ts';
import type { KnownShare } from '#shared/outcomes/outcome-figures.ts';
import type { Period } from '#shared/outcomes/period.ts';
import { quartersOf, type Quarter } from '#shared/outcomes/quarters.ts';
import { LEVEL_NAMES, type Level } from '#shared/routing/level.ts';
import { shareOf } from '#shared/statistics/share.ts';

/** The counts of every quarter the period touches. */
export function cessaPart(source: FigureSource, period: Period): CessaPart {
  const today = nowLocal(source).slice(0, 10);
  return {
    quarters: quartersOf(period).map((quarter) => quarterOf(source, quarter, today)),
    missing: [
      {
        what: 'Petitions for involuntary admission',
        why: 'No event of the console and no column of an import says that one was made.',
      },
    ],
  };
}

const FOUND = `${IN_PERIOD} AND step_behavioral = 1`;
const NOT_KNOWN = 'Not known';

function quarterOf(source: FigureSource, quarter: Quarter, today: string): CessaQuarter {
  const { db, policy } = source;
  const by = (column: string, labelOf: (id: string) => string): CessaCount[] => {
    const rows = statement(
      db,
      `SELECT ${column} AS id, COUNT(*) AS calls FROM counted_calls c
       WHERE ${FOUND} GROUP BY 1 ORDER BY 1`,
    ).all(...endsOf(quarter)) as { id: string | null; calls: number }[];
    return rows.map(({ id, calls }) => {
      return { id, label: id === null ? NOT_KNOWN : labelOf(id), calls };
    });
  };
  const byDisposition = by('disposition', (id) => dispositionLabel(id as DispositionCode));
  const { longestSeconds, ...sums } = sumsOf(source, quarter);
  return {
    ...quarter,
    complete: quarter.to < today,
    calls: byDisposition.reduce((sum, { calls }) => sum + calls, 0),
    byLevel: by('decided_level', (id) => `${id} ${LEVEL_NAMES[id as Level]}`),
    byResponse: by('response', (id) => responseLabel(policy, id)),
    byDisposition,
    byTransport: by(TRANSPORT, (id) => TRANSPORTS[id as keyof typeof TRANSPORTS]),
    police: known(sums, 'police'),
    unavailable: unavailableIn(source, quarter, known(sums, 'unavailablePolice')),
    maximumTime: { minutes: MAXIMUM_MINUTES, within: known(sums, 'within'), longestSeconds },
    petitions: null,
  };
}

const TRANSPORT = `CASE disposition
  WHEN 'services-transport' THEN 'community' WHEN 'services-transfer' THEN 'hospital'
  ELSE CASE WHEN disposition IS NULL THEN NULL ELSE 'none' END END`;

const TRANSPORTS = {
  community: 'To a place in the community',
  hospital: 'To a hospital',
  none: 'No transport',
} as const;

const NO_PROVIDER = `step_eligible = 1 AND step_assigned = 0
  AND unserved IN (${UNAVAILABLE.map((code) => `'${code}'`).join(', ')})`;

/** A team on the road: calls by phone have no way to be timed. */
const SENT = 'step_assigned = 1 AND sent';

type Sums = Readonly<Record<string, number>>;

function sumsOf(
  { db }: FigureSource,
  quarter: Quarter,
): Sums & { readonly longestSeconds: number | null } {
  return statement(
    db,
    `SELECT ${threeOf('police', '1', 'police_on_scene')},
       ${threeOf('unavailablePolice', NO_PROVIDER, 'police_on_scene')},
       ${threeOf('within', SENT, 'reached_in_hour')},
       MAX(CASE WHEN ${SENT} AND out_of_order & ${orderBit('arrived')} = 0 THEN arrived_s END)
         AS longestSeconds
     FROM counted_calls c WHERE ${FOUND}`,
  ).get(...endsOf(quarter)) as Sums & { longestSeconds: number | null };
}

function threeOf(name: string, of: string, is: string): string {
  return `COALESCE(SUM((${of}) AND (${is})), 0) AS ${name}Is,
    COALESCE(SUM((${of}) AND (${is}) IS NOT NULL), 0) AS ${name}Of,
    COALESCE(SUM((${of}) AND (${is}) IS NULL), 0) AS ${name}Unknown`;
}

function known(sums: Sums, name: string): KnownShare {
  const share = shareOf(sums[`${name}Is`] ?? 0, sums[`${name}Of`] ?? 0);
  return { ...share, unknown: sums[`${name}Unknown`] ?? 0 };
}

function unavailableIn(
  { db }: FigureSource,
  quarter: Quarter,
  police: KnownShare,
): CessaQuarter['unavailable'] {
  const rows = statement(
    db,
    `SELECT unserved AS id, COUNT(*) AS calls FROM counted_calls c
     WHERE ${FOUND} AND ${NO_PROVIDER} GROUP BY unserved`,
  ).all(...endsOf(quarter)) as { id: UnservedCode; calls: number }[];
  const counted = new Map(rows.map(({ id, calls }) => [id, calls]));
  const byReason = UNAVAILABLE.map((id) => {
    return { id, label: unservedLabel(id), calls: counted.get(id) ?? 0 };
  });
  const calls = byReason.reduce((sum, each) => sum + each.calls, 0);
  return { code: 'CESSA-unavailable', calls, byReason, police };
}
