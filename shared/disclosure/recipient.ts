/** Who a packet is made for. A receiver of the policy is one of them. */
export const RECIPIENTS = [
  '988',
  'partner',
  'police',
  'ems',
  'field-team',
  'hospital',
  'family',
  'dispatch',
] as const;
export type Recipient = (typeof RECIPIENTS)[number];

export const RECIPIENT_LABELS: Readonly<Record<Recipient, string>> = {
  '988': '988',
  partner: 'Community partner',
  police: 'Police',
  ems: 'EMS',
  'field-team': 'Field team (unarmed)',
  hospital: 'Hospital or receiving place',
  family: 'Family or guardian',
  dispatch: 'Dispatch',
};

/** What a person can consent to. */
export const CONSENT_PURPOSES = ['treatment', 'response', 'support'] as const;
export type ConsentPurpose = (typeof CONSENT_PURPOSES)[number];

/** What a packet is for. An emergency is nobody's consent. */
export const PURPOSES = [...CONSENT_PURPOSES, 'emergency'] as const;
export type Purpose = (typeof PURPOSES)[number];

export const PURPOSE_LABELS: Readonly<Record<Purpose, string>> = {
  treatment: 'Care, and handing it over',
  response: 'A safe response in person',
  support: 'Support by family or guardian',
  emergency: 'Emergency',
};

/** What this recipient is usually told something for. */
export const USUAL_PURPOSE: Readonly<Record<Recipient, ConsentPurpose>> = {
  '988': 'treatment',
  partner: 'treatment',
  police: 'response',
  ems: 'treatment',
  'field-team': 'treatment',
  hospital: 'treatment',
  family: 'support',
  dispatch: 'response',
};

/** Goes to the person without anybody armed: never gets criminal-justice text (invariant 12). */
export const UNARMED: readonly Recipient[] = [
  '988',
  'partner',
  'ems',
  'field-team',
  'hospital',
  'family',
];
