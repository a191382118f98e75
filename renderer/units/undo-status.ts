import { ask, tell } from '../desk/ask.ts';
import { say } from '../desk/desk-store.ts';

/** Takes back this operator's last status change while that is truthful, and says what is so now. */
export async function undoLastStatus(): Promise<void> {
  const offer = await ask('unit.last-change', {});
  const { seq, says } = offer.ok ? offer.value : { seq: null, says: offer.because };
  if (seq === null) say({ tone: 'refused', text: says, cause: 'unit.undo' });
  else if ((await tell('unit.undo', { seq })) !== null)
    say({ tone: 'done', text: says, cause: null });
}
