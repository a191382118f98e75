import { provesToBe } from './center-answers.ts';
import { operatorOf, type DeskCore } from './desk-core.ts';
import type { Session } from './desk.ts';
import type { OperatorId } from '#shared/lib/brand.ts';
import { refuse, type Refusal } from '#shared/lib/refusal.ts';
import { may, type Permission } from '#shared/roster/permission.ts';

/** Somebody who signs at another person's console. */
interface BesideThem {
  readonly operatorId: OperatorId;
  readonly passphrase: string;
}

/**
 * Who signs what takes two: the person at the position, or the one who gave their passphrase there. That
 * it is not the author is the decision's own business. `whose` names who may sign: "a second supervisor".
 */
export function approverOf(
  core: DeskCore,
  session: Session,
  secondPerson: BesideThem | null,
  needs: Permission,
  whose: string,
): OperatorId | Refusal {
  if (secondPerson === null) return operatorOf(session).operatorId;
  const { operatorId, passphrase } = secondPerson;
  if (!provesToBe(core, operatorId, passphrase))
    return refuse(
      'wrong-passphrase',
      'The second person’s passphrase does not match. Nothing was changed.',
    );
  const role = core.operators.get(operatorId)?.role;
  if (role === undefined || !may(role, needs))
    return refuse(
      'may-not-sign',
      `${core.nameOf(operatorId)} may not sign this: ${whose} has to. Nothing was changed.`,
    );
  return operatorId;
}
