import type { PartnerKeyId } from '../lib/brand.ts';
import { refuse, type Refusal } from '../lib/refusal.ts';

/**
 * A key a receiving place signs its confirmations with. The center makes it and keeps the public half; the other
 * half leaves with the file and is stored nowhere here.
 */
export interface PartnerKey {
  readonly keyId: PartnerKeyId;
  /** As its referrals name it: a key confirms no other place’s. */
  readonly organization: string;
  /** Ed25519, SPKI in base64. */
  readonly publicKey: string;
  readonly madeAt: string;
  readonly revokedAt: string | null;
}

export type PartnerKeyEvent =
  | {
      readonly type: 'partner-key.made';
      readonly keyId: PartnerKeyId;
      readonly organization: string;
      readonly publicKey: string;
    }
  | { readonly type: 'partner-key.revoked'; readonly keyId: PartnerKeyId };

/** A place is the same however its name is spaced and capitalised. */
export function isSamePlace(a: string, b: string): boolean {
  return nameKey(a) === nameKey(b);
}

export function makePartnerKey(
  keyId: PartnerKeyId,
  organization: string,
  publicKey: string,
): PartnerKeyEvent[] | Refusal {
  if (nameKey(organization) === '')
    return refuse('place-needed', 'Say for which place the key is. No key was made; name it.');
  const name = organization.trim();
  return [{ type: 'partner-key.made', keyId, organization: name, publicKey }];
}

/** From now on it confirms nothing; what it confirmed before stays. */
export function revokePartnerKey({ keyId, revokedAt }: PartnerKey): PartnerKeyEvent[] {
  return revokedAt === null ? [{ type: 'partner-key.revoked', keyId }] : [];
}

export function evolvePartnerKey(
  key: PartnerKey | null,
  event: PartnerKeyEvent,
  at: string,
): PartnerKey | null {
  if (event.type === 'partner-key.made') {
    const { type: _type, ...made } = event;
    return { ...made, madeAt: at, revokedAt: null };
  }
  return key && { ...key, revokedAt: key.revokedAt ?? at };
}

export function nameKey(organization: string): string {
  return organization.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim();
}
