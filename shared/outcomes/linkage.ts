import { LINKAGE_DAYS } from '../referral/referral-clock.ts';
import { quantile } from '../statistics/quantile.ts';
import { shareOf, type Share } from '../statistics/share.ts';

/** What the linkage figures look at of one referral. */
export interface CountedReferral {
  readonly partner: string | null;
  /** The person agreed that the place is told. */
  readonly consented: boolean;
  /** Days since it was made. */
  readonly ageDays: number;
  readonly sent: boolean;
  /** Hours from the first telling to the first answer; null while there is none. */
  readonly answerHours: number | null;
  readonly accepted: boolean;
  readonly declined: boolean;
  /** Confirmed by the receiving place. */
  readonly arrived: boolean;
  readonly linked: boolean;
  /** The person says that they went. It is shown and counted nowhere. */
  readonly saidCame: boolean;
}

export interface AnswerTime {
  readonly answered: number;
  readonly medianHours: number | null;
  readonly p90Hours: number | null;
}

export interface PartnerLinkage {
  /** Null: all places the center has not named itself, together. */
  readonly partner: string | null;
  readonly made: number;
  readonly sent: number;
  readonly accept: Share;
  readonly answers: AnswerTime;
  readonly arrived: number;
  readonly linked: number;
}

export interface LinkageFigures {
  /** How many got how far: each step only by what is on record, the last two by the receiving place alone. */
  readonly steps: {
    readonly made: number;
    readonly consented: number;
    readonly sent: number;
    readonly accepted: number;
    readonly arrived: number;
    readonly linked: number;
  };
  /** Confirmed linkage of the consented referrals whose days are over. */
  readonly linkage30: Share;
  /** Consented ones whose days are not over: in neither number above. */
  readonly tooYoung: number;
  readonly accept: Share;
  readonly answers: AnswerTime;
  /** Sent and not answered. */
  readonly unanswered: number;
  /** Persons who say that they went, without a confirmation: in none of the above. */
  readonly onlySaid: number;
  readonly partners: readonly PartnerLinkage[];
}

/** The linkage figures of referrals made in a period. A referral that is made, sent or accepted is no linkage. */
export function linkageFigures(referrals: readonly CountedReferral[]): LinkageFigures {
  const count = (is: (referral: CountedReferral) => boolean) => referrals.filter(is).length;
  const old = referrals.filter(({ consented, ageDays }) => consented && ageDays >= LINKAGE_DAYS);
  const partners = new Map<string | null, CountedReferral[]>();
  for (const each of referrals)
    partners.set(each.partner, [...(partners.get(each.partner) ?? []), each]);
  return {
    steps: {
      made: referrals.length,
      consented: count(({ consented }) => consented),
      sent: count(({ sent }) => sent),
      accepted: count(({ accepted }) => accepted),
      arrived: count(({ arrived }) => arrived),
      linked: count(({ linked }) => linked),
    },
    linkage30: shareOf(old.filter(({ linked }) => linked).length, old.length),
    tooYoung: count(({ consented, ageDays }) => consented && ageDays < LINKAGE_DAYS),
    accept: acceptOf(referrals),
    answers: answerTime(referrals),
    unanswered: count(({ sent, answerHours }) => sent && answerHours === null),
    onlySaid: count(({ saidCame, arrived }) => saidCame && !arrived),
    partners: [...partners]
      .map(([partner, own]): PartnerLinkage => {
        return {
          partner,
          made: own.length,
          sent: own.filter(({ sent }) => sent).length,
          accept: acceptOf(own),
          answers: answerTime(own),
          arrived: own.filter(({ arrived }) => arrived).length,
          linked: own.filter(({ linked }) => linked).length,
        };
      })
      .sort((a, b) => b.made - a.made || (a.partner ?? '').localeCompare(b.partner ?? '')),
  };
}

/** Accepted at any time, of those that were accepted or declined: a waiting list is no answer yet. */
function acceptOf(referrals: readonly CountedReferral[]): Share {
  const decided = referrals.filter(({ accepted, declined }) => accepted || declined);
  return shareOf(decided.filter(({ accepted }) => accepted).length, decided.length);
}

function answerTime(referrals: readonly CountedReferral[]): AnswerTime {
  const hours = referrals.flatMap(({ answerHours }) => answerHours ?? []).toSorted((a, b) => a - b);
  return {
    answered: hours.length,
    medianHours: quantile(hours, 0.5),
    p90Hours: quantile(hours, 0.9),
  };
}
