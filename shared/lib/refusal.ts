import type { Meanwhile } from '../edit/changed-meanwhile.ts';

/**
 * A command that may not be carried out. A refusal is an answer, not an exception: nothing was written.
 * `refused` is a stable code, `because` a sentence a person can act on.
 */
export interface Refusal {
  readonly refused: string;
  readonly because: string;
  /** Fields somebody else changed since the editor looked, with both values. */
  readonly meanwhile?: readonly Meanwhile[];
}

export function refuse(refused: string, because: string): Refusal {
  return { refused, because };
}

export function isRefusal(value: unknown): value is Refusal {
  return typeof value === 'object' && value !== null && 'refused' in value;
}
