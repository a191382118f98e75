import type { DeskAtWork } from './desk-at-work.ts';
import type { Session } from '#main/desk/desk.ts';
import type { Input } from '#shared/contract/console-contract.ts';
import { placeFieldsOf } from '#shared/incident/edit-incident.ts';
import { findIncident } from '#db/board/incidents-projection.ts';

/** The place as whoever looks at it just now sees it. */
export function placeSeen(atWork: DeskAtWork, incidentId: string) {
  const incident = findIncident(atWork.desk.db, incidentId);
  if (incident === null) throw new Error(`There is no incident ${incidentId}.`);
  return placeFieldsOf(incident);
}

/** Somebody who looks, and then writes. */
export function setPlace(
  atWork: DeskAtWork,
  session: Session,
  place: Omit<Input<'incident.set-place'>, 'seen'>,
) {
  const seen = placeSeen(atWork, place.incidentId);
  return atWork.do(session, 'incident.set-place', { ...place, seen });
}

/** A draft as the window of `name` saves it. */
export function typedBy(
  atWork: DeskAtWork,
  name: string,
  draft: Omit<Input<'draft.save'>, 'typist' | 'typedAt'>,
): Input<'draft.save'> {
  return { ...draft, typist: atWork.idOf(name), typedAt: atWork.now().toISOString() };
}
