import { prove } from './prove.ts';
import { operatorOf, type DeskCore } from '../desk-core.ts';
import type { Session } from '../desk.ts';
import type { OperatorId } from '#shared/lib/brand.ts';
import { isRefusal, refuse, type Refusal } from '#shared/lib/refusal.ts';
import { may, type Permission } from '#shared/roster/permission.ts';
import { twoPeople } from '#shared/roster/two-people.ts';

/** Somebody who signs at another person's console. */
interface BesideThem {
  readonly operatorId: OperatorId;
  readonly passphrase: string;
}

/**
 * Who signs what takes two: the person at the position, or the one who gave their passphrase there. That
 * it is not the author is the decision's own business. `whose` names who may sign: "a second supervisor".
 * Not inside `commit`: a wrong passphrase is on the record although nothing comes of it.
 */
export function approverOf(
  core: DeskCore,
  session: Session,
  secondPerson: BesideThem | null,
  needs: Permission,
  whose: string,
): OperatorId | Refusal {
  const by = operatorOf(session).operatorId;
  if (secondPerson === null) return by;
  const second = prove(core, secondPerson, by, 'second-person');
  if (isRefusal(second)) return second;
  if (!may(second.role, needs))
    return refuse(
      'may-not-sign',
      `${second.name} may not sign this: ${whose} has to. Nothing was changed.`,
    );
  return second.operatorId;
}

/** Who signs beside the person at the position what takes two, whoever decides it. `what` begins the refusal. */
export function otherSigner(
  core: DeskCore,
  session: Session,
  secondPerson: BesideThem,
  needs: Permission,
  { whose, what }: { readonly whose: string; readonly what: string },
): OperatorId | Refusal {
  const second = approverOf(core, session, secondPerson, needs, whose);
  if (isRefusal(second)) return second;
  return twoPeople(operatorOf(session).operatorId, second, what) ?? second;
}

/** Who signs beside the person at the position; null while nobody does. Whether it takes one is decided after. */
export function signedBeside(
  core: DeskCore,
  session: Session,
  secondPerson: BesideThem | null,
): OperatorId | null | Refusal {
  return secondPerson === null
    ? null
    : approverOf(
        core,
        session,
        secondPerson,
        'sign-second',
        'a dispatcher, clinician or supervisor',
      );
}
