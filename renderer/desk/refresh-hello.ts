import type { Hello } from '#shared/contract/answers.ts';
import { ask } from './ask.ts';
import { setMainClock } from './clock.ts';
import { say, setHello } from './desk-store.ts';

/** Asks again what is here and who is at the console: at the start and after every sign-on or sign-off. */
export async function reloadHello(): Promise<Hello | null> {
  // Asked together: while nobody is signed on the policy is refused, and nobody needs it.
  const [hello, policy] = await Promise.all([ask('desk.hello', {}), ask('policy.in-force', {})]);
  if (!hello.ok) {
    say({ tone: 'alert', text: hello.because, cause: 'desk.hello' });
    return null;
  }
  setMainClock(hello.value.now);
  if (hello.value.session === null) {
    setHello(hello.value, null);
    return hello.value;
  }
  if (!policy.ok) say({ tone: 'alert', text: policy.because, cause: 'policy.in-force' });
  setHello(hello.value, policy.ok ? policy.value.policy : null);
  return hello.value;
}
