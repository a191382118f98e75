import type { DeskCore } from '../desk-core.ts';
import { callTypeLabel } from '../incident-row.ts';
import type { HeardCalls } from './heard-calls.ts';
import { findCall } from '#db/board/calls-projection.ts';
import { findIncident } from '#db/board/incidents-projection.ts';
import type { LikelyLine, MergeOffer, WaitingLikeness } from '#shared/board/duplicate-lines.ts';
import type { Call } from '#shared/call/call.ts';
import type { CallHeard } from '#shared/duplicate/call-heard.ts';
import { callersOf, remainsOf, runsOn } from '#shared/duplicate/decide-merge.ts';
import { groupWaiting } from '#shared/duplicate/group-waiting.ts';
import { STRENGTHS, type Likeness } from '#shared/duplicate/likely-duplicates.ts';
import type { Incident } from '#shared/incident/incident.ts';
import { PHASE_LABELS, phaseOf } from '#shared/incident/phase.ts';
import type { CallId } from '#shared/lib/brand.ts';

/** What a call being typed may be told anew of. */
export function likelyOfDraft(
  core: DeskCore,
  heard: HeardCalls,
  draft: Pick<CallHeard, 'ani' | 'address' | 'words' | 'callType'>,
): readonly LikelyLine[] {
  const fresh: CallHeard = {
    ...draft,
    callId: null,
    receivedAt: core.now().toISOString(),
    point: null,
    commonPlace: core.places.commonPlaceOf(draft.address),
    personId: null,
    toldApart: [],
  };
  return linesOf(core, heard.asOfNow().likely(fresh, null), null);
}

/** What a call that waits may be told anew of. */
export function likelyOfCall(core: DeskCore, heard: HeardCalls, call: Call): readonly LikelyLine[] {
  const fresh = heard.heard(call);
  if (fresh === null) return [];
  return linesOf(core, heard.asOfNow().likely(fresh, fresh.target), null);
}

/** What an incident may be: by anybody who called about it. */
export function likelyOfIncident(
  core: DeskCore,
  heard: HeardCalls,
  incident: Incident,
): readonly LikelyLine[] {
  const found = new Map<string, Likeness>();
  for (const callId of callersOf(incident)) {
    const call = findCall(core.db, callId);
    const fresh = call && heard.heard(call);
    if (fresh === null) continue;
    for (const likeness of heard.asOfNow().likely(fresh, fresh.target))
      if (!found.has(likeness.target)) found.set(likeness.target, likeness);
  }
  return linesOf(core, [...found.values()], incident);
}

function linesOf(
  core: DeskCore,
  likely: readonly Likeness[],
  asked: Incident | null,
): readonly LikelyLine[] {
  const lines = likely.flatMap((likeness) => lineOf(core, likeness, asked) ?? []);
  // What can be joined at once stands before what only waits, too.
  return lines.toSorted(
    (a, b) =>
      STRENGTHS.indexOf(a.strength) - STRENGTHS.indexOf(b.strength) ||
      Number(joins(b)) - Number(joins(a)),
  );
}

function joins(line: LikelyLine): boolean {
  return line.kind === 'incident' && line.open;
}

function lineOf(core: DeskCore, likeness: Likeness, asked: Incident | null): LikelyLine | null {
  const { strength, reasons, target } = likeness;
  const { policy } = core.requirePolicy();
  const incident = findIncident(core.db, target);
  if (incident === null) {
    const call = findCall(core.db, target);
    if (call === null) return null;
    const { callId, number, address, receivedAt } = call;
    const callType = callTypeLabel(policy, call.callType) ?? 'Type not set';
    const standing = 'Waits';
    const line = { callId, number, address, receivedAt, callType, standing, strength, reasons };
    return { ...line, kind: 'call', callers: 1 };
  }
  const open = incident.closed === null;
  return {
    kind: 'incident',
    callId: incident.callId,
    incidentId: incident.incidentId,
    number: incident.number,
    open,
    merge: asked === null || !open ? null : mergeOffer(asked, incident),
    strength,
    reasons,
    callType: callTypeLabel(policy, incident.callType) ?? 'Type not set',
    address: incident.place.address,
    receivedAt: incident.openedAt,
    standing: PHASE_LABELS[phaseOf(incident)],
    callers: callersOf(incident).length,
  };
}

export function mergeOffer(one: Incident, other: Incident): MergeOffer {
  const remains = remainsOf(one, other);
  const gone = remains === one ? other : one;
  return { remains: remains.incidentId, barred: runsOn(gone, remains) };
}

/** How everything that waits stands: what is likely one thing, and what an open incident is likely about. */
export function likenessOfWaiting(core: DeskCore, heard: HeardCalls): WaitingLikeness {
  const known = heard.asOfNow();
  const waiting = known.waiting();
  const groups = groupWaiting(waiting, (a, b) => known.between(a, b), core.requirePolicy().policy);
  const marks = waiting.flatMap((call) => {
    const likeness = known.likelyAnswered(call).find(({ strength }) => strength !== 'maybe');
    const incident = likeness && findIncident(core.db, likeness.target);
    if (likeness === undefined || incident === undefined || incident === null) return [];
    const { incidentId, number } = incident;
    const { strength, reasons } = likeness;
    return [{ callId: call.callId, incidentId, number, strength, reasons }];
  });
  return { groups: groups.filter(({ members }) => members.length > 0), marks };
}

/** Why two calls are joined, in words as they were found; empty when only a person sees it. */
export function reasonsFor(
  core: DeskCore,
  heard: HeardCalls,
  callId: CallId,
  target: string,
): readonly string[] {
  const call = findCall(core.db, callId);
  const fresh = call && heard.heard(call);
  if (fresh === null) return [];
  const found = heard.asOfNow().likely(fresh, fresh.target);
  return found.find((each) => each.target === target)?.reasons ?? [];
}
