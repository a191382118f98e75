import { dialog } from 'electron';
import { copyRunner, type RunningDesk } from './running-desk.ts';
import { said } from '#main/desk/copies/copy-trouble.ts';
import type { Session } from '#main/desk/desk.ts';
import type { Parsed } from '#shared/contract/console-contract.ts';
import type { Done, Reply } from '#shared/contract/endpoint.ts';
import { isRefusal } from '#shared/lib/refusal.ts';

/** What the window’s desk is exchanged by. */
export interface DeskExchange {
  readonly running: () => RunningDesk | null;
  /** Closes the desk; the window waits. */
  readonly close: () => void;
  /** Opens it again, and seats the window at it. */
  readonly open: () => void;
}

/**
 * Puts a copy in force in this window. It is rehearsed beside the running desk first: a copy that is not
 * whole closes nothing. Who asked and who signed has been found good by the desk.
 */
export async function restoreInWindow(
  { running, close, open }: DeskExchange,
  session: Session,
  asked: Parsed<'copies.restore'>,
): Promise<Reply<Done>> {
  const desk = running()?.desk;
  if (desk === undefined || session.operator === null) return refused('The desk is not open.');
  const order = desk.copies.restoreOrderOf(asked, session.operator);
  if (isRefusal(order)) return { ok: false, ...order };
  const runner = copyRunner();
  const quiet = () => {};
  try {
    await runner.run<'drill'>({ kind: 'drill', ...order }, quiet);
  } catch (error) {
    return refused(`${said(error)} The desk goes on as before.`);
  }
  close();
  try {
    await runner.run<'restore'>({ kind: 'restore', ...order }, quiet);
  } catch (error) {
    // The page is loaded anew: what is answered to it would be read by nobody.
    dialog.showErrorBox('The copy was not restored', `${said(error)} The store is as it was.`);
  }
  open();
  return { ok: true, value: { seq: 0 } };
}

function refused(because: string): Reply<never> {
  return { ok: false, refused: 'not-restored', because };
}
