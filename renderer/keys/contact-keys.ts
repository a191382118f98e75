import type { KeyBinding } from './key-binding.ts';

const WORKING = ['queue', 'incident', 'facts', 'teams', 'clinician'] as const;

/** Keys of the promised contacts: promise one on the incident in focus, the due list, and how incidents ended. */
export const CONTACT_KEYS: readonly KeyBinding[] = [
  {
    id: 'contact.promise',
    keys: ['Shift+F'],
    label: 'Promise a call: callback or follow-up',
    group: 'Call',
    places: WORKING,
    word: 'promise',
  },
  {
    id: 'go.contacts',
    keys: ['g f'],
    label: 'Promised calls: what is due and late',
    group: 'Move',
    places: [...WORKING, 'outcomes', 'policy', 'overrides'],
    word: 'contacts',
  },
  {
    id: 'go.referrals',
    keys: ['g l'],
    label: 'Referrals: what is due next, and whether they came (clinicians)',
    group: 'Move',
    places: [...WORKING, 'outcomes', 'policy', 'overrides'],
    word: 'referrals',
  },
  {
    id: 'go.echo',
    keys: ['g u'],
    label: 'How it ended: incidents you put on their way',
    group: 'Move',
    places: [...WORKING, 'outcomes', 'policy', 'overrides'],
    word: 'ended',
  },
  {
    id: 'dial',
    keys: ['Shift+T'],
    label: 'Dial a number, and write down what came of it',
    group: 'Call',
    places: WORKING,
  },
];
