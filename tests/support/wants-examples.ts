import { openedIncident } from './desk-at-work.ts';
import type { Examples } from './topic-examples.ts';
import type { UnitId } from '#shared/lib/brand.ts';

const M1 = 'M1' as UnitId;
const noList = [
  { capabilities: null },
  { capabilities: [''] },
  { capabilities: [7] },
  { capabilities: Array(21).fill('stretcher') },
];

type WantsTopic =
  | 'operator.note-languages'
  | 'incident.set-language'
  | 'incident.set-capabilities'
  | 'unit.set-capabilities'
  | 'unit.set-languages';

export const WANTS_EXAMPLES: Pick<Examples, WantsTopic> = {
  'operator.note-languages': {
    as: 'Cleo',
    good: () => ({ languages: ['es'] }),
    bad: [{ languages: 'es' }, { languages: ['x'] }, { languages: null }, { operatorId: 'x' }],
  },
  'incident.set-language': {
    as: 'Pat',
    good: (atWork) => ({
      incidentId: openedIncident(atWork, atWork.as('Dana')),
      language: { language: 'pl', interpreter: true },
    }),
    bad: [
      { language: 'pl' },
      { language: { language: 'pl' } },
      { language: { language: 'p', interpreter: true } },
      { language: { language: 'pl', interpreter: 'yes' } },
      { language: { language: 'pl', interpreter: true, person: 'Jan' } },
    ],
  },
  'incident.set-capabilities': {
    as: 'Pat',
    good: (atWork) => ({
      incidentId: openedIncident(atWork, atWork.as('Dana')),
      capabilities: ['wheelchair-lift'],
    }),
    bad: noList,
  },
  'unit.set-capabilities': {
    as: 'Sam',
    good: () => ({ unitId: M1, capabilities: ['stretcher'] }),
    bad: [...noList, { unitId: '' }],
  },
  'unit.set-languages': {
    as: 'Sam',
    good: () => ({ unitId: M1, name: 'M1 paramedic', languages: ['pl'] }),
    bad: [
      { languages: null },
      { languages: ['p'] },
      { languages: Array(13).fill('pl') },
      { name: '' },
      { role: 'paramedic' },
    ],
  },
};
