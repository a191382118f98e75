import type { DispositionCode } from '../incident/disposition.ts';
import type { UnservedCode } from '../incident/alternative-course.ts';
import type { PersonId } from '../lib/brand.ts';
import type { AgeBand } from '../person/people.ts';
import type { Level } from '../routing/level.ts';

export const CHANNELS = [
  '911',
  '988',
  '311-or-211',
  'partner-line',
  'walk-in',
  'officer',
  'clinician',
] as const;
/** The door somebody came in by. */
export type Channel = (typeof CHANNELS)[number];

/** The steps a call gets through, each only after the one before it (domain report 6.1, N0 to N8). */
export const FUNNEL = [
  'behavioral',
  'screened',
  'eligible',
  'offered',
  'assigned',
  'arrived',
  'contact',
  'served',
  'linked',
] as const;
export type FunnelStep = (typeof FUNNEL)[number];

/** The moments a response is timed by, in the order they happen in. */
export const MOMENTS = [
  'answered',
  'decided',
  'dispatched',
  'en-route',
  'arrived',
  'cleared',
] as const;
export type Moment = (typeof MOMENTS)[number];

/**
 * Seconds from receiving the call to each moment; null while it has not happened, was not kept, or is a
 * sentinel of the exporting system (00:00 for “unknown”).
 */
export type Elapsed = Readonly<Record<Moment, number | null>>;

/** What made a call one about mental health or substance use: the first of these that did. */
export const DETECTIONS = ['typed', 'flagged', 'clinician'] as const;
export type Detection = (typeof DETECTIONS)[number];

/** True, false, or null where the record cannot tell: a null is in no numerator and in no denominator. */
export type Told = boolean | null;

/**
 * One call as the figures count it: an incident of this console, or a call taken over from another system's
 * export. Nothing in it names anybody. Every figure of the outcomes is a count over these.
 */
export interface CountedCall {
  readonly source: 'console' | 'import';
  /** Incident id, or key of the past call. */
  readonly id: string;
  /** What people call it: the incident number, or the record number of the export. */
  readonly number: string;
  /** Wall-clock of the center, `YYYY-MM-DDTHH:MM:SS` without a zone. */
  readonly receivedLocal: string;
  /** ISO date of the Monday of its week. */
  readonly week: string;
  /** 0 is Monday from midnight, 167 Sunday from 23:00. */
  readonly hourOfWeek: number;
  readonly open: boolean;
  readonly channel: Channel;
  readonly areaId: string | null;
  readonly callType: string | null;
  readonly language: string | null;
  readonly ageBand: AgeBand | null;
  /** Whose calls count together; null while nobody confirmed who it is. */
  readonly personId: PersonId | null;
  /** How far it got. A step that was taken implies every step before it that is not null. */
  readonly steps: Readonly<Record<FunnelStep, Told>>;
  /** By its type, by an answer or the recommendation, or only by a clinician; null when it is none. */
  readonly detection: Detection | null;
  /** Why an eligible call got no alternative response. */
  readonly unserved: UnservedCode | null;
  readonly recommendedLevel: Level | null;
  readonly decidedLevel: Level | null;
  readonly response: string | null;
  /** How the decision stands to the recommendation; null while undecided. */
  readonly direction: 'same' | 'up' | 'down' | null;
  readonly overridden: Told;
  /** The highest level it needed before it ended. */
  readonly highestLevel: Level | null;
  /** Violence, a weapon, an injury or a crime was found by those who went. */
  readonly dangerFound: Told;
  /** Police were asked for by an unarmed response after it had arrived. */
  readonly backUp: Told;
  readonly policeOnScene: Told;
  readonly disposition: DispositionCode | null;
  readonly elapsed: Elapsed;
  /** Seconds from the decision for a clinician to the first one on the line. */
  readonly clinicianWait: number | null;
  /** Seconds that clinician had the conversation; null while it goes on, or without one. */
  readonly clinicianTalk: number | null;
  /** Seconds from the start of the first warm transfer that was accepted to its acceptance. */
  readonly transferWait: number | null;
  /** Moments that stand before an earlier one: left out of every interval, and counted as left out. */
  readonly outOfOrder: readonly Moment[];
}
