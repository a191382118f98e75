import type { Outcome } from './policy-function.ts';
import { CLAIMS, type Claim, type CounterExample, type Violation } from './verdict.ts';
import type { FactDefinition } from '../policy.ts';

export function violation(
  invariant: Claim,
  says: string,
  counterExample: CounterExample,
): Violation {
  return { invariant, says: `${CLAIMS[invariant]} ${says}`, counterExample };
}

export function labelOf(fact: FactDefinition | undefined): string {
  return `“${fact?.label ?? 'a fact this policy does not have'}”`;
}

export function route({ level, response }: Outcome): string {
  return `${level}, ${response.label}`;
}
