/** What of a key event the keymap looks at, so that it can be tested without a keyboard. */
export interface KeyPress {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

export interface Stroke {
  /** As written in the keymap, without Alt: "p", "Shift+N", "Ctrl+K", "Escape". */
  readonly key: string;
  readonly alt: boolean;
}

/** Reads a key press as the keymap writes it; null for a modifier alone. */
export function strokeOf(press: KeyPress): Stroke | null {
  const { key } = press;
  if (['Shift', 'Control', 'Alt', 'Meta', 'AltGraph', 'Dead', 'Process'].includes(key)) return null;
  const letter = letterOf(press);
  const command = press.ctrlKey || press.metaKey;
  if (letter !== null) {
    const name = command || press.shiftKey ? letter.toUpperCase() : letter;
    const prefix = (command ? 'Ctrl+' : '') + (press.shiftKey ? 'Shift+' : '');
    return { key: prefix + name, alt: press.altKey };
  }
  // Shift is already in the character of "?"; with a named key it is a modifier of its own.
  const shifted = press.shiftKey && key.length > 1 ? 'Shift+' : '';
  return { key: (command ? 'Ctrl+' : '') + shifted + key, alt: press.altKey };
}

/** The Latin letter of the key: other layouts, and Alt on some systems, give other characters. */
function letterOf({ key, code, altKey }: KeyPress): string | null {
  if (/^[a-z]$/i.test(key)) return key.toLowerCase();
  const physical = /^Key([A-Z])$/.exec(code)?.[1];
  const foreign = key.length === 1 && key > '\u007f';
  return physical !== undefined && (altKey || foreign) ? physical.toLowerCase() : null;
}
