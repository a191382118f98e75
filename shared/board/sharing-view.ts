import type { Consent } from '../disclosure/consent.ts';
import type { Disclosure } from '../disclosure/disclosure.ts';
import type { Packet } from '../disclosure/packet.ts';
import type { Recipient } from '../disclosure/recipient.ts';
import type { DisclosureId, IncidentId } from '../lib/brand.ts';

/** A consent as the clinician reads it. `holds` is by main's clock. */
export interface ConsentLine extends Consent {
  readonly recordedByName: string;
  readonly holds: boolean;
}

/** What went, for the accounting: who, when, to whom, what, by what. None of the words. */
export interface DisclosureLine {
  readonly disclosureId: DisclosureId;
  readonly incidentId: IncidentId;
  readonly number: number;
  readonly at: string;
  readonly byName: string;
  readonly recipient: Recipient;
  readonly to: string;
  readonly purpose: Disclosure['purpose'];
  readonly way: Disclosure['way'];
  /** Titles of the sections that went. */
  readonly nature: readonly string[];
  /** What let it go, in words. */
  readonly basis: readonly string[];
  readonly digest: string;
  readonly readBack: number;
  readonly emergency: string | null;
  /** When the review is overdue; null where none is needed or it is done. */
  readonly reviewBy: string | null;
  readonly overdue: boolean;
  readonly reviewed: {
    readonly words: string;
    readonly at: string;
    readonly byName: string;
  } | null;
}

/** What was agreed and what went on one incident. */
export interface IncidentSharing {
  readonly consents: readonly ConsentLine[];
  readonly disclosures: readonly DisclosureLine[];
}

/** Exactly what the recipient would get, and beside it what stays here and why. */
export interface PacketPreview {
  readonly packet: Packet;
  /** What goes, letter for letter. */
  readonly text: string;
  readonly digest: string;
}

/** Emergency disclosures for supervisors: those that wait first, then those reviewed. */
export interface DisclosureReview {
  readonly lines: readonly DisclosureLine[];
  readonly waiting: number;
}

/** The accounting as a file. */
export interface AccountingFile {
  readonly fileName: string;
  readonly csv: string;
}
