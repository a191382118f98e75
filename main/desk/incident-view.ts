import { callTypeLabel, responseLabel, type NameOf } from './incident-row.ts';
import { timelineFor } from './timeline.ts';
import type {
  FactLine,
  IncidentView,
  RecommendationView,
  ResponseOption,
} from '#shared/board/incident-view.ts';
import type { Call } from '#shared/call/call.ts';
import { dispositionLabel } from '#shared/incident/disposition.ts';
import { effectiveLevel } from '#shared/incident/decide-units.ts';
import { isEmsCalled, type Incident } from '#shared/incident/incident.ts';
import { isServed, needsDecision, phaseOf, standingLevel } from '#shared/incident/phase.ts';
import { signingFor } from '#shared/incident/signing.ts';
import type { Entry } from '#shared/journal/journal-event.ts';
import {
  findFact,
  findResponse,
  type Policy,
  type ResponseDefinition,
} from '#shared/policy/policy.ts';
import { teamTypeOn } from '#shared/policy/team-type.ts';
import type { Role } from '#shared/roster/operator.ts';
import { openQuestions } from '#shared/routing/determinability.ts';
import { offerOf } from '#shared/routing/alternatives.ts';
import { evaluate, readingsOf, type Readings } from '#shared/routing/evaluate.ts';
import { LEVEL_NAMES } from '#shared/routing/level.ts';
import { nextQuestion, whatWouldChange } from '#shared/routing/questions.ts';
import type { Recommendation, WhatIf } from '#shared/routing/recommendation.ts';
import { unarmedBar } from '#shared/routing/unarmed.ts';
import {
  rankUnits,
  teamAvailability,
  type Candidate,
  type LocalMoment,
} from '#shared/unit/availability.ts';
import type { Unit } from '#shared/unit/unit.ts';

export interface ViewSources {
  readonly incident: Incident;
  readonly call: Call | null;
  readonly entries: readonly Entry[];
  readonly units: readonly Unit[];
  /** The units, and the clinicians at their desks. */
  readonly staffing: readonly Unit[];
  readonly policy: Policy;
  readonly local: LocalMoment;
  readonly role: Role;
  readonly nameOf: NameOf;
  readonly revision: number;
}

/** Everything the window shows of the focused incident, cut to what the role may see. */
export function incidentView(sources: ViewSources): IncidentView {
  const { incident, call, policy, nameOf } = sources;
  const read = readingsOf(incident.facts, policy);
  const now = evaluate(policy, read);
  const changes = whatWouldChange(policy, read, now);
  const open = openQuestions(policy, read);
  const area = policy.areas.find((each) => each.id === incident.place.areaId);
  const bar = unarmedBar(policy, read, now);
  const wanted = wantedTeams(incident, sources.units, policy, now);
  const team = (id: string) => teamTypeOn(policy, id, sources.local.date)?.label ?? id;
  return {
    incidentId: incident.incidentId,
    revision: sources.revision,
    number: incident.number,
    callId: incident.callId,
    openedAt: incident.openedAt,
    receivedAt: call?.receivedAt ?? incident.openedAt,
    phase: phaseOf(incident),
    owner: incident.owner,
    ownerName: nameOf(incident.owner),
    place: incident.place,
    area: area?.name ?? null,
    zone: area?.zone ?? null,
    callback: incident.callback,
    callType: incident.callType,
    callTypeLabel: callTypeLabel(policy, incident.callType),
    words: incident.words,
    facts: factLines(incident, policy, read, open, nameOf),
    recommendation: recommendationView(sources, now, bar, changes, open),
    options: responseOptions(incident, policy, now, bar),
    needsDecision: needsDecision(incident),
    decision: incident.decision && {
      ...incident.decision,
      responseLabel: responseLabel(policy, incident.decision.response),
      byName: nameOf(incident.decision.by),
    },
    raised: incident.raised && `Raised from ${incident.raised.from} to ${incident.raised.to}`,
    returned: incident.returned,
    wanted: wanted.map(team),
    candidates: candidates(sources, wanted, now).map((each) => ({
      ...each,
      team: team(each.teamType),
    })),
    units: incident.units,
    phone: incident.phone,
    bounces: incident.bounces,
    hold: incident.hold,
    closed: incident.closed && {
      disposition: dispositionLabel(incident.closed.disposition),
      at: incident.closed.at,
      note: incident.closed.note,
    },
    timeline: timelineFor(sources.entries, sources.role, policy, nameOf),
  };
}

function factLines(
  incident: Incident,
  policy: Policy,
  read: Readings,
  open: readonly string[],
  nameOf: NameOf,
): FactLine[] {
  return policy.facts.map((fact) => {
    const record = incident.facts[fact.id] ?? null;
    const reading = read(fact.id);
    return {
      id: fact.id,
      topic: fact.topic,
      label: fact.label,
      question: fact.question,
      why: fact.why,
      mandatory: fact.mandatory,
      reading,
      record,
      recordedBy: record === null ? null : nameOf(record.current.by),
      settled: record === null && !fact.mandatory && !open.includes(fact.id),
    };
  });
}

