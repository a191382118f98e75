import { answered, askedThrough, openCenter, recommended, ring } from './center-on-shift.ts';

export interface Evening {
  /** Open incidents, most of them still being asked about or waiting for a team. */
  readonly incidents: number;
  readonly waiting: number;
}

/** Opens a folder, lets an evening come to this point, and leaves it for the window to open. */
export function openEvening(folder: string, { incidents, waiting }: Evening): void {
  const center = openCenter(folder);
  // Durable only at the end: nobody waits for these answers.
  center.desk.db.pragma('synchronous = OFF');
  for (let number = 0; number < incidents; number += 1) {
    const incidentId = answered(center, number);
    if (number % 3 === 0) continue;
    askedThrough(center, incidentId);
    if (number % 3 === 1) continue;
    const seen = recommended(center, incidentId);
    const choice = { response: seen.response, reason: null, secondPerson: null };
    center.do('incident.decide', { incidentId, seen, ...choice });
  }
  for (let number = 0; number < waiting; number += 1) ring(center, incidents + number);
  center.desk.close();
}
