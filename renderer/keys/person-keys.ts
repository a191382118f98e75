import type { KeyBinding } from './key-binding.ts';

function here(
  id: string,
  keys: readonly string[],
  label: string,
  group: 'Move' | 'People' = 'People',
): KeyBinding {
  return { id, keys, label, group, places: ['people'] };
}

/** Who is on the line, from wherever a call is worked, and the keys of the people screen. */
export const PERSON_KEYS: readonly KeyBinding[] = [
  {
    id: 'who',
    keys: ['Shift+K'],
    label: 'Who is this: people known from earlier calls',
    group: 'Call',
    places: ['queue', 'incident', 'facts', 'teams', 'clinician'],
    word: 'who',
  },
  here('people.next', ['j', 'ArrowDown'], 'Next person', 'Move'),
  here('people.previous', ['k', 'ArrowUp'], 'Previous person', 'Move'),
  here('people.search', ['f'], 'Find a person', 'Move'),
  here('people.register', ['n'], 'Register a new person'),
  here('people.detail', ['a'], 'Add what they are known by'),
  here('note', ['m'], 'Write how to approach them'),
  here('people.plan', ['s'], 'Write the plan for next time (clinicians)'),
  here('people.call', ['c'], 'Link a call that was theirs'),
  here('people.merge', ['Shift+M'], 'Merge with another record of the same person'),
  here('people.unmerge', ['Shift+U'], 'Take the last merge apart'),
];
