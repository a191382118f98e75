import type { FigureSource } from './figure-source.ts';
import { followUpsDueIn } from '#db/board/contacts-projection.ts';
import { FOLLOW_UPS, type Contact, type FollowUp } from '#shared/contact/contact.ts';
import type { Period } from '#shared/outcomes/period.ts';
import { dayAfter, startOfDay } from '#shared/roster/zone-moment.ts';
import { shareOf, type Share } from '#shared/statistics/share.ts';

/** Follow-ups whose time to be made was over, by when they were first due (domain report 6.1). */
export interface FollowUpFigures {
  readonly due: number;
  /** Somebody tried before its time was over. */
  readonly attempted: Share;
  /** Reached before its time was over: reached(d). */
  readonly reached: Share;
  /** Connected with help, as the person says. A linkage is what the receiving place confirms. */
  readonly connected: Share;
  /** They want no more calls. */
  readonly declined: Share;
  /** No longer needed, as somebody said before its time was over: in no share. */
  readonly notNeeded: number;
  /** Their time is not over: nothing can be said of them yet. */
  readonly running: number;
}

export interface FollowUps {
  readonly all: FollowUpFigures;
  readonly byKind: Readonly<Record<FollowUp, FollowUpFigures>>;
}

export function followUpsPart(
  { db, timeZone, now }: Pick<FigureSource, 'db' | 'timeZone' | 'now'>,
  { from, to }: Period,
): FollowUps {
  const until = startOfDay(timeZone, dayAfter(to, 1));
  const all = followUpsDueIn(db, startOfDay(timeZone, from), until);
  const figures = (contacts: readonly Contact[]) => figuresOf(contacts, now.toISOString());
  return {
    all: figures(all),
    byKind: Object.fromEntries(
      FOLLOW_UPS.map((kind) => [kind, figures(all.filter(({ after }) => after === kind))]),
    ) as Record<FollowUp, FollowUpFigures>,
  };
}

function figuresOf(contacts: readonly Contact[], now: string): FollowUpFigures {
  const over = contacts.filter(({ firstDue, ended }) => ended !== null || firstDue.by <= now);
  const due = over.filter((contact) => !fellAway(contact));
  const share = (of: (contact: Contact) => boolean) => shareOf(due.filter(of).length, due.length);
  return {
    due: due.length,
    attempted: share(({ attempts, firstDue }) => attempts.some(({ at }) => at <= firstDue.by)),
    reached: share(({ attempts, firstDue }) =>
      attempts.some(({ result, at }) => result === 'reached' && at <= firstDue.by),
    ),
    connected: share(({ ended }) => ended?.outcome === 'connected'),
    declined: share(({ ended }) => ended?.outcome === 'declined'),
    notNeeded: over.length - due.length,
    running: contacts.length - over.length,
  };
}

/** Before its time was over: what nobody had to do any more is no call that was not made. */
function fellAway({ ended, firstDue }: Contact): boolean {
  return ended?.outcome === 'not-needed' && ended.at <= firstDue.by;
}
