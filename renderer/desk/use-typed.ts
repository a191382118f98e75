import { useMemo } from 'react';
import { useStore } from 'zustand';
import { draftKey, draftStore, saveDraft } from './kept-drafts.ts';
import { useRestorable } from './restorable.ts';

/** A form whose fields are kept while somebody fills them in: what it is about, and its name there. */
export interface TypedForm {
  readonly subject: string;
  readonly form: string;
}

type Next<T> = T | ((before: T) => T);

/**
 * Like useState, for what would have to be typed or chosen again: it is there after a restart, and when the
 * form was only closed. `useCommand` forgets the form when it is carried out. Never for a passphrase.
 */
export function useTyped<T>(
  { subject, form }: TypedForm,
  field: string,
  initial: T,
): readonly [T, (next: Next<T>) => void] {
  const name = `${form}.${field}`;
  const key = draftKey(subject, name);
  const text = useStore(draftStore, ({ kept }) => kept.get(key)?.text);
  useRestorable(key);
  const blank = JSON.stringify(initial);
  // Drawn from text: the same text is the same value, so that nothing is drawn or asked anew for it.
  // oxlint-disable-next-line react-hooks/exhaustive-deps
  const value = useMemo(() => read(text ?? blank, initial), [text, blank]);
  const set = (next: Next<T>) => {
    // What stands there now, not what was drawn: two changes of one event both count.
    const now = draftStore.getState().kept.get(key)?.text;
    const before = now === undefined ? initial : read(now, initial);
    const after = typeof next === 'function' ? (next as (before: T) => T)(before) : next;
    const written = JSON.stringify(after);
    saveDraft(subject, name, written === blank ? null : written, blank);
  };
  return [value, set];
}

/** Carried out, or given up: the form begins anew. */
export function forgetForm({ subject, form }: TypedForm): void {
  const prefix = draftKey(subject, `${form}.`);
  for (const key of draftStore.getState().kept.keys())
    if (key.startsWith(prefix)) saveDraft(subject, key.slice(subject.length + 1), null);
}

/** What an earlier CareDesk kept may have another shape: it is shown only where it fits. */
function read<T>(text: string, initial: T): T {
  try {
    const value = JSON.parse(text) as unknown;
    return fits(value, initial) ? (value as T) : initial;
  } catch {
    return initial;
  }
}

/** Null is a choice that was taken back. */
function fits(value: unknown, initial: unknown): boolean {
  if (initial === null || value === null) return true;
  if (typeof value !== typeof initial) return false;
  if (Array.isArray(initial) !== Array.isArray(value)) return false;
  if (typeof initial !== 'object' || Array.isArray(initial)) return true;
  const members = Object.keys(value as object);
  // One of several kinds says which it is, and has members of its own.
  const needed = 'kind' in initial ? ['kind'] : Object.keys(initial);
  return needed.every((name) => members.includes(name));
}
