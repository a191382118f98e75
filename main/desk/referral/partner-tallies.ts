import { organizationOf } from './referred-to.ts';
import type { FigureSource } from '../outcomes/figure-source.ts';
import { referralsMadeIn } from '#db/board/referrals-projection.ts';
import type { Period } from '#shared/outcomes/period.ts';
import { nameKey } from '#shared/referral/partner-key.ts';
import { arrivalOf, type Referral } from '#shared/referral/referral.ts';
import { dayAfter, startOfDay } from '#shared/roster/zone-moment.ts';
import { quantile } from '#shared/statistics/quantile.ts';

/**
 * What became of the referrals to one place that were made in a period. Counts only, by place: which person it
 * was does not leave main, and exports suppress small ones.
 */
export interface PartnerTally {
  readonly organization: string;
  readonly made: number;
  /** Of them: the place was told. */
  readonly sent: number;
  /** Of those: it has answered, and what its last answer was. */
  readonly answered: number;
  readonly accepted: number;
  readonly waitlisted: number;
  readonly declined: number;
  /** From telling it to its first answer; null while it has given none. */
  readonly answerSeconds: { readonly median: number; readonly p90: number } | null;
  /** Confirmed by the place. */
  readonly arrived: number;
  /** A service within the days of a linkage, confirmed by the place. */
  readonly linked: number;
}

/** By place, those with most referrals first. */
export function partnerTallies(
  { db, timeZone }: Pick<FigureSource, 'db' | 'timeZone'>,
  { from, to }: Period,
): PartnerTally[] {
  const until = startOfDay(timeZone, dayAfter(to, 1));
  const places = new Map<string, { organization: string; referrals: Referral[] }>();
  for (const referral of referralsMadeIn(db, startOfDay(timeZone, from), until)) {
    const organization = organizationOf(db, referral);
    // Words that are no more cannot be counted under a name.
    if (organization === null) continue;
    const key = nameKey(organization);
    const place = places.get(key) ?? { organization, referrals: [] };
    place.referrals.push(referral);
    places.set(key, place);
  }
  return [...places.values()]
    .map(({ organization, referrals }) => ({ organization, ...tallyOf(referrals) }))
    .toSorted((a, b) => b.made - a.made || a.organization.localeCompare(b.organization));
}

function tallyOf(referrals: readonly Referral[]): Omit<PartnerTally, 'organization'> {
  const count = (of: (referral: Referral) => boolean) => referrals.filter(of).length;
  const last = (answer: string) => count(({ answers }) => answers.at(-1)?.answer === answer);
  const seconds = referrals
    .flatMap(({ sentAt, answers }) => {
      const [first] = answers;
      if (sentAt === null || first === undefined) return [];
      return Math.max(0, Math.round((Date.parse(first.at) - Date.parse(sentAt)) / 1000));
    })
    .toSorted((a, b) => a - b);
  const [median, p90] = [quantile(seconds, 0.5), quantile(seconds, 0.9)];
  return {
    made: referrals.length,
    sent: count(({ sentAt }) => sentAt !== null),
    answered: count(({ answers }) => answers.length > 0),
    accepted: last('accepted'),
    waitlisted: last('waitlisted'),
    declined: last('declined'),
    answerSeconds: median === null || p90 === null ? null : { median, p90 },
    arrived: count((referral) => arrivalOf(referral) !== null),
    linked: count(({ standing }) => standing.state === 'linked'),
  };
}
