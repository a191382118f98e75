import type { Operator } from '#shared/roster/operator.ts';
import { bestFirst } from '../sheets/matching.ts';
import { ROLE_LABELS } from './role-labels.ts';

/** The people a name or a role leads to, the best first, as a list to pick from shows them. */
export function operatorPicks(typed: string, operators: readonly Operator[]) {
  return bestFirst(
    typed,
    operators.map(({ operatorId, name, role }) => ({
      id: operatorId,
      title: name,
      also: ROLE_LABELS[role],
      aside: ROLE_LABELS[role],
    })),
  );
}
