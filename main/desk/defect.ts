/**
 * What may be logged of an error: its name, its code and where it happened. Never its message: SQLite, JSON and
 * our own sentences quote what they stumbled over, and what callers say does not belong in a log.
 */
export function defectOf(error: unknown): string {
  if (!(error instanceof Error)) return `a thrown ${typeof error}`;
  const { code } = error as { code?: unknown };
  const name = NAME.test(error.name) ? error.name : 'Error';
  const known = typeof code === 'string' && CODE.test(code) ? `${name} ${code}` : name;
  return [known, ...placesOf(error)].join('\n');
}

/** A name in a program, not a sentence that came along as one. */
const NAME = /^[A-Za-z]{1,40}$/;
const CODE = /^[A-Z][A-Z0-9_]{1,60}$/;

/** The lines of the stack after the message. None when it cannot be told where the message ends. */
function placesOf({ stack, message }: Error): string[] {
  const at = stack?.indexOf(message) ?? -1;
  if (stack === undefined || at < 0 || at > LONGEST_NAME) return [];
  return stack
    .slice(at + message.length)
    .split('\n')
    .filter((line) => line.startsWith('    at '));
}

/** The message follows the name, and a code in brackets. */
const LONGEST_NAME = 120;
