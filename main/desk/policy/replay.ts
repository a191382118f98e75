import { policyHash } from '../shipped-policy.ts';
import { storedEvents } from '#db/journal/stored-events.ts';
import type { Database } from '#db/open-database.ts';
import type { Decision } from '#shared/incident/incident.ts';
import { signingFor } from '#shared/incident/signing.ts';
import type { JournalEvent } from '#shared/journal/journal-event.ts';
import { canonicalJson } from '#shared/lib/canonical-json.ts';
import { findResponse, type Policy } from '#shared/policy/policy.ts';
import { availabilityKept, frozenOfferOf } from '#shared/routing/alternatives.ts';
import { evaluate, type Readings } from '#shared/routing/evaluate.ts';
import type { Level } from '#shared/routing/level.ts';
import type { Recommendation } from '#shared/routing/recommendation.ts';
import { unarmedBar } from '#shared/routing/unarmed.ts';

/** What was found different when a decision was derived again. */
export type DifferingPart =
  /** The entry cannot be read, or what it was made from cannot be evaluated. */
  | 'unreadable'
  /** No policy was adopted before it under the hash it names. */
  | 'policy missing'
  /** The document adopted under that hash has another one. */
  | 'policy hash'
  | 'recommendation'
  /** Who could go. */
  | 'offer'
  /** How it was decided, level, response or direction. */
  | 'decision';

export interface Differing {
  readonly seq: number;
  readonly incident: number | null;
  /** Version of the policy it was decided with. */
  readonly policy: string | null;
  readonly what: DifferingPart;
  readonly recorded: Sent | null;
  readonly derived: Sent | null;
}

interface Sent {
  readonly level: Level;
  /** Null in an offer nobody could go for. */
  readonly response: string | null;
}

export interface ReplayReport {
  /** decisions = same + differing. */
  readonly decisions: number;
  readonly same: number;
  /** The first hundred, in the order they were decided. */
  readonly differ: readonly Differing[];
  readonly differing: number;
  /** Every policy ever adopted, and whether its document has the hash it was adopted under. */
  readonly policies: readonly {
    readonly version: string;
    readonly hash: string;
    readonly decisions: number;
    readonly intact: boolean;
  }[];
  readonly ms: number;
}

const SHOWN = 100;

/**
 * Derives every decision of the journal again from what was frozen with it and the policy it names, and
 * compares bit for bit. Reads the journal alone, not the boards, and writes nothing.
 */
export function replayDecisions(db: Database): ReplayReport {
  const started = performance.now();
  const past = new Past();
  const differ: Differing[] = [];
  let decisions = 0;
  let differing = 0;
  for (const { seq, type, incidentId, event } of storedEvents(db, READ)) {
    if (type === 'incident.response-decided') {
      decisions += 1;
      const found = past.difference(event);
      if (found !== null) {
        differing += 1;
        const incident = past.numberOf(incidentId);
        if (differ.length < SHOWN) differ.push({ seq, incident, ...found });
      }
    }
    if (event !== null) past.follow(event);
  }
  const policies = past.policies();
  const ms = performance.now() - started;
  return { decisions, same: decisions - differing, differ, differing, policies, ms };
}

const READ: readonly JournalEvent['type'][] = [
  'policy.adopted',
  'incident.opened',
  'incident.level-raised',
  'incident.response-decided',
];

interface Adopted {
  readonly policy: Policy;
  readonly hash: string;
  intact: boolean;
  decisions: number;
}

/** What one has to have read before a decision to derive it again. */
class Past {
  readonly #adopted = new Map<string, Adopted>();
  /** The number of each incident, and the level nobody goes below without a reason. */
  readonly #incidents = new Map<string, { readonly number: number; standing: Level | null }>();

  follow(event: JournalEvent): void {
    switch (event.type) {
      case 'policy.adopted': {
        const { policy, hash } = event;
        const intact = policyHash(policy) === hash;
        const before = this.#adopted.get(hash);
        if (before === undefined) this.#adopted.set(hash, { policy, hash, intact, decisions: 0 });
        else before.intact &&= intact;
        return;
      }
      case 'incident.opened':
        this.#incidents.set(event.incidentId, { number: event.number, standing: null });
        return;
      case 'incident.level-raised':
        this.#stands(event.incidentId, event.to);
        return;
      case 'incident.response-decided':
        this.#stands(event.incidentId, event.decision.level);
    }
  }

