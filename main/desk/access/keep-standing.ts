import type { DeskCore } from '../desk-core.ts';
import type { Session } from '../desk.ts';

/** Who sits here as their account stands now: another role counts at once, and a deactivated account is nobody's. */
export function keepStanding(core: DeskCore, session: Session): void {
  if (session.operator === null) return;
  const now = core.operators.get(session.operator.operatorId);
  if (now === session.operator) return;
  session.operator = now?.active === true ? now : null;
  if (session.operator !== null) return;
  session.focus = null;
  session.locked = false;
}
