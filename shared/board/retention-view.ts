import type { OwingFolder } from './copies-view.ts';
import type { LegalHoldId } from '../lib/brand.ts';
import type { KeptPartition } from '../partition/partition.ts';
import type { RetentionYears } from '../retention/retention.ts';

/** How the words of one partition stand against its schedule. Records without a name: whose they are is clinical. */
export interface PartitionStanding {
  readonly partition: KeptPartition;
  readonly years: number | null;
  /** Records that are kept, with so many texts. */
  readonly records: number;
  readonly words: number;
  /** When the newest text of the record that was quiet longest was written; null without any. */
  readonly quietSince: string | null;
  /** Past the schedule, and free to go. */
  readonly due: number;
  /** Past it, and kept by a legal hold. */
  readonly held: number;
  /** Past it, and kept because their incident or follow-up is open. */
  readonly open: number;
  readonly shredded: number;
  readonly lastShredded: string | null;
}

export interface LegalHoldLine {
  readonly holdId: LegalHoldId;
  /** “Incident 123”, or “A person, with 4 incidents”: no name. */
  readonly holds: string;
  readonly reason: string;
  readonly placedAt: string;
  readonly placedByName: string;
}

export interface RetentionView {
  readonly years: RetentionYears;
  readonly partitions: readonly PartitionStanding[];
  readonly holds: readonly LegalHoldLine[];
  /** Where copies may still open what was shredded. */
  readonly owing: readonly OwingFolder[];
}
