import type { DraftText } from '#shared/contract/answers.ts';
import type { OperatorId } from '#shared/lib/brand.ts';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { ask } from './ask.ts';
import { deskNow } from './clock.ts';
import { deskStore } from './desk-store.ts';

/** Written at the latest this long after the last key, and never later than MOST_MS after the first. */
const QUIET_MS = 400;
const MOST_MS = 800;
/** A save that is not answered by then is said to be late. */
const LATE_MS = 2_000;
/** A refused one is tried again after a while, and at every field that is left. */
const AGAIN_MS = 2_000;

export interface KeptDraft {
  readonly text: string;
  /** What was on record when the typing began; null where nothing could be. */
  readonly over: string | null;
  /** When the last key was typed. */
  readonly at: string;
  /** Typed before this window was opened, or in another one. */
  readonly restored: boolean;
}

interface Drafts {
  readonly kept: ReadonlyMap<string, KeptDraft>;
  /** Why what is typed is not being kept; null while it is. */
  readonly trouble: string | null;
}

interface Unsaved {
  readonly typist: OperatorId;
  readonly key: string;
  readonly text: string | null;
  readonly over: string | null;
  readonly at: string;
  readonly since: number;
  timer: number | null;
}

export const draftStore = createStore<Drafts>(() => ({ kept: new Map(), trouble: null }));
/** By typist and draft: what somebody typed who has left waits here beside what the next one types. */
const unsaved = new Map<string, Unsaved>();

export const draftKey = (subject: string, field: string) => `${subject}\n${field}`;
const ofTypist = (key: string, typist = typistNow()) => `${typist ?? ''}\n${key}`;

/** Text half typed when the window last closed, by choice or by a power cut, or in another window by now. */
export async function loadDrafts(): Promise<void> {
  const typist = typistNow();
  const reply = await ask('draft.all', {});
  if (!reply.ok || typist !== typistNow()) return;
  const { kept } = draftStore.getState();
  const next = new Map<string, KeptDraft>();
  for (const draft of reply.value) {
    const key = draftKey(draft.subject, draft.field);
    next.set(key, later(key, draft, kept.get(key)));
  }
  // What main does not know is on its way there, or went where it belongs from another window.
  for (const { typist: by, key, text, over, at } of unsaved.values()) {
    if (by !== typist) continue;
    if (text === null) next.delete(key);
    else if (!next.has(key)) next.set(key, { text, over, at, restored: false });
    void write(ofTypist(key));
  }
  draftStore.setState({ kept: next });
}

/** Of the same field in two windows the later key counts. */
function later(key: string, draft: DraftText, here: KeptDraft | undefined): KeptDraft {
  const { text, over, savedAt: at } = draft;
  if (here !== undefined && (unsaved.has(ofTypist(key)) || here.text === text) && here.at >= at)
    return here;
  dropUnsaved(key, at);
  return { text, over, at, restored: true };
}

function dropUnsaved(key: string, olderThan: string): void {
  const waiting = unsaved.get(ofTypist(key));
  if (waiting === undefined || waiting.at >= olderThan) return;
  if (waiting.timer !== null) clearTimeout(waiting.timer);
  unsaved.delete(ofTypist(key));
}

/** Typed or settled in another window of the same operator, just now. */
export function hearDraft({
  text,
  savedAt,
  ...draft
}: Omit<DraftText, 'text'> & { readonly text: string | null }): void {
  const key = draftKey(draft.subject, draft.field);
  const kept = new Map(draftStore.getState().kept);
  const here = unsaved.get(ofTypist(key))?.at ?? kept.get(key)?.at ?? '';
  if (here > savedAt) return;
  dropUnsaved(key, savedAt);
  if (text === null) kept.delete(key);
  else kept.set(key, { text, over: draft.over, at: savedAt, restored: true });
  draftStore.setState({ kept });
}

