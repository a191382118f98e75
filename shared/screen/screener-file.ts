import type { QuestionDraft } from './question-draft.ts';

/** A screener's file is a page of text; anything larger is something else. */
export const LARGEST_SCREENER_FILE = 512 * 1024;

/** What was found in a file, whichever format it is in. */
export interface ReadFile {
  readonly title: string;
  readonly code: string | null;
  readonly copyright: string;
  readonly drafts: readonly QuestionDraft[];
  /** What keeps it from being a screen; each names the question. */
  readonly faults: readonly string[];
  /** What is worth knowing and stands in nobody's way. */
  readonly warnings: readonly string[];
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A text with something in it, as it is, no longer than this; null for anything else. */
export function textWithin(value: unknown, most: number): string | null {
  return typeof value === 'string' && value.trim() !== '' && value.length <= most ? value : null;
}

/** The same for words that only name something: a longer one is cut. */
export function shortText(value: unknown, most: number): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value.slice(0, most) : null;
}
