import { createHash, randomBytes } from 'node:crypto';
import type { Brand } from '#shared/lib/brand.ts';

/** 160 random bits as a person writes them down: seven groups of five, with a check of fifteen bits in the end. */
export type RecoveryKey = Brand<string, 'RecoveryKey'>;

/** Nobody mistakes one of these for another on paper: no I, L, O or U. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const BITS = 160;
const CHECK_LETTERS = 3;
const LENGTH = BITS / 5 + CHECK_LETTERS;

export const RECOVERY_GROUPS = 7;
const GROUP = LENGTH / RECOVERY_GROUPS;

export function newRecoveryKey(): RecoveryKey {
  const letters = [...randomBytes(BITS / 5)].map((byte) => LETTERS.charAt(byte & 31)).join('');
  return grouped(letters + checkOf(letters));
}

/** As it was typed: small letters, other signs between the groups, O for 0. Null when a letter is wrong or missing. */
export function readRecoveryKey(typed: string): RecoveryKey | null {
  const letters = plainLetters(typed);
  const [key, check] = [letters.slice(0, LENGTH - CHECK_LETTERS), letters.slice(-CHECK_LETTERS)];
  return letters.length === LENGTH && checkOf(key) === check ? grouped(letters) : null;
}

/** Whether somebody has this group before their eyes. The first group is number 1. */
export function isGroup(key: RecoveryKey, group: number, typed: string): boolean {
  return plainLetters(typed) === key.split('-')[group - 1];
}

function plainLetters(typed: string): string {
  const upper = typed.toUpperCase().replaceAll('O', '0').replace(/[IL]/g, '1');
  return [...upper].filter((letter) => LETTERS.includes(letter)).join('');
}

function grouped(letters: string): RecoveryKey {
  const groups = Array.from({ length: RECOVERY_GROUPS }, (_, at) =>
    letters.slice(at * GROUP, (at + 1) * GROUP),
  );
  return groups.join('-') as RecoveryKey;
}

function checkOf(letters: string): string {
  const hash = createHash('sha256').update(letters).digest();
  return [...hash.subarray(0, CHECK_LETTERS)].map((byte) => LETTERS.charAt(byte & 31)).join('');
}
