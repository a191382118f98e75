import type { DeskAtWork } from './desk-at-work.ts';
import type { Examples } from './topic-examples.ts';
import type { CallId, IncidentId } from '#shared/lib/brand.ts';

type CallTypeTopic =
  | 'call-types.view'
  | 'call-types.string'
  | 'call-types.review'
  | 'call-types.withdraw'
  | 'call-types.import-table'
  | 'call-types.export-table'
  | 'incident.set-words-aside';

/** Words that raise the mark, under a type that does not say it. */
export const HEARS_VOICES = 'My neighbor is hearing voices again.';

export function markedIncident(atWork: DeskAtWork, note = HEARS_VOICES): IncidentId {
  const dana = atWork.as('Dana');
  const call = { ani: null, address: '1 W Lawrence, Uptown', words: 'Please come.' };
  const callId = atWork.do(dana, 'call.receive', { ...call, callType: 'WELBNG' }).made as CallId;
  const incidentId = atWork.do(dana, 'call.answer', { callId }).made as IncidentId;
  atWork.do(dana, 'incident.add-note', { incidentId, kind: 'dispatch', text: note });
  return incidentId;
}

const LINE = { raw: 'PSYCH EVAL', callType: 'MHDIST' };
const nothing = [{ extra: 1 }, [], 'text'];
const strange = [{ raw: '' }, { raw: null }, { raw: 'x'.repeat(401) }];

export const CALL_TYPE_EXAMPLES: Pick<Examples, CallTypeTopic> = {
  'call-types.view': { as: 'Sam', good: () => ({}), bad: nothing },
  'call-types.export-table': { as: 'Sam', good: () => ({}), bad: nothing },
  'call-types.string': { as: 'Sam', good: () => ({ raw: 'PSYCH EVAL' }), bad: strange },
  'call-types.review': {
    as: 'Sam',
    good: () => ({ lines: [LINE] }),
    bad: [
      { lines: [] },
      { lines: [{ ...LINE, by: 'Sam' }] },
      { lines: [{ ...LINE, callType: '' }] },
      ...strange.map(({ raw }) => ({ lines: [{ ...LINE, raw }] })),
      { lines: Array.from({ length: 2_001 }, () => LINE) },
    ],
  },
  'call-types.withdraw': {
    as: 'Sam',
    good: (atWork, session) => {
      atWork.do(session, 'call-types.review', { lines: [LINE] });
      return { raws: [LINE.raw] };
    },
    bad: [{ raws: [] }, { raws: [''] }, { raws: 'PSYCH EVAL' }],
  },
  'call-types.import-table': {
    as: 'Sam',
    good: () => ({ text: 'pattern,call_type\n*psych*,MHDIST\n', source: 'ours.csv' }),
    bad: [{ text: 'x'.repeat(512 * 1024 + 1) }, { source: ' ' }, { text: null }],
  },
  'incident.set-words-aside': {
    as: 'Dana',
    good: (atWork) => ({ incidentId: markedIncident(atWork), reason: 'About a film.' }),
    bad: [{ reason: ' ' }, { reason: 'x'.repeat(301) }, { incidentId: '' }],
  },
};
