import type { Input } from '#shared/contract/console-contract.ts';
import { ask, tell } from '../desk/ask.ts';
import { boardStore } from '../desk/board-store.ts';
import { deskStore } from '../desk/desk-store.ts';
import { share } from '../desk/share.ts';
import type { Draft } from './draft-shape.ts';
import { spokenState } from './draft-words.ts';
import { changedIn } from './use-changed.ts';
import { same, shapeOf, showWorkshop, speak, workshopStore } from './workshop-store.ts';

const EXAMINE_MS = 150;
/** With the way to the disk, what is changed is kept within the second. */
const SAVE_MS = 600;
/** Others approve and decline too; their entries arrive with the board. */
const RELOAD_MS = 2500;
/** A what-if that took no longer than this may run by itself again. */
const QUICK_WHAT_IF_MS = 400;

type Document = Input<'policy.examine'>['document'];

let owner: string | null = null;
let asked = 0;
/** What main keeps as this supervisor's draft; null when it keeps none. */
let saved: Draft | null = null;
let examineTimer: ReturnType<typeof setTimeout> | undefined;
let saveTimer: ReturnType<typeof setTimeout> | undefined;
let reloadTimer: ReturnType<typeof setTimeout> | undefined;

const get = workshopStore.getState;

/** Opens the workshop for whoever is signed on. What it gives back writes the draft and lets go. */
export function openWorkshop(): () => void {
  const me = deskStore.getState().hello?.session?.operatorId ?? null;
  if (me !== owner) {
    // Another supervisor: their draft is their own.
    workshopStore.setState(workshopStore.getInitialState(), true);
    saved = null;
    owner = me;
  }
  void reloadWorkshop();
  const stops = [
    workshopStore.subscribe((state, before) => {
      if (state.document !== before.document) onDocument(before.document === null);
    }),
    boardStore.subscribe((board, before) => {
      if (board.revision !== before.revision) reloadSoon();
    }),
  ];
  if (get().document !== null) examineSoon(0);
  window.addEventListener('pagehide', saveNow);
  return () => {
    window.removeEventListener('pagehide', saveNow);
    for (const stop of stops) stop();
    clearTimeout(examineTimer);
    clearTimeout(reloadTimer);
    reloadTimer = undefined;
    saveNow();
    // An answer that is still on its way belongs to a screen nobody sees.
    asked += 1;
  };
}

export async function reloadWorkshop(): Promise<void> {
  const reply = await ask('policy.workshop', {});
  if (!reply.ok) {
    if (get().workshop === null) workshopStore.setState({ refusal: reply.because });
    return;
  }
  const before = get().workshop?.inForce.hash;
  if (before === undefined) saved = (reply.value.draft?.document as Draft | undefined) ?? null;
  // What did not change keeps its identity: the tables are not drawn again for every call.
  showWorkshop(share(get().workshop, reply.value));
  if (before === undefined || before === reply.value.inForce.hash) return;
  // What is changed is said against the policy in force, and that is another one now.
  examineSoon(0);
  saveNow();
}

function reloadSoon(): void {
  // Not put off by the next entry: on a busy floor it would never come.
  reloadTimer ??= setTimeout(() => {
    reloadTimer = undefined;
    void reloadWorkshop();
  }, RELOAD_MS);
}

function onDocument(first: boolean): void {
  examineSoon(first ? 0 : EXAMINE_MS);
  if (first) return;
  clearTimeout(saveTimer);
  saveTimer = setTimeout(saveNow, SAVE_MS);
}

function examineSoon(wait: number): void {
  clearTimeout(examineTimer);
  examineTimer = setTimeout(() => void examineNow(), wait);
}

async function examineNow(): Promise<void> {
  const { document } = get();
  if (document === null) return;
  const mine = ++asked;
  const reply = await ask('policy.examine', { document: document as Document });
  // The draft has moved on; the answer to what it was would only mislead.
  if (mine !== asked) return;
  if (!reply.ok) {
    workshopStore.setState({ examination: null, examined: null, refusal: reply.because });
    return;
  }
  workshopStore.setState({ examination: reply.value, examined: document, refusal: null });
  speak(spokenState(reply.value, changedIn(get())));
  const run = get().whatIf;
  const again = run !== null && run.of !== document && run.report.ms <= QUICK_WHAT_IF_MS;
  if (again && reply.value.problems.length === 0) void runWhatIf();
}

/** Writes what main does not hold yet. A draft that says the same as the policy in force is none. */
export function saveNow(): void {
  clearTimeout(saveTimer);
  const { document } = get();
  if (document === null) return;
  const kept = saved;
  if (!changedIn(get())) {
    saved = null;
    if (kept !== null) void tell('policy.discard-draft', {});
    return;
  }
  if (kept !== null && same(kept, document)) return;
  saved = document;
  void tell('policy.save-draft', { document: document as Document }).then((done) => {
    // Not written: the next edit, or leaving the screen, tries again.
    if (done === null && saved === document) saved = kept;
  });
}

/** A proposal takes the draft with it: main holds none any more. */
export function draftWasProposed(): void {
  saved = null;
}

/** What past calls would have got. Only for a draft that is a policy. */
export async function runWhatIf(): Promise<void> {
  const { document, whatIfBusy } = get();
  if (document === null || whatIfBusy || shapeOf(document) === null) return;
  workshopStore.setState({ whatIfBusy: true, whatIfRefusal: null });
  const reply = await ask('policy.what-if', { document: document as Document });
  workshopStore.setState(
    reply.ok
      ? { whatIfBusy: false, whatIf: { report: reply.value, of: document } }
      : { whatIfBusy: false, whatIfRefusal: reply.because },
  );
}
