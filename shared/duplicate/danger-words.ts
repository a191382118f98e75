import { phrasesIn } from '../call-type/phrases-in.ts';
import type { Policy } from '../policy/policy.ts';

/**
 * What in a caller's first words may mean that a life is in danger, written as the phrases of the nexus are. The list
 * only ever keeps a waiting call in sight, on its own and before others.
 */
export const DANGER_PHRASES: readonly string[] = [
  'gun*',
  'rifle*',
  'pistol*',
  'armed',
  'weapon*',
  'knife*',
  'knives',
  'machete*',
  'stab*',
  'shot',
  'shots',
  'shoot*',
  'hostage*',
  'suicid*',
  'kill*',
  'wants to die',
  'want to die',
  'end my life',
  'end his life',
  'end her life',
  'jump*',
  'ledge',
  'on the bridge',
  'on the tracks',
  'on the roof',
  'hang himself',
  'hang herself',
  'hang myself',
  'hanging',
  'noose',
  'overdos*',
  'not breathing',
  'isn t breathing',
  'stopped breathing',
  'can t breathe',
  'cannot breathe',
  'chok*',
  'cardiac',
  'heart attack',
  'chest pain*',
  'stroke',
  'seizure*',
  'respiratory',
  'unconscious',
  'unresponsive',
  'not responding',
  'won t wake',
  'bleed*',
  'hemorrhag*',
  'cutting',
  'drown*',
  'on fire',
  'building fire',
  'vehicle fire',
  'trapped',
  'entrap*',
  'attack*',
  'assault*',
  'rape*',
  'strangl*',
];

interface Waiting {
  readonly callType: string | null;
  readonly words: string;
}

/** Everything without a type comes after what has one. */
const UNTYPED = 9;
/** The most urgent priority there is. */
const MOST_URGENT = 1;

export function priorityOf({ callType }: Waiting, policy: Policy): number {
  return policy.callTypes.find(({ code }) => code === callType)?.priority ?? UNTYPED;
}

const found = new WeakMap<Waiting, { readonly policy: Policy; readonly danger: boolean }>();

/** Whether a waiting call may never be hidden behind another one. Kept by the call: in a storm hundreds are looked at. */
export function isInDanger(call: Waiting, policy: Policy): boolean {
  const before = found.get(call);
  if (before?.policy === policy) return before.danger;
  const danger =
    priorityOf(call, policy) === MOST_URGENT || phrasesIn(call.words, DANGER_PHRASES).length > 0;
  found.set(call, { policy, danger });
  return danger;
}
