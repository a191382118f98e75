import { administrationKeys } from './administration-keys.ts';
import { auditKeys } from './audit-keys.ts';
import { CALL_TYPE_KEYS } from './call-type-keys.ts';
import { CAUTION_KEYS } from './caution-keys.ts';
import { CLINICIAN_KEYS } from './clinician-keys.ts';
import { CONTACT_KEYS } from './contact-keys.ts';
import { DUPLICATE_KEYS } from './duplicate-keys.ts';
import { goKeys } from './go-keys.ts';
import { directoryKeys } from './directory-keys.ts';
import { importKeys } from './import-keys.ts';
import { HAND_OVER_KEYS } from './hand-over-keys.ts';
import { intakeKeys } from './intake-keys.ts';
import { PLACES, type KeyBinding } from './key-binding.ts';
import { LOCK_KEYS } from './lock-keys.ts';
import { OUTCOME_KEYS } from './outcome-keys.ts';
import { PAPER_KEYS } from './paper-keys.ts';
import { mapKeys } from './map-keys.ts';
import { PERSON_KEYS } from './person-keys.ts';
import { placeKeys } from './place-keys.ts';
import { POLICY_KEYS } from './policy-keys.ts';
import { ROSTER_KEYS } from './roster-keys.ts';
import { STAGING_KEYS } from './staging-keys.ts';
import { DELIVERY_KEYS } from './delivery-keys.ts';
import { RECONTACT_KEYS } from './recontact-keys.ts';
import { UNIT_KEYS } from './unit-keys.ts';
import { SAFETY_KEYS } from './safety-keys.ts';

const WORKING = [
  'queue',
  'incident',
  'facts',
  'teams',
  'clinician',
  'outcomes',
  'policy',
  'overrides',
  'roster',
  'map',
  'directory',
  'import',
  'people',
  'administration',
  'audit',
] as const;
const DISPATCH = ['queue', 'incident', 'facts', 'teams'] as const;
/** Not where questions are answered: there `n` is a no, and a call is Alt+N or the word `new`. */
const NOT_ANSWERING = ['queue', 'incident', 'teams', 'outcomes', 'map'] as const;
const INCIDENT = ['incident', 'facts'] as const;

