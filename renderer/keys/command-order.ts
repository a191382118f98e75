import { unitMeant, type LineBoard } from './command-board.ts';
import { slotsOf } from './command-forms.ts';

/**
 * A line as the commands are written, however it was typed: "12 m2" and "m2 12" send, "m2 os" is "os m2",
 * and a name stands for the unit its owner is on. What cannot be told apart stays as it was typed.
 */
export function inOrder(line: string, board: Pick<LineBoard, 'units'>): string {
  const text = line.trim().replace(/^\//, '').trim();
  const [first, afterFirst] = cut(text);
  const [second, rest] = cut(afterFirst);
  if (slotsOf(first) !== null) return `${first} ${argumentsOf(first, afterFirst, board)}`.trim();
  const unit = unitMeant(board, first)?.unitId;
  if (unit !== undefined) {
    if (isNumber(second)) return joined('send', unit, second, rest);
    const slots = slotsOf(second);
    if (slots?.[0] === 'unit') return joined(second, argumentsOf(second, `${unit} ${rest}`, board));
    return text;
  }
  if (!isNumber(first)) return text;
  const sent = unitMeant(board, second)?.unitId;
  if (sent !== undefined && slotsOf(second) === null) return joined('send', sent, first, rest);
  const slots = slotsOf(second);
  if (slots?.[0] === 'number') return joined(second, first, rest);
  if (slots?.[1] === 'number')
    return joined(second, argumentsOf(second, `${first} ${rest}`, board));
  return text;
}

/** The unit by its call sign, and before the number where both are wanted. */
function argumentsOf(word: string, text: string, board: Pick<LineBoard, 'units'>): string {
  const slots = slotsOf(word) ?? [];
  if (slots[0] !== 'unit') return text;
  const [one, afterOne] = cut(text);
  const [two, afterTwo] = cut(afterOne.replace(/^to\s+/i, ''));
  const called = (typed: string) => unitMeant(board, typed)?.unitId ?? typed;
  if (slots[1] !== 'number') return joined(called(one), afterOne);
  return isNumber(one) && !isNumber(two) && two !== ''
    ? joined(called(two), one, afterTwo)
    : joined(called(one), two, afterTwo);
}

export function isNumber(typed: string): boolean {
  return /^#?\d{1,9}$/.test(typed);
}

/** The first word, and what stands after it with its own spaces. */
export function cut(text: string): [first: string, after: string] {
  const [, first = '', after = ''] = /^\s*(\S*)\s*([^]*)$/.exec(text) ?? [];
  return [first, after];
}

function joined(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(' ');
}
