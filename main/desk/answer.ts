import type { DeskCore } from './desk-core.ts';
import type { Session } from './desk.ts';
import type { Output, Parsed, Topic } from '#shared/contract/console-contract.ts';
import type { Done } from '#shared/contract/endpoint.ts';
import type { Entry } from '#shared/journal/journal-event.ts';
import { isRefusal, type Refusal } from '#shared/lib/refusal.ts';

/** How one topic is answered. A topic without an entry does not compile. */
export type Answers<T extends Topic = Topic> = {
  readonly [K in T]: (input: Parsed<K>, session: Session) => Output<K> | Refusal;
};

/** The answer to what was done whether or not it could be written; see `OwedEntries`. */
export function owedOrDone(core: DeskCore, written: Entry[] | null): Done {
  return written === null
    ? { seq: core.told, owed: true }
    : { seq: written.at(-1)?.seq ?? core.told };
}

/** The answer to a command, from what it wrote. */
export function done(core: DeskCore, outcome: Entry[] | Refusal, made?: string): Done | Refusal {
  if (isRefusal(outcome)) return outcome;
  const seq = outcome.at(-1)?.seq ?? core.journal.head();
  return made === undefined ? { seq } : { seq, made };
}