function recommendationView(
  sources: ViewSources,
  now: Recommendation,
  bar: string | null,
  changes: readonly WhatIf[],
  open: readonly string[],
): RecommendationView {
  const { policy } = sources;
  const response = findResponse(policy, now.response);
  const next = findFact(policy, nextQuestion(now, changes, open) ?? '');
  const label = (fact: string) => findFact(policy, fact)?.label ?? fact;
  return {
    level: now.level,
    levelName: LEVEL_NAMES[now.level],
    responseId: response.id,
    response: response.label,
    who: response.who,
    promiseMinutes: response.promiseMinutes,
    alongside: now.alongside.map((id) => ({ id, label: findResponse(policy, id).label })),
    provisional: now.provisional,
    reasons: now.reasons.map(({ rule, because, source }) => ({ rule, because, source })),
    unasked: now.unasked.map(label),
    next: next === undefined ? null : { fact: next.id, question: next.question, why: next.why },
    wouldChange: changes.slice(0, 4).map((change) => ({
      label: label(change.fact),
      answer: change.answer,
      level: change.level,
      response: findResponse(policy, change.response).label,
    })),
    unarmedBar: bar,
    ...rankedResponses(sources, now, bar),
  };
}

function rankedResponses(
  { incident, staffing, policy, local }: ViewSources,
  now: Recommendation,
  bar: string | null,
): Pick<RecommendationView, 'ranked' | 'goesNow'> {
  const need = { areaId: incident.place.areaId, callType: incident.callType, now: local };
  const availability = teamAvailability(policy, staffing, need);
  const { date } = local;
  const { ranked, goesNow } = offerOf(policy, now, { availability, bar, date });
  return {
    goesNow,
    ranked: ranked.map(({ response, standing, shortfalls, barred, reasons }) => ({
      response,
      label: findResponse(policy, response).label,
      standing,
      shortfalls: shortfalls.map(({ teamType, text }) => {
        return { team: teamTypeOn(policy, teamType, date)?.label ?? teamType, text };
      }),
      barred,
      reasons: reasons.map(({ rule, because, source }) => ({ rule, because, source })),
    })),
  };
}

function responseOptions(
  incident: Incident,
  policy: Policy,
  now: Recommendation,
  bar: string | null,
): ResponseOption[] {
  const standing = standingLevel(incident);
  return policy.responses.map((response) => {
    const signing = signingFor(policy, now, response, standing);
    return {
      id: response.id,
      label: response.label,
      who: response.who,
      level: response.level,
      direction: signing.direction,
      recommended: response.id === now.response,
      barred: response.unarmedOnly ? bar : null,
      needsReason: signing.reason,
      needsSecondPerson: signing.secondPerson,
    };
  });
}

/**
 * What answers the incident: the response that stands decided, or the recommended one while none does or
 * the policy in force does not have it (a step back may take away what was decided on).
 */
function answeringResponse(
  incident: Incident,
  policy: Policy,
  now: Recommendation,
): ResponseDefinition {
  const standing = needsDecision(incident) ? null : incident.decision;
  const decided = policy.responses.find(({ id }) => id === standing?.response);
  return decided ?? findResponse(policy, now.response);
}

/** Team type ids the standing decision still lacks on this incident. */
function wantedTeams(
  incident: Incident,
  units: readonly Unit[],
  policy: Policy,
  now: Recommendation,
): string[] {
  const { ems } = policy.services;
  const emsHere = units.some(
    (each) => each.incidentId === incident.incidentId && each.teamType === ems,
  );
  const emsWent = incident.units.some(
    ({ unitId, releasedAt }) =>
      releasedAt !== null && units.some((each) => each.unitId === unitId && each.teamType === ems),
  );
  const medical =
    (isEmsCalled(incident) || now.alongside.length > 0) && !emsHere && !emsWent ? [ems] : [];
  return [...new Set([...medical, ...wantedByDecision(incident, units, policy, now)])];
}

function wantedByDecision(
  incident: Incident,
  units: readonly Unit[],
  policy: Policy,
  now: Recommendation,
): string[] {
  if (incident.decision === null || needsDecision(incident)) return [];
  const response = answeringResponse(incident, policy, now);
  if (response.byPhone) return [];
  const onIt = units
    .filter((unit) => unit.incidentId === incident.incidentId)
    .map((unit) => unit.teamType);
  if (isServed(incident)) return [];
  if (response.sends === 'one-of')
    return response.teamTypes.some((type) => onIt.includes(type)) ? [] : [...response.teamTypes];
  return response.teamTypes.filter((type) => !onIt.includes(type));
}

function candidates(
  { incident, units, policy, local }: ViewSources,
  wanted: readonly string[],
  now: Recommendation,
): Candidate[] {
  const need = {
    level: effectiveLevel(incident, policy),
    areaId: incident.place.areaId,
    callType: incident.callType,
    now: local,
  };
  const { id: responseId, fallbacks } = answeringResponse(incident, policy, now);
  // Whatever is decided, those who may go armed can be sent beside it.
  const armed = policy.responses.filter(({ unarmedOnly }) => !unarmedOnly).map(({ id }) => id);
  const order = new Set([responseId, ...fallbacks, ...armed]);
  const seen = new Set<string>();
  const ranked: Candidate[] = [];
  for (const id of order)
    for (const candidate of rankUnits(policy, id, units, need)) {
      if (seen.has(candidate.unitId)) continue;
      seen.add(candidate.unitId);
      ranked.push(candidate);
    }
  const rank = (each: Candidate) => (wanted.includes(each.teamType) ? 0 : 1);
  return ranked.sort((a, b) => rank(a) - rank(b));
}
