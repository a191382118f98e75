import type { FigureSource } from './figure-source.ts';
import { organizationOf } from '../referral/referred-to.ts';
import { partnerKeys } from '#db/board/partner-keys-projection.ts';
import { referralsMadeIn } from '#db/board/referrals-projection.ts';
import {
  linkageFigures,
  type CountedReferral,
  type LinkageFigures,
} from '#shared/outcomes/linkage.ts';
import type { Period } from '#shared/outcomes/period.ts';
import { phoneDeskOf } from '#shared/policy/phone-desk.ts';
import { nameKey } from '#shared/referral/partner-key.ts';
import { arrivalOf, type Referral } from '#shared/referral/referral.ts';
import { dayAfter, startOfDay } from '#shared/roster/zone-moment.ts';

/**
 * What became of the referrals made over some days. Where somebody was referred to is clinical text, and whatever
 * was typed there stays where it is kept: only a place the center itself has named, as a partner with a key or as a
 * line of the policy, is counted under that name. All others are counted together.
 */
export function linkagePart(source: FigureSource, period: Period): LinkageFigures {
  const { db, policy, timeZone } = source;
  const from = startOfDay(timeZone, period.from);
  const until = startOfDay(timeZone, dayAfter(period.to, 1));
  const names = new Map(
    [
      ...phoneDeskOf(policy).receivers.map(({ label }) => label),
      ...partnerKeys(db).map(({ organization }) => organization),
    ].map((name) => [nameKey(name), name]),
  );
  return linkageFigures(
    referralsMadeIn(db, from, until).map((referral) => {
      const name = names.get(nameKey(organizationOf(db, referral) ?? ''));
      return countedReferral(referral, name ?? null, source.now);
    }),
  );
}

function countedReferral(referral: Referral, partner: string | null, now: Date): CountedReferral {
  const { consent, madeAt, sentAt, answers, standing, reported } = referral;
  const [first] = answers;
  const is = (wanted: (typeof answers)[number]['answer']) =>
    answers.some(({ answer }) => answer === wanted);
  return {
    partner,
    consented: consent === 'share',
    ageDays: hours(madeAt, now.toISOString()) / 24,
    sent: sentAt !== null,
    answerHours: sentAt === null || first === undefined ? null : hours(sentAt, first.at),
    accepted: is('accepted'),
    declined: is('declined'),
    arrived: arrivalOf(referral) !== null,
    linked: standing.state === 'linked',
    saidCame: reported?.what === 'came',
  };
}

function hours(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / 3_600_000;
}
