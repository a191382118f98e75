import { tell } from '../desk/ask.ts';
import { boardStore, useBoard, type BoardState } from '../desk/board-store.ts';
import { arm, deskStore, say, select, useDesk, type Selection } from '../desk/desk-store.ts';
import { coveringUnitNow } from '../safety/alarms.ts';
import type { Service } from '#shared/incident/incident.ts';
import type { CallId, IncidentId } from '#shared/lib/brand.ts';

const WORDS: Readonly<Record<string, string>> = {
  'police ems': 'Police and EMS',
  police: 'Police',
  ems: 'EMS',
};

/**
 * Who police/EMS now is for: what is selected, else the incident of the unit whose duress covers the
 * screen, else the only thing there is. Nothing else decides, so that the bar can always name the place before the second stroke sends anybody there.
 */
export function upgradeTarget(board: BoardState, selection: Selection | null): Selection | null {
  if (selection !== null) return selection;
  const covering = coveringUnitNow();
  const inDuress = covering === null ? null : board.units.get(covering)?.incidentId;
  if (inDuress != null) return { kind: 'incident', id: inDuress };
  const [call] = board.callOrder;
  const [incident] = board.incidentOrder;
  if (board.callOrder.length + board.incidentOrder.length !== 1) return null;
  if (call !== undefined) return { kind: 'call', id: call };
  return incident === undefined ? null : { kind: 'incident', id: incident };
}

/** Number and address for the bar, as one text so that the selector stays a primitive. */
export function useTargetText(): string | null {
  const selection = useDesk((desk) => desk.selection);
  const veiled = useDesk((desk) => desk.veiled);
  return useBoard((board) => {
    const target = upgradeTarget(board, selection);
    if (target === null) return null;
    const row =
      target.kind === 'call' ? board.calls.get(target.id) : board.incidents.get(target.id);
    const focus = board.focus?.incidentId === target.id ? board.focus : null;
    const number = row?.number ?? focus?.number;
    const address = row?.address ?? focus?.place.address ?? '';
    const what = `${target.kind} ${number === undefined ? 'selected' : String(number)}`;
    return veiled || address === '' ? what : `${what}, ${address}`;
  });
}

export function armUpgrade(): void {
  arm('upgrade');
}

/** The second stroke. Nothing is checked here: main never refuses it, and neither does the window. */
export async function sendUpgrade(services: readonly Service[]): Promise<void> {
  const target = upgradeTarget(boardStore.getState(), deskStore.getState().selection);
  if (target === null) {
    // Stays armed: choosing the call and pressing once more is all that is missing.
    say({
      tone: 'alert',
      text: 'For which call? Choose it with j or k and press again, or type / pe and its number.',
      cause: null,
    });
    return;
  }
  arm(null);
  await upgrade(target, services);
}

export async function upgrade(target: Selection, services: readonly Service[]): Promise<void> {
  const wanted = [...services];
  const done = await (target.kind === 'call'
    ? tell('incident.upgrade', { callId: target.id as CallId, services: wanted })
    : tell('incident.upgrade', { incidentId: target.id as IncidentId, services: wanted }));
  if (done === null) return;
  if (target.kind === 'call' && done.made !== undefined)
    select({ kind: 'incident', id: done.made });
  say({
    tone: 'done',
    text: `${WORDS[wanted.join(' ')] ?? 'Help'} asked for. The timeline says who goes.`,
    // Under the veil it is said beside the clock, and nothing else is.
    cause: 'incident.upgrade',
  });
}
