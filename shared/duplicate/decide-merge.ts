import type { MergeEvent } from './merge-events.ts';
import { raisingFacts } from './raising-facts.ts';
import type { DecideContext } from '../incident/context.ts';
import { withRaise } from '../incident/decide-intake.ts';
import type { Incident } from '../incident/incident.ts';
import { evolveIncident, type IncidentEvent } from '../incident/incident-events.ts';
import { openIncidentOnly } from '../incident/open-incident-only.ts';
import { standingLevel } from '../incident/phase.ts';
import type { CautionId } from '../lib/brand.ts';
import { refuse, type Refusal } from '../lib/refusal.ts';
import { effectiveLevel } from '../incident/decide-units.ts';
import { isHigher } from '../routing/level.ts';

type Answered = IncidentEvent[] | Refusal;

/**
 * Two open incidents are one. `gone` stands in the other from now on, closed under no disposition of its own, and keeps
 * everything it has; `cautions` are all that belong to it. Merging never moves anybody who works on it, so it is refused while somebody does. The level of the one
 * that remains only rises.
 */
export function mergeIncidents(
  remains: Incident,
  gone: Incident,
  {
    reasons,
    cautions,
  }: { readonly reasons: readonly string[]; readonly cautions: readonly CautionId[] },
  context: DecideContext,
): Answered {
  if (remains.incidentId === gone.incidentId)
    return refuse(
      'one-incident',
      `${remains.number} is one incident. Nothing was merged; choose another one.`,
    );
  const closed = openIncidentOnly(remains) ?? openIncidentOnly(gone);
  if (closed !== null) return closed;
  const runs = runsOn(gone, remains);
  if (runs !== null)
    return refuse(
      'runs-there',
      `${runs} Keep ${gone.number} and merge ${remains.number} into it, or end that first. Nothing was merged.`,
    );
  const tookIn: MergeEvent = {
    type: 'incident.took-in',
    incidentId: remains.incidentId,
    absorbed: gone.incidentId,
    number: gone.number,
    callers: callersOf(gone),
    facts: raisingFacts(remains.facts, gone.facts, context.policy),
    cautions,
    reasons,
  };
  return [
    {
      type: 'incident.merged',
      incidentId: gone.incidentId,
      into: remains.incidentId,
      intoNumber: remains.number,
      reasons,
    },
    ...raised(remains, withRaise(remains, [tookIn], context), gone, context),
  ];
}

/** What was decided on either counts: the higher level stands. */
function raised(
  remains: Incident,
  events: readonly IncidentEvent[],
  gone: Incident,
  { now, by, policy }: DecideContext,
): IncidentEvent[] {
  const to = standingLevel(gone);
  let after: Incident | null = remains;
  for (const event of events) after = evolveIncident(after, event, { at: now, by });
  if (to === null || after === null) return [...events];
  const from = standingLevel(after) ?? effectiveLevel(after, policy);
  if (!isHigher(to, from)) return [...events];
  const { incidentId } = remains;
  return [...events, { type: 'incident.level-raised', incidentId, from, to, rules: [] }];
}

/** Everybody who called about an incident, the first caller first. */
export function callersOf({ callId, alsoCalled, absorbed }: Incident): Incident['alsoCalled'] {
  return [callId, ...alsoCalled, ...absorbed.flatMap(({ callers }) => callers)];
}

/** Who or what runs on an incident and would be lost with it, in a sentence; null when nothing does. */
export function runsOn(
  gone: Incident,
  remains: Pick<Incident, 'decision' | 'number'>,
): string | null {
  const { number, phone, monitoring, stacked, hold, upgrades, decision } = gone;
  // Whoever was there once, too: what they did has to be closed as what it was.
  if (gone.units.length > 0) return `${sayUnits(gone)} on incident ${number}.`;
  const [next] = stacked;
  if (next !== undefined) return `${next.unitId} comes to incident ${number} afterwards.`;
  if (phone.state === 'with-clinician' || phone.state === 'transferring')
    return `A clinician is on the line of incident ${number}.`;
  if (phone.state === 'lost')
    return `The caller of incident ${number} is lost and is called again.`;
  if (phone.state === 'ended') return `A clinician has spoken on incident ${number}.`;
  if (phone.state !== 'none') return `The caller of incident ${number} waits for a clinician.`;
  if (
    monitoring.monitors.length > 0 ||
    monitoring.nomination !== null ||
    monitoring.stepDown !== null
  )
    return `A clinician follows incident ${number}.`;
  if (monitoring.advice.some(({ seen }) => seen === null))
    return `Nobody has seen a clinician’s advice on incident ${number} yet.`;
  if (hold !== null) return `Incident ${number} is held until a time somebody was promised.`;
  if (upgrades.length > 0) return `Police or EMS was called to incident ${number}.`;
  return decision !== null && remains.decision === null
    ? `Incident ${number} is decided, and ${remains.number} is not yet.`
    : null;
}

function sayUnits({ units }: Incident): string {
  const there = units.filter(({ releasedAt }) => releasedAt === null);
  const who = [...new Set((there.length > 0 ? there : units).map(({ unitId }) => unitId))];
  const [is, are] = there.length > 0 ? ['is', 'are'] : ['was', 'were'];
  return `${who.join(', ')} ${who.length > 1 ? are : is}`;
}

/** They were two after all: each is again what it was, with what was done on it since. */
export function unmergeIncident(
  gone: Incident,
  from: Incident | null,
  reason: string,
): MergeEvent[] | Refusal {
  const { mergedInto, number, incidentId } = gone;
  if (mergedInto === null || from === null)
    return refuse(
      'not-merged',
      `Incident ${number} is not merged into another one. Nothing was changed.`,
    );
  if (from.mergedInto !== null)
    return refuse(
      'merged-on',
      `Incident ${from.number} was merged into ${from.mergedInto.number} after that. Take them apart there first.`,
    );
  if (from.closed !== null)
    return refuse(
      'incident-closed',
      `Incident ${from.number} is closed, and ${number} ended with it. Type in a new call: n.`,
    );
  const last = from.absorbed.at(-1);
  if (last !== undefined && last.incidentId !== incidentId)
    return refuse(
      'merged-since',
      `Incident ${last.number} was merged into ${from.number} after ${number}. Take ${last.number} out first.`,
    );
  const said = reason.trim();
  return [
    {
      type: 'incident.unmerged',
      incidentId,
      from: from.incidentId,
      fromNumber: from.number,
      reason: said,
    },
    {
      type: 'incident.gave-back',
      incidentId: from.incidentId,
      absorbed: incidentId,
      number,
      reason: said,
    },
  ];
}

/** Which of two should remain: the one somebody works on, else the decided one, else the older. */
export function remainsOf(one: Incident, other: Incident): Incident {
  const [a, b] = [one, other].map((each, at) => runsOn(each, at === 0 ? other : one) !== null);
  if (a !== b) return a === true ? one : other;
  return one.number <= other.number ? one : other;
}
