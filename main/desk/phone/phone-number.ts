import parse from 'libphonenumber-js/core';
import metadata from 'libphonenumber-js/metadata.min.json';
import { dialTarget, type DialTarget } from '#shared/phone/dial-target.ts';

/** Numbers without a country are of the country whose 911 this is. */
const COUNTRY = 'US';

/** Numbers of two to four digits, such as 988, are dialed as they are. */
const SHORT = /^\d{2,4}$/;

/**
 * A number as somebody typed it, or an address of the policy: what the center's phone is given for it. Null when
 * nobody could dial that.
 */
export function phoneNumberOf(typed: string): DialTarget | null {
  const text = typed.trim();
  if (/^(tel|sips?):/i.test(text)) return readable(dialTarget(text));
  if (SHORT.test(text)) return dialTarget(`tel:${text}`);
  const number = parse(text, { defaultCountry: COUNTRY, extract: false }, metadata);
  if (number === undefined || !number.isPossible()) return null;
  const extension = number.ext === undefined ? '' : `;ext=${number.ext}`;
  return readable(dialTarget(`tel:${number.number}${extension}`));
}

/** The digits in the groups they are read aloud in. */
function readable(target: DialTarget | null): DialTarget | null {
  const digits = target?.shown.split(' ')[0] ?? '';
  const number = digits.length > 4 ? parse(digits, COUNTRY, metadata) : undefined;
  if (target === null || number === undefined) return target;
  const own = number.country === COUNTRY || number.countryCallingCode === '1';
  const grouped = own ? number.formatNational() : number.formatInternational();
  return { ...target, shown: target.shown.replace(digits, grouped) };
}
