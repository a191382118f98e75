import type { Desk } from '../desk.ts';
import type { Timers } from '../training/timers.ts';

/** The step of an offer is written once its second has begun, not before it. */
const AFTER_MS = 20;

/**
 * Looks at the time limits in the very second a clinician has been asked for long enough: half a minute is
 * short for a caller, and the watch comes round only every few seconds. What passed while nobody looked,
 * the watch finds as always.
 */
export function keepOfferClock(desk: Desk, timers: Timers): () => void {
  const waiting = new Map<string, () => void>();
  const stop = desk.subscribe(({ incidents, incidentsGone }) => {
    for (const id of incidentsGone) forget(id);
    for (const { incidentId, offer } of incidents) {
      forget(incidentId);
      if (offer === null || offer.asks === 'nobody') continue;
      const ms = Date.parse(offer.until) - desk.now().getTime();
      if (ms > 0)
        waiting.set(
          incidentId,
          timers.after(ms + AFTER_MS, () => {
            waiting.delete(incidentId);
            desk.watch();
          }),
        );
    }
  });
  const forget = (id: string) => {
    waiting.get(id)?.();
    waiting.delete(id);
  };
  return () => {
    stop();
    for (const cancel of waiting.values()) cancel();
    waiting.clear();
  };
}