  #stands(incidentId: string, level: Level): void {
    const incident = this.#incidents.get(incidentId);
    if (incident !== undefined) incident.standing = level;
  }

  numberOf(incidentId: string | null): number | null {
    return this.#incidents.get(incidentId ?? '')?.number ?? null;
  }

  policies(): ReplayReport['policies'] {
    return [...this.#adopted.values()].map(({ policy, hash, decisions, intact }) => {
      return { version: policy.version, hash, decisions, intact };
    });
  }

  /** What differs in a decision that is not followed yet; null when nothing does. */
  difference(event: JournalEvent | null): Omit<Differing, 'seq' | 'incident'> | null {
    if (event?.type !== 'incident.response-decided') return UNREADABLE;
    const { decision, incidentId } = event;
    try {
      const adopted = this.#adopted.get(decision.policyHash);
      if (adopted !== undefined) adopted.decisions += 1;
      const standing = this.#incidents.get(incidentId)?.standing ?? null;
      const found = differenceIn(decision, adopted, standing);
      return found === null ? null : { policy: decision.policyVersion, ...found };
    } catch {
      // A stored shape nothing can be derived from is a finding, not the end of the replay.
      return UNREADABLE;
    }
  }
}

const UNREADABLE = { policy: null, what: 'unreadable', recorded: null, derived: null } as const;

function differenceIn(
  decision: Decision,
  adopted: Adopted | undefined,
  standing: Level | null,
): Pick<Differing, 'what' | 'recorded' | 'derived'> | null {
  const { recommendation, offered } = decision;
  const recorded = sent(recommendation);
  if (adopted === undefined) return { what: 'policy missing', recorded, derived: null };
  const { policy } = adopted;
  const read: Readings = (fact) => decision.readings[fact] ?? 'not-asked';
  const now = evaluate(policy, read);
  const derived = sent(now);
  if (!adopted.intact) return { what: 'policy hash', recorded, derived };
  if (!isSame(recommendation, now)) return { what: 'recommendation', recorded, derived };
  if (offered !== null) {
    const { date } = offered;
    const bar = unarmedBar(policy, now);
    const availability = availabilityKept(offered);
    const offer = frozenOfferOf(policy, now, { availability, bar, date });
    if (!isSame(offered, offer))
      return {
        what: 'offer',
        recorded: { level: now.level, response: offered.goesNow },
        derived: { level: now.level, response: offer.goesNow },
      };
  }
  const decided = decidedAgain(policy, now, decision, standing);
  const { how, level, response, direction, policyVersion } = decision;
  return isSame({ how, level, response, direction, policyVersion }, decided)
    ? null
    : { what: 'decision', recorded: sent(decision), derived: sent(decided) };
}

function sent({ level, response }: Pick<Recommendation, 'level' | 'response'>): Sent {
  return { level, response };
}

function isSame(recorded: unknown, derived: unknown): boolean {
  // As it was written, its members mostly stand in the same order, and sorting them is what takes long.
  if (JSON.stringify(recorded) === JSON.stringify(derived)) return true;
  return canonicalJson(recorded) === canonicalJson(derived);
}

/**
 * What a person's choice comes to. The choice is theirs and cannot be derived; whether it is the
 * recommended one, at which level it stands and which way it goes, can be.
 */
function decidedAgain(
  policy: Policy,
  now: Recommendation,
  { how, response: chosen }: Decision,
  standing: Level | null,
): Pick<Decision, 'how' | 'level' | 'response' | 'direction' | 'policyVersion'> {
  const { version: policyVersion } = policy;
  if (how === 'upgraded') {
    const { id, level } = findResponse(policy, policy.gates[0]?.response ?? '');
    return { how, level, response: id, direction: 'up', policyVersion };
  }
  const { level, direction } = signingFor(policy, now, findResponse(policy, chosen), standing);
  const accepts = chosen === now.response;
  return {
    how: accepts ? 'accepted' : 'overridden',
    level,
    response: chosen,
    direction,
    policyVersion,
  };
}
