import { ask, tell } from '../desk/ask.ts';
import { say } from '../desk/desk-store.ts';

/** Takes back this operator's last act while that is truthful, and says what is so now. */
export async function undoLastAct(): Promise<void> {
  const offer = await ask('act.last', {});
  const { seq, says } = offer.ok ? offer.value : { seq: null, says: offer.because };
  if (seq === null) say({ tone: 'refused', text: says, cause: 'act.undo' });
  else if ((await tell('act.undo', { seq })) !== null)
    say({ tone: 'done', text: says, cause: null });
}
