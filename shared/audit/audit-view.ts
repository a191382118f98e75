import type { AuditGroup } from './audit-group.ts';
import type { IncidentId, OperatorId } from '../lib/brand.ts';
import type { KeptPartition } from '../partition/partition.ts';

/** What is looked for; null where anything goes. Days are the center's, both counted. */
export interface AuditFilter {
  readonly by: OperatorId | null;
  readonly group: AuditGroup | null;
  readonly failedOnly: boolean;
  /** Of an incident or a call. */
  readonly number: number | null;
  readonly from: string | null;
  readonly to: string | null;
}

export const NO_FILTER: AuditFilter = {
  by: null,
  group: null,
  failedOnly: false,
  number: null,
  from: null,
  to: null,
};

/** Whether anything is left out. */
export function isFiltered(filter: AuditFilter): boolean {
  const keys = Object.keys(NO_FILTER) as (keyof AuditFilter)[];
  return keys.some((key) => filter[key] !== NO_FILTER[key]);
}

/** One entry as the audit lists it. No words of a record, and no names but those of staff. */
export interface AuditLine {
  readonly seq: number;
  readonly at: string;
  readonly byName: string;
  readonly position: string;
  readonly group: AuditGroup;
  readonly says: string;
  /** Numbers, kinds and accounts; empty where the sentence says all. */
  readonly detail: string;
  readonly incident: { readonly incidentId: IncidentId; readonly number: number } | null;
  readonly failed: boolean;
  /** Somebody broke the glass. */
  readonly emergency: boolean;
}

export interface AuditPage {
  /** Newest first. */
  readonly lines: readonly AuditLine[];
  /** Whether older ones are like that. */
  readonly more: boolean;
}

/** Where the words of an entry are that are kept apart. */
export type WordsState = 'kept' | 'withheld' | 'gone';

/** One entry with what proves it. */
export interface AuditEntryView {
  readonly line: AuditLine;
  readonly type: string;
  readonly stream: string;
  readonly hash: string;
  /** Seal of the entry before it. */
  readonly before: string;
  /** Whether its seal is that of its columns and the one before. */
  readonly sealed: boolean;
  readonly words: { readonly partition: KeptPartition; readonly are: WordsState } | null;
  /** What stands in it, for who reads the dispatch record at work; null for an administrator. */
  readonly body: string | null;
}

/** How the check of the chain stands. */
export type ChainCheckView =
  | { readonly state: 'none' }
  | { readonly state: 'running'; readonly checked: number; readonly of: number }
  | {
      readonly state: 'done';
      readonly at: string;
      readonly byName: string;
      readonly events: number;
      /** Null when every entry is as it was written. */
      readonly broken: { readonly entry: number; readonly why: string } | null;
      /** Words that are kept apart and are not what their entries committed to. */
      readonly wrongWords: readonly string[];
    };

/** A key exports are or were signed with. */
export interface SigningKeyLine {
  readonly fingerprint: string;
  readonly madeAt: string;
  /** Null while it is in use. */
  readonly retiredAt: string | null;
}

/** What the audit offers beside its lines. */
export interface AuditStanding {
  readonly entries: number;
  /** Everybody who could have written one, as it is chosen in a filter. */
  readonly people: readonly { readonly operatorId: OperatorId; readonly name: string }[];
  /** The keys exports were ever signed with, the one in use first; none before the first export. */
  readonly keys: readonly SigningKeyLine[];
  /** Seal of the last entry. */
  readonly head: string | null;
  readonly check: ChainCheckView;
}
