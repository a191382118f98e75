/** What a person types to narrow a list: folded, so that "munoz" finds "Muñoz". */
function folded(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLocaleLowerCase();
}

/** Every word typed has to occur somewhere; their order does not matter. */
export function matches(typed: string, ...texts: readonly string[]): boolean {
  const all = folded(texts.join(' '));
  return folded(typed)
    .split(/\s+/)
    .every((word) => all.includes(word));
}

/** What fits the text, whatever begins with it first: "cl" and Enter is Cleo, not the first clinician. */
export function bestFirst<T extends { readonly title: string; readonly also?: string }>(
  typed: string,
  each: readonly T[],
): T[] {
  const wanted = folded(typed.trim());
  const rank = (title: string) => {
    const name = folded(title);
    if (name.startsWith(wanted)) return 0;
    return name.split(/[\s,.-]+/).some((word) => word.startsWith(wanted)) ? 1 : 2;
  };
  return each
    .filter(({ title, also }) => matches(typed, title, also ?? ''))
    .toSorted((a, b) => rank(a.title) - rank(b.title));
}
