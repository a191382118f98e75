import type { FieldConflict } from './merge-fields.ts';
import type { Refusal } from '../lib/refusal.ts';

/** One field two people changed: both values, so that whoever came second can choose. */
export interface Meanwhile {
  readonly field: string;
  /** What the field is called on the screen. */
  readonly label: string;
  /** On record, as an editor sends it back for “seen”. */
  readonly theirs: string;
  /** Both as they are read. */
  readonly saysTheirs: string;
  readonly saysMine: string;
  readonly byName: string;
  /** ISO instant. */
  readonly at: string;
}

/** Who changed a field last. */
export interface Changed {
  readonly byName: string;
  readonly at: string;
}

export interface FieldWords {
  readonly label: string;
  /** How a value is read; left out, it is text. */
  readonly says?: (value: unknown) => string;
}

/** Nothing is written, so nothing is lost: both values go to the editor, who decides. */
export function changedMeanwhile<Fields extends object>(
  conflicts: readonly FieldConflict<Fields>[],
  words: Readonly<Record<string, FieldWords>>,
  changed: (field: keyof Fields & string) => Changed,
): Refusal {
  const meanwhile = conflicts.map(({ field, mine, theirs }): Meanwhile => {
    const { label, says = asText } = words[field] ?? { label: field };
    const read = (value: unknown) => {
      const text = says(value);
      return text === '' ? 'nothing' : text;
    };
    return {
      field,
      label,
      theirs: asText(theirs),
      saysTheirs: read(theirs),
      saysMine: read(mine),
      ...changed(field),
    };
  });
  const names = [...new Set(meanwhile.map(({ byName }) => byName))].join(' and ');
  const labels = meanwhile.map(({ label }) => `“${label}”`).join(', ');
  return {
    refused: CHANGED_MEANWHILE,
    because: `${names} changed ${labels} while you were at it. Nothing of yours was written, and what you typed is kept: take theirs or keep yours.`,
    meanwhile,
  };
}

export const CHANGED_MEANWHILE = 'changed-meanwhile';

/** A value as a draft holds it: text as it is, nothing as empty text, the rest as JSON. */
export function asText(value: unknown): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
