import { aliRecord } from './ali-records.ts';
import type { DeskAtWork } from './desk-at-work.ts';
import type { Examples } from './topic-examples.ts';
import { waitingCalls } from '#db/board/calls-projection.ts';
import type { CallId, IncidentId } from '#shared/lib/brand.ts';
import type { AliRecord } from '#shared/location/ali-record.ts';

/** A call that rings with this record. */
export function calledFrom({ desk }: DeskAtWork, record: AliRecord = aliRecord()): CallId {
  const [outcome] = desk.deliver([{ kind: 'ali', from: 'ALI line', record }]);
  if (outcome === undefined || 'refused' in outcome) throw new Error('Nobody called.');
  return outcome.callId;
}

/** The same, answered by Dana. */
export function answeredFrom(atWork: DeskAtWork, record?: AliRecord): IncidentId {
  const callId = calledFrom(atWork, record);
  return atWork.do(atWork.as('Dana'), 'call.answer', { callId }).made as IncidentId;
}

export function firstFixAt({ desk }: DeskAtWork, callId: CallId): string {
  const call = waitingCalls(desk.db).find((each) => each.callId === callId);
  return call?.fixes[0]?.at ?? '';
}

export const LOCATION_EXAMPLES: Pick<Examples, 'call.locations' | 'incident.take-location'> = {
  'call.locations': {
    as: 'Dana',
    good: (atWork) => ({ callId: calledFrom(atWork) }),
    bad: [{ callId: '' }, { callId: null }, { incidentId: 'i1' }, [], 'text'],
  },
  'incident.take-location': {
    as: 'Dana',
    good: (atWork) => {
      const callId = calledFrom(atWork);
      const at = firstFixAt(atWork, callId);
      const incidentId = atWork.do(atWork.as('Dana'), 'call.answer', { callId }).made as IncidentId;
      return { incidentId, index: 0, at, otherArea: 'ask' };
    },
    bad: [
      { index: -1 },
      { index: 0.5 },
      { index: 101 },
      { at: '' },
      { at: null },
      { otherArea: 'guess' },
      { areaId: 'uptown' },
    ],
  },
};
