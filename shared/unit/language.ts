/**
 * Languages by BCP-47 tag, as far as people speak them: a language, and its script or region where that
 * matters. Their names come from the runtime, so that no list of names has to be kept.
 */
const TAG = /^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|\d{3}))?$/;

/** The language of the center: everybody who works in it speaks it, and nobody writes it down. */
export const CENTER_LANGUAGE = 'en';

/** Offered by name. Any other tag can be written as it is. Sign language is `ase`. */
export const OFFERED_LANGUAGES = [
  'es',
  'pl',
  'zh',
  'yue',
  'ar',
  'ur',
  'hi',
  'gu',
  'fil',
  'ko',
  'vi',
  'ru',
  'uk',
  'ro',
  'lt',
  'bs',
  'el',
  'it',
  'fr',
  'ht',
  'pt',
  'am',
  'so',
  'sw',
  'yo',
  'fa',
  'ne',
  'ja',
  'de',
  'ase',
] as const;

/** What has to be spoken with the person on the call: said about the call, kept with no person. */
export interface LanguageNeed {
  readonly language: string;
  /** An interpreter is needed on the line. With English: they speak some, and it is not enough. */
  readonly interpreter: boolean;
}

export function isLanguage(tag: string): boolean {
  return TAG.test(tag) && languageName(tag) !== tag;
}

const names = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'code' });

/** “Polish” for `pl`; the tag itself when the runtime has no name for it. */
export function languageName(tag: string): string {
  try {
    return names.of(tag) ?? tag;
  } catch {
    return tag;
  }
}

/** The tag somebody means who writes a tag or a name, in whatever case; null when there is none. */
export function languageMeant(written: string): string | null {
  const word = written.trim().toLowerCase();
  const offered = [CENTER_LANGUAGE, ...OFFERED_LANGUAGES].find(
    (tag) => tag === word || languageName(tag).toLowerCase() === word,
  );
  if (offered !== undefined) return offered;
  const tag = canonical(word);
  return tag !== null && isLanguage(tag) ? tag : null;
}

/** The same language, whatever the region: `es-MX` serves `es`. Scripts are for paper. */
export function sameLanguage(a: string, b: string): boolean {
  return spoken(a) === spoken(b);
}

/** “English, needs interpreter”, “Polish”. */
export function sayLanguageNeed({ language, interpreter }: LanguageNeed): string {
  return `${languageName(language)}${interpreter ? ', needs interpreter' : ''}`;
}

function spoken(tag: string): string {
  return tag.split('-', 1)[0] ?? tag;
}

function canonical(word: string): string | null {
  try {
    return Intl.getCanonicalLocales(word)[0] ?? null;
  } catch {
    return null;
  }
}
