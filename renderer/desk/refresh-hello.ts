import type { Hello } from '#shared/contract/answers.ts';
import { ask } from './ask.ts';
import { setMainClock } from './clock.ts';
import { deskStore, say, setHello, setStoreLocked } from './desk-store.ts';
import { fetchPolicy } from './policy-in-force.ts';
import { showTroubles } from './troubles.ts';

/** While nobody is signed on no feed says what changed: a policy, an account. */
const EVERY_MS = 15_000;

/** Asks again what is here and who is at the console: at the start and after every sign-on or sign-off. */
export async function reloadHello(): Promise<Hello | null> {
  // Asked together: while nobody is signed on the policy is refused, and nobody needs it.
  const [hello, policy] = await Promise.all([ask('desk.hello', {}), fetchPolicy()]);
  setStoreLocked(!hello.ok && hello.refused === 'store-locked');
  if (!hello.ok && hello.refused === 'store-locked') return null;
  if (!hello.ok) {
    say({ tone: 'alert', text: hello.because, cause: 'desk.hello' });
    return null;
  }
  setMainClock(hello.value.now);
  showTroubles(hello.value.troubles);
  if (hello.value.session === null) {
    setHello(hello.value, null);
    return hello.value;
  }
  if (!policy.ok && hello.value.locked !== true)
    say({ tone: 'alert', text: policy.because, cause: 'policy.in-force' });
  setHello(hello.value, policy.ok ? policy.value : null);
  return hello.value;
}

/** Keeps what the sign-on screen says true until somebody signs on. */
export function keepHelloFresh(): () => void {
  const refresh = async () => {
    const reply = await ask('desk.hello', {});
    // Somebody may have signed on while the answer was on its way: then it is an old one.
    if (!reply.ok || reply.value.session !== null) return;
    if (deskStore.getState().hello?.session !== null) return;
    setMainClock(reply.value.now);
    showTroubles(reply.value.troubles);
    setHello(reply.value, null);
  };
  const interval = setInterval(() => void refresh(), EVERY_MS);
  return () => clearInterval(interval);
}
