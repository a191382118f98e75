import { unchangedBoard } from './board-feed.ts';
import { keepStanding } from './access/keep-standing.ts';
import type { DeskCore } from './desk-core.ts';
import type { Session } from './desk.ts';
import { viewFor } from './look-answers.ts';
import type { Timers } from './training/timers.ts';
import { findIncident } from '#db/board/incidents-projection.ts';
import type { BoardPatch } from '#shared/board/board-rows.ts';
import { lockedPatch } from '#shared/board/locked-board.ts';
import type { IncidentView } from '#shared/board/incident-view.ts';
import type { FeedMessage } from '#shared/contract/answers.ts';
import { incidentOf, type Entry } from '#shared/journal/journal-event.ts';
import { may } from '#shared/roster/permission.ts';
import { concernsRole } from '#shared/trouble/trouble.ts';

/** Soon enough for who could go: whoever is sent is looked at again when somebody sends them. */
const UNITS_ELSEWHERE_MS = 100;

/**
 * What one window hears: every patch at once, with a fresh view of the incident its session looks at when
 * the commit was about that or another policy is in force. Units that change elsewhere may be candidates
 * there: on a busy floor they do so many times a second, so the view follows a moment later, once for all
 * of them, and the board never waits for it.
 */
export function feedWindow(
  core: DeskCore,
  session: Session,
  timers: Timers,
  listener: (message: FeedMessage) => void,
): () => void {
  let cancel: (() => void) | null = null;
  const hear = toldAsItStands(core, session, listener);
  const settled = () => {
    cancel?.();
    cancel = null;
  };
  const follow = () => {
    cancel = null;
    const focus = core.db.open ? lookedAt(core, session) : null;
    if (focus !== null) hear({ patch: unchangedBoard(core.told), focus });
  };
  const stop = core.subscribe((patch, entries) => {
    keepStanding(core, session);
    if (!concernsView(core, session, patch, entries)) {
      if (session.focus !== null && entries.some(ofUnitOrCrew))
        cancel ??= timers.after(UNITS_ELSEWHERE_MS, follow);
      hear({ patch });
      return;
    }
    settled();
    const focus = lookedAt(core, session);
    hear(focus === null ? { patch } : { patch, focus });
  });
  const stopDrafts = core.drafts.hear(({ typist, draft, at }) => {
    // Never to the window it was typed in: nothing goes back and forth.
    if (at === session || session.operator?.operatorId !== typist) return;
    if (core.policy !== null) hear({ patch: unchangedBoard(core.told), draft });
  });
  const stopTroubles = core.troubles.hear(({ kind, said }) => {
    const role = session.operator?.role ?? null;
    if (!concernsRole({ kind }, role)) return;
    const patch = { ...unchangedBoard(core.told), announcements: said };
    hear({ patch, troubles: core.troubles.of(role) });
  });
  const stopOwed = core.owed.hear(() => {
    if (core.policy !== null) hear({ patch: unchangedBoard(core.told) });
  });
  return () => {
    settled();
    stopOwed();
    stopDrafts();
    stopTroubles();
    stop();
  };
}

/** Says that the console was locked or unlocked, and leaves out what a locked one is not told. */
function toldAsItStands(
  core: DeskCore,
  session: Session,
  listener: (message: FeedMessage) => void,
): (message: FeedMessage) => void {
  let told = false;
  return (message) => {
    const patch = saidTo(session, message.patch);
    const locked = session.locked === true;
    const turned = locked === told ? {} : { locked };
    told = locked;
    if (!locked) return listener({ ...message, patch, ...turned });
    const { policy } = core.requirePolicy();
    const { troubles } = message;
    listener({
      patch: lockedPatch(patch, policy),
      ...(troubles === undefined ? {} : { troubles }),
      ...turned,
    });
  };
}

/** What is said to others, or holds words this person may not read, never gets as far as their window. */
function saidTo({ operator }: Session, patch: BoardPatch): BoardPatch {
  if (patch.announcements.length === 0) return patch;
  const announcements = patch.announcements.filter(
    ({ to, needs }) =>
      (to === undefined || (operator !== null && to.includes(operator.operatorId))) &&
      (needs === undefined || (operator !== null && may(operator.role, needs))),
  );
  return { ...patch, announcements };
}

function lookedAt(core: DeskCore, session: Session): IncidentView | null {
  const { focus, operator } = session;
  if (focus === null || operator === null || session.locked === true) return null;
  return core.readings.by(operator.operatorId, () => viewFor(core, focus, operator.role));
}

function concernsView(
  core: DeskCore,
  { focus }: Session,
  patch: BoardPatch,
  entries: readonly Entry[],
): boolean {
  if (focus === null) return false;
  if (patch.policy !== null) return true;
  // What is written on an incident that stands in it stands on its timeline.
  const absorbed = findIncident(core.db, focus)?.absorbed ?? [];
  // A caution may be about this address, and a person about whom something was written may be who this is.
  return entries.some(
    ({ event }) =>
      incidentOf(event) === focus ||
      /^(caution|person)\./.test(event.type) ||
      absorbed.some(({ incidentId }) => incidentId === incidentOf(event)),
  );
}

function ofUnitOrCrew({ event }: Entry): boolean {
  return event.type.startsWith('unit.');
}
