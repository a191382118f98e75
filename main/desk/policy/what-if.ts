import { MoveTally } from './move-tally.ts';
import type { DeskCore } from '../desk-core.ts';
import { localMoment } from '../local-moment.ts';
import { lastDecisions } from '#db/board/decisions-projection.ts';
import { pastCallHours } from '#db/board/past-call-hours.ts';
import { eventAt } from '#db/journal/stored-events.ts';
import type { Database } from '#db/open-database.ts';
import { withAnswer, type Facts, type Reading } from '#shared/facts/fact.ts';
import { areaNamedIn } from '#shared/place/named-area.ts';
import type { Policy } from '#shared/policy/policy.ts';
import type { WhatIfReport } from '#shared/policy/workshop-view.ts';
import { DESK_OPERATOR } from '#shared/roster/operator.ts';
import { evaluate, readingsOf, type Readings } from '#shared/routing/evaluate.ts';

export interface PastCallSources {
  /** Its boards have to follow the journal. Only read. */
  readonly db: Database;
  readonly inForce: Policy;
  /** IANA zone of the center. */
  readonly timeZone: string;
}

/** What past calls would have got under another policy instead of the one in force. */
export function whatIf(core: DeskCore, policy: Policy): WhatIfReport {
  const { policy: inForce } = core.requirePolicy();
  return compareOnPastCalls(
    { db: core.db, inForce, timeZone: core.center?.timeZone ?? 'UTC' },
    policy,
  );
}

/**
 * The same with the policy in force given. Of a decided incident the answers of its last decision are
 * known, frozen as the rules read them then; of an imported call only what its type states. Both
 * policies are asked anew: what was once recommended or chosen plays no part.
 */
export function compareOnPastCalls(sources: PastCallSources, policy: Policy): WhatIfReport {
  const started = performance.now();
  const tally = new MoveTally();
  const decisions = addDecisions(tally, sources, policy);
  const counted = addImported(tally, sources, policy);
  return {
    ...tally.counted(sources.inForce, policy),
    decisions,
    ...counted,
    ms: performance.now() - started,
  };
}

function addDecisions(tally: MoveTally, sources: PastCallSources, policy: Policy): number {
  const { db, inForce, timeZone } = sources;
  const hourAt = localHours(timeZone);
  let decisions = 0;
  for (const { seq, at, callType, areaId } of lastDecisions(db)) {
    const readings = readingsAt(db, seq);
    const read: Readings = (fact) => readings[fact] ?? 'not-asked';
    const kind = { callType, areaId, hour: hourAt(at) };
    tally.add(kind, evaluate(inForce, read), evaluate(policy, read), 1);
    decisions += 1;
  }
  return decisions;
}

function readingsAt(db: Database, seq: number): Readonly<Record<string, Reading>> {
  const event = eventAt(db, seq);
  if (event?.type === 'incident.response-decided') return event.decision.readings;
  throw new Error(`The boards do not follow from the journal: its entry ${seq} is no decision.`);
}

function addImported(
  tally: MoveTally,
  { db, inForce }: PastCallSources,
  policy: Policy,
): Pick<WhatIfReport, 'imported' | 'notBehavioral'> {
  let imported = 0;
  let notBehavioral = 0;
  for (const [callType, byArea] of countImported(db, inForce)) {
    const routed = isRouted(inForce, callType) || isRouted(policy, callType);
    const from = evaluate(inForce, statedBy(inForce, callType));
    const to = evaluate(policy, statedBy(policy, callType));
    for (const [areaId, hours] of byArea)
      for (const [hour, calls] of hours.entries()) {
        if (calls === 0) continue;
        if (routed) {
          imported += calls;
          tally.add({ callType, areaId, hour }, from, to, calls);
        } else notBehavioral += calls;
      }
  }
  return { imported, notBehavioral };
}

type Hours = Uint32Array;

/** Imported calls by type, area and hour. Their hours are on the other center's wall-clock already. */
function countImported(db: Database, policy: Policy): Map<string, Map<string | null, Hours>> {
  const counts = new Map<string, Map<string | null, Hours>>();
  const areaOf = areaNames(policy);
  for (const [callType, hour, address] of pastCallHours(db)) {
    let byArea = counts.get(callType);
    if (byArea === undefined) counts.set(callType, (byArea = new Map<string | null, Hours>()));
    const areaId = areaOf(address);
    let hours = byArea.get(areaId);
    if (hours === undefined) byArea.set(areaId, (hours = new Uint32Array(24)));
    hours[hour] = (hours[hour] ?? 0) + 1;
  }
  return counts;
}

/** `areaNamedIn` for a million addresses, of which few name an area: the others are told apart first. */
function areaNames(policy: Policy): (address: string | null) => string | null {
  const names = new Set(policy.areas.map(({ name }) => name.toLocaleLowerCase()));
  return (address) => {
    if (address === null) return null;
    const parts = address.toLocaleLowerCase().split(',');
    return parts.some((part) => names.has(part.trim()))
      ? (areaNamedIn(address, policy.areas)?.id ?? null)
      : null;
  };
}

/** A type the policy does not have may be anything, so it is routed. */
function isRouted(policy: Policy, callType: string): boolean {
  return policy.callTypes.find(({ code }) => code === callType)?.behavioral !== 'no';
}

/** What is known of a call by its type alone: read as the console reads it, as from a record. */
function statedBy(policy: Policy, callType: string): Readings {
  const type = policy.callTypes.find(({ code }) => code === callType);
  const record = { informant: 'record', at: '', by: DESK_OPERATOR } as const;
  const facts = (type?.states ?? []).reduce<Facts>(
    (so, { fact, answer }) => withAnswer(so, fact, { ...record, answer }),
    {},
  );
  return readingsOf(facts, policy);
}

const HALF_HOUR = 30 * 60_000;

/**
 * The center's hour at an ISO instant. A zone moves its clock on the half hour at most, so it is asked
 * once for each half hour that occurs and not for each call.
 */
function localHours(timeZone: string): (at: string) => number {
  const known = new Map<number, number>();
  return (at) => {
    const ms = Date.parse(at);
    const slot = Math.floor(ms / HALF_HOUR);
    let minute = known.get(slot);
    if (minute === undefined) {
      minute = localMoment(new Date(slot * HALF_HOUR), timeZone).minute;
      known.set(slot, minute);
    }
    const passed = Math.floor((ms - slot * HALF_HOUR) / 60_000);
    return Math.floor(((minute + passed) % 1_440) / 60);
  };
}
