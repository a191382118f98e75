import type { KeyBinding } from './key-binding.ts';

const ANSWERING = ['queue', 'incident', 'facts', 'teams'] as const;

/** Clinicians beside dispatch, and the answers dispatch gives them. */
export const MONITOR_KEYS: readonly KeyBinding[] = [
  {
    id: 'monitor.along',
    keys: ['l'],
    label: 'Listen along to the incident, or leave it',
    group: 'Phone',
    places: ['clinician'],
  },
  {
    id: 'monitor.advise',
    keys: ['Shift+M'],
    label: 'Advise its dispatcher how to approach',
    group: 'Phone',
    places: ['clinician'],
  },
  {
    id: 'monitor.nominate',
    keys: ['Shift+N'],
    label: 'Nominate it for the phone or a team',
    group: 'Phone',
    places: ['clinician'],
  },
  {
    id: 'monitor.step-down',
    keys: ['Shift+D'],
    label: 'Propose a step-down; once agreed: it is still calm',
    group: 'Phone',
    places: ['clinician'],
  },
  {
    id: 'clinician.yes',
    keys: ['Shift+Y'],
    label: 'Yes to the clinician: seen, approve, agree',
    group: 'Decide',
    places: ANSWERING,
  },
  {
    id: 'clinician.no',
    keys: ['Shift+R'],
    label: 'No to the clinician, with a reason',
    group: 'Decide',
    places: ANSWERING,
  },
];
