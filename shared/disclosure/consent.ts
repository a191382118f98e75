import { CONSENT_PURPOSES, type ConsentPurpose, type Recipient } from './recipient.ts';
import type { ConsentId, IncidentId, OperatorId } from '../lib/brand.ts';
import type { Partition } from '../partition/partition.ts';
import { isOver } from '../timers/running.ts';

/** Whose word it is. Each is a rule by itself, so that a word nobody may give cannot be written down. */
export const CONSENTERS = [
  'adult',
  'minor',
  'minor-with-guardian',
  'guardian-of-child',
  'legal-guardian',
] as const;
export type Consenter = (typeof CONSENTERS)[number];

export const CONSENTER_LABELS: Readonly<Record<Consenter, string>> = {
  adult: 'The person, 18 or older',
  minor: 'The young person, 12 to 17',
  'minor-with-guardian': 'Parent, and the young person of 12 to 17 agrees',
  'guardian-of-child': 'Parent of a child under 12',
  'legal-guardian': 'Court-appointed guardian of an adult',
};

/** The rule in a sentence, read before it is written down. To be verified locally. */
export const CONSENTER_RULES: Readonly<Record<Consenter, string>> = {
  adult:
    'An adult decides for themselves; nobody else does while they can (740 ILCS 110/4, 110/5).',
  minor:
    'From 12 to 17 the young person decides about their own record (740 ILCS 110/4, 110/5; 42 CFR 2.14).',
  'minor-with-guardian':
    'A parent of a young person of 12 to 17 is asked with them, and does not stand against their no. Substance-use text takes the young person’s own consent (42 CFR 2.14).',
  'guardian-of-child': 'Under 12 a parent or guardian decides (740 ILCS 110/4).',
  'legal-guardian': 'Only with the court’s order at hand (740 ILCS 110/4).',
};

/** How it was given. Substance-use text takes a written one. */
export const CONSENT_WAYS = ['spoken', 'written'] as const;
export type ConsentWay = (typeof CONSENT_WAYS)[number];
export const CONSENT_WAY_LABELS: Readonly<Record<ConsentWay, string>> = {
  spoken: 'Spoken on the recorded line',
  written: 'Written and signed',
};

/** What can be consented to: criminal-justice text is nobody's to give away. */
export const CONSENT_PARTITIONS = ['dispatch', 'clinical', 'part-2'] as const;
export type ConsentPartition = Exclude<Partition, 'justice'>;

/** Offered lengths, in hours. Every consent ends. */
export const CONSENT_HOURS = [24, 24 * 30, 24 * 365] as const;
export const LONGEST_CONSENT_HOURS = 24 * 365;

/** What somebody allowed, to whom, what for, and until when. */
export interface Consent {
  readonly consentId: ConsentId;
  readonly incidentId: IncidentId;
  readonly consenter: Consenter;
  readonly recipient: Recipient;
  readonly partitions: readonly ConsentPartition[];
  readonly purposes: readonly ConsentPurpose[];
  readonly way: ConsentWay;
  readonly givenAt: string;
  readonly recordedBy: OperatorId;
  readonly expiresAt: string;
  /** From then on it opens nothing; what went before stays as it was. */
  readonly ended: {
    readonly why: 'revoked' | 'time' | 'clock-set-back';
    readonly at: string;
    readonly by: OperatorId;
  } | null;
}

/**
 * Whether it opens anything at `now` (milliseconds). One whose beginning lies ahead of the clock opens
 * nothing: the clock was set back, and how long it still holds is not known.
 */
export function holds({ ended, givenAt, expiresAt }: Consent, now: number): boolean {
  return ended === null && !isOver({ from: givenAt, until: expiresAt }, now);
}

/** The consent that lets a partition go to a recipient for a purpose; null when none does. */
export function consentFor(
  consents: readonly Consent[],
  asked: { readonly recipient: Recipient; readonly partition: Partition; readonly purpose: string },
  now: number,
): Consent | null {
  return (
    consents.find(
      (consent) =>
        consent.recipient === asked.recipient &&
        (consent.partitions as readonly Partition[]).includes(asked.partition) &&
        CONSENT_PURPOSES.some(
          (each) => each === asked.purpose && consent.purposes.includes(each),
        ) &&
        holds(consent, now),
    ) ?? null
  );
}
