import type { Answers } from '../answer.ts';
import { prove } from '../access/prove.ts';
import { operatorOf, type DeskCore } from '../desk-core.ts';
import type { Session } from '../desk.ts';
import { isRefusal, refuse, type Refusal } from '#shared/lib/refusal.ts';
import { may } from '#shared/roster/permission.ts';
import type { storeKeyTopics } from '#shared/contract/store-key-topics.ts';

/**
 * A desk is open already, and cannot exchange the file it works on: the window's rim does that, with what is found here. What
 * a person has to prove is asked first.
 */
export function storeKeyAnswers(core: DeskCore): Answers<keyof typeof storeKeyTopics> {
  const rim = () => NO_WINDOW;
  /** Open to anybody during the set-up; after it a key on offer is the business of who keeps keys. */
  const printed = (_input: unknown, { operator }: Session): Refusal =>
    core.center === null || (operator !== null && may(operator.role, 'keep-store-key'))
      ? NO_WINDOW
      : NOT_THEIRS;
  const proved = ({ own }: { own: string }, session: Session): Refusal => {
    const { operatorId } = operatorOf(session);
    const proof = prove(core, { operatorId, passphrase: own }, operatorId, 'own-passphrase');
    return isRefusal(proof) ? proof : NO_WINDOW;
  };
  return {
    'store-key.first-offer': rim,
    'store-key.encrypt-first': rim,
    'store-key.leave-plain': rim,
    'store-key.print-recovery': printed,
    'store-key.locked': rim,
    'store-key.unlock': rim,
    'store-key.standing': rim,
    'store-key.offer': rim,
    'store-key.encrypt': proved,
    'store-key.change-way': proved,
    'store-key.renew-recovery': proved,
  };
}

const NOT_THEIRS = refuse(
  'not-allowed',
  'Only an administrator prints a recovery key. Nothing was changed.',
);

const NO_WINDOW = refuse(
  'no-window',
  'The key of the store is kept from the console’s window: g y, section Store key.',
);
