import type { FeedMessage } from '#shared/contract/answers.ts';
import type { Announcement } from '#shared/board/board-rows.ts';
import type { IncidentId } from '#shared/lib/brand.ts';
import { ask } from './ask.ts';
import { hearFeed } from './bridge.ts';
import { clearBoard, showFocus, showPatch, showSnapshot } from './board-store.ts';
import { deskStore, say, setLocked } from './desk-store.ts';
import { hearDraft } from './kept-drafts.ts';
import { followPolicy } from './policy-in-force.ts';
import { hearTroubles } from './troubles.ts';

type Hear = (announcement: Announcement) => void;

const hearers = new Set<Hear>();
let stop: (() => void) | null = null;
/** Patches that came while a snapshot was on its way; null when the board is whole. */
let waiting: FeedMessage[] | null = null;
let wanted: string | null = null;
/** The board was refused: nobody is signed on, or not yet. */
let failed = false;

/** Everything main says aloud, once: for the live region and the sounds. */
export function onAnnouncement(hear: Hear): () => void {
  hearers.add(hear);
  return () => void hearers.delete(hear);
}

/**
 * Subscribes first and asks for the board second, so that nothing falls between the two. Starting twice
 * starts anew: another operator may see another board.
 */
export function startFeed(): () => void {
  stop?.();
  wanted = null;
  failed = false;
  const unsubscribe = hearFeed(receive);
  const unwatch = deskStore.subscribe((desk, before) => {
    if (desk.hello?.locked !== before.hello?.locked && desk.hello?.session != null)
      // Another board: of a locked console main tells next to nothing. After this change, not within it.
      queueMicrotask(() => stop === stopThis && startFeed());
    else if (desk.selection !== before.selection) void focusSelection();
  });
  const unfollow = followPolicy();
  void resync();
  void focusSelection();
  const stopThis = () => {
    unsubscribe();
    unwatch();
    unfollow();
    waiting = null;
    clearBoard();
    if (stop === stopThis) stop = null;
  };
  stop = stopThis;
  return stopThis;
}

export function stopFeed(): void {
  stop?.();
}

/** Goes on with the feed that was begun with the window; begins it when it is refused or stopped by now. */
export function keepFeed(): () => void {
  if (stop === null || failed) startFeed();
  return stopFeed;
}

function receive(message: FeedMessage): void {
  if (message.locked !== undefined) setLocked(message.locked);
  const me = deskStore.getState().hello?.session?.operatorId;
  for (const announcement of message.patch.announcements) {
    const { to } = announcement;
    if (to !== undefined && (me === undefined || !to.includes(me))) continue;
    for (const hear of hearers) hear(announcement);
  }
  if (message.draft !== undefined) hearDraft(message.draft);
  if (message.troubles !== undefined) hearTroubles(message.troubles);
  if (message.focus !== undefined && message.focus.incidentId === wanted) showFocus(message.focus);
  if (waiting !== null) waiting.push(message);
  else if (!showPatch(message.patch)) void resync([message]);
}

async function resync(first: FeedMessage[] = []): Promise<void> {
  const mine: FeedMessage[] = first;
  waiting = mine;
  const reply = await ask('board.snapshot', {});
  // Stopped or started anew while the answer was on its way: it belongs to nobody.
  if (waiting !== mine) return;
  waiting = null;
  if (!reply.ok) {
    failed = true;
    // Before anybody signed on a refusal is expected, and there is nobody to tell.
    if (deskStore.getState().hello?.session == null) return;
    say({ tone: 'unread', text: reply.because, cause: 'board.snapshot' });
    return;
  }
  showSnapshot(reply.value);
  const gap = mine.findIndex((message) => !showPatch(message.patch));
  if (gap < 0) return;
  waiting = mine.slice(gap);
  // Main is ahead of its own snapshot; asking at once, again and again, would only slow it down.
  const kept = waiting;
  setTimeout(() => {
    if (waiting === kept) void resync(kept);
  }, 250);
}

async function focusSelection(): Promise<void> {
  const { hello, selection } = deskStore.getState();
  // It is looked at again as soon as the console is unlocked.
  if (hello?.locked === true) return;
  const id = selection?.kind === 'incident' ? selection.id : null;
  if (id === wanted) return;
  wanted = id;
  const reply = await ask('incident.focus', { incidentId: id as IncidentId | null });
  // The operator moved on while main was looking it up.
  if (wanted !== id) return;
  if (reply.ok) showFocus(reply.value);
  else say({ tone: 'unread', text: reply.because, cause: 'incident.focus' });
}
