import type { FactDefinition, FactTopic } from '#shared/policy/policy.ts';

export const SOURCED = { source: 'invented for measuring', verify: true };

export function inventedFact(
  id: string,
  topic: FactTopic,
  more: Partial<FactDefinition> = {},
): FactDefinition {
  const told = { question: `Is it so: ${id}?`, label: id, why: 'Invented for measuring.' };
  return { id, topic, ...told, mandatory: false, agesAfterMinutes: null, ...more, ...SOURCED };
}
