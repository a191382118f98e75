import type { Reading } from '../../facts/fact.ts';
import type { Level } from '../../routing/level.ts';

/**
 * What a proof can find broken: the number of an invariant of the product, or one of the claims every
 * decision table has to keep.
 */
export const CLAIMS = {
  'one-level': 'Every combination of answers has exactly one level.',
  reachable: 'Every rule decides at least one combination.',
  monotone: 'A dangerous answer never lowers the level.',
  floor: 'A dangerous answer is never routed below the level its fact names.',
  needs: 'A response is recommended only when what it needs is so.',
  '1': 'Police and EMS can be sent at any hour, anywhere, in one action.',
  '2': 'No unarmed-only response into an L4 fact, or while weapon, violence or medical is not asked.',
  '3': 'Absence of data never lowers a level.',
  '5': 'Diagnosis, medication, home or earlier calls never raise the level or add police.',
  '6': 'A life-threatening medical answer sends EMS whatever else is answered.',
  '9': 'A team is never recommended above its ceiling, nor one nobody knows to be free.',
  '16': 'A screen that was refused or not finished is never low.',
} as const;
export type Claim = keyof typeof CLAIMS;

/** Answers under which a claim fails. Complete: every fact of the policy is in `facts`. */
export interface CounterExample {
  readonly facts?: Readonly<Record<string, Reading>>;
  /** The facts it turns on; the others may be answered in any way. */
  readonly turnsOn?: readonly string[];
  readonly level?: Level;
  readonly response?: string;
  /** The same answers but for one fact, and what the policy says then. */
  readonly whereas?: {
    readonly fact: string;
    readonly answer: Reading;
    readonly level: Level;
    readonly response: string;
  };
  /** Team type id → free or not; only where availability matters. */
  readonly availability?: Readonly<Record<string, 'free' | 'not free'>>;
  readonly rule?: string;
  /** Where in the document, for a claim about the document itself. */
  readonly path?: string;
}

export interface Violation {
  readonly invariant: Claim;
  /** The claim, and how this policy breaks it, in plain words. */
  readonly says: string;
  readonly counterExample: CounterExample;
}

export interface Verdict {
  readonly proved: boolean;
  /** How many combinations of answers × availability it covers: too many for a number. */
  readonly combinations: string;
  readonly rules: number;
  readonly violations: readonly Violation[];
}
