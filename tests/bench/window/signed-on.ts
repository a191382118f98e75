import { careDesk, ElectronWindow } from './electron-window.ts';
import { script, untilShown, type Shown } from './page-scripts.ts';
import { DISPATCHER, openCenter, PASSPHRASE } from '../center/center-on-shift.ts';
import type { OperatorId } from '#shared/lib/brand.ts';

/** A call or an incident in the queue, and a unit on the board: what a dispatcher starts with. */
export const BOARD = ['[data-place="queue"] [role="option"]', '.unit-list [role="option"]'];

/** The live console on a folder, with a dispatcher signed on, or `who`, and what they start with on the screen. */
export async function signedOn(
  folder: string,
  who: OperatorId = DISPATCHER,
  shows: readonly string[] = BOARD,
): Promise<ElectronWindow> {
  // A history ends long ago, and who was away for a month is not let in.
  openCenter(folder).desk.close();
  const window = new ElectronWindow(careDesk(folder, 'live'));
  await window.loaded();
  await window.run(script(signOn, who, PASSPHRASE));
  const again = window.loaded();
  await window.run('setTimeout(() => location.reload(), 0)');
  await again;
  await window.run<Shown>(script(untilShown, shows));
  return window;
}

async function signOn(
  _painted: () => Promise<void>,
  operatorId: string,
  passphrase: string,
): Promise<void> {
  const reply = await (
    window as unknown as {
      caredesk: { ask(topic: string, input: unknown): Promise<{ ok: boolean }> };
    }
  ).caredesk.ask('operator.sign-on', { operatorId, passphrase });
  if (!reply.ok) throw new Error(`Nobody could sign on: ${JSON.stringify(reply)}`);
}
