import { openedIncident, type DeskAtWork } from './desk-at-work.ts';
import type { Examples } from './topic-examples.ts';
import type { Input } from '#shared/contract/console-contract.ts';
import type { CallId, IncidentId } from '#shared/lib/brand.ts';

/** What two callers say of one thing. */
export const BRIDGE = {
  ani: '312-555-0188',
  address: '600 W Lawrence Ave, Uptown',
  words: 'A man stands on the railing of the bridge in a red jacket.',
  callType: null,
} satisfies Input<'call.receive'>;

export function waitingCall(
  atWork: DeskAtWork,
  more: Partial<Input<'call.receive'>> = {},
  by = 'Pat',
): CallId {
  return atWork.do(atWork.as(by), 'call.receive', { ...BRIDGE, ...more }).made as CallId;
}

/** An incident, and a call that waits and is about it. */
export function toldTwice(atWork: DeskAtWork): { callId: CallId; incidentId: IncidentId } {
  const incidentId = openedIncident(atWork, atWork.as('Dana'), BRIDGE);
  return { incidentId, callId: waitingCall(atWork, { ani: '773-555-0123' }) };
}

/** Two incidents about one thing: the second call was answered before anybody saw that. */
export function openedTwice(atWork: DeskAtWork): { incidentId: IncidentId; into: IncidentId } {
  const into = openedIncident(atWork, atWork.as('Dana'), BRIDGE);
  const incidentId = openedIncident(atWork, atWork.as('Theo'), { ...BRIDGE, ani: '773-555-0123' });
  return { incidentId, into };
}

export const DUPLICATE_EXAMPLES = {
  'duplicate.likely': {
    as: 'Pat',
    good: (atWork) => ({ callId: waitingCall(atWork) }),
    bad: [{ callId: '' }, { callId: 7 }, { incidentId: 'i' }, { draft: {} }, { now: 'x' }, []],
  },
  'duplicate.waiting': { as: 'Pat', good: () => ({}), bad: [{ extra: 1 }, [], 'text'] },
  'duplicate.say-different': {
    as: 'Pat',
    good: (atWork) => ({ callId: waitingCall(atWork), others: [waitingCall(atWork)] }),
    bad: [{ callId: '' }, { others: [] }, { others: 'all' }, { others: [''] }, { by: 'Sam' }],
  },
  'call.join': {
    as: 'Pat',
    good: (atWork) => {
      const { callId, incidentId } = toldTwice(atWork);
      return { callIds: [callId], incidentId };
    },
    bad: [
      { callIds: [] },
      { callIds: [''] },
      { callIds: Array(401).fill('c') },
      { incidentId: '' },
      { incidentId: 7 },
      { reasons: ['same number'] },
    ],
  },
  'call.part': {
    as: 'Pat',
    good: (atWork) => {
      const { callId, incidentId } = toldTwice(atWork);
      atWork.do(atWork.as('Pat'), 'call.join', { callIds: [callId], incidentId });
      return { callId, reason: 'Another bridge.' };
    },
    bad: [{ callId: '' }, { callId: null }, { reason: null }, { reason: 'x'.repeat(301) }],
  },
  'incident.merge': {
    as: 'Dana',
    good: (atWork) => ({ ...openedTwice(atWork), reason: '' }),
    bad: [{ incidentId: '' }, { into: null }, { into: undefined }, { reason: 7 }, { force: true }],
  },
  'incident.unmerge': {
    as: 'Dana',
    good: (atWork) => {
      const { incidentId, into } = openedTwice(atWork);
      atWork.do(atWork.as('Dana'), 'incident.merge', { incidentId, into, reason: '' });
      return { incidentId, reason: 'Two men on two bridges.' };
    },
    bad: [{ incidentId: '' }, { incidentId: 7 }, { reason: null }, { into: 'x' }],
  },
} satisfies Partial<Examples>;
