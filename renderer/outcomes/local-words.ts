import { dateWords } from '../desk/center-date.ts';

/** “Mar 3, 2026, 14:07” of a wall-clock moment without a zone. */
export function localWords(local: string): string {
  return `${dateWords(local.slice(0, 10))}, ${local.slice(11, 16)}`;
}
