import type { IncidentView } from '#shared/board/incident-view.ts';
import type { Done } from '#shared/contract/endpoint.ts';
import type { UnitId } from '#shared/lib/brand.ts';
import { tell } from '../desk/ask.ts';
import { boardStore } from '../desk/board-store.ts';
import { openSheet } from '../desk/desk-store.ts';
import { selectFirst } from '../queue/queue-cursor.ts';
import { focusFact } from './fact-focus.ts';
import { nextStepOf } from './next-step.ts';

/** How long a press waits for the view that shows the step before it, before it may count again. */
const SETTLE_MS = 1500;
let settling: { readonly until: number; readonly seq: number; readonly incident: string } | null =
  null;

/** Enter. Two quick presses are two steps, never the same step twice. */
export function takeNextStep(view: IncidentView): void {
  if (isSettling(view)) return;
  const { incidentId, recommendation } = view;
  const step = nextStepOf(view);
  switch (step.does) {
    case 'ask':
      focusFact(step.fact);
      return;
    case 'accept': {
      const { level, responseId } = recommendation;
      const seen = { level, response: responseId };
      const choice = { response: step.instead ?? responseId, reason: null, secondPerson: null };
      settle(view, tell('incident.decide', { incidentId, seen, ...choice }));
      return;
    }
    case 'send': {
      const unitId = step.unitId as UnitId;
      settle(view, tell('incident.assign-unit', { incidentId, unitId, reason: null }));
      return;
    }
    case 'choose-unit':
      openSheet('assign');
      return;
    case 'take-back':
      settle(view, tell('phone.accept-transfer', { incidentId }));
      return;
    case 'dispose':
      openSheet('disposition');
      return;
    case 'leave':
      selectFirst();
      return;
    case 'wait':
      return;
  }
}

/**
 * From the press until the feed showed its effect, the card still offers the old step. A press in
 * between would repeat it.
 */
function isSettling(view: IncidentView): boolean {
  if (settling === null || settling.incident !== view.incidentId) return false;
  return performance.now() < settling.until && view.revision < settling.seq;
}

function settle({ incidentId }: IncidentView, answer: Promise<Done | null>): void {
  const until = performance.now() + SETTLE_MS;
  settling = { until, seq: Number.POSITIVE_INFINITY, incident: incidentId };
  void answer.then((done) => {
    const shown = boardStore.getState().focus?.revision ?? 0;
    settling =
      done === null || shown >= done.seq ? null : { until, seq: done.seq, incident: incidentId };
  });
}
