import type { ViewSources } from './incident-view.ts';
import type { RecommendationView, ResponseOption } from '#shared/board/incident-view.ts';
import { courseOf } from '#shared/incident/alternative-course.ts';
import { standingLevel } from '#shared/incident/phase.ts';
import { needOf } from '#shared/incident/recommended-now.ts';
import { signingFor } from '#shared/incident/signing.ts';
import { reasonToDecide } from '#shared/incident/unserved.ts';
import { findFact, findResponse } from '#shared/policy/policy.ts';
import { teamTypeOn } from '#shared/policy/team-type.ts';
import { offerOf, type Offer } from '#shared/routing/alternatives.ts';
import { LEVEL_NAMES } from '#shared/routing/level.ts';
import { nextQuestion } from '#shared/routing/questions.ts';
import type { Recommendation, WhatIf } from '#shared/routing/recommendation.ts';
import { teamAvailability } from '#shared/unit/availability.ts';

/** The card: who goes, why, what would change it, and who can go this minute. */
export function recommendationView(
  sources: ViewSources,
  now: Recommendation,
  offer: Offer,
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
    ...rankedResponses(sources, offer),
  };
}

/** Who could answer this minute. */
export function offerNow(
  { incident, staffing, policy, local }: ViewSources,
  now: Recommendation,
  bar: string | null,
): Offer {
  const availability = teamAvailability(policy, staffing, needOf(incident, local));
  return offerOf(policy, now, { availability, bar, date: local.date });
}

function rankedResponses(
  { policy, local: { date } }: ViewSources,
  { ranked, goesNow }: Offer,
): Pick<RecommendationView, 'ranked' | 'goesNow'> {
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

/** Every response of the policy, with what choosing it takes. */
export function responseOptions(
  { incident, policy, staffing }: ViewSources,
  now: Recommendation,
  offer: Offer,
  bar: string | null,
): ResponseOption[] {
  const standing = standingLevel(incident);
  const recommended = findResponse(policy, now.response);
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
      needsUnservedReason: reasonToDecide(
        incident,
        courseOf(policy, recommended, response),
        signing.direction,
        offer,
        staffing,
      ),
    };
  });
}
