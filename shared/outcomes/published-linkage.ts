import type { LinkageFigures, PartnerLinkage } from './linkage.ts';
import { LEAST_PUBLISHED, suppressTable, type Published } from './suppress.ts';

/** One place as it may leave the center. */
export interface PublishedPartner {
  readonly partner: string | null;
  readonly made: Published;
  readonly linked: Published;
  readonly notLinked: Published;
  /** Null where fewer than eleven answers would stand behind it. */
  readonly medianHours: number | null;
}

export type PublishedLinkage = Omit<LinkageFigures, 'partners'> & {
  readonly partners: readonly PublishedPartner[];
};

/** The totals stand as they are; of each place only what says nothing of fewer than eleven people. */
export function publishedLinkage({ partners, ...whole }: LinkageFigures): PublishedLinkage {
  const { rows, rowTotals } = suppressTable(
    partners.map(({ made, linked }) => [linked, made - linked]),
    { knownTotals: true },
  );
  return {
    ...whole,
    partners: partners.map(({ partner, answers }: PartnerLinkage, at) => ({
      partner,
      made: rowTotals[at] ?? 'withheld',
      linked: rows[at]?.[0] ?? 'withheld',
      notLinked: rows[at]?.[1] ?? 'withheld',
      medianHours: answers.answered < LEAST_PUBLISHED ? null : answers.medianHours,
    })),
  };
}
