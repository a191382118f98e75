import type { Reason, Recommendation } from './recommendation.ts';
import { findResponse, type Policy, type ResponseDefinition } from '../policy/policy.ts';
import { teamTypeOn } from '../policy/team-type.ts';
import {
  aboveCeiling,
  type Shortfall,
  type ShortfallKind,
  type TeamAvailability,
} from '../unit/availability.ts';
import type { Level } from './level.ts';

/** What stands against sending a response now, and which team of it that is about. */
export interface ResponseShortfall extends Shortfall {
  readonly teamType: string;
}

/** One way to answer, with why it is on the list and what stands against it. */
export interface Alternative {
  readonly response: string;
  /** The rules ask for it, or it steps in when what they ask for is not there. */
  readonly standing: 'recommended' | 'fallback';
  readonly reasons: readonly Pick<Reason, 'rule' | 'because' | 'source' | 'readings'>[];
  readonly shortfalls: readonly ResponseShortfall[];
  /** Why it may not go unarmed; null when it may (invariant 2). */
  readonly barred: string | null;
}

/** Who could answer, best first, and who of them can go this minute. */
export interface Offer {
  readonly ranked: readonly Alternative[];
  /** The first that nothing stands against; null when nobody is free: then the zone is called by radio. */
  readonly goesNow: string | null;
}

/**
 * What the rules recommend and what could go instead, in the order to try them. Deterministic: the same
 * recommendation, bar and availability give the same offer, so a decision can be replayed from them.
 * A response whose teams are not all known to be free is never the one that goes (invariant 9).
 */
export function offerOf(
  policy: Policy,
  now: Recommendation,
  {
    availability,
    bar,
    date,
  }: {
    readonly availability: TeamAvailability;
    /** What `unarmedBar` said of the same readings. */
    readonly bar: string | null;
    /** Local ISO date: teams are read as they are staffed that day. */
    readonly date: string;
  },
): Offer {
  const first = findResponse(policy, now.response);
  const ranked = [first.id, ...first.fallbacks].map((id, at): Alternative => {
    const response = findResponse(policy, id);
    return {
      response: id,
      standing: at === 0 ? 'recommended' : 'fallback',
      reasons: at === 0 ? decidingReasons(policy, now) : [fallbackReason(first, response)],
      shortfalls: shortfallsOfResponse(policy, response, now.level, availability, date),
      barred: response.unarmedOnly ? bar : null,
    };
  });
  const goes = ranked.find(({ shortfalls, barred }) => shortfalls.length === 0 && barred === null);
  return { ranked, goesNow: goes?.response ?? null };
}

/**
 * An offer and what it was made from, as a decision keeps it. Kinds and ids only: the words for them are
 * CareDesk's and may be put better one day, and the record has to be derivable all the same. Names no
 * unit and nobody.
 */
export interface FrozenOffer {
  /** Team type id → what stood against every unit of it. */
  readonly availability: Readonly<Record<string, readonly ShortfallKind[]>>;
  /** Local ISO date the teams were read on. */
  readonly date: string;
  readonly ranked: readonly {
    readonly response: string;
    readonly standing: Alternative['standing'];
    readonly shortfalls: readonly { readonly teamType: string; readonly kind: ShortfallKind }[];
    readonly barred: boolean;
  }[];
  readonly goesNow: string | null;
}

/** The offer under a policy, in the form that is kept. */
export function frozenOfferOf(
  policy: Policy,
  now: Recommendation,
  given: { availability: TeamAvailability; bar: string | null; date: string },
): FrozenOffer {
  const { ranked, goesNow } = offerOf(policy, now, given);
  const availability: Record<string, readonly ShortfallKind[]> = {};
  for (const [team, found] of Object.entries(given.availability))
    availability[team] = found.map(({ kind }) => kind);
  return {
    availability,
    date: given.date,
    ranked: ranked.map(({ response, standing, shortfalls, barred }) => ({
      response,
      standing,
      shortfalls: shortfalls.map(({ teamType, kind }) => ({ teamType, kind })),
      barred: barred !== null,
    })),
    goesNow,
  };
}

/** What was known of the teams when an offer was kept, without the words for it. */
export function availabilityKept({ availability }: FrozenOffer): TeamAvailability {
  return Object.fromEntries(
    Object.entries(availability).map(([team, kinds]) => {
      return [team, kinds.map((kind): Shortfall => ({ kind, text: '' }))];
    }),
  );
}

function decidingReasons(policy: Policy, now: Recommendation): Alternative['reasons'] {
  return now.reasons
    .filter((reason) => reason.gate !== policy.medical.id)
    .map(({ rule, because, source, readings }) => ({ rule, because, source, readings }));
}

function fallbackReason(
  first: ResponseDefinition,
  instead: ResponseDefinition,
): Alternative['reasons'][number] {
  return {
    rule: `FALLBACK-${first.id}`,
    because: `${instead.label} when no ${first.label.toLowerCase()} can go.`,
    source: first.source,
    readings: [],
  };
}

/**
 * What stands against a response: for one of several teams what stands against the best of them, for
 * one of each what stands against any. A response without teams (a referral) can always go.
 */
export function shortfallsOfResponse(
  policy: Policy,
  response: ResponseDefinition,
  level: Level,
  availability: TeamAvailability,
  date: string,
): ResponseShortfall[] {
  const perTeam = response.teamTypes.map((teamType) => {
    const known = availability[teamType];
    const team = teamTypeOn(policy, teamType, date);
    const found: Shortfall[] = known === undefined ? [NOT_KNOWN] : [...known];
    const tooHigh = team === undefined ? null : aboveCeiling(team, level);
    if (tooHigh !== null) found.push(tooHigh);
    return found.map((each) => ({ ...each, teamType }));
  });
  if (response.sends === 'one-of-each') return perTeam.flat();
  return perTeam.some((found) => found.length === 0) ? [] : perTeam.flat();
}

const NOT_KNOWN: Shortfall = {
  kind: 'not-known',
  text: 'Nobody knows whether one is free, so none is counted on',
};
