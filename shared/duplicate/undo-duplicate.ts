import type { JournalEvent } from '../journal/journal-event.ts';
import type { CallId, IncidentId } from '../lib/brand.ts';
import { refuse, type Refusal } from '../lib/refusal.ts';

/** That two are one is nobody's act outside this room: it is taken back by saying that they are two. */
export type DuplicateUndo =
  | {
      readonly does: 'part-calls';
      readonly callIds: readonly CallId[];
      readonly incidentId: IncidentId;
    }
  | {
      readonly does: 'unmerge-incident';
      readonly absorbed: IncidentId;
      readonly incidentId: IncidentId;
    };

type Undone = Extract<JournalEvent, { type: 'call.joined' | 'incident.merged' }>;

interface Around {
  /** What was written by the same command before it. */
  readonly together: readonly JournalEvent[];
  /** What anybody has written since. */
  readonly later: readonly JournalEvent[];
}

/** A join, with all that were joined by the same act, or a merge, as long as nobody took it apart since. */
export function undoOfDuplicate(
  event: Undone,
  { together, later }: Around,
): DuplicateUndo | Refusal {
  if (event.type === 'incident.merged') {
    const { incidentId: absorbed, into } = event;
    return later.some((each) => each.type === 'incident.unmerged' && each.incidentId === absorbed)
      ? refuse('changed-since', 'They were taken apart since. Nothing was taken back.')
      : { does: 'unmerge-incident', absorbed, incidentId: into };
  }
  const joined = [
    ...together.flatMap((each) => (each.type === 'call.joined' ? [each.callId] : [])),
    event.callId,
  ];
  const parted = new Set(
    later.flatMap((each) => (each.type === 'call.parted' ? [each.callId] : [])),
  );
  const callIds = joined.filter((callId) => !parted.has(callId));
  return callIds.length === 0
    ? refuse('changed-since', 'The call waits again already. Nothing was taken back.')
    : { does: 'part-calls', callIds, incidentId: event.incidentId };
}
