import type { CessaPart, CessaQuarter } from './cessa-counts.ts';
import type { FunnelStep } from './counted-call.ts';
import type { ShareFigure } from './figure-catalogue.ts';
import type { FunnelGroup, FunnelPart, KnownShare, OutcomeFigures } from './outcome-figures.ts';
import { LEAST_PUBLISHED, suppressList, suppressTable, type Published } from './suppress.ts';

/** A share as it may be published: whole, or without what would say something of fewer than eleven. */
export interface PublicShare {
  readonly numerator: Published;
  readonly denominator: Published;
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

export interface PublicGroup {
  readonly id: string | null;
  readonly label: string;
  readonly eligible: Published;
  readonly captured: Published;
  readonly notCaptured: Published;
}

export interface PublicCount {
  readonly id: string | null;
  readonly label: string;
  readonly calls: Published;
}

/**
 * Figures for everybody. Only what can stand together without one number giving another away: each table is
 * suppressed with the totals that stand elsewhere as known, and what would add up to one of them is left out.
 * Calls, operators and hours of the week are never in it.
 */
export interface PublicReport {
  readonly funnel: {
    readonly steps: readonly { readonly step: FunnelStep; readonly calls: Published }[];
    readonly capture: PublicShare;
    readonly byWeek: readonly PublicGroup[];
    readonly byArea: readonly PublicGroup[];
    readonly byCallType: readonly PublicGroup[];
  };
  readonly unserved: { readonly byReason: readonly PublicCount[] };
  readonly safety: {
    readonly shares: readonly { readonly figure: ShareFigure; readonly share: PublicShare }[];
    readonly dispositions: readonly PublicCount[];
  };
  readonly times: readonly {
    readonly figure: string;
    readonly n: Published;
    readonly median: number | null;
    readonly p90: number | null;
    readonly standards: readonly { readonly seconds: number; readonly share: PublicShare }[];
  }[];
  /** Only which groups are worse off, and in what: their counts would add to the tables. */
  readonly equity: {
    readonly flagged: readonly {
      readonly by: string;
      readonly label: string;
      readonly figure: ShareFigure;
    }[];
  };
  readonly cessa: { readonly quarters: readonly PublicQuarter[] };
}

export interface PublicQuarter {
  readonly quarter: string;
  readonly complete: boolean;
  readonly calls: Published;
  readonly byLevel: readonly PublicCount[];
  readonly byResponse: readonly PublicCount[];
  readonly byTransport: readonly PublicCount[];
  readonly police: PublicShare;
  readonly withinMaximumTime: PublicShare;
}

export function publicReport(figures: OutcomeFigures, cessa: CessaPart): PublicReport {
  const { funnel, unserved, safety, times, equity } = figures;
  const steps = chain(funnel);
  const isPublished = (step: FunnelStep) => typeof steps.get(step) === 'number';
  const ofEligible = isPublished('eligible') && isPublished('assigned');
  const groups = (of: readonly FunnelGroup[]) => (ofEligible ? groupTable(of) : []);
  const counts = unserved.byReason.map(({ share }) => share.numerator);
  const reasons = suppressList(counts, { knownTotals: true });
  const ends = suppressList(safety.dispositions.map(({ share }) => share.numerator));
  return {
    funnel: {
      steps: [...steps].map(([step, calls]) => ({ step, calls })),
      capture: ofEligible ? publicShare(funnel.capture) : WITHHELD,
      byWeek: groups(funnel.byWeek),
      byArea: groups(funnel.byArea),
      byCallType: groups(funnel.byCallType),
    },
    unserved: {
      byReason: unserved.byReason.map(({ id, label }, at) => ({
        id,
        label,
        calls: ofEligible ? (reasons.counts[at] ?? 'withheld') : 'withheld',
      })),
    },
    safety: {
      shares: safety.shares
        .filter(({ figure }) => PUBLIC_SHARES.includes(figure))
        .map(({ figure, share }) => ({ figure, share: publicShare(share) })),
      dispositions: safety.dispositions.map(({ id, label }, at) => {
        return { id, label, calls: ends.counts[at] ?? 'withheld' };
      }),
    },
    times: times.map(({ figure, n, median, p90, standards }) => {
      const enough = n >= LEAST_PUBLISHED;
      return {
        figure,
        n: enough ? n : '<11',
        median: enough ? median : null,
        p90: enough ? p90 : null,
        standards: standards.map(({ seconds, share }) => {
          return { seconds, share: publicShare({ ...share, unknown: 0 }) };
        }),
      };
    }),
    equity: {
      flagged: equity.lines
        .filter(({ flagged }) => flagged)
        .map(({ by, label, figure }) => ({ by, label, figure })),
    },
    cessa: { quarters: publicQuarters(cessa.quarters) },
  };
}

/** None of them is a part of another, or a sum of others. */
const PUBLIC_SHARES: readonly ShareFigure[] = [
  'override',
  'back-up',
  'under-triage',
  'over-triage',
  'phone-7-days',
];

const WITHHELD: PublicShare = {
  numerator: 'withheld',
  denominator: 'withheld',
  value: null,
  low: null,
  high: null,
};

/** “Offered” lies between two that are published, and would tell of those it takes from both. */
const PUBLIC_STEPS: readonly FunnelStep[] = [
  'behavioral',
  'screened',
  'eligible',
  'assigned',
  'arrived',
  'contact',
  'served',
  'linked',
];

/**
 * Each step is a part of the one before: what lies between two published ones is as much a count as they are. So
 * a step is published when it is large enough, and so is what fell away since the last one that is published.
 */
function chain({ steps }: FunnelPart): ReadonlyMap<FunnelStep, Published> {
  const published = new Map<FunnelStep, Published>();
  let last: number | null = null;
  for (const { step, calls } of steps) {
    if (!PUBLIC_STEPS.includes(step)) continue;
    const isLarge = calls >= LEAST_PUBLISHED;
    const fell: number = last === null ? LEAST_PUBLISHED : last - calls;
    const mark: Published = isLarge ? (fell >= LEAST_PUBLISHED ? calls : 'withheld') : '<11';
    if (typeof mark === 'number') last = mark;
    published.set(step, mark);
  }
  return published;
}

/**
 * Hides both parts when either is small; their sum stays, unless it is small itself. A few calls the record cannot tell
 * it of hide all of it: the sum beside the step it is taken from would say how few they are.
 */
export function publicShare({
  numerator,
  denominator,
  value,
  low,
  high,
  unknown,
}: KnownShare): PublicShare {
  if (unknown > 0 && unknown < LEAST_PUBLISHED) return WITHHELD;
  const { counts, total } = suppressList([numerator, denominator - numerator]);
  if (counts.every((count) => typeof count === 'number'))
    return { numerator, denominator, value, low, high };
  return { ...WITHHELD, numerator: counts[0] ?? 'withheld', denominator: total };
}

/** Captured and not, by group; the totals are the steps of the funnel. */
function groupTable(groups: readonly FunnelGroup[]): PublicGroup[] {
  const known = groups.filter(({ capture }) => capture.denominator > 0);
  const { rows, rowTotals } = suppressTable(
    known.map(({ capture: { numerator, denominator } }) => [numerator, denominator - numerator]),
    { knownTotals: true },
  );
  return known.map(({ id, label }, at) => ({
    id,
    label,
    eligible: rowTotals[at] ?? 'withheld',
    captured: rows[at]?.[0] ?? 'withheld',
    notCaptured: rows[at]?.[1] ?? 'withheld',
  }));
}

/** How calls ended follows from how they were transported, so only that is published. */
function publicQuarters(quarters: readonly CessaQuarter[]): PublicQuarter[] {
  const { counts: calls } = suppressList(
    quarters.map((quarter) => quarter.calls),
    { knownTotals: true },
  );
  return quarters.map((quarter, at) => {
    const total = calls[at] ?? 'withheld';
    const list = (counts: CessaQuarter['byLevel']): PublicCount[] => {
      const marks = suppressList(
        counts.map((each) => each.calls),
        { knownTotals: typeof total === 'number' },
      ).counts;
      return counts.map(({ id, label }, place) => {
        const mark = typeof total === 'number' ? marks[place] : 'withheld';
        return { id, label, calls: mark ?? 'withheld' };
      });
    };
    const isPublic = typeof total === 'number';
    return {
      quarter: quarter.quarter,
      complete: quarter.complete,
      calls: total,
      byLevel: list(quarter.byLevel),
      byResponse: list(quarter.byResponse),
      byTransport: list(quarter.byTransport),
      police: isPublic ? publicShare(quarter.police) : WITHHELD,
      withinMaximumTime: isPublic ? publicShare(quarter.maximumTime.within) : WITHHELD,
    };
  });
}
