import { createHash } from 'node:crypto';
import type { NewCode } from '#shared/referral/decide-referral.ts';
import { DRAWN_SIGNS, referralCode } from '#shared/referral/referral-code.ts';

const BYTES = 3;

/**
 * A code nobody can guess, which says nothing about anybody. It is drawn from an id that is made for it and used
 * nowhere else (122 random bits), so that a shift played from a seed writes the same journal each time.
 */
export function newReferralCode(unusedId: string): NewCode {
  const drawn = createHash('sha256').update(`referral code ${unusedId}`).digest();
  const code = referralCode(
    Array.from({ length: DRAWN_SIGNS }, (_, at) => drawn.readUIntBE(at * BYTES, BYTES) / 2 ** 24),
  );
  return { code, digest: codeDigest(code) };
}

/** What stands in the open for a code, to find its referral by. */
export function codeDigest(code: string): string {
  return createHash('sha256').update(code).digest('hex');
}
