import { expect } from 'vitest';
import document from '#shared/policy/default-policy.json' with { type: 'json' };
import type { Answer } from '#shared/facts/fact.ts';
import type { DecideContext } from '#shared/incident/context.ts';
import { decideResponse, type Choice } from '#shared/incident/decide-response.ts';
import { evolveIncident, type IncidentEvent } from '#shared/incident/incident-events.ts';
import type { Decision, Incident } from '#shared/incident/incident.ts';
import type { NewEvent } from '#shared/journal/journal-event.ts';
import type { CallId, IncidentId, OperatorId, UnitId } from '#shared/lib/brand.ts';
import { isRefusal, type Refusal } from '#shared/lib/refusal.ts';
import type { Policy } from '#shared/policy/policy.ts';
import { evaluate, readingsOf } from '#shared/routing/evaluate.ts';
import { isOfMonitor, type MonitorEvent } from '#shared/phone/monitor-events.ts';
import { isOfUnitOn, type UnitOnIncidentEvent } from '#shared/unit/unit-events.ts';
import type { UnitStatus } from '#shared/unit/unit-status.ts';
import type { Unit } from '#shared/unit/unit.ts';

export const policy = document as unknown as Policy;

export const incidentId = 'i1' as IncidentId;
export const dana = 'dana' as OperatorId;
export const theo = 'theo' as OperatorId;
export const cleo = 'cleo' as OperatorId;
export const imani = 'imani' as OperatorId;

export const START = '2026-03-03T18:00:00.000Z';
export const NOON = { date: '2026-03-03', day: 2, minute: 720 };

export function context(changes: Partial<DecideContext> = {}): DecideContext {
  return {
    by: dana,
    now: START,
    local: NOON,
    policy,
    policyHash: 'hash of the policy',
    ...changes,
  };
}

/** Anything an incident can be told: its own events, and those of the units on it. */
export type Told = IncidentEvent | MonitorEvent | UnitOnIncidentEvent;

export const opened: IncidentEvent = {
  type: 'incident.opened',
  incidentId,
  number: 7,
  callId: 'c7' as CallId,
  owner: dana,
  place: { address: '1 W Lawrence, Uptown', areaId: 'uptown', position: null },
  callback: '312-555-0100',
  callType: null,
  words: 'My brother has not slept for days.',
};

export function fold(events: readonly Told[], from: Incident | null = null): Incident {
  let incident = from ?? evolveIncident(null, opened, { at: START, by: dana });
  for (const event of events) incident = evolveIncident(incident, event, { at: START, by: dana });
  if (incident === null) throw new Error('No incident was opened.');
  return incident;
}

export function answered(fact: string, answer: Answer): IncidentEvent {
  return { type: 'incident.fact-answered', incidentId, fact, answer, informant: 'caller-saw' };
}

export function aged(...facts: string[]): IncidentEvent {
  return { type: 'incident.facts-aged', incidentId, facts, why: 'time' };
}

/** Every mandatory question answered with no. */
export const cleared: readonly IncidentEvent[] = policy.facts
  .filter((fact) => fact.mandatory)
  .map((fact) => answered(fact.id, 'no'));

/** What a person has to have answered so that the clinician's phone is recommended. */
export const couldTalk: readonly IncidentEvent[] = [
  ...cleared,
  answered('behavioral', 'yes'),
  answered('information-only', 'no'),
  answered('in-person-need', 'no'),
  ...['can-talk', 'willing', 'safe-place'].map((fact) => answered(fact, 'yes')),
];

/** The choice of a person who looks at the recommendation as it is now. */
export function choice(incident: Incident, changes: Partial<Choice> = {}): Choice {
  const now = evaluate(policy, readingsOf(incident.facts, policy));
  const seen = { level: now.level, response: now.response };
  return {
    seen,
    response: now.response,
    reason: null,
    secondPerson: null,
    unserved: null,
    ...changes,
  };
}

export function decide(incident: Incident, changes: Partial<Choice> = {}, by = dana) {
  return decideResponse(incident, choice(incident, changes), [], context({ by }));
}

/** The incident after a decision that has to be possible. */
export function decided(events: readonly Told[], changes: Partial<Choice> = {}): Incident {
  const incident = fold(events);
  const outcome = decide(incident, changes);
  if (isRefusal(outcome)) throw new Error(outcome.because);
  return fold(outcome, incident);
}

/** The decision as it was written down, with everything it was made from. */
export function writtenDecision(events: readonly Told[], changes: Partial<Choice> = {}): Decision {
  const outcome = decide(fold(events), changes);
  if (isRefusal(outcome)) throw new Error(outcome.because);
  const [event] = outcome;
  if (event?.type !== 'incident.response-decided') throw new Error('No decision was written.');
  return event.decision;
}

export function moved(unitId: string, from: UnitStatus, to: UnitStatus): Told {
  return {
    type: 'unit.status-changed',
    unitId: unitId as UnitId,
    from,
    to,
    incidentId,
    reason: null,
  };
}

export function unit(changes: Partial<Unit> = {}): Unit {
  const teamType = changes.teamType ?? 'behavioral-health';
  const roles = policy.teamTypes.find((team) => team.id === teamType)?.requiredRoles ?? [];
  return {
    unitId: 'M1' as UnitId,
    teamType,
    zone: 'North',
    crew: roles.map((role) => ({ name: role, role, onDuty: true, languages: [] })),
    capabilities: [],
    status: 'available',
    since: START,
    clock: { from: START, overdueAt: null },
    incidentId: null,
    releasedFrom: null,
    next: null,
    fellShort: [],
    posting: null,
    whereabouts: null,
    timesOut: 0,
    spoken: [],
    ...changes,
  };
}

/** given(what happened).when(somebody acts).then(events) or .refused(code, sentence). */
export function given(events: readonly Told[] | Incident) {
  const incident = Array.isArray(events) ? fold(events) : (events as Incident);
  return {
    incident,
    when(act: (incident: Incident) => readonly NewEvent[] | Refusal) {
      const outcome = act(incident);
      return {
        outcome,
        then(...expected: readonly object[]) {
          expect(outcome).toEqual(expected);
          return fold((outcome as Told[]).filter(isTold), incident);
        },
        refused(code: string, sentence: RegExp | string) {
          expect(outcome).toMatchObject({ refused: code });
          expect((outcome as Refusal).because).toMatch(sentence);
          // Somebody has to act on it, so it is a sentence and not a code.
          expect((outcome as Refusal).because).toMatch(/^\S.{10,}[.…]$/s);
        },
      };
    },
  };
}

function isTold(event: NewEvent): event is Told {
  return /^(incident|phone)\./.test(event.type) || isOfMonitor(event) || isOfUnitOn(event.type);
}
