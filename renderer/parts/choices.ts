export interface Choice {
  readonly id: string;
  readonly label: string;
  readonly detail?: string | undefined;
}

/** Choices that begin with the text come first, then those with a word that does, then the rest. */
export function matching(choices: readonly Choice[], text: string): readonly Choice[] {
  const wanted = plain(text.trim());
  if (wanted === '') return choices;
  return choices
    .map((choice) => ({ choice, rank: rankOf(choice, wanted) }))
    .filter(({ rank }) => rank < 3)
    .sort((a, b) => a.rank - b.rank)
    .map(({ choice }) => choice);
}

function rankOf({ id, label, detail }: Choice, wanted: string): number {
  const names = [label, id, detail ?? ''].map(plain);
  if (names.some((name) => name.startsWith(wanted))) return 0;
  if (names.some((name) => name.split(/[\s,/-]+/).some((word) => word.startsWith(wanted))))
    return 1;
  return names.some((name) => name.includes(wanted)) ? 2 : 3;
}

function plain(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}
