import { createHash, randomInt } from 'node:crypto';
import type { NewCode } from '#shared/referral/decide-referral.ts';
import { DRAWN_SIGNS, referralCode } from '#shared/referral/referral-code.ts';

const FINE = 2 ** 32;

/** A code nobody can guess, which says nothing about anybody. */
export function newReferralCode(): NewCode {
  const code = referralCode(Array.from({ length: DRAWN_SIGNS }, () => randomInt(FINE) / FINE));
  return { code, digest: codeDigest(code) };
}

/** What stands in the open for a code, to find its referral by. */
export function codeDigest(code: string): string {
  return createHash('sha256').update(code).digest('hex');
}
