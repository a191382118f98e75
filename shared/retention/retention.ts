import type { IncidentId, LegalHoldId, OperatorId, PersonId } from '../lib/brand.ts';
import { KEPT_PARTITIONS, type KeptPartition } from '../partition/partition.ts';

/** For how many years the words of a partition are kept after the last of a record; null is for ever. */
export type RetentionYears = Readonly<Record<KeptPartition, number | null>>;

/**
 * Nothing is shredded before the center says after how long: what the law asks for differs by state, kind of
 * record and age of the person.
 */
export const FOR_EVER: RetentionYears = { clinical: null, 'part-2': null, justice: null };

export const RETENTION_LIMITS = { least: 1, most: 100 } as const;

/** Whose words a legal hold keeps: one incident's, or everything of a person with all their incidents. */
export type Held =
  | { readonly kind: 'incident'; readonly incidentId: IncidentId }
  | { readonly kind: 'person'; readonly personId: PersonId };

/** Records of one command: it holds the write lock while it runs, and what is left is asked for again. */
export const SHREDDED_AT_ONCE = 500;

export interface LegalHold {
  readonly holdId: LegalHoldId;
  readonly held: Held;
  readonly reason: string;
  readonly placedAt: string;
  readonly placedBy: OperatorId;
}

export type RetentionEvent =
  | { readonly type: 'retention.set'; readonly years: RetentionYears }
  | {
      readonly type: 'legal-hold.placed';
      readonly holdId: LegalHoldId;
      readonly held: Held;
      readonly reason: string;
    }
  | {
      readonly type: 'legal-hold.released';
      readonly holdId: LegalHoldId;
      readonly reason: string;
      readonly secondPerson: OperatorId;
    }
  | WordsShredded
  | WordsStayedShredded;

/** Words that are no more: their key is destroyed, and their rows are erased. */
export interface WordsShredded {
  readonly type: 'words.shredded';
  readonly partition: KeptPartition;
  /** `incident/ID`, or the stream they stood in. */
  readonly record: string;
  readonly incidentId: IncidentId | null;
  /** How many, the newest of them in entry `upTo`. */
  readonly words: number;
  readonly upTo: number;
  /** The schedule they were past. */
  readonly years: number;
  readonly secondPerson: OperatorId;
}

/**
 * Shredded in the store before a copy of it was put in force: the copy knows nothing of it, and they are no more
 * all the same. Who did it, and when, stands in the store before.
 */
export interface WordsStayedShredded {
  readonly type: 'words.stayed-shredded';
  readonly partition: KeptPartition;
  readonly record: string;
  readonly incidentId: IncidentId | null;
  readonly upTo: number;
}

/** The instant before which words are past `years`: the same day so many years earlier, on the calendar. */
export function pastBefore(now: Date, years: number): Date {
  const then = new Date(now);
  const day = then.getUTCDate();
  then.setUTCFullYear(then.getUTCFullYear() - years);
  // 29 February of a year that has none: the words stay a day longer, not a day less.
  if (then.getUTCDate() !== day) then.setUTCDate(0);
  return then;
}

/** The years with what differs named, for the record and for whoever reads it. */
export function changedYears(before: RetentionYears, after: RetentionYears): KeptPartition[] {
  return KEPT_PARTITIONS.filter((partition) => before[partition] !== after[partition]);
}
