import type { IncidentEvent } from './incident-events.ts';
import type { Incident } from './incident.ts';
import { NO_RECONTACT } from './recontact-events.ts';
import { NO_NARRATIVE } from '../call-type/words-flag.ts';
import { NO_CAUTIONS } from '../caution/caution.ts';
import { NO_MONITORING } from '../phone/monitoring.ts';

/** An incident of which nothing is known but what came with its call. */
export function openedIncident(
  event: Extract<IncidentEvent, { type: 'incident.opened' }>,
  at: string,
): Incident {
  const { type: _type, ...opened } = event;
  return {
    ...opened,
    openedAt: at,
    alsoCalled: [],
    absorbed: [],
    mergedInto: null,
    language: null,
    capabilities: [],
    facts: {},
    decision: null,
    alternative: null,
    raised: null,
    returned: null,
    upgrades: [],
    units: [],
    stacked: [],
    staging: [],
    lost: null,
    cautions: NO_CAUTIONS,
    phone: { state: 'none' },
    phoneFrom: null,
    fromLine: null,
    routedBy: [{ by: event.owner, opened: true, decided: null }],
    bounces: 0,
    cameBack: null,
    consentRefused: null,
    joined: [],
    from988: null,
    hold: null,
    recontact: NO_RECONTACT,
    monitoring: NO_MONITORING,
    narrative: NO_NARRATIVE,
    missed: null,
    backEntered: null,
    closed: null,
  };
}
