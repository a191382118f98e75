import {
  RECIPIENTS,
  UNARMED,
  type ConsentPurpose,
  type Purpose,
  type Recipient,
} from './recipient.ts';
import { PARTITIONS, type Partition } from '../partition/partition.ts';

/** What a recipient may get of one partition, and by what. A center verifies every line with its counsel. */
export interface Entitlement {
  /** Purposes it goes for without anybody's consent. */
  readonly freely: readonly ConsentPurpose[];
  /** Purposes somebody can consent to. */
  readonly byConsent: readonly ConsentPurpose[];
  /** What of it an emergency opens: all, only what is needed to keep somebody safe, or nothing. */
  readonly inEmergency: 'all' | 'necessary' | 'nothing';
  /** What is said where it is left out. */
  readonly because: string;
  readonly source: string;
  readonly verify: true;
}

type Line = Omit<Entitlement, 'verify'>;

const RESPONSE_RECORD: Line = {
  freely: ['treatment', 'response'],
  byConsent: ['support'],
  inEmergency: 'all',
  because: 'They get the dispatch record for the care or the response, and for nothing else.',
  source: 'NENA 911/988 transfer elements; dispatch record of the center',
};

const RECORD_BY_CONSENT: Line = {
  freely: [],
  byConsent: ['treatment', 'support'],
  inEmergency: 'necessary',
  because: 'Even that somebody is in care is confidential: they get it with consent.',
  source: '740 ILCS 110/3, 110/5; 45 CFR 164.510(b)',
};

const CARE_BY_CONSENT: Line = {
  freely: [],
  byConsent: ['treatment', 'support'],
  inEmergency: 'necessary',
  because: 'Clinical text goes to them with consent, or what is necessary in an emergency.',
  source: '740 ILCS 110/5, 110/11(ii); 45 CFR 164.512(j)',
};

const CARE_OF_MEDICAL_PEOPLE: Line = {
  ...CARE_BY_CONSENT,
  byConsent: ['treatment'],
  inEmergency: 'all',
  because: 'Clinical text goes to them with consent, or in an emergency.',
  source: '740 ILCS 110/5, 110/11(ii) and (iii); 45 CFR 164.512(j)',
};

const NECESSARY_CARE_ONLY: Line = {
  freely: [],
  byConsent: [],
  inEmergency: 'necessary',
  because: 'They get hazards and approach, no clinical text; in an emergency what is necessary.',
  source: '740 ILCS 110/11(ii); 45 CFR 164.512(j), minimum necessary 164.502(b)',
};

const PART_2_BY_CONSENT: Line = {
  freely: [],
  byConsent: ['treatment'],
  inEmergency: 'nothing',
  because: 'Substance-use text goes to them with a written consent, and without one never.',
  source: '42 CFR 2.31, 2.33; 2.51 opens it to medical personnel only',
};

const PART_2_OF_MEDICAL_PEOPLE: Line = {
  ...PART_2_BY_CONSENT,
  inEmergency: 'all',
  because: 'Substance-use text goes to them with a written consent, or in a medical emergency.',
  source: '42 CFR 2.31, 2.33, 2.51',
};

const NO_PART_2: Line = {
  freely: [],
  byConsent: [],
  inEmergency: 'nothing',
  because: 'Substance-use text never goes to them.',
  source: '42 CFR 2.12, 2.13, 2.51',
};

const NO_JUSTICE: Line = {
  freely: [],
  byConsent: [],
  inEmergency: 'nothing',
  because: 'Criminal-justice text goes to police and dispatch only.',
  source: 'CJIS policy; Rohnert Park SAFE SOP',
};

const JUSTICE: Line = {
  freely: ['response'],
  byConsent: [],
  inEmergency: 'all',
  because: 'Criminal-justice text is for a safe response, and for nothing else.',
  source: 'CJIS policy',
};

const CARE: Readonly<Record<Recipient, Line>> = {
  '988': CARE_OF_MEDICAL_PEOPLE,
  partner: CARE_BY_CONSENT,
  police: NECESSARY_CARE_ONLY,
  ems: CARE_OF_MEDICAL_PEOPLE,
  'field-team': CARE_OF_MEDICAL_PEOPLE,
  hospital: CARE_OF_MEDICAL_PEOPLE,
  family: CARE_BY_CONSENT,
  dispatch: NECESSARY_CARE_ONLY,
};

const PART_2: Readonly<Record<Recipient, Line>> = {
  '988': PART_2_BY_CONSENT,
  partner: PART_2_BY_CONSENT,
  police: NO_PART_2,
  ems: PART_2_OF_MEDICAL_PEOPLE,
  'field-team': PART_2_OF_MEDICAL_PEOPLE,
  hospital: PART_2_OF_MEDICAL_PEOPLE,
  family: { ...PART_2_BY_CONSENT, byConsent: ['support'] },
  dispatch: NO_PART_2,
};

function lineOf(recipient: Recipient, partition: Partition): Line {
  switch (partition) {
    case 'dispatch':
      return recipient === 'partner' || recipient === 'family'
        ? RECORD_BY_CONSENT
        : RESPONSE_RECORD;
    case 'clinical':
      return CARE[recipient];
    case 'part-2':
      return PART_2[recipient];
    case 'justice':
      return UNARMED.includes(recipient) ? NO_JUSTICE : JUSTICE;
  }
}

/** The whole table: recipient × partition, with the purposes in each line. */
export const ENTITLEMENTS = Object.fromEntries(
  RECIPIENTS.map((recipient) => [
    recipient,
    Object.fromEntries(
      PARTITIONS.map((partition) => [
        partition,
        { ...lineOf(recipient, partition), verify: true as const },
      ]),
    ),
  ]),
) as Readonly<Record<Recipient, Readonly<Record<Partition, Entitlement>>>>;

/** Whether somebody could consent to it at all. */
export function canBeConsentedTo(
  recipient: Recipient,
  partition: Partition,
  purpose: ConsentPurpose,
): boolean {
  return ENTITLEMENTS[recipient][partition].byConsent.includes(purpose);
}

/** Whether it goes for this purpose without a consent. `necessary`: it keeps somebody safe. */
export function goesWithoutConsent(
  recipient: Recipient,
  partition: Partition,
  purpose: Purpose,
  necessary: boolean,
): boolean {
  const { freely, inEmergency } = ENTITLEMENTS[recipient][partition];
  if (purpose !== 'emergency') return freely.includes(purpose);
  return inEmergency === 'all' || (inEmergency === 'necessary' && necessary);
}

const MEDICAL_PERSONNEL: readonly Recipient[] = ['ems', 'hospital', 'field-team'];

/** What allows an emergency disclosure to this recipient, as it is cited on the record. */
export function emergencyGrounds(recipient: Recipient): readonly string[] {
  const therapist = ['45 CFR 164.512(j)', '740 ILCS 110/11(ii)'];
  return MEDICAL_PERSONNEL.includes(recipient)
    ? ['42 CFR 2.51', ...therapist, '740 ILCS 110/11(iii)']
    : therapist;
}
