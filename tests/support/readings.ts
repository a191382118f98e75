import fc from 'fast-check';
import { answered, aged, fold, policy } from './given.ts';
import { ANSWERS, type Reading } from '#shared/facts/fact.ts';
import type { Incident } from '#shared/incident/incident.ts';
import type { Rule } from '#shared/policy/policy.ts';
import { evaluate } from '#shared/routing/evaluate.ts';
import type { Recommendation } from '#shared/routing/recommendation.ts';

export type Known = Readonly<Record<string, Reading>>;

export const READINGS: readonly Reading[] = [...ANSWERS, 'not-asked'];
export const FACTS = policy.facts.map((fact) => fact.id);
export const MANDATORY = policy.facts.filter((fact) => fact.mandatory).map((fact) => fact.id);

const gateRules = (level: string) =>
  policy.gates.filter((gate) => gate.level === level).flatMap((gate) => gate.rules);

/** Facts of which one yes makes the level, read from the document and not from the evaluator. */
const yesFactsOf = (rules: readonly Rule[]) =>
  rules
    .filter(({ when }) => when.length === 1 && when[0]!.is.includes('yes'))
    .map(({ when }) => when[0]!.fact);
export const L4_FACTS = yesFactsOf(gateRules('L4'));
export const L3_FACTS = yesFactsOf(gateRules('L3'));
export const MEDICAL_FACTS = yesFactsOf(policy.medical.rules);
export const DANGER_FACTS = [...new Set([...L4_FACTS, ...L3_FACTS, ...MEDICAL_FACTS])];

/** Any answer to any question: 4 to the power of 29, so it is sampled. */
export const anyReadings: fc.Arbitrary<Known> = fc.record(
  Object.fromEntries(FACTS.map((fact) => [fact, fc.constantFrom(...READINGS)])),
);

/**
 * Mostly calm: with evenly drawn answers nearly every call would be L4, and nothing below would be
 * looked at. A few chance answers are laid over "every danger asked and denied".
 */
export const calmReadings: fc.Arbitrary<Known> = fc
  .tuple(anyReadings, fc.subarray([...DANGER_FACTS, ...MANDATORY], { maxLength: 2 }))
  .map(([known, kept]) => {
    const calm: Record<string, Reading> = { ...known };
    for (const fact of [...DANGER_FACTS, ...MANDATORY]) if (!kept.includes(fact)) calm[fact] = 'no';
    return calm;
  });

export const readings = fc.oneof(anyReadings, calmReadings, calmReadings);

export function recommend(known: Known): Recommendation {
  return evaluate(policy, (fact) => known[fact] ?? 'not-asked');
}

/** An incident on which exactly these readings hold. */
export function incidentWith(known: Known): Incident {
  return fold(
    Object.entries(known).flatMap(([fact, reading]) =>
      reading === 'not-asked' ? [] : [answered(fact, reading)],
    ),
  );
}

/** The same readings, where "not asked" is an answer that has outlived its age. */
export function agedIncidentWith(known: Known): Incident {
  const open = Object.keys(known).filter((fact) => known[fact] === 'not-asked');
  return fold(
    [aged(...open)],
    incidentWith({ ...known, ...Object.fromEntries(open.map((fact) => [fact, 'no'])) }),
  );
}

/**
 * What stands against an unarmed team, worked out from the document alone (invariant 2): an L4 fact
 * that is yes, or a mandatory one nobody asked.
 */
export function dangerIn(read: (fact: string) => Reading): string | null {
  return (
    L4_FACTS.find((fact) => read(fact) === 'yes') ??
    MANDATORY.find((fact) => read(fact) === 'not-asked') ??
    null
  );
}

/** Whether nobody with the right to carry a weapon is among those a response sends. */
export function sendsNoPolice(responseId: string): boolean {
  const response = policy.responses.find((each) => each.id === responseId)!;
  return response.teamTypes.every((id) => policy.teamTypes.find((team) => team.id === id)?.unarmed);
}

/** Every combination of the given facts, each over the given values. */
export function* combinations(
  facts: readonly string[],
  values: (fact: string) => readonly Reading[],
): Generator<Known> {
  const [first, ...rest] = facts;
  if (first === undefined) yield {};
  else
    for (const known of combinations(rest, values))
      for (const reading of values(first)) yield { ...known, [first]: reading };
}
