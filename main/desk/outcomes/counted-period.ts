import { CONDITIONS } from './figure-conditions.ts';
import type { FigureSource } from './figure-source.ts';
import { tallyBy, tallyCalls } from '#db/board/call-tally.ts';
import { statement } from '#db/open-database.ts';
import type { Cut, ShareFigure } from '#shared/outcomes/figure-catalogue.ts';
import type { Group, KnownShare } from '#shared/outcomes/outcome-figures.ts';
import type { Period } from '#shared/outcomes/period.ts';
import { AGE_BAND_LABELS, type AgeBand } from '#shared/person/people.ts';
import type { Policy } from '#shared/policy/policy.ts';
import { dayAfter, wallSecondInZone } from '#shared/roster/zone-moment.ts';
import { shareOf } from '#shared/statistics/share.ts';
import { languageName } from '#shared/unit/language.ts';

/** The center's wall clock at the moment of asking, to the second. */
export function nowLocal({ timeZone, now }: FigureSource): string {
  return wallSecondInZone(timeZone, now.getTime());
}

/** Calls received in the period. Its two parameters are those of `endsOf`. */
export const IN_PERIOD = 'c.received_local >= ? AND c.received_local < ?';

/** Wall-clock ends of a period: from the first moment of its first day to the one after its last. */
export function endsOf({ from, to }: Period): [string, string] {
  return [from, dayAfter(to, 1)];
}

export const CUT_COLUMNS: Readonly<Record<Cut, string>> = {
  week: 'week',
  hour: 'hour_of_week',
  area: 'area_id',
  'call-type': 'call_type',
  language: 'language',
  'age-band': 'age_band',
};

/** What each source was tallied for last. It reads the record at one moment, so a tally stays as it is. */
const tallied = new WeakMap<FigureSource, string>();

/** The tallies of a period, which all shares of calls are summed from (see tallyCalls). */
export function tally(source: FigureSource, period: Period): void {
  const [from, until] = endsOf(period);
  const days = `${from} ${until}`;
  if (tallied.get(source) === days) return;
  tallyCalls(source.db, from, until);
  tallied.set(source, days);
}

/** Three sums of a share over a tally, under names that cannot clash. */
export function countsOf(figure: ShareFigure, at: number): string {
  const { of, is } = CONDITIONS[figure];
  return `
    COALESCE(SUM(n * ((${of}) AND (${is}))), 0) AS n${at},
    COALESCE(SUM(n * ((${of}) AND (${is}) IS NOT NULL)), 0) AS d${at},
    COALESCE(SUM(n * ((${of}) AND (${is}) IS NULL)), 0) AS u${at}`;
}

export type CountRow = Readonly<Record<string, number>>;

export function shareIn(row: CountRow, at: number): KnownShare {
  return { ...shareOf(row[`n${at}`] ?? 0, row[`d${at}`] ?? 0), unknown: row[`u${at}`] ?? 0 };
}

/** Some shares over the whole period, by the name of the figure. */
export function sharesOf<Figure extends ShareFigure>(
  source: FigureSource,
  period: Period,
  figures: readonly Figure[],
): Readonly<Record<Figure, KnownShare>> {
  tally(source, period);
  const row = statement(
    source.db,
    `SELECT ${figures.map(countsOf).join(', ')} FROM ${tallyBy('week')}`,
  ).get() as CountRow;
  const shares = figures.map((figure, at) => [figure, shareIn(row, at)]);
  return Object.fromEntries(shares) as Record<Figure, KnownShare>;
}

/** What a group is called: by the policy where it names it, by its own id where it does not any more. */
export function groupOf(cut: Cut, id: string | number | null, policy: Policy): Group {
  if (id === null) return { id, label: UNSAID[cut] };
  const text = String(id);
  return { id: text, label: labelOf(cut, text, policy) };
}

function labelOf(cut: Cut, id: string, policy: Policy): string {
  switch (cut) {
    case 'week':
      return `Week of ${id}`;
    case 'hour':
      return `${DAYS[Math.floor(Number(id) / 24)]} ${String(Number(id) % 24).padStart(2, '0')}:00`;
    case 'area':
      return policy.areas.find((area) => area.id === id)?.name ?? id;
    case 'call-type':
      return policy.callTypes.find(({ code }) => code === id)?.label ?? id;
    case 'language':
      return languageName(id);
    case 'age-band':
      return AGE_BAND_LABELS[id as AgeBand] ?? id;
  }
}

const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

const UNSAID: Readonly<Record<Cut, string>> = {
  week: 'Week not known',
  hour: 'Hour not known',
  area: 'Outside all areas',
  'call-type': 'Type not set',
  language: 'Language not known',
  'age-band': 'Age not known',
};
