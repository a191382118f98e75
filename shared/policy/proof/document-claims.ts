import { labelOf, violation } from './say.ts';
import type { Violation } from './verdict.ts';
import type { FactTopic, Policy, TeamType } from '../policy.ts';

const MUST_BE_ASKED: readonly FactTopic[] = ['medical', 'weapon', 'violence'];
const MUST_REACH_L4: readonly FactTopic[] = ['weapon', 'violence', 'suicide'];

/**
 * Claims that need no combination: without these lines in the document the other claims would hold
 * because nothing was claimed.
 */
export function* claimsOnTheDocument(policy: Policy): Generator<Violation> {
  yield* upgradeIsAlwaysThere(policy);
  yield* dangersAreNamed(policy);
  yield* emsIsWhatMedicalSends(policy);
  yield* screenIsNamed(policy);
}

/** Invariant 1: what one press sends is on duty at any hour, in every area, for every call and level. */
function* upgradeIsAlwaysThere(policy: Policy): Generator<Violation> {
  for (const [service, id] of Object.entries(policy.services)) {
    const periods = policy.teamTypes
      .filter((team) => team.id === id)
      .sort((a, b) => (a.effectiveFrom < b.effectiveFrom ? -1 : 1));
    const path = `$.services.${service}`;
    for (const team of periods) {
      const limit = limitOf(team);
      if (limit !== null)
        yield violation('1', `“${team.label}” is ${service} now, and ${limit}.`, { path });
    }
    for (const [at, { label, effectiveTo }] of periods.entries()) {
      const next = periods[at + 1]?.effectiveFrom;
      if (effectiveTo === null || (next !== undefined && next <= effectiveTo)) continue;
      const gap = `“${label}” is ${service} now, and nobody is from ${effectiveTo} to ${next ?? 'ever after'}.`;
      yield violation('1', gap, { path });
    }
  }
  const highest = policy.responses.find(({ id }) => id === policy.gates[0]?.response);
  const sent = highest?.teamTypes ?? [];
  for (const id of Object.values(policy.services))
    if (!sent.includes(id) || highest?.sends !== 'one-of-each')
      yield violation('1', `The highest gate does not send one of each of police and EMS.`, {
        path: '$.gates[0].response',
      });
}

function limitOf(team: TeamType): string | null {
  if (team.areas !== null) return 'serves only some areas';
  if (team.callTypes !== undefined && team.callTypes !== null) return 'serves only some call types';
  if (team.riskCeiling !== 'L4') return `serves only up to ${team.riskCeiling}`;
  return [0, 1, 2, 3, 4, 5, 6].every((day) => isAllDay(team, day))
    ? null
    : 'is not on duty at every hour';
}

/** Shifts that meet are as good as one. */
function isAllDay({ hours }: TeamType, day: number): boolean {
  const shifts = hours.filter(({ days }) => days.includes(day)).sort((a, b) => a.from - b.from);
  let until = 0;
  for (const { from, to } of shifts) if (from <= until) until = Math.max(until, to);
  return until === 1440;
}

/** Invariant 2 speaks of weapon, violence and medical questions and of L4 facts: there have to be some. */
function* dangersAreNamed(policy: Policy): Generator<Violation> {
  for (const topic of MUST_BE_ASKED)
    if (!policy.facts.some((fact) => fact.topic === topic && fact.mandatory))
      yield violation('2', `No question about ${topic} has to be asked.`, { path: '$.facts' });
  for (const topic of MUST_REACH_L4)
    if (!policy.facts.some((fact) => fact.topic === topic && fact.atLeast === 'L4'))
      yield violation('2', `No fact about ${topic} is held to at least L4.`, { path: '$.facts' });
}

function* emsIsWhatMedicalSends(policy: Policy): Generator<Violation> {
  const medical = policy.responses.find(({ id }) => id === policy.medical.response);
  const { ems } = policy.services;
  const sends =
    medical?.sends === 'one-of'
      ? medical.teamTypes.length > 0 && medical.teamTypes.every((id) => id === ems)
      : medical?.teamTypes.includes(ems) === true;
  if (!sends)
    yield violation('6', `“${medical?.label ?? policy.medical.response}” does not send EMS.`, {
      path: '$.medical.response',
    });
}

/** Invariant 16 needs to know the screen, and that hearsay does not finish it. */
function* screenIsNamed({ facts, screen = [] }: Policy): Generator<Violation> {
  if (screen.length === 0)
    yield violation('16', 'The policy does not say which facts are the screen.', {
      path: '$.screen',
    });
  for (const [at, fact] of facts.entries())
    if (screen.includes(fact.id) && fact.hearsayNo !== 'unknown')
      yield violation('16', `A “no” to ${labelOf(fact)} counts although it is only hearsay.`, {
        path: `$.facts[${at}].hearsayNo`,
      });
}