/** Null forgets it: it went where it belongs, or was thrown away. */
export function saveDraft(
  subject: string,
  field: string,
  text: string | null,
  over: string | null = null,
): void {
  const key = draftKey(subject, field);
  const { kept } = draftStore.getState();
  const before = unsaved.get(ofTypist(key));
  if (text === null && before === undefined && !kept.has(key)) return;
  const at = new Date(deskNow()).toISOString();
  const next = new Map(kept);
  if (text === null) next.delete(key);
  else next.set(key, { text, over, at, restored: false });
  draftStore.setState({ kept: next });
  const typist = typistNow();
  if (typist === null) return;
  if (before != null && before.timer !== null) clearTimeout(before.timer);
  const now = performance.now();
  const since = before == null || before.timer === null ? now : before.since;
  const wait = Math.max(0, Math.min(QUIET_MS, since + MOST_MS - now));
  const timer = window.setTimeout(() => void write(ofTypist(key, typist)), wait);
  unsaved.set(ofTypist(key, typist), { typist, key, text, over, at, since, timer });
}

async function write(entry: string): Promise<void> {
  const sent = unsaved.get(entry);
  if (sent === undefined) return;
  if (sent.timer !== null) clearTimeout(sent.timer);
  sent.timer = null;
  const { typist, key, text, over, at: typedAt } = sent;
  // Typed by somebody who has left: it waits until they are back, and is never another's.
  if (typist !== typistNow()) return;
  // A locked console keeps nothing; the passphrase brings it there.
  if (deskStore.getState().hello?.locked === true) return;
  const [subject = '', field = ''] = key.split('\n');
  const late = setTimeout(() => setTrouble(LATE), LATE_MS);
  const reply = await ask('draft.save', { typist, subject, field, text, over, typedAt });
  clearTimeout(late);
  const standing = unsaved.get(entry) === sent;
  if (reply.ok) {
    if (standing) unsaved.delete(entry);
    setTrouble(null);
  } else if (typist === typistNow()) {
    if (standing) sent.timer = window.setTimeout(() => void write(entry), AGAIN_MS);
    // A console that locked meanwhile keeps it for whoever typed it: here, until they are back.
    if (reply.refused !== 'locked')
      setTrouble(reply.refused === 'no-answer' ? LATE : reply.because);
  }
}

const LATE = 'The desk does not answer.';

function setTrouble(trouble: string | null): void {
  if (draftStore.getState().trouble !== trouble) draftStore.setState({ trouble });
}

function typistNow(): OperatorId | null {
  return deskStore.getState().hello?.session?.operatorId ?? null;
}

/** Whether what is typed is being kept. */
export function useKeeping(): boolean {
  return useStore(draftStore, ({ trouble }) => trouble === null);
}

/** What is half typed now, without following it. */
export function draftText(subject: string, field: string): string | undefined {
  return draftStore.getState().kept.get(draftKey(subject, field))?.text;
}

/**
 * Besides the clock: whoever leaves a field finds what they typed safe, and so does who closes the window or
 * goes on in another one, where it is when they arrive. Returns the way to stop.
 */
export function keepDrafts(): () => void {
  const look = () => void loadDrafts();
  window.addEventListener('focusout', writeAllDrafts);
  window.addEventListener('blur', writeAllDrafts);
  window.addEventListener('pagehide', writeAllDrafts);
  window.addEventListener('focus', look);
  return () => {
    window.removeEventListener('focusout', writeAllDrafts);
    window.removeEventListener('blur', writeAllDrafts);
    window.removeEventListener('pagehide', writeAllDrafts);
    window.removeEventListener('focus', look);
    writeAllDrafts();
    // The next person at this console never sees what this one has half typed.
    draftStore.setState({ kept: new Map(), trouble: null });
  };
}

export function writeAllDrafts(): void {
  for (const [entry, { timer }] of unsaved) if (timer !== null) void write(entry);
}

function unsavedHere(): boolean {
  const typist = typistNow();
  return [...unsaved.values()].some((each) => each.typist === typist);
}

/**
 * Before the typist leaves: resolves when everything is kept, or when it takes too long to wait for. Where it cannot be
 * kept nobody waits: it stays here, and a console that is to be locked is locked.
 */
export async function flushDrafts(): Promise<void> {
  writeAllDrafts();
  const waits = () => unsavedHere() && draftStore.getState().trouble === null;
  for (let waited = 0; waited < LATE_MS && waits(); waited += 20)
    await new Promise((resolve) => setTimeout(resolve, 20));
}
