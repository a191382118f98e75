/** Digits of the SHA-256 of the public key by which a person tells keys apart. */
export const FINGERPRINT_DIGITS = 32;

/** As it is read aloud: in groups of four. */
export function sayFingerprint(fingerprint: string): string {
  return fingerprint.match(/.{1,4}/gu)?.join(' ') ?? '';
}

/** As it was typed or pasted. */
export function readFingerprint(text: string): string {
  return text.replaceAll(/[\s:-]/gu, '').toLowerCase();
}
