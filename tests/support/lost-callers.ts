import type { DeskAtWork } from './desk-at-work.ts';
import type { IncidentId } from '#shared/lib/brand.ts';

/** The conversation breaks off. */
export function lost(atWork: DeskAtWork, incidentId: IncidentId): IncidentId {
  atWork.do(atWork.as('Cleo'), 'phone.lose-caller', {
    incidentId,
    lastWords: 'I am going out.',
    place: '1 W Lawrence, Uptown',
    hungUp: 'caller',
  });
  return incidentId;
}

/** The same after so many calls that nobody answered. */
export function lostAndCalled(
  atWork: DeskAtWork,
  incidentId: IncidentId,
  calls: number,
): IncidentId {
  lost(atWork, incidentId);
  for (let call = 0; call < calls; call += 1)
    atWork.do(atWork.as('Cleo'), 'incident.recontact', { incidentId, answer: 'no-answer' });
  return incidentId;
}
