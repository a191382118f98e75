import { useState } from 'react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { ask } from './ask.ts';

/** Written at the latest this long after the last key, and never later than MOST_MS after the first. */
const QUIET_MS = 400;
const MOST_MS = 800;

interface Drafts {
  readonly loaded: boolean;
  readonly texts: ReadonlyMap<string, string>;
}

const drafts = createStore<Drafts>(() => ({ loaded: false, texts: new Map() }));
const unsaved = new Map<string, { text: string; since: number; timer: number }>();

const keyOf = (subject: string, field: string) => `${subject}\n${field}`;

/** Text half typed when the window last closed, by choice or by a power cut. */
export async function loadDrafts(): Promise<void> {
  const reply = await ask('draft.all', {});
  if (!reply.ok) return;
  const texts = new Map(reply.value.map((each) => [keyOf(each.subject, each.field), each.text]));
  drafts.setState({ loaded: true, texts });
}

export function saveDraft(subject: string, field: string, text: string): void {
  const key = keyOf(subject, field);
  const now = performance.now();
  const before = unsaved.get(key);
  if (before !== undefined) clearTimeout(before.timer);
  const since = before?.since ?? now;
  const wait = Math.max(0, Math.min(QUIET_MS, since + MOST_MS - now));
  const timer = window.setTimeout(() => write(subject, field), wait);
  unsaved.set(key, { text, since, timer });
  const texts = new Map(drafts.getState().texts);
  if (text === '') texts.delete(key);
  else texts.set(key, text);
  drafts.setState({ texts });
}

function write(subject: string, field: string): void {
  const key = keyOf(subject, field);
  const text = unsaved.get(key)?.text;
  unsaved.delete(key);
  if (text !== undefined) void ask('draft.save', { subject, field, text });
}

/** What is half typed now, without following it. */
export function draftText(subject: string, field: string): string | undefined {
  return drafts.getState().texts.get(keyOf(subject, field));
}

/**
 * Besides the clock: whoever leaves a field finds what they typed safe, and so does who closes the window.
 * Returns the way to stop.
 */
export function keepDrafts(): () => void {
  window.addEventListener('focusout', writeAllDrafts);
  window.addEventListener('pagehide', writeAllDrafts);
  return () => {
    window.removeEventListener('focusout', writeAllDrafts);
    window.removeEventListener('pagehide', writeAllDrafts);
    writeAllDrafts();
  };
}

export function writeAllDrafts(): void {
  for (const [key, { timer }] of unsaved) {
    clearTimeout(timer);
    const [subject = '', field = ''] = key.split('\n');
    write(subject, field);
  }
}

export interface Draft {
  readonly text: string;
  /** Differs from what is saved. */
  readonly changed: boolean;
  readonly type: (text: string) => void;
  /** The text went where it belongs: the draft is no longer needed. */
  readonly settle: () => void;
}

/** A text being typed over `saved`. Give the component a key with the subject in it. */
export function useDraft(subject: string, field: string, saved: string): Draft {
  const kept = useStore(drafts, (all) => all.texts.get(keyOf(subject, field)));
  const [typed, setTyped] = useState<string | null>(null);
  /** What was on record when our text went there; null while ours is not settled. */
  const [settledOver, setSettledOver] = useState<string | null>(null);
  // Ours arrived, or somebody else saved another text: the field shows what is on record again.
  const overtaken = settledOver !== null && settledOver !== saved;
  // Put where it belongs, or thrown away, from elsewhere: what is typed and unsettled is always kept.
  const removed = settledOver === null && !!typed && typed !== saved && kept === undefined;
  const text = (overtaken || removed ? null : typed) ?? kept ?? saved;
  return {
    text,
    changed: settledOver === null && text !== saved,
    type(next) {
      setTyped(next);
      setSettledOver(null);
      saveDraft(subject, field, next === saved ? '' : next);
    },
    settle() {
      setTyped(text);
      setSettledOver(saved);
      saveDraft(subject, field, '');
    },
  };
}
