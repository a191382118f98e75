import { readEido } from '#shared/eido/read-eido.ts';
import type { EidoDocument } from '#shared/eido/sent-eido.ts';
import type { Refusal } from '#shared/lib/refusal.ts';

/** One document of a file: where it stands there, counted from 1, and what it was read as. */
export interface FiledEido {
  readonly index: number;
  readonly read: EidoDocument | Refusal;
}

/** Whether a text holds incident documents: by how it begins, whatever the file is called. */
export function looksLikeEidos(text: string): boolean {
  return /^\ufeff?\s*[[{]/u.test(text);
}

/**
 * The documents of a file: one JSON object, an array of them, or one object a line. Each is read by itself, so
 * that one nobody can read keeps no other from being taken.
 */
export function* eidosIn(text: string): Generator<FiledEido> {
  const whole = text.replace(/^\ufeff/u, '').trim();
  const parts = whole.startsWith('[') ? itemsOf(whole) : objectsOf(whole);
  let index = 0;
  for (const part of parts) {
    index += 1;
    yield { index, read: readEido(part) };
  }
}

/** One object over many lines, or one on each. */
function objectsOf(whole: string): readonly string[] {
  const lines = whole.split(/\r?\n/u).filter((line) => line.trim() !== '');
  const onEach = lines.length > 1 && /^\s*\{.*\}\s*$/u.test(lines[0] ?? '');
  return onEach ? lines : [whole];
}

/** The items of an array, cut where they stand: what is in them is read, and bounded, one by one. */
function itemsOf(whole: string): string[] {
  const items: string[] = [];
  let depth = 0;
  let from = 1;
  let inside = false;
  for (let at = 0; at < whole.length; at += 1) {
    const sign = whole[at];
    if (inside) {
      if (sign === '\\') at += 1;
      else if (sign === '"') inside = false;
    } else if (sign === '"') inside = true;
    else if (sign === '[' || sign === '{') depth += 1;
    else if (sign === ']' || sign === '}') depth -= 1;
    const over = depth === 0 && sign === ']' && !inside;
    if ((depth === 1 && sign === ',' && !inside) || over) {
      const item = whole.slice(from, at).trim();
      if (item !== '' || !over) items.push(item);
      from = at + 1;
    }
    if (over) return from === whole.length ? items : [...items, whole.slice(from)];
  }
  return [...items, whole.slice(from)];
}
