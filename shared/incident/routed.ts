import type { Decision } from './incident.ts';
import type { OperatorId } from '../lib/brand.ts';
import type { Level } from '../routing/level.ts';

/** Somebody who put an incident on its way: opened it, or decided who goes. */
export interface Routed {
  readonly by: OperatorId;
  readonly opened: boolean;
  /** Their last decision; null when they opened it and others decided. */
  readonly decided: { readonly level: Level; readonly response: string } | null;
}

export function withDecision(
  routed: readonly Routed[],
  by: OperatorId,
  { level, response }: Pick<Decision, 'level' | 'response'>,
): readonly Routed[] {
  const decided = { level, response };
  return routed.some((each) => each.by === by)
    ? routed.map((each) => (each.by === by ? { ...each, decided } : each))
    : [...routed, { by, opened: false, decided }];
}
