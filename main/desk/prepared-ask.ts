import type { Desk, Session } from './desk.ts';
import type { Topic } from '#shared/contract/console-contract.ts';
import type { Reply } from '#shared/contract/endpoint.ts';

/**
 * What a window asks, with what is slow about it done first. What has nothing slow is answered at once. Meanwhile
 * somebody else may have taken the place at the console: nothing is done in their name. And the store may have been
 * exchanged: then the desk that is open now answers. Null when none is.
 */
export async function askPrepared(
  desk: () => Desk | null,
  topic: unknown,
  input: unknown,
  session: Session,
): Promise<Reply<unknown> | null> {
  const asking = session.operator?.operatorId ?? null;
  await desk()?.prepare(topic, input, session);
  const now = session.operator?.operatorId ?? null;
  if (asking !== null && now !== asking) return SOMEBODY_ELSE;
  return desk()?.answer(topic as Topic, input, session) ?? null;
}

const SOMEBODY_ELSE = {
  ok: false,
  refused: 'somebody-else',
  because:
    'Whoever asked for this has signed off meanwhile, so nothing was changed. Sign on and try again.',
} as const;
