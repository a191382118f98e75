import { ask } from '../desk/ask.ts';
import { deskStore, say, setLocked, setSwitching } from '../desk/desk-store.ts';
import { flushDrafts } from '../desk/kept-drafts.ts';

/** What is half typed is kept first: a locked console keeps nothing. Main locks, and then the page shows it. */
export async function lockConsole(): Promise<void> {
  await flushDrafts();
  const reply = await ask('console.lock', {});
  if (reply.ok) setLocked(true);
  else say({ tone: 'refused', text: reply.because, cause: 'console.lock' });
}

/** Locked at once, so that whoever takes over finds nothing of who leaves; on a locked console only the question turns. */
export async function switchPerson(): Promise<void> {
  setSwitching(true);
  if (deskStore.getState().hello?.locked !== true) await lockConsole();
}
