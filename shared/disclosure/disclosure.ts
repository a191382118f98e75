import type { Basis, SectionId } from './packet.ts';
import type { Purpose, Recipient } from './recipient.ts';
import type { DisclosureId, IncidentId, OperatorId } from '../lib/brand.ts';

/** How it left the center. `transfer`: with a caller who was handed over. */
export const DISCLOSURE_WAYS = ['read-aloud', 'printed', 'eido', 'text', 'transfer'] as const;
export type DisclosureWay = (typeof DISCLOSURE_WAYS)[number];

export const DISCLOSURE_WAY_LABELS: Readonly<Record<DisclosureWay, string>> = {
  'read-aloud': 'read aloud',
  printed: 'printed',
  eido: 'EIDO file',
  text: 'text file',
  transfer: 'with the transfer',
};

/** Offered, so that nobody loses time over wording; read by supervisors, so without clinical text. */
export const IMMINENT_DANGER = 'Clear, imminent risk of serious harm; no time to ask for consent.';

/** An emergency disclosure is looked at by a supervisor within this time. To be verified locally. */
export const REVIEW_DAYS = 3;
/** A preview is what somebody has just looked at. */
export const PREVIEW_MINUTES = 15;

/** What went, to whom, and by what. Which words went is known by their digest only. */
export interface Disclosure {
  readonly disclosureId: DisclosureId;
  readonly incidentId: IncidentId;
  readonly recipient: Recipient;
  /** Who took it, as they gave their name; empty when nobody asked. */
  readonly to: string;
  readonly purpose: Purpose;
  readonly way: DisclosureWay;
  /** The nature of it: which sections, none of their words. */
  readonly sections: readonly SectionId[];
  readonly basis: readonly Basis[];
  /** SHA-256 of the packet's text, as it was previewed. */
  readonly digest: string;
  /** SHA-256 of the file, where one was made; null otherwise. */
  readonly fileDigest: string | null;
  readonly asOf: string;
  /** Why nobody was asked; null for what went by the table or by consent. */
  readonly emergency: string | null;
  readonly at: string;
  readonly by: OperatorId;
  /** Sections the receiver read back rightly. */
  readonly readBack: readonly SectionId[];
  readonly overdueAt: string | null;
  readonly reviewed: {
    readonly words: string;
    readonly at: string;
    readonly by: OperatorId;
  } | null;
}

/** An emergency disclosure waits for a supervisor until one has said what they found. */
export function awaitsReview({ emergency, reviewed }: Disclosure): boolean {
  return emergency !== null && reviewed === null;
}
