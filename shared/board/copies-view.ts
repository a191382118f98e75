import type { LeftCopy } from '../copies/copy-events.ts';
import type { CopiesSetting, CopyTarget } from '../copies/copies-setting.ts';
import type { CopyReason } from '../copies/copy-name.ts';

/** One copy in a target. */
export interface CopyLine {
  readonly name: string;
  readonly number: number;
  readonly why: CopyReason;
  readonly madeAt: string;
  readonly bytes: number;
  readonly entries: number;
  /** Until when it knows everything. */
  readonly reaches: string | null;
  readonly encrypted: boolean;
  /** Of the store in force, or of another one that copies to the same folder. */
  readonly ours: boolean;
  /** Words that were shredded since may still be read in it. */
  readonly owes: boolean;
}

/** A folder whose copies may still open words that were shredded since. */
export interface OwingFolder {
  readonly folder: string;
  /** So many records, the first shredded then; none where only what is left stands out. */
  readonly records: number;
  readonly since: string | null;
  /** Copies it could not be taken out of. */
  readonly left: readonly LeftCopy[];
  /** Why it was not done yet; null before it was tried. */
  readonly because: string | null;
  readonly working: boolean;
}

export interface CopyFailure {
  readonly since: string;
  readonly because: string;
  /** In a row. */
  readonly failures: number;
  /** When it is tried again by itself. */
  readonly again: string;
}

export interface TargetView extends CopyTarget {
  /** The step it is at; null while nothing is being made there. */
  readonly making: {
    readonly step: 'waiting' | 'writing' | 'verifying';
    readonly since: string;
  } | null;
  /** The newest verified copy on record. */
  readonly last: { readonly copy: string; readonly at: string } | null;
  readonly failing: CopyFailure | null;
  /** On the disk of the data folder; null while nobody has looked. */
  readonly sameDisk: boolean | null;
  readonly freeBytes: number | null;
  /** Newest first; null while nobody has looked. */
  readonly copies: readonly CopyLine[] | null;
}

/** What a store holds, to be held beside another one. */
export interface StoreCount {
  readonly entries: number;
  readonly openIncidents: number;
  readonly newestCall: string | null;
  readonly reaches: string | null;
}

export interface DrillView {
  readonly copy: string;
  readonly folder: string;
  readonly since: string;
  readonly result:
    | { readonly state: 'running' }
    | { readonly state: 'failed'; readonly because: string }
    | {
        readonly state: 'done';
        readonly held: StoreCount;
        readonly here: StoreCount;
        /** Entries of the store in force that the copy lacks, and since when. */
        readonly newer: number;
        readonly newerSince: string | null;
        readonly asMade: boolean;
      };
}

export interface TriedFolder {
  readonly folder: string;
  readonly result:
    | { readonly state: 'running' }
    | { readonly state: 'failed'; readonly because: string }
    | { readonly state: 'done'; readonly sameDisk: boolean; readonly freeBytes: number };
}

export interface CopiesView {
  readonly setting: CopiesSetting;
  readonly setByName: string | null;
  readonly setAt: string | null;
  readonly targets: readonly TargetView[];
  /** Whether the store in force is encrypted; a copy is as the store is. */
  readonly encrypted: boolean;
  readonly drill: DrillView | null;
  readonly tried: TriedFolder | null;
  readonly lastDrill: {
    readonly at: string;
    readonly byName: string;
    readonly copy: string;
    readonly good: boolean;
  } | null;
  /** The last time a copy was put in force. */
  readonly restored: {
    readonly at: string;
    readonly copy: string;
    readonly reaches: string | null;
    readonly newer: number | null;
  } | null;
  /** Where words that were shredded may still be read. */
  readonly owing: readonly OwingFolder[];
  /** The newest copy is older than the schedule allows for. */
  readonly tooOld: boolean;
}
