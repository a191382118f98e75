import { tell } from '../desk/ask.ts';
import { say } from '../desk/desk-store.ts';

/** Prints the kit to a file, and says where it is. The desk goes on meanwhile. */
export async function printPaper(): Promise<void> {
  say({ tone: 'done', text: 'The paper kit is being printed.', cause: null });
  const done = await tell('paper.print', {});
  if (done === null) return;
  say({ tone: 'done', text: `The paper kit is in ${done.made ?? 'its folder'}.`, cause: null });
}
