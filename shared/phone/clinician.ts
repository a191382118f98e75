import type { OperatorId } from '../lib/brand.ts';
import { sameLanguage, CENTER_LANGUAGE } from '../unit/language.ts';

/** What a clinician says of themselves. That they are on a call is never said: it follows from the calls. */
export const AVAILABILITIES = ['ready', 'wrapping-up', 'break', 'away'] as const;
export type Availability = (typeof AVAILABILITIES)[number];

export const AVAILABILITY_LABELS: Readonly<Record<Availability, string>> = {
  ready: 'Ready',
  'wrapping-up': 'Writing up',
  break: 'On a break',
  away: 'Away',
};

/** How it came to be: a person said so, or it followed from a call or the clock. */
export type AvailabilityChange = 'said' | 'call-ended' | 'took-call' | 'time';

/** How a clinician who is signed on stands; who is not signed on is away. */
export interface Standing {
  readonly availability: Availability;
  readonly reason: string | null;
  readonly since: string;
}

/** A clinician who is signed on, with what decides whether a call is offered to them. */
export interface Clinician extends Standing {
  readonly operatorId: OperatorId;
  /** BCP-47 tags beside the language of the center. */
  readonly languages: readonly string[];
  /** Conversations with them now. */
  readonly calls: number;
  /** Calls that are just being offered to them. */
  readonly asked: number;
}

/** Ready, and with fewer calls than the center gives one clinician. */
export function isFreeForPhone({ availability, calls }: Clinician, capacity: number): boolean {
  return availability === 'ready' && calls < capacity;
}

/** Everybody speaks the language of the center. */
export function speaks({ languages }: Pick<Clinician, 'languages'>, language: string): boolean {
  return [CENTER_LANGUAGE, ...languages].some((each) => sameLanguage(each, language));
}
