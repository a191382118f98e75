import type { Channel } from './counted-call.ts';
import { shareOf, type Share } from '../statistics/share.ts';

export const CHANNEL_LABELS: Readonly<Record<Channel, string>> = {
  '911': '911',
  '988': '988',
  '311-or-211': '311 or 211',
  'partner-line': 'A partner’s own line',
  'walk-in': 'Walk-in',
  officer: 'An officer on view',
  clinician: 'Found by a clinician',
};

/** Calls about mental health or substance use of a week by the door they came in by. */
export interface ChannelWeek {
  /** ISO date of its Monday. */
  readonly week: string;
  readonly channels: Readonly<Partial<Record<Channel, number>>>;
}

/** What people who are followed did in a crisis in one month, after the call they were enrolled at. */
export interface CrisisMonth {
  /** `YYYY-MM`. */
  readonly month: string;
  readonly community: number;
  /** 911, an officer on view, or found by a clinician among the calls to 911. */
  readonly emergency: number;
}

export interface Substitution extends CrisisMonth {
  readonly share: Share;
}

export interface GoToFigures {
  readonly weeks: readonly ChannelWeek[];
  readonly channels: readonly { readonly channel: Channel; readonly share: Share }[];
  /** People known by name to whom a referral was made or a follow-up promised by the end of the period. */
  readonly enrolled: number;
  readonly months: readonly Substitution[];
  readonly substitution: Share;
  /** Times somebody went elsewhere of whom nobody confirmed who it is: in no figure. */
  readonly ofUnknown: number;
  /** Where they went elsewhere and it is known whether they did as agreed for the next time. */
  readonly planUsed: Share;
  readonly planNotKnown: number;
  /** Enrolled people for whom it is on record what helps the next time. */
  readonly planGiven: Share;
}

export interface GoToCounts {
  readonly weeks: readonly ChannelWeek[];
  readonly enrolled: number;
  readonly planned: number;
  readonly months: readonly CrisisMonth[];
  readonly ofUnknown: number;
  readonly plan: { readonly used: number; readonly notUsed: number; readonly notKnown: number };
}

export function goToFigures(counts: GoToCounts): GoToFigures {
  const { weeks, enrolled, planned, months, ofUnknown, plan } = counts;
  const totals = new Map<Channel, number>();
  for (const { channels } of weeks)
    for (const [channel, calls] of Object.entries(channels) as [Channel, number][])
      totals.set(channel, (totals.get(channel) ?? 0) + calls);
  const all = sum([...totals.values()]);
  const [community, emergency] = [
    sum(months.map((each) => each.community)),
    sum(months.map((each) => each.emergency)),
  ];
  return {
    weeks,
    channels: [...totals]
      .sort(([, a], [, b]) => b - a)
      .map(([channel, calls]) => ({ channel, share: shareOf(calls, all) })),
    enrolled,
    months: months.map((each) => {
      return { ...each, share: shareOf(each.community, each.community + each.emergency) };
    }),
    substitution: shareOf(community, community + emergency),
    ofUnknown,
    planUsed: shareOf(plan.used, plan.used + plan.notUsed),
    planNotKnown: plan.notKnown,
    planGiven: shareOf(planned, enrolled),
  };
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, each) => total + each, 0);
}
