import type { KeyboardEvent } from 'react';
import { Keys } from '../parts/kbd.tsx';

/** Ready words for a field, each under its number. They are put in; what is typed stays. */
export function Phrases({
  label,
  phrases,
  onPhrase,
}: {
  readonly label: string;
  readonly phrases: readonly string[];
  readonly onPhrase: (phrase: string) => void;
}) {
  if (phrases.length === 0) return null;
  return (
    <ul className="phrases" aria-label={label}>
      {phrases.map((phrase, at) => (
        <li key={phrase}>
          <button
            type="button"
            className="phrase"
            // The field keeps the focus; its keys put the phrase in, and a pointer can.
            tabIndex={-1}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onPhrase(phrase)}
          >
            <Keys keys={`Ctrl+${at + 1}`} /> <span dir="auto">{phrase}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

/** The phrase whose number was pressed with Ctrl; null for any other key. */
export function phraseOf(event: KeyboardEvent, phrases: readonly string[]): string | null {
  if (!event.ctrlKey || event.altKey || event.shiftKey) return null;
  return /^[1-9]$/u.test(event.key) ? (phrases[Number(event.key) - 1] ?? null) : null;
}
