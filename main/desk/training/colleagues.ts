import type { OperatorId } from '#shared/lib/brand.ts';
import type { Operator, Role } from '#shared/roster/operator.ts';

function person(id: string, name: string, role: Role): Operator {
  return { operatorId: id as OperatorId, name, role, active: true };
}

/** Answers, decides and sends what the trainee leaves. */
export const THEO = person('theo-marsh', 'Theo Marsh', 'dispatcher');
/** Takes the phone calls the trainee leaves. */
export const IMANI = person('imani-okafor', 'Imani Okafor', 'clinician');

/** The two the shift acts for. A trainee signs on as somebody else. */
export const SIMULATED: readonly OperatorId[] = [THEO.operatorId, IMANI.operatorId];

export const TRAINING_OPERATORS: readonly Operator[] = [
  person('dana-reyes', 'Dana Reyes', 'dispatcher'),
  THEO,
  person('cleo-brandt', 'Cleo Brandt', 'clinician'),
  IMANI,
  person('sam-whitfield', 'Sam Whitfield', 'supervisor'),
  person('robin-adeyemi', 'Robin Adeyemi', 'supervisor'),
  person('ada-lin', 'Ada Lin', 'admin'),
  person('pat-novak', 'Pat Novak', 'call-taker'),
];

/** How often 988 has nobody at once. */
export const RETURNED_BY_988 = 1 / 8;
