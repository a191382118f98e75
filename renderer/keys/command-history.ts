/** Lines of one operator at this window, the newest last. Only here: they name people, and no disk keeps them. */
let kept: { readonly of: string | null; readonly lines: readonly string[] } = {
  of: null,
  lines: [],
};

const MOST = 50;

/** `operator`: who is signed on. Whoever comes next begins with nothing. */
export function linesOf(operator: string | null): readonly string[] {
  if (kept.of !== operator) kept = { of: operator, lines: [] };
  return kept.lines;
}

export function remember(operator: string | null, line: string): void {
  const before = linesOf(operator).filter((each) => each !== line);
  kept = { of: operator, lines: [...before, line].slice(-MOST) };
}
