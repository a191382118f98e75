import type { DeskAtWork } from './desk-at-work.ts';
import type { Topic } from '#shared/contract/console-contract.ts';
import type { Reply } from '#shared/contract/endpoint.ts';
import type { Incident } from '#shared/incident/incident.ts';
import type { Policy } from '#shared/policy/policy.ts';

export interface Played {
  readonly topic: Topic | 'watch' | 'record';
  readonly reply: Reply<unknown>;
  /** The incident concerned, as it was before the step. */
  readonly before: Incident | null;
  /** What was asked, for a message that explains a failure. */
  readonly input: unknown;
}

/** What a random hand has before it when it does something on an incident. */
export interface Hand {
  readonly atWork: DeskAtWork;
  readonly policy: Policy;
  readonly on: Incident;
  /** They choose among what is there, so every step fits every board. */
  readonly numbers: readonly [a: number, b: number, c: number];
  /** Stands in what clinicians write. */
  readonly marker: string;
  /** As one of the named people, or as anybody. */
  readonly ask: (topic: Topic, input: unknown, ...names: string[]) => Played;
}

export const PEOPLE = ['Dana', 'Theo', 'Cleo', 'Imani', 'Sam', 'Pat', 'Ada'];

export function pick<T>(list: readonly T[], n: number): T | undefined {
  return list[n % list.length];
}
