import type { Consent, Consenter, ConsentPartition, ConsentWay } from './consent.ts';
import type { ConsentPurpose, Recipient } from './recipient.ts';
import type { ConsentId, IncidentId, OperatorId } from '../lib/brand.ts';

type OnConsent<Type extends string, Body = object> = {
  readonly type: Type;
  readonly consentId: ConsentId;
  readonly incidentId: IncidentId;
} & Readonly<Body>;

/** What becomes of a consent, past tense. Words of a list only: nothing anybody said stands here. */
export type ConsentEvent =
  | OnConsent<
      'consent.given',
      {
        consenter: Consenter;
        recipient: Recipient;
        partitions: readonly ConsentPartition[];
        purposes: readonly ConsentPurpose[];
        way: ConsentWay;
        expiresAt: string;
      }
    >
  | OnConsent<'consent.revoked'>
  /** `clock-set-back`: the PC's clock was set back behind the giving, so nobody knows how long it holds. */
  | OnConsent<'consent.expired', { why: 'time' | 'clock-set-back' }>;

/** The consent after one more event. What has ended stays ended, whatever the clock says later. */
export function evolveConsent(
  consent: Consent | null,
  event: ConsentEvent,
  { at, by }: { readonly at: string; readonly by: OperatorId },
): Consent | null {
  if (event.type === 'consent.given') {
    const { type: _type, ...given } = event;
    return { ...given, givenAt: at, recordedBy: by, ended: null };
  }
  if (consent === null || consent.ended !== null) return consent;
  const why = event.type === 'consent.revoked' ? 'revoked' : event.why;
  return { ...consent, ended: { why, at, by } };
}
