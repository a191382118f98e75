import type { CautionKind } from '../caution/caution.ts';
import type { EidoSaid } from './eido-said.ts';

/** A location as it was sent. Its PIDF-LO is XML, which another reader looks at. */
export interface SentLocation {
  /** Text of the location type registry. */
  readonly type: string;
  readonly pidfLo: string | null;
  readonly description: string | null;
  /** When the sender last changed it, ISO. */
  readonly at: string | null;
}

/** What the sender warns of. Nobody here has confirmed it. */
export interface SentCaution {
  readonly id: string;
  readonly kind: CautionKind;
  readonly text: string;
  /** Who told the sender. */
  readonly source: string | null;
}

/** An incident document of another system (NENA-STA-021), read and checked. */
export interface EidoDocument {
  /** As it came. */
  readonly text: string;
  /** The incident it is about, the same in every document about it. */
  readonly id: string;
  /** The element that issued it. The same incident from another element is that element's own account. */
  readonly issuer: string;
  /** The latest time any part of it was updated, ISO. */
  readonly updatedAt: string;
  readonly said: EidoSaid;
  /** Where it is, the incident's own place first. */
  readonly locations: readonly SentLocation[];
  readonly cautions: readonly SentCaution[];
}
