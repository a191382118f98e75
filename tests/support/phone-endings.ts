import type { Input } from '#shared/contract/console-contract.ts';
import type { IncidentId } from '#shared/lib/brand.ts';
import type { FollowUpDraft } from '#shared/phone/ending.ts';

/** A call tomorrow, made by whoever ends the conversation. */
export const tomorrow: FollowUpDraft = {
  promised: { kind: 'follow-up', after: 'day-1' },
  whom: 'caller',
  number: '312-555-0100',
  message: 'no',
  mayAnswer: 'only-them',
  owner: null,
};

export const resolved = {
  outcome: 'resolved',
  notAsked: 'They had to go to work.',
  agreed: 'Calm.',
  company: 'with-somebody',
  who: 'a sister',
  followUp: 'none',
} as const;

export const referred = {
  outcome: 'referred',
  notAsked: 'They had to go to work.',
  agreed: '',
  referral: {
    to: 'Invented walk-in clinic',
    phone: '312-555-0142',
    receiver: null,
    service: null,
    substanceUse: false,
    how: 'by bus',
    when: 'tonight',
  },
  consent: 'share',
  followUp: null,
} as const;

/** The conversation ends with everything it requires. */
export function resolving(
  incidentId: IncidentId,
  ending: Input<'phone.resolve'>['ending'] = resolved,
): Input<'phone.resolve'> {
  return { incidentId, ending, secondPerson: null };
}
