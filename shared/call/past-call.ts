import type { CountedCall, FunnelStep, Moment } from '../outcomes/counted-call.ts';

/**
 * A call of another system, taken over from its export. It is history: it never waits in the queue and
 * nobody decides it here; it is there to be found and to be routed on paper.
 */
export interface PastCall {
  /** Preset and record number and received time (`pastCallKey`): the same row read twice is one call. */
  readonly key: string;
  readonly preset: string;
  readonly recordNumber: string | null;
  /** Wall-clock of the exporting center without a zone: guessing a zone would invent an hour. */
  readonly receivedLocal: string;
  readonly closedLocal: string | null;
  /** The other system's own words. */
  readonly rawType: string;
  /** Our call type, from the editable table. */
  readonly callType: string;
  readonly priority: string | null;
  readonly address: string | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly agency: string | null;
  readonly disposition: string | null;
  /** Hash of the row as it came, so that a changed row under a known key is noticed. */
  readonly rowHash: string;
  /** How it went on; absent where the export, or what is known of its columns, tells nothing of it. */
  readonly course?: PastCourse;
}

/** What an export can tell of a call in one word, as the figures count it. */
type ToldOfCall = Pick<
  CountedCall,
  | 'channel'
  | 'areaId'
  | 'language'
  | 'ageBand'
  | 'personId'
  | 'unserved'
  | 'recommendedLevel'
  | 'decidedLevel'
  | 'response'
  | 'direction'
  | 'overridden'
  | 'highestLevel'
  | 'dangerFound'
  | 'backUp'
  | 'policeOnScene'
  | 'disposition'
>;

/**
 * How a past call went on, in the words of the figures. A member that is absent is one the record cannot
 * tell; nothing in it names anybody.
 */
export type PastCourse = {
  readonly [Member in keyof ToldOfCall]?: NonNullable<ToldOfCall[Member]>;
} & {
  /** Whole seconds since the call was received, also of moments that are out of order: then maybe below 0. */
  readonly elapsed?: Readonly<Partial<Record<Moment, number>>>;
  readonly outOfOrder?: readonly Moment[];
  readonly steps?: Readonly<Partial<Record<FunnelStep, boolean>>>;
};
