import type { Role } from '../roster/operator.ts';
import { may, type Permission } from '../roster/permission.ts';

/**
 * What is written is kept in four parts, and each role reads some of them (invariant 12): the dispatch record,
 * clinical text, substance-use text (42 CFR Part 2) and criminal-justice text.
 */
export const PARTITIONS = ['dispatch', 'clinical', 'part-2', 'justice'] as const;
export type Partition = (typeof PARTITIONS)[number];

/** Those whose words leave the journal and are kept in a table of their own. */
export const KEPT_PARTITIONS = ['clinical', 'part-2', 'justice'] as const;
export type KeptPartition = (typeof KEPT_PARTITIONS)[number];

export const PARTITION_LABELS: Readonly<Record<Partition, string>> = {
  dispatch: 'Dispatch',
  clinical: 'Clinical',
  'part-2': 'Substance use (Part 2)',
  justice: 'Criminal justice',
};

const READING: Readonly<Record<Partition, Permission>> = {
  dispatch: 'see-board',
  clinical: 'read-clinical',
  'part-2': 'read-part-2',
  justice: 'read-justice',
};

/** Whether a role reads a partition. Nobody writes into one they may not read. */
export function mayRead(role: Role, partition: Partition): boolean {
  return may(role, READING[partition]);
}

export function partitionsOf(role: Role): readonly Partition[] {
  return PARTITIONS.filter((partition) => mayRead(role, partition));
}

/** What stands in an event in place of words that are kept apart: where they are. */
export interface Kept {
  readonly keptIn: KeptPartition;
  /** Sequence of the entry they belong to. */
  readonly entry: number;
  /** The member of the event they stand for. */
  readonly member: string;
}

export function isKept(value: unknown): value is Kept {
  return typeof value === 'object' && value !== null && 'keptIn' in value;
}
