/**
 * What stands under everything that holds substance-use text (42 CFR 2.32). These are our own plain words; a
 * center installs the text of the law its counsel chose, and it stands beneath them.
 */
export const PLAIN_NOTICE =
  'This packet holds substance-use records that federal law protects (42 CFR Part 2; notice by 42 CFR 2.32). ' +
  'Do not pass them on, and do not use them against the person in any civil, criminal, administrative or ' +
  'legislative proceeding, unless the person consents in writing or the law allows it.';

/** Longest text a center may install. */
export const LONGEST_NOTICE = 4000;

export function redisclosureNotice(installed: string | null): readonly string[] {
  const text = installed?.trim() ?? '';
  return text === '' ? [PLAIN_NOTICE] : [PLAIN_NOTICE, text.slice(0, LONGEST_NOTICE)];
}
