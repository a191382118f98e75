import {
  countsOf,
  endsOf,
  groupOf,
  IN_PERIOD,
  nowLocal,
  shareIn,
  sharesOf,
  type CountRow,
} from './counted-period.ts';
import type { FigureSource } from './figure-source.ts';
import { CONDITIONS } from './figure-conditions.ts';
import { avoidedTransfers } from './avoided-transfers.ts';
import { operatorLetters } from './operator-letters.ts';
import { followPhoneCalls } from '#db/board/phone-follow-on.ts';
import { tallyBy } from '#db/board/call-tally.ts';
import { statement, type Database } from '#db/open-database.ts';
import { DISPOSITIONS, type DispositionCode } from '#shared/incident/disposition.ts';
import type { ShareFigure } from '#shared/outcomes/figure-catalogue.ts';
import type {
  HarmfulOverride,
  OverrideGroup,
  SafetyPart,
} from '#shared/outcomes/outcome-figures.ts';
import type { Period } from '#shared/outcomes/period.ts';
import { shareOf } from '#shared/statistics/share.ts';

const SHARES: readonly ShareFigure[] = [
  'override',
  'override-up',
  'override-down',
  'override-same',
  'harmful-override',
  'back-up',
  'upgrade',
  'under-triage',
  'over-triage',
  'non-police',
  'no-contact',
  'hospital-transfer',
];

/** Whether the right response went, what people decided otherwise, and how it ended. */
export function safetyPart(source: FigureSource, period: Period): SafetyPart {
  const [from, to] = endsOf(period);
  followPhoneCalls(source.db, { from, to, nowLocal: nowLocal(source) });
  const shares = sharesOf(source, period, SHARES);
  return {
    shares: [
      ...SHARES.map((figure) => ({ figure, share: shares[figure] })),
      ...phoneShares(source.db),
    ],
    overridesByCallType: overridesByCallType(source),
    overridesByOperator: overridesByOperator(source, period),
    harmfulOverrides: harmfulOverrides(source, period),
    dispositions: fieldDispositions(source),
    avoidedTransfers: avoidedTransfers(source, period),
  };
}

/** Of the calls followed since; their conditions read what stands of each. */
function phoneShares(db: Database): SafetyPart['shares'] {
  const figures = ['phone-24-hours', 'phone-7-days'] as const;
  const row = statement(
    db,
    `SELECT ${figures.map(countsOf).join(', ')} FROM (SELECT id, 1 AS n FROM temp.phone_follow_on) c`,
  ).get() as CountRow;
  return figures.map((figure, at) => ({ figure, share: shareIn(row, at) }));
}

const OVERRIDES: readonly ShareFigure[] = ['override', 'override-up', 'override-down'];
const OVERRIDE_COUNTS = OVERRIDES.map(countsOf).join(', ');

type Row = CountRow & { readonly id: string | null };

function overridesIn(row: Row): Pick<OverrideGroup, 'all' | 'up' | 'down'> {
  return { all: shareIn(row, 0), up: shareIn(row, 1), down: shareIn(row, 2) };
}

function mostDecided(groups: OverrideGroup[]): OverrideGroup[] {
  return groups
    .filter(({ all }) => all.denominator > 0)
    .sort((a, b) => b.all.denominator - a.all.denominator || a.label.localeCompare(b.label));
}

function overridesByCallType(source: FigureSource): OverrideGroup[] {
  const rows = statement(
    source.db,
    `SELECT call_type AS id, ${OVERRIDE_COUNTS} FROM ${tallyBy('call_type')}
     WHERE overridden IS NOT NULL GROUP BY call_type`,
  ).all() as Row[];
  return mostDecided(
    rows.map((row) => ({ ...groupOf('call-type', row.id, source.policy), ...overridesIn(row) })),
  );
}

/** Whoever made the decision a call is counted by: its first on a recommendation. */
function overridesByOperator({ db }: FigureSource, period: Period): OverrideGroup[] {
  const rows = statement(
    db,
    `WITH first AS (
       SELECT incident_id, by_operator, MIN(seq) FROM board_decisions
       WHERE how <> 'upgraded' GROUP BY incident_id
     )
     SELECT first.by_operator AS id, ${OVERRIDE_COUNTS}
     FROM first CROSS JOIN (SELECT *, 1 AS n FROM counted_calls) c ON c.id = first.incident_id
     WHERE ${IN_PERIOD} GROUP BY first.by_operator`,
  ).all(...endsOf(period)) as Row[];
  const letters = operatorLetters(rows.map(({ id }) => id ?? ''));
  return mostDecided(
    rows.map((row) => {
      const word = letters.get(row.id ?? '') ?? '';
      return { id: word, label: `Operator ${word}`, ...overridesIn(row) };
    }),
  );
}

type HarmfulRow = Omit<HarmfulOverride, 'because'> & {
  readonly higher: 0 | 1 | null;
  readonly danger: 0 | 1 | null;
  readonly backUp: 0 | 1 | null;
};

function harmfulOverrides({ db }: FigureSource, period: Period): HarmfulOverride[] {
  const { of, is } = CONDITIONS['harmful-override'];
  const rows = statement(
    db,
    `SELECT id, number, received_local AS receivedLocal, call_type AS callType,
       recommended_level AS recommended, decided_level AS decided, highest_level AS highest,
       highest_level > decided_level AS higher, danger_found AS danger, back_up AS backUp
     FROM counted_calls c WHERE ${IN_PERIOD} AND (${of}) AND (${is})
     ORDER BY received_local DESC, id`,
  ).all(...endsOf(period)) as HarmfulRow[];
  return rows.map(({ higher, danger, backUp, ...call }) => ({
    ...call,
    because: [
      ...(higher === 1 ? (['higher-level'] as const) : []),
      ...(danger === 1 ? (['danger-found'] as const) : []),
      ...(backUp === 1 ? (['back-up'] as const) : []),
    ],
  }));
}

const FIELD = DISPOSITIONS.filter(({ kind }) => kind === 'field');

function fieldDispositions({ db }: FigureSource): SafetyPart['dispositions'] {
  const rows = statement(
    db,
    `SELECT disposition AS id, SUM(n) AS calls FROM ${tallyBy('week')}
     WHERE step_behavioral = 1 AND disposition IS NOT NULL GROUP BY disposition`,
  ).all() as { id: DispositionCode; calls: number }[];
  const counted = new Map(rows.map(({ id, calls }) => [id, calls]));
  const all = FIELD.reduce((sum, { code }) => sum + (counted.get(code) ?? 0), 0);
  return FIELD.map(({ code, label }) => {
    return { id: code, label, share: shareOf(counted.get(code) ?? 0, all) };
  });
}
