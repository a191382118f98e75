import type { Policy, ResponseDefinition } from '../policy/policy.ts';
import type { Level } from '../routing/level.ts';
import type { ShortfallKind } from '../unit/availability.ts';

/** Why nobody of an alternative response came to somebody who could have had one. */
export const UNSERVED_REASONS = [
  { code: 'out-of-hours', label: 'Outside its hours' },
  { code: 'out-of-area', label: 'Outside its area' },
  { code: 'all-busy', label: 'No team was free' },
  { code: 'timed-out', label: 'It took too long' },
  { code: 'overridden', label: 'A person decided otherwise' },
  { code: 'caller-insisted', label: 'The caller insisted on police or EMS' },
  { code: 'other', label: 'Something else' },
] as const;

export type UnservedCode = (typeof UNSERVED_REASONS)[number]['code'];
export const UNSERVED_CODES = UNSERVED_REASONS.map(({ code }) => code) as [
  UnservedCode,
  ...UnservedCode[],
];

export function unservedLabel(code: UnservedCode): string {
  return UNSERVED_REASONS.find((each) => each.code === code)?.label ?? code;
}

export interface UnservedReason {
  readonly code: UnservedCode;
  /** In a few words; only “something else” needs it. */
  readonly note: string;
}

/** That a reason has to be given, with the one that is known already; null when none is. */
export interface ReasonNeeded {
  readonly suggested: UnservedCode | null;
}

/**
 * What a decision means for the ledger, frozen with it: a policy of later may call other responses
 * alternative, and what was decided stays what it was.
 */
export interface DecidedCourse {
  /** What was recommended is an alternative response: the incident is eligible. */
  readonly recommended: boolean;
  /** What was chosen is one. */
  readonly chosen: boolean;
  /** Types of the teams that fill an alternative response: one of them at the person serves. */
  readonly teamTypes: readonly string[];
}

/** How an incident stands to the alternative responses. Null on an incident until it is decided. */
export interface AlternativeCourse {
  /** The last alternative response recommended to a decision, and when; null: not eligible. */
  readonly recommended: {
    readonly level: Level;
    readonly response: string;
    readonly at: string;
  } | null;
  readonly teamTypes: readonly string[];
  /** A community partner was decided, to whom nobody travels. */
  readonly referred: boolean;
  /** What stood against the recommended response when it was decided on, in one code. */
  readonly suggested: UnservedCode | null;
  /** The reason that stands. */
  readonly reason: UnservedReason | null;
}

/** What choosing a response means for the ledger under a policy. */
export function courseOf(
  policy: Policy,
  recommended: ResponseDefinition,
  chosen: ResponseDefinition,
): DecidedCourse {
  const alternative = policy.responses.filter((response) => response.alternative === true);
  return {
    recommended: recommended.alternative === true,
    chosen: chosen.alternative === true,
    teamTypes: [...new Set(alternative.flatMap(({ teamTypes }) => teamTypes))],
  };
}

/** A decision as far as the ledger looks at it. */
export interface CourseDecision {
  readonly how: 'accepted' | 'overridden' | 'upgraded';
  readonly fill: 'unit' | 'clinician' | 'nobody';
  readonly recommendation: { readonly level: Level; readonly response: string };
  readonly offered: Shortfalls | null;
  readonly alternative: DecidedCourse | null;
}

/** The course after one more decision. Going the alternative way again takes a given reason back. */
export function decidedCourse(
  before: AlternativeCourse | null,
  { how, fill, recommendation, offered, alternative }: CourseDecision,
  at: string,
): AlternativeCourse | null {
  if (alternative === null) return before;
  const { recommended, chosen, teamTypes } = alternative;
  const { level, response } = recommendation;
  return {
    recommended: recommended ? { level, response, at } : (before?.recommended ?? null),
    teamTypes: [...new Set([...(before?.teamTypes ?? []), ...teamTypes])],
    referred: (before?.referred ?? false) || (chosen && fill === 'nobody'),
    suggested: recommended
      ? suggestedReason(offered, how !== 'accepted' && !chosen)
      : (before?.suggested ?? null),
    reason: chosen ? null : (before?.reason ?? null),
  };
}

/** As much of an offer, frozen or of this minute, as says what stood against what is recommended. */
export interface Shortfalls {
  readonly ranked: readonly {
    readonly shortfalls: readonly { readonly teamType: string; readonly kind: ShortfallKind }[];
  }[];
}

/**
 * The code for what stood against the recommended response; when nothing did, that a person decided
 * `otherwise`. Null when neither is known.
 */
export function suggestedReason(
  offered: Shortfalls | null,
  otherwise: boolean,
): UnservedCode | null {
  const known = reasonOf(offered?.ranked[0]?.shortfalls ?? []);
  return known ?? (otherwise ? 'overridden' : null);
}

/** In the order of how near a team came: one in its hours and area that was busy could have gone. */
const NEAREST = ['all-busy', 'out-of-hours', 'out-of-area'] as const;

function reasonOf(shortfalls: Shortfalls['ranked'][number]['shortfalls']): UnservedCode | null {
  const kinds = new Map<string, ShortfallKind[]>();
  for (const { teamType, kind } of shortfalls)
    kinds.set(teamType, [...(kinds.get(teamType) ?? []), kind]);
  const codes = [...kinds.values()].map(reasonOfTeam);
  return NEAREST.find((code) => codes.includes(code)) ?? null;
}

function reasonOfTeam(kinds: readonly ShortfallKind[]): UnservedCode | null {
  if (kinds.includes('out-of-area')) return 'out-of-area';
  if (kinds.includes('out-of-hours')) return 'out-of-hours';
  return kinds.some((kind) => NOT_FREE.includes(kind)) ? 'all-busy' : null;
}

const NOT_FREE: readonly ShortfallKind[] = ['busy', 'off-duty', 'short-crew', 'no-unit'];
