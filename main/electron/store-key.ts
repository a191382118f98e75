import type { Session } from '#main/desk/desk.ts';
import type { StoreKeeper } from '#main/desk/store-key/store-keeper.ts';
import { consoleContract } from '#shared/contract/console-contract.ts';
import type { Done, Reply } from '#shared/contract/endpoint.ts';
import { storeKeyTopics } from '#shared/contract/store-key-topics.ts';
import { isRefusal, refuse, type Refusal } from '#shared/lib/refusal.ts';
import { DESK_OPERATOR } from '#shared/roster/operator.ts';

export type StoreKeyTopic = keyof typeof storeKeyTopics;

/** While the store is locked, the window may ask how, and open it. Nothing else is there to be asked. */
export async function answerLocked(
  keeper: StoreKeeper,
  topic: unknown,
  input: unknown,
): Promise<Reply<unknown>> {
  const { locked } = keeper;
  if (locked === null) return replyOf(BEING_OPENED);
  if (topic === 'store-key.locked') return { ok: true, value: locked };
  if (topic !== 'store-key.unlock') return replyOf(LOCKED);
  const parsed = consoleContract['store-key.unlock'].input.safeParse(input);
  if (!parsed.success)
    return replyOf(
      refuse(
        'malformed',
        `${parsed.error.issues[0]?.message ?? 'Not understood.'} Nothing was changed.`,
      ),
    );
  return replyOf(
    'passphrase' in parsed.data
      ? await keeper.unlock(parsed.data.passphrase)
      : await keeper.recover(parsed.data.recoveryKey, parsed.data.newPassphrase),
  );
}

/** What the desk has found nothing to refuse in. */
export async function answerStoreKey(
  keeper: StoreKeeper,
  topic: StoreKeyTopic,
  input: unknown,
  session: Session,
  print: (recoveryKey: string) => Promise<Reply<Done>>,
): Promise<Reply<unknown>> {
  const by = session.operator?.operatorId ?? DESK_OPERATOR;
  switch (topic) {
    case 'store-key.first-offer':
      return replyOf(keeper.firstOffer());
    case 'store-key.encrypt-first': {
      const { way, readBack } = consoleContract[topic].input.parse(input);
      return replyOf(await keeper.encryptFirst(way, readBack));
    }
    case 'store-key.leave-plain':
      return replyOf(keeper.leavePlain());
    case 'store-key.print-recovery':
      return keeper.offered === null ? replyOf(NOTHING_OFFERED) : print(keeper.offered);
    case 'store-key.standing':
      return replyOf(keeper.standing());
    case 'store-key.offer':
      return replyOf(keeper.offer());
    case 'store-key.encrypt': {
      const { way, readBack } = consoleContract[topic].input.parse(input);
      return replyOf(await keeper.encrypt(way, readBack, by));
    }
    case 'store-key.change-way':
      return replyOf(await keeper.changeWay(consoleContract[topic].input.parse(input).way, by));
    case 'store-key.renew-recovery':
      return replyOf(keeper.renewRecovery(consoleContract[topic].input.parse(input).readBack, by));
    case 'store-key.locked':
    case 'store-key.unlock':
      return replyOf(OPEN_ALREADY);
  }
}

export function isStoreKeyTopic(topic: unknown): topic is StoreKeyTopic {
  return typeof topic === 'string' && Object.hasOwn(storeKeyTopics, topic);
}

function replyOf<T>(answer: T | Refusal): Reply<T> {
  return isRefusal(answer) ? { ok: false, ...answer } : { ok: true, value: answer };
}

const LOCKED = refuse('store-locked', 'The store is locked. Nothing was changed. Open it first.');
const BEING_OPENED = refuse(
  'not-open',
  'The desk is being opened. Nothing was changed. Try again in a moment.',
);
const OPEN_ALREADY = refuse('not-locked', 'The store is open already. Nothing was changed.');
const NOTHING_OFFERED = refuse(
  'no-offer',
  'No recovery key is on offer, so there is none to print. Nothing was changed.',
);
