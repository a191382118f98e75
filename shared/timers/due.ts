import type { Running } from './running.ts';
import type { IncidentEvent } from '../incident/incident-events.ts';
import type { MonitorEvent } from '../phone/monitor-events.ts';

/** One limit of an incident that runs and whose passing is not written yet, and what is written then. */
export interface Due extends Running {
  readonly events: () => readonly (IncidentEvent | MonitorEvent)[];
}
