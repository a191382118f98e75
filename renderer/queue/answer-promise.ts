import { answerBy } from '#shared/call/call.ts';
import type { Policy } from '#shared/policy/policy.ts';
import type { Promised } from '../parts/elapsed.tsx';

/** While no policy is here yet. */
const ANSWER_SECONDS = 15;

/** What a waiting call is promised, wherever its age stands. */
export function answerPromise(receivedAt: string, policy: Policy | null): Promised {
  const seconds = policy?.promises.answerSeconds ?? ANSWER_SECONDS;
  return {
    from: receivedAt,
    until: answerBy(receivedAt, seconds),
    what: `answer within ${seconds} s`,
  };
}
