import { SeededChance } from './seeded-chance.ts';
import { withAnswer, type Facts, type Informant, type Reading } from '#shared/facts/fact.ts';
import type { OperatorId } from '#shared/lib/brand.ts';
import type { FactDefinition, Policy } from '#shared/policy/policy.ts';

type Course = 'danger' | 'broken-off' | 'by-phone' | 'information' | 'calm';

/** Shares of all calls; the rest is asked through and calm. */
const SHARES: readonly (readonly [Course, number])[] = [
  ['danger', 0.15],
  ['broken-off', 0.25],
  ['by-phone', 0.15],
  ['information', 0.08],
];

const INFORMANTS: readonly Informant[] = [
  'caller-saw',
  'caller-saw',
  'caller-saw',
  'caller-was-told',
  'record',
];

/**
 * What was answered in as many invented calls as asked for: most of them calm and asked through, some
 * with a danger somebody saw or could not rule out, some whose intake has only begun. Always the same
 * for one seed.
 */
export function inventedAnswers(policy: Policy, calls: number, seed: number): Facts[] {
  const chance = new SeededChance(seed);
  return Array.from({ length: calls }, () => answersOfOneCall(policy, chance));
}

function answersOfOneCall(policy: Policy, chance: SeededChance): Facts {
  const given = new Map(policy.facts.map((fact) => [fact.id, calmReading(fact, chance)]));
  const course = courseOf(chance.next());
  if (course === 'danger') {
    const dangers = policy.facts.filter(isDanger);
    for (const { id } of chance.someOf(dangers, 1 + chance.below(2)))
      given.set(id, chance.hits(0.75) ? 'yes' : 'unknown');
  }
  if (course === 'broken-off') {
    const asked = chance.below(policy.facts.length);
    for (const { id } of policy.facts.slice(asked)) given.set(id, 'not-asked');
  }
  if (course === 'by-phone' || course === 'information') {
    for (const { id, topic } of policy.facts)
      if (topic === 'phone') given.set(id, 'yes');
      else if (topic === 'situation' || topic === 'suicide') given.set(id, 'no');
    given.set(course === 'by-phone' ? 'behavioral' : 'information-only', 'yes');
  }
  return asFacts(given, chance);
}

function courseOf(drawn: number): Course {
  let below = 0;
  for (const [course, share] of SHARES) {
    below += share;
    if (drawn < below) return course;
  }
  return 'calm';
}

function isDanger({ topic, atLeast }: FactDefinition): boolean {
  return topic === 'medical' || atLeast !== undefined;
}

function calmReading(fact: FactDefinition, chance: SeededChance): Reading {
  if (fact.mandatory) return 'no';
  if (isDanger(fact)) return chance.hits(0.7) ? 'no' : 'not-asked';
  if (fact.topic === 'context' && chance.hits(0.6)) return 'not-asked';
  const drawn = chance.next();
  if (drawn < 0.1) return 'not-asked';
  if (drawn < 0.15) return 'unknown';
  const yes = fact.topic === 'phone' ? 0.7 : fact.topic === 'suicide' ? 0.15 : 0.35;
  return chance.hits(yes) ? 'yes' : 'no';
}

function asFacts(given: ReadonlyMap<string, Reading>, chance: SeededChance): Facts {
  const stamp = { at: '2026-03-03T18:00:00.000Z', by: 'dana-reyes' as OperatorId };
  let facts: Facts = {};
  for (const [id, answer] of given)
    if (answer !== 'not-asked')
      facts = withAnswer(facts, id, { ...stamp, answer, informant: chance.oneOf(INFORMANTS) });
  return facts;
}