/** Every key of the console. Shortcuts, the help sheet and the command line read this and nothing else. */
export const KEYMAP: readonly KeyBinding[] = [
  {
    id: 'upgrade',
    keys: ['p'],
    label: 'Police/EMS now: arms; p again sends both, e EMS only, l police only, Esc cancels',
    group: 'Safety',
    places: PLACES,
  },
  {
    id: 'escape',
    keys: ['Escape'],
    label: 'Back: disarm, close, leave',
    group: 'Window',
    places: PLACES,
  },
  {
    id: 'veil',
    keys: ['Ctrl+L'],
    label: 'Veil the screen',
    group: 'Window',
    places: PLACES.filter((place) => place !== 'lock'),
    word: 'veil',
  },
  ...LOCK_KEYS,
  {
    id: 'find',
    keys: ['Ctrl+K'],
    label: 'Find anything',
    group: 'Window',
    places: [...WORKING, 'sheet'],
  },
  {
    id: 'keys',
    keys: ['?'],
    label: 'Keys that work here',
    group: 'Window',
    places: [...WORKING, 'sheet'],
    word: 'keys',
  },
  ...PAPER_KEYS,
  { id: 'command', keys: ['/'], label: 'Command line', group: 'Window', places: WORKING },

  {
    id: 'queue.next',
    keys: ['j', 'ArrowDown'],
    label: 'Next in the queue',
    group: 'Move',
    places: ['queue'],
  },
  {
    id: 'queue.previous',
    keys: ['k', 'ArrowUp'],
    label: 'Previous in the queue',
    group: 'Move',
    places: ['queue'],
  },
  { id: 'queue.next', keys: ['j'], label: 'Next in the queue', group: 'Move', places: INCIDENT },
  {
    id: 'queue.previous',
    keys: ['k'],
    label: 'Previous in the queue',
    group: 'Move',
    places: INCIDENT,
  },
  {
    id: 'queue.first',
    keys: ['Home'],
    label: 'Top of the queue',
    group: 'Move',
    places: ['queue'],
  },
  { id: 'queue.last', keys: ['End'], label: 'End of the queue', group: 'Move', places: ['queue'] },
  {
    id: 'queue.page-down',
    keys: ['PageDown'],
    label: 'Ten further down',
    group: 'Move',
    places: ['queue'],
  },
  {
    id: 'queue.page-up',
    keys: ['PageUp'],
    label: 'Ten further up',
    group: 'Move',
    places: ['queue'],
  },
  {
    id: 'queue.open',
    keys: ['Enter'],
    label: 'Answer the call, open the incident',
    group: 'Call',
    places: ['queue'],
  },
  {
    id: 'facts.next',
    keys: ['ArrowDown'],
    label: 'Next question',
    group: 'Move',
    places: INCIDENT,
  },
  {
    id: 'facts.previous',
    keys: ['ArrowUp'],
    label: 'Previous question',
    group: 'Move',
    places: INCIDENT,
  },
  ...goKeys(WORKING),

  { id: 'new-call', keys: ['n'], label: 'New call', group: 'Call', places: NOT_ANSWERING },
  { id: 'place', keys: ['l'], label: 'Location', group: 'Call', places: INCIDENT },
  {
    id: 'locations',
    keys: ['Shift+V'],
    label: 'Locations of the caller, and how sure each is',
    group: 'Call',
    places: [...DISPATCH, 'clinician', 'map'],
    word: 'locations',
  },
  { id: 'call-type', keys: ['c'], label: 'Call type', group: 'Call', places: INCIDENT },
  {
    id: 'wants',
    keys: ['Shift+L'],
    label: 'Language of the person, and what the vehicle should have',
    group: 'Call',
    places: DISPATCH,
  },
  { id: 'note', keys: ['m'], label: 'Write a note', group: 'Call', places: DISPATCH },
  {
    id: 'hold',
    keys: ['h'],
    label: 'Hold, with a time and a reason',
    group: 'Call',
    places: DISPATCH,
  },
  { id: 'transfer', keys: ['t'], label: 'Transfer', group: 'Call', places: DISPATCH },
  {
    id: 'disposition',
    keys: ['d'],
    label: 'Disposition: close the incident',
    group: 'Call',
    places: DISPATCH,
  },

  {
    id: 'facts.yes',
    keys: ['y'],
    label: 'Yes, and the next open question',
    group: 'Facts',
    places: ['facts'],
  },
  {
    id: 'facts.no',
    keys: ['n'],
    label: 'No, and the next open question',
    group: 'Facts',
    places: ['facts'],
  },
  {
    id: 'facts.unknown',
    keys: ['u'],
    label: 'Asked, nobody knows; next',
    group: 'Facts',
    places: ['facts'],
  },
  {
    id: 'facts.none',
    keys: ['Shift+N'],
    label: 'None of this group',
    group: 'Facts',
    places: INCIDENT,
  },
  {
    id: 'facts.said-by',
    keys: ['w'],
    label: 'Who said it: change',
    group: 'Facts',
    places: INCIDENT,
  },
  {
    id: 'facts.new-caller',
    keys: ['x'],
    label: 'New caller: ask the safety questions again',
    group: 'Facts',
    places: INCIDENT,
  },
  ...[1, 2, 3, 4, 5, 6, 7, 8, 9].map((digit): KeyBinding => ({
    id: `facts.jump-${digit}`,
    keys: [String(digit)],
    label: `Question ${digit} of the group`,
    group: 'Facts',
    places: INCIDENT,
  })),

  {
    id: 'accept',
    keys: ['Enter'],
    label: 'The next step: accept, send, close',
    group: 'Decide',
    places: INCIDENT,
  },
  { id: 'override', keys: ['o'], label: 'Other response', group: 'Decide', places: DISPATCH },
  ...UNIT_KEYS,
  ...STAGING_KEYS,
  ...CALL_TYPE_KEYS,
  ...CAUTION_KEYS,
  ...CONTACT_KEYS,
  ...PERSON_KEYS,
  ...DUPLICATE_KEYS,
  ...HAND_OVER_KEYS,
  ...SAFETY_KEYS,
  ...RECONTACT_KEYS,
  ...DELIVERY_KEYS,
  ...CLINICIAN_KEYS,
  ...POLICY_KEYS,
  ...ROSTER_KEYS,
  ...OUTCOME_KEYS,
  ...mapKeys(WORKING),
  ...directoryKeys(WORKING),
  ...placeKeys(WORKING),
  ...intakeKeys(WORKING),
  ...importKeys(WORKING),
  ...administrationKeys(WORKING),
  ...auditKeys(WORKING),
];
