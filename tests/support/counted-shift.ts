import { clearOfDanger, openedIncident, report, type DeskAtWork } from './desk-at-work.ts';
import { countOpenCalls } from '#db/board/counted-calls.ts';
import type { Session } from '#main/desk/desk.ts';
import type { Input } from '#shared/contract/console-contract.ts';
import type { DispositionCode } from '#shared/incident/disposition.ts';
import type { UnservedCode } from '#shared/incident/alternative-course.ts';
import type { IncidentId, UnitId } from '#shared/lib/brand.ts';

/** Seconds of the desk's clock. */
export function passSeconds(atWork: DeskAtWork, seconds: number): void {
  atWork.pass(seconds / 60);
}

/** Fully asked and without danger, so that an unarmed team is recommended. */
export function eligibleIncident(
  atWork: DeskAtWork,
  session: Session,
  call: Partial<Input<'call.receive'>> = {},
): IncidentId {
  const incidentId = openedIncident(atWork, session, { callType: 'MHDIST', ...call });
  clearOfDanger(atWork, session, incidentId);
  for (const fact of ['behavioral', 'in-person-need'])
    atWork.do(session, 'incident.answer-fact', {
      incidentId,
      fact,
      answer: 'yes',
      informant: 'caller-saw',
    });
  return incidentId;
}

/** Sends a unit, which takes one status after the other with so many seconds before each. */
export function goes(
  atWork: DeskAtWork,
  incidentId: IncidentId,
  unitId: string,
  seconds: number,
): void {
  atWork.do(atWork.as('Dana'), 'incident.assign-unit', {
    incidentId,
    unitId: unitId as UnitId,
    reason: 'Nearest.',
  });
  for (const status of ['en-route', 'on-scene', 'clearing', 'available'] as const) {
    passSeconds(atWork, seconds);
    report(atWork, unitId, status);
  }
}

export function closeAs(
  atWork: DeskAtWork,
  incidentId: IncidentId,
  disposition: DispositionCode,
  unserved: UnservedCode | null = null,
): void {
  atWork.do(atWork.as('Dana'), 'incident.close', {
    incidentId,
    disposition,
    note: '',
    unserved: unserved === null ? null : { code: unserved, note: '' },
  });
}

/** The rows of the figures as they stand now, open incidents too. */
export function countedRows({ desk: { db } }: DeskAtWork): Record<string, unknown>[] {
  countOpenCalls(db);
  const rows = db.prepare('SELECT * FROM counted_calls ORDER BY received_local, id').all();
  return rows as Record<string, unknown>[];
}
