import { tell } from '../desk/ask.ts';
import { say } from '../desk/desk-store.ts';
import { sayDone } from '../desk/on-record.ts';

/** Prints the kit to a file, and says where it is. The desk goes on meanwhile. */
export async function printPaper(): Promise<void> {
  say({ tone: 'done', text: 'The paper kit is being printed.', cause: null });
  const done = await tell('paper.print', {});
  if (done === null) return;
  const where =
    done.made === undefined
      ? 'The paper kit went to the printer you chose: its folder could not be written.'
      : `The paper kit is in ${done.made}.`;
  sayDone(where, done);
}
