import type { UnservedReason } from './alternative-course.ts';
import type { Incident } from './incident.ts';
import type { IncidentId } from '../lib/brand.ts';
import type { Level } from '../routing/level.ts';

/** What the ledger of unserved incidents is written with. A later entry takes the place of an earlier. */
export type UnservedEvent =
  | ({
      readonly type: 'incident.unserved';
      readonly incidentId: IncidentId;
      /** What was recommended, to the decision at `decidedAt`. */
      readonly recommended: { readonly level: Level; readonly response: string };
      readonly decidedAt: string;
    } & UnservedReason)
  | { readonly type: 'incident.served-after-all'; readonly incidentId: IncidentId };

/** The incident with the reason that stands now; null once somebody came after all. */
export function evolveUnserved(incident: Incident, event: UnservedEvent): Incident {
  const { alternative } = incident;
  if (alternative === null) return incident;
  const reason = event.type === 'incident.unserved' ? { code: event.code, note: event.note } : null;
  return { ...incident, alternative: { ...alternative, reason } };
}
