import { CENTER_LANGUAGE, languageMeant, type LanguageNeed } from '#shared/unit/language.ts';

/** “polish”, “pl i”, “en i”: a language by name or code, and an i when an interpreter is needed. */
export function languageTyped(words: readonly string[]): LanguageNeed | null | { says: string } {
  const interpreter = /^(i|interpreter)$/i.test(words.at(-1) ?? '');
  const name = (interpreter ? words.slice(0, -1) : words).join(' ');
  const language = languageMeant(name === '' ? CENTER_LANGUAGE : name);
  if (language === null)
    return {
      says: `“${name}” is no language this PC knows. Write its name or its code: lang 12 pl.`,
    };
  return language === CENTER_LANGUAGE && !interpreter ? null : { language, interpreter };
}

/** Ids of capabilities as they stand in the policy; “none” takes them all back. */
export function capabilitiesTyped(words: readonly string[]): string[] {
  const ids = words.flatMap((word) => word.toLowerCase().split(',')).filter((id) => id !== '');
  return ids.length === 1 && ids[0] === 'none' ? [] : ids;
}
