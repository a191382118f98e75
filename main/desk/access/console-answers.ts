import { prove } from './prove.ts';
import { done, owedOrDone, type Answers } from '../answer.ts';
import { operatorOf, type DeskCore } from '../desk-core.ts';
import type { Session } from '../desk.ts';
import { autoLockMinutes } from '#db/board/center-projection.ts';
import { isRefusal } from '#shared/lib/refusal.ts';
import type { LockReason } from '#shared/roster/console-events.ts';

/** A console is locked and unlocked by whoever is signed on there. */
export function consoleAnswers(
  core: DeskCore,
): Answers<'console.lock' | 'console.unlock' | 'access.set'> {
  return {
    'console.lock': (_input, session) => {
      lockConsole(core, session, 'asked');
      return { seq: core.journal.head() };
    },

    'console.unlock': ({ passphrase }, session) => {
      const { operatorId } = operatorOf(session);
      const proved = prove(core, { operatorId, passphrase }, operatorId, 'unlocking');
      if (isRefusal(proved)) return proved;
      if (session.locked !== true) return { seq: core.journal.head() };
      // Before the windows are told; whoever is at the console needs the board also while nothing can be written.
      session.locked = false;
      return owedOrDone(
        core,
        core.owed.record(operatorId, () => [{ type: 'console.unlocked', operatorId }]),
      );
    },

    'access.set': ({ autoLockMinutes: minutes }, session) =>
      done(
        core,
        core.commit(operatorOf(session).operatorId, () =>
          autoLockMinutes(core.db) === minutes
            ? []
            : [{ type: 'access.set', autoLockMinutes: minutes }],
        ),
      ),
  };
}

/**
 * From now on this session is told next to nothing. It is locked before that is written: a disk that is full keeps
 * no console open.
 */
export function lockConsole(core: DeskCore, session: Session, why: LockReason): void {
  const { operator } = session;
  if (operator === null || session.locked === true) return;
  session.locked = true;
  const { operatorId } = operator;
  core.owed.record(operatorId, () => [{ type: 'console.locked', operatorId, why }]);
}
