import { refuse, type Refusal } from '../lib/refusal.ts';

/**
 * Digits and letters without 0, 1, I, L and O, which are read wrong on paper and heard wrong on the phone:
 * 31 of them, a prime, so that the check below misses no single wrong sign and no two that changed places.
 */
const SIGNS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
/** Signs drawn at random; one more checks them. */
export const DRAWN_SIGNS = 9;
const GROUP = 5;

/** A code from random numbers from 0 up to and without 1, one for each sign that is drawn. */
export function referralCode(drawn: readonly number[]): string {
  if (drawn.length !== DRAWN_SIGNS) throw new Error(`A code takes ${DRAWN_SIGNS} random numbers.`);
  const signs = drawn.map((each) => Math.floor(each * SIGNS.length));
  return grouped([...signs, checkOf(signs)].map((sign) => SIGNS[sign]).join(''));
}

/** As it was typed or heard, in the one way it is written; refused where it cannot be a code. */
export function readReferralCode(typed: string): string | Refusal {
  const text = typed.toUpperCase().replace(/[\s-]/gu, '');
  if (text.length !== DRAWN_SIGNS + 1)
    return refuse(
      'code-length',
      `A referral code has ${DRAWN_SIGNS + 1} letters and digits, and this has ${text.length}. Nothing was recorded; have it read to you again.`,
    );
  const signs = [...text].map((sign) => SIGNS.indexOf(sign));
  const strange = [...text].find((sign) => !SIGNS.includes(sign));
  if (strange !== undefined)
    return refuse(
      'code-sign',
      `“${strange}” is in no referral code: they have no 0, 1, I, L and O. Nothing was recorded; have it read to you again.`,
    );
  if (checkOf(signs.slice(0, DRAWN_SIGNS)) !== signs[DRAWN_SIGNS])
    return refuse(
      'code-check',
      'A letter or digit of this code is wrong, or two have changed places. Nothing was recorded; have it read to you again.',
    );
  return grouped(text);
}

/** Weights that all differ, modulo a prime: each single error and each swap changes the sum. */
function checkOf(signs: readonly number[]): number {
  const sum = signs.reduce((total, sign, place) => total + sign * (place + 1), 0);
  // The check sign has the next weight: what makes the whole sum nothing.
  const weight = DRAWN_SIGNS + 1;
  const p = SIGNS.length;
  return [...SIGNS].findIndex((_, sign) => (sum + sign * weight) % p === 0);
}

function grouped(text: string): string {
  return `${text.slice(0, GROUP)}-${text.slice(GROUP)}`;
}
