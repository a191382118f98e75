import type { OperatorId } from '../lib/brand.ts';
import type { KeptPartition } from '../partition/partition.ts';

/** What leaves the console in a file or on paper and has no event of its own. */
export const EXPORTED = [
  'accounting',
  'audit-key',
  'call-types',
  'costs',
  'directory',
  'mapping',
  'referral-page',
  'roster',
  'service-page',
] as const;
export type Exported = (typeof EXPORTED)[number];

export const EXPORTED_LABELS: Readonly<Record<Exported, string>> = {
  accounting: 'the accounting of disclosures',
  'audit-key': 'the page of the signing key',
  'call-types': 'the table of call types',
  costs: 'the assumptions on costs',
  directory: 'the directory of services',
  mapping: 'an import mapping',
  'referral-page': 'the page of a referral',
  roster: 'the roster',
  'service-page': 'the page of a service',
};

/** Who read what, and what left the console, past tense. Never the words themselves. */
export type AuditEvent =
  /**
   * Protected words of a record were shown. Once per person, record and partition in fifteen minutes. The record
   * is named by its stream and not as an incident: looking at one is no part of its timeline.
   */
  | {
      readonly type: 'record.viewed';
      readonly record: string;
      readonly partition: KeptPartition;
    }
  | {
      readonly type: 'export.made';
      readonly what: Exported;
      /** The stream of the record it is about; null when it is about none. */
      readonly of: string | null;
      readonly to: 'file' | 'paper';
    }
  /** Somebody looked through the audit. Once per person in fifteen minutes. */
  | { readonly type: 'audit.viewed' }
  | {
      readonly type: 'audit.exported';
      /** Sequences of the first and the last entry that could be in it. */
      readonly from: number;
      readonly to: number;
      readonly entries: number;
      /** Of the public key it was signed for. */
      readonly fingerprint: string;
    }
  | AuditKeyTaken;

/** The audit is signed with this key from now on. */
export interface AuditKeyTaken {
  readonly type: 'audit.key-taken';
  readonly fingerprint: string;
  /** The key before it, which signs nothing more; null for the first. */
  readonly replaces: string | null;
  /** Who signed beside whoever was at the console; null for the first key, and on the command line. */
  readonly secondPerson: OperatorId | null;
}

/** A look costs one entry in this time, not one a frame. */
export const VIEWED_FOR_MS = 15 * 60_000;
