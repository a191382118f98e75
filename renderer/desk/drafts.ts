import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { draftKey, draftStore, draftText, saveDraft } from './kept-drafts.ts';
import { useRestorable } from './restorable.ts';

export interface Draft {
  readonly text: string;
  /** Differs from what is saved. */
  readonly changed: boolean;
  /** What was on record when the typing began: what the editor saw. */
  readonly seen: string;
  readonly type: (text: string) => void;
  /** The text went where it belongs: the draft is no longer needed. What was typed since then stays one. */
  readonly settle: () => void;
  /** The same for a text that leaves an empty field behind. */
  readonly clear: () => void;
  /** Throws it away: the field shows what is on record. */
  readonly discard: () => void;
  /** The typist has looked at what is on record now, and stays with theirs. */
  readonly stand: (seen: string) => void;
}

/** A text being typed over `saved`. Give the component a key with the subject in it. */
export function useDraft(subject: string, field: string, saved: string): Draft {
  const key = draftKey(subject, field);
  const kept = useStore(draftStore, (drafts) => drafts.kept.get(key));
  /** Ours, on its way back from main; what is on record replaces it when that changes. */
  const [settled, setSettled] = useState<{ text: string; over: string } | null>(null);
  const onRecord = settled !== null && settled.over === saved ? settled.text : saved;
  const text = kept?.text ?? onRecord;
  const seen = kept?.over ?? onRecord;
  useRestorable(key);
  const same = kept !== undefined && kept.text === saved;
  useEffect(() => {
    // Somebody else put the same there, or ours arrived before we heard of it.
    if (same) saveDraft(subject, field, null);
  }, [same, subject, field]);
  const forget = () => saveDraft(subject, field, null);
  return {
    text,
    changed: kept !== undefined && text !== saved,
    seen,
    type(next) {
      setSettled(null);
      saveDraft(subject, field, next === onRecord ? null : next, seen);
    },
    settle() {
      setSettled({ text, over: saved });
      const now = draftText(subject, field);
      if (now === undefined || now === text) forget();
      else saveDraft(subject, field, now, text);
    },
    clear() {
      const now = draftText(subject, field) ?? text;
      const rest = now.startsWith(text) ? now.slice(text.length) : now;
      saveDraft(subject, field, rest === '' ? null : rest, saved);
    },
    discard() {
      setSettled(null);
      forget();
    },
    stand: (now) => saveDraft(subject, field, text, now),
  };
}
