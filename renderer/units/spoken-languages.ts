import { languageMeant, languageName } from '#shared/unit/language.ts';

/** “Polish, Spanish” as tags, or the word that is no language. */
export function languagesWritten(text: string): readonly string[] | { readonly unknown: string } {
  const tags: string[] = [];
  for (const word of text.split(/[,;]/)) {
    if (word.trim() === '') continue;
    const tag = languageMeant(word);
    if (tag === null) return { unknown: word.trim() };
    tags.push(tag);
  }
  return [...new Set(tags)];
}

export function languagesSaid(tags: readonly string[]): string {
  return tags.map(languageName).join(', ');
}
