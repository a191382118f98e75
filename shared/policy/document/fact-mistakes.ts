import type { Mistake } from './policy-problems.ts';
import type { FactDefinition, FactTopic, Policy } from '../policy.ts';

const DANGERS: readonly FactTopic[] = ['medical', 'weapon', 'violence', 'suicide'];

/** Facts whose members contradict each other. */
export function factMistakes({ facts }: Policy): Mistake[] {
  return facts.flatMap((fact, index) => mistakesOf(fact, index));
}

function mistakesOf(
  { topic, mandatory, atLeast, label }: FactDefinition,
  index: number,
): Mistake[] {
  const found: Mistake[] = [];
  const add = (member: string, message: string, remedy: string) =>
    found.push({ at: ['facts', index, member], message, remedy });
  if (topic === 'context' && mandatory)
    add(
      'mandatory',
      `“${label}” is context, which decides nothing, so it cannot be mandatory.`,
      'Set it to false, or give the fact the topic it really has.',
    );
  if (atLeast === undefined || DANGERS.includes(topic)) return found;
  const why =
    topic === 'context'
      ? 'is context: diagnosis, medication, home or earlier calls never raise a level'
      : `has the topic ${topic}, and only ${DANGERS.join(', ')} answers raise a level by themselves`;
  add(
    'atLeast',
    `“${label}” ${why}.`,
    'Remove “atLeast”, or give the fact the topic it really has.',
  );
  return found;
}
