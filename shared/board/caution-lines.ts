import type { CautionAbout, CautionKind } from '../caution/caution.ts';
import type { CautionId, UnitId } from '../lib/brand.ts';

/** A caution as a person reads it: always with its source, its date and its last day. */
export interface KnownCaution {
  readonly cautionId: CautionId;
  readonly about: CautionAbout;
  readonly kind: CautionKind;
  readonly text: string;
  readonly source: string;
  /** ISO instant. */
  readonly recordedAt: string;
  /** Name of the operator. */
  readonly recordedBy: string;
  /** ISO date: its last day. */
  readonly expiresOn: string;
  /** Shown greyed; it asks for nothing and goes to nobody. */
  readonly expired: boolean;
}

/** A caution on an incident. What is acknowledged travels to the team's card. */
export interface CautionLine extends KnownCaution {
  readonly acknowledged: { readonly at: string; readonly by: string } | null;
}

/** What a crew on its way is told: the cautions, and what a clinician advises for the team. */
export interface TeamCard {
  readonly unitId: UnitId;
  /** In the order they are read. */
  readonly cautionIds: readonly CautionId[];
  /** How many stay with dispatch, because no police is on that crew. */
  readonly keptBack: number;
  readonly advice: readonly { readonly text: string; readonly byName: string }[];
}
