import { callIdOf, type LinkedCall } from './known-person.ts';
import type { KnownPersonEvent } from './known-person-events.ts';
import type { JournalEvent } from '../journal/journal-event.ts';
import type { IncidentId, PersonId } from '../lib/brand.ts';
import { refuse, type Refusal } from '../lib/refusal.ts';

/** Who is who is nobody's act outside this room: it is taken back by saying the opposite. */
export type PersonUndo =
  | {
      readonly does: 'unlink-call';
      readonly call: LinkedCall;
      readonly incidentId: IncidentId | null;
    }
  | { readonly does: 'unmerge'; readonly absorbed: PersonId; readonly incidentId: null };

type Undone = Extract<KnownPersonEvent, { type: 'person.call-linked' | 'person.merged' }>;

interface Around {
  /** What anybody has written since. */
  readonly later: readonly JournalEvent[];
  /** The entries of its incident before it, the newest last; none of a past call. */
  readonly before: readonly JournalEvent[];
}

/** A link or a merge, as long as nothing was built on it. */
export function undoOfPerson(event: Undone, { later, before }: Around): PersonUndo | Refusal {
  if (event.type === 'person.merged') {
    const { absorbed } = event;
    return later.some((each) => each.type === 'person.unmerged' && each.absorbed === absorbed)
      ? refuse('changed-since', 'They were taken apart since. Nothing was taken back.')
      : { does: 'unmerge', absorbed, incidentId: null };
  }
  const call: LinkedCall =
    'incidentId' in event ? { incidentId: event.incidentId } : { pastCall: event.pastCall };
  if (later.some((each) => isOfCall(each, call)))
    return refuse('changed-since', 'Somebody said anew whose call it is. Nothing was taken back.');
  const earlier = before.findLast((each) => isOfCall(each, call));
  if (earlier !== undefined)
    return refuse(
      'said-before',
      'It was somebody’s before, and stays as it was said last. Say anew whose call it is: Shift+K.',
    );
  return { does: 'unlink-call', call, incidentId: 'incidentId' in call ? call.incidentId : null };
}

function isOfCall(event: JournalEvent, call: LinkedCall): boolean {
  return (
    (event.type === 'person.call-linked' || event.type === 'person.call-unlinked') &&
    callIdOf(event) === callIdOf(call)
  );
}
