import type { FactRecord } from '../facts/fact.ts';
import type { Incident } from '../incident/incident.ts';
import type { CallId, CautionId, IncidentId, OperatorId } from '../lib/brand.ts';

/** Two open incidents are one: one remains, and the other stands in it. Each has its own entry of it. */
export type MergeEvent =
  | {
      readonly type: 'incident.merged';
      readonly incidentId: IncidentId;
      readonly into: IncidentId;
      readonly intoNumber: number;
      readonly reasons: readonly string[];
    }
  | {
      readonly type: 'incident.took-in';
      readonly incidentId: IncidentId;
      readonly absorbed: IncidentId;
      readonly number: number;
      /** Everybody who had called about it. */
      readonly callers: readonly CallId[];
      /** What was answered there with yes and was not here, with who said it and when. */
      readonly facts: Readonly<Record<string, FactRecord>>;
      /** Cautions that belong to it: whoever goes now has to hear them, too. */
      readonly cautions: readonly CautionId[];
      readonly reasons: readonly string[];
    }
  | {
      readonly type: 'incident.unmerged';
      readonly incidentId: IncidentId;
      readonly from: IncidentId;
      readonly fromNumber: number;
      readonly reason: string;
    }
  | {
      readonly type: 'incident.gave-back';
      readonly incidentId: IncidentId;
      readonly absorbed: IncidentId;
      readonly number: number;
      readonly reason: string;
    };

/** Where an incident went. */
export interface MergedInto {
  readonly incidentId: IncidentId;
  readonly number: number;
}

/** An incident that stands in another one, and what that other one was without it. */
export interface Absorbed {
  readonly incidentId: IncidentId;
  readonly number: number;
  readonly callers: readonly CallId[];
  readonly at: string;
  readonly lent: Readonly<Record<string, FactRecord>>;
  readonly cautions: readonly CautionId[];
  readonly had: {
    readonly facts: Readonly<Record<string, FactRecord | null>>;
    readonly raised: Incident['raised'];
    readonly hold: Incident['hold'];
    readonly phone: Incident['phone'];
    /** Of the decision that stood; null while there was none. */
    readonly decidedAt: string | null;
  };
}

interface Stamp {
  readonly at: string;
  readonly by: OperatorId;
}

/** The incident after it became one with another, or two again. */
export function evolveMerge(incident: Incident, event: MergeEvent, { at, by }: Stamp): Incident {
  switch (event.type) {
    case 'incident.merged':
      // Everything else stays as it is, so that it goes on from there when they are two again.
      return {
        ...incident,
        mergedInto: { incidentId: event.into, number: event.intoNumber },
        closed: { disposition: 'merged', note: '', at, by },
      };
    case 'incident.unmerged':
      return { ...incident, mergedInto: null, closed: null };
    case 'incident.took-in':
      return tookIn(incident, event, at);
    case 'incident.gave-back': {
      const absorbed = incident.absorbed.find((each) => each.incidentId === event.absorbed);
      return absorbed === undefined ? incident : withoutIt(incident, absorbed);
    }
  }
}

function tookIn(
  incident: Incident,
  event: Extract<MergeEvent, { type: 'incident.took-in' }>,
  at: string,
): Incident {
  const { facts, cautions, raised, hold, phone, decision } = incident;
  const attached = event.cautions.filter((each) => !cautions.attached.includes(each));
  const had = Object.fromEntries(
    Object.keys(event.facts).map((fact) => [fact, facts[fact] ?? null]),
  );
  const absorbed: Absorbed = {
    incidentId: event.absorbed,
    number: event.number,
    callers: event.callers,
    at,
    lent: event.facts,
    cautions: attached,
    had: { facts: had, raised, hold, phone, decidedAt: decision?.at ?? null },
  };
  return {
    ...incident,
    facts: { ...facts, ...event.facts },
    cautions: { ...cautions, attached: [...cautions.attached, ...attached] },
    absorbed: [...incident.absorbed, absorbed],
  };
}

/** As it was before, except for what was answered, decided or read since: that stays where it was done. */
function withoutIt(incident: Incident, gone: Absorbed): Incident {
  const { had, lent, at } = gone;
  const facts: Record<string, FactRecord> = { ...incident.facts };
  for (const [fact, record] of Object.entries(lent)) {
    if (!isSameAnswer(facts[fact], record)) continue;
    const before = had.facts[fact] ?? null;
    if (before === null) delete facts[fact];
    else facts[fact] = before;
  }
  const undecided = (incident.decision?.at ?? null) === had.decidedAt;
  const raisedByIt = undecided && incident.raised?.at === at;
  return {
    ...incident,
    facts,
    raised: raisedByIt ? had.raised : incident.raised,
    hold: raisedByIt && incident.hold === null ? had.hold : incident.hold,
    phone: raisedByIt && isSince(incident.phone, at) ? had.phone : incident.phone,
    cautions: {
      ...incident.cautions,
      attached: incident.cautions.attached.filter((each) => !gone.cautions.includes(each)),
    },
    absorbed: incident.absorbed.filter((each) => each !== gone),
  };
}

function isSameAnswer(one: FactRecord | undefined, other: FactRecord): boolean {
  return (
    one !== undefined &&
    one.current.at === other.current.at &&
    one.current.by === other.current.by &&
    one.current.answer === other.current.answer
  );
}

/** Offered anew by nothing but the level that came with the merge. */
function isSince(phone: Incident['phone'], at: string): boolean {
  return phone.state === 'offered' && phone.since === at;
}
