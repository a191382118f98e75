import type { Policy } from '#shared/policy/policy.ts';
import { reachOf } from '#shared/policy/reach.ts';

/** Once per document: the questions are drawn again after every answer, the policy changes now and then. */
const known = new WeakMap<Policy, ReadonlyMap<string, string>>();

/** "can lead to L4 · EMS": what an answer to this fact can bring about; null when it decides nothing. */
export function reachText(policy: Policy | null, fact: string | undefined): string | null {
  if (policy === null || fact === undefined) return null;
  let texts = known.get(policy);
  if (texts === undefined) {
    texts = textsOf(policy);
    known.set(policy, texts);
  }
  return texts.get(fact) ?? null;
}

function textsOf(policy: Policy): ReadonlyMap<string, string> {
  const leading = reachOf(policy).filter(({ levels, ems }) => levels.length > 0 || ems);
  return new Map(
    leading.map(({ fact, levels, ems }) => {
      const ends = [...(levels.length > 0 ? [levels.join(', ')] : []), ...(ems ? ['EMS'] : [])];
      return [fact, `can lead to ${ends.join(' · ')}`];
    }),
  );
}
