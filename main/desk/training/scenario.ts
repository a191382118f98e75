import type { Answer, Informant } from '#shared/facts/fact.ts';
import type { DispositionCode } from '#shared/incident/disposition.ts';

/** Where its calls come from: a zone of the policy, anywhere in it, outside it, or one fixed home. */
export type Whereabouts = 'north' | 'south' | 'anywhere' | 'outside' | Home;

export interface Home {
  readonly address: string;
  readonly areaId: string | null;
  readonly callback: string;
}

/** How it ends once somebody stands there. */
export type SceneEnd = Extract<
  DispositionCode,
  'no-contact' | 'refused' | 'services' | 'services-transport' | 'services-transfer'
>;

/** How it ends when a clinician talks with the person. */
export type PhoneEnd = Exclude<DispositionCode, SceneEnd>;

/**
 * One thing that happens in the city this evening: what the caller says first, and the truth behind
 * it, which only comes out by asking, by talking, or by going there.
 */
export interface Scenario {
  readonly id: string;
  /** The call type a careful call-taker arrives at. */
  readonly callType: string;
  /** The type the call comes in with, where the first impression is another; null for none. */
  readonly arrivesAs?: string | null;
  /** First words, each used once before any is used again. The more there are, the commoner it is. */
  readonly words: readonly string[];
  /** First words of further callers about the same event, minutes later. */
  readonly others?: readonly string[];
  readonly where: Whereabouts;
  /** Added to the hundred block: "3rd floor rear". */
  readonly spot?: string;
  /** Facts whose true answer is yes. What stands in neither list is no. */
  readonly yes: readonly string[];
  /** Facts the caller cannot answer. */
  readonly unknown?: readonly string[];
  /** The caller repeats what somebody told them. */
  readonly hearsay?: boolean;
  readonly hidesNumber?: boolean;
  readonly scene: SceneEnd;
  readonly phone?: PhoneEnd;
  /** What a team finds there, or the clinician hears, that nobody said: the fact that turns to yes. */
  readonly surprise?: string;
  /** For the team on its way. */
  readonly note?: string;
  /** For dispatch and police only. */
  readonly justiceNote?: string;
  /** What the clinician writes after talking. */
  readonly clinicalNote?: string;
  /** What they write of it that is about treatment for substance use (42 CFR Part 2). */
  readonly part2Note?: string;
}

export function truthOf(scenario: Scenario, fact: string): Answer {
  if (scenario.yes.includes(fact)) return 'yes';
  return scenario.unknown?.includes(fact) === true ? 'unknown' : 'no';
}

export function informantOf(scenario: Scenario): Informant {
  return scenario.hearsay === true ? 'caller-was-told' : 'caller-saw';
}

/** For a call no scenario stands behind, because a person typed it: help that is wanted and given. */
export const UNSCRIPTED: Scenario = {
  id: 'unscripted',
  callType: 'MHDIST',
  words: [],
  where: 'anywhere',
  yes: ['behavioral', 'in-person-need'],
  scene: 'services',
  phone: 'resolved-by-phone',
};
