import type { ConsoleContract, Input, Output, Topic } from '#shared/contract/console-contract.ts';
import type { Done, Reply } from '#shared/contract/endpoint.ts';
import type { Meanwhile } from '#shared/edit/changed-meanwhile.ts';
import { bridge } from './bridge.ts';
import { say } from './desk-store.ts';

/** Topics that change something. */
export type CommandTopic = {
  [T in keyof ConsoleContract]: Output<T> extends Done ? T : never;
}[keyof ConsoleContract];

const NO_ANSWER =
  'The desk did not answer, so it is not known whether this was carried out. Look at the timeline, then try again.';

/** The same where only something was asked for. */
export const NOT_ANSWERED =
  'The desk did not answer. Nothing was changed by asking; ask once more in a moment.';

/** Puts a question to main. Never throws: a broken bridge is a refusal like any other. */
export async function ask<T extends Topic>(topic: T, input: Input<T>): Promise<Reply<Output<T>>> {
  try {
    return (await bridge().ask(topic, input)) as Reply<Output<T>>;
  } catch {
    return { ok: false, refused: 'no-answer', because: NO_ANSWER };
  }
}

/** What became of an edit: done, or both values of the fields somebody else changed meanwhile. */
export interface Edited {
  readonly done: Done | null;
  readonly both: readonly Meanwhile[];
}

/** Gives an edit. Two values for one field are the editor's to show; another refusal becomes a notice. */
export async function tellEdit<T extends CommandTopic>(topic: T, input: Input<T>): Promise<Edited> {
  const reply: Reply<Done> = await ask(topic, input);
  if (reply.ok) return { done: reply.value, both: [] };
  if (reply.meanwhile === undefined) say({ tone: 'refused', text: reply.because, cause: topic });
  return { done: null, both: reply.meanwhile ?? [] };
}

/** Gives a command. A refusal becomes a notice that stands beside its cause; the caller gets null. */
export async function tell<T extends CommandTopic>(
  topic: T,
  input: Input<T>,
): Promise<Done | null> {
  const reply: Reply<Done> = await ask(topic, input);
  if (reply.ok) return reply.value;
  say({ tone: 'refused', text: reply.because, cause: topic });
  return null;
}
