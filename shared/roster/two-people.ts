import type { OperatorId } from '../lib/brand.ts';
import { refuse, type Refusal } from '../lib/refusal.ts';

/** The refusal of what takes two, signed by one person twice; null when they are two. `what` begins the sentence. */
export function twoPeople(by: OperatorId, secondPerson: OperatorId, what: string): Refusal | null {
  return by === secondPerson
    ? refuse(
        'second-person',
        `${what} takes two people: somebody else has to sign as well. Nothing was changed.`,
      )
    : null;
}
