import type { IncidentView } from '#shared/board/incident-view.ts';
import { tell } from '../desk/ask.ts';
import { say } from '../desk/desk-store.ts';

/** Lets in who waits for a unit that is there; what is to be said by radio is said here first. */
export async function sceneIsSecure({ incidentId, staging }: IncidentView): Promise<void> {
  if ((await tell('incident.secure-scene', { incidentId })) === null) return;
  const who = staging.map(({ unitId }) => unitId).join(', ');
  say({ tone: 'done', text: `Scene secure: tell ${who} by radio to go in.`, cause: null });
}
