import type { LikelyLine } from '#shared/board/duplicate-lines.ts';
import type { CallId, IncidentId } from '#shared/lib/brand.ts';
import { tell } from '../desk/ask.ts';
import { openIncident, say, select } from '../desk/desk-store.ts';

/** The incident a call is joined to. */
export interface JoinTarget {
  readonly incidentId: IncidentId;
  readonly number: number;
}

/** The call is another one about the incident: the incident comes into focus, and undo takes it back. */
export async function joinTo(
  callId: CallId,
  callNumber: number | null,
  { incidentId, number }: JoinTarget,
): Promise<boolean> {
  if ((await tell('call.join', { callIds: [callId], incidentId })) === null) return false;
  select({ kind: 'incident', id: incidentId });
  const which = callNumber === null ? 'The call' : `Call ${callNumber}`;
  const text = `${which} is joined to ${number}. Ctrl+Z takes it back.`;
  say({ tone: 'done', text, cause: null });
  return true;
}

/** Answers the first and joins the others to it, in one act. */
export async function joinAll(callIds: readonly CallId[]): Promise<boolean> {
  const done = await tell('call.join', { callIds: [...callIds], incidentId: null });
  if (done?.made === undefined) return false;
  openIncident(done.made);
  const text = `Answered, with ${callIds.length - 1} more joined. Ctrl+Z lets these wait again.`;
  say({ tone: 'done', text, cause: null });
  return true;
}

export async function sayDifferent(callId: CallId, line: LikelyLine): Promise<boolean> {
  const others = [line.callId];
  return (await tell('duplicate.say-different', { callId, others })) !== null;
}
