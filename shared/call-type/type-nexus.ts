import type { Policy } from '../policy/policy.ts';

/** Whether calls of a type are about mental health or substances: by the policy, they are, may be, or are not. */
export const TYPE_NEXUS = ['behavioral', 'possible', 'none'] as const;
export type TypeNexus = (typeof TYPE_NEXUS)[number];

const MEANS = { yes: 'behavioral', ask: 'possible', no: 'none' } as const;

/** The nexus of every call type of a policy, by its code. */
export function nexusByType({ callTypes }: Pick<Policy, 'callTypes'>): Map<string, TypeNexus> {
  return new Map(callTypes.map(({ code, behavioral }) => [code, MEANS[behavioral]]));
}
