import type { KeyBinding } from './key-binding.ts';
import { SCREENER_KEYS } from './screener-keys.ts';
import { MONITOR_KEYS } from './monitor-keys.ts';

function here(
  id: string,
  keys: readonly string[],
  label: string,
  group: KeyBinding['group'] = 'Phone',
): KeyBinding {
  return { id, keys, label, group, places: ['clinician'] };
}

/**
 * Keys of the clinician's desk. What ends or hands over a conversation takes two strokes: the letter
 * says what is meant, Enter does it, Escape goes back to the caller.
 */
export const CLINICIAN_KEYS: readonly KeyBinding[] = [
  here('phone.next', ['j', 'ArrowDown'], 'Next call', 'Move'),
  here('phone.previous', ['k', 'ArrowUp'], 'Previous call', 'Move'),
  here('phone.enter', ['Enter'], 'Take the call, accept it, the next step, do what is marked'),
  here('phone.back', ['Backspace'], 'Not accepted, not now'),
  here('phone.availability', ['h'], 'Whether I am there for calls, and my languages'),
  here('note', ['m'], 'Write a clinical note'),
  here('phone.questions', ['q'], 'The questions still open'),
  ...SCREENER_KEYS,
  here('phone.plan', ['s'], 'The safety plan, the means, and what helps'),
  here('phone.print', ['Shift+P'], 'Print what is open'),
  here('notes.record', ['Ctrl+Enter'], 'Put what is typed on the record'),
  here(
    'notes.phrase',
    ['Ctrl+1', 'Ctrl+2', 'Ctrl+3', 'Ctrl+4', 'Ctrl+5', 'Ctrl+6'],
    'The phrase or suggestion with that number, in a field',
  ),
  here('phone.sharing', ['x'], 'Sharing: consent, packet, what went'),
  here('phone.referrals', ['Shift+L'], 'Referrals of this call, and one more'),
  here('sharing.emergency', ['Shift+E'], 'Emergency disclosure, without consent', 'Safety'),
  here('facts.yes', ['y'], 'Yes to the marked question', 'Facts'),
  here('facts.no', ['n'], 'No to the marked question', 'Facts'),
  here('facts.unknown', ['u'], 'Asked, nobody knows; in the screen: cannot say', 'Facts'),
  here('phone.next-question', ['i'], 'Skip to the next question', 'Facts'),
  here('phone.last-question', ['Shift+I'], 'The question answered last, to correct it', 'Facts'),
  here('facts.said-by', ['w'], 'Who said it: change', 'Facts'),
  here('phone.resolve', ['r'], 'Resolved by phone'),
  here('phone.refer', ['f'], 'Referred'),
  here('phone.follow-up', ['o'], 'Follow-up scheduled'),
  here('phone.lost', ['v'], 'Caller lost; while lost: not found again'),
  here('phone.to-988', ['8'], 'Transfer to 988'),
  here('transfer', ['t'], 'Transfer: to whom'),
  here('transfer.first', ['1'], 'During a transfer: who says it, or dial from this computer'),
  here('transfer.second', ['2'], 'They refuse, no answer, or their line dropped'),
  here('transfer.third', ['3'], 'Emergency: not asked, or the line is busy'),
  here('transfer.fourth', ['4'], 'A wrong number'),
  here('phone.to-dispatch', ['b'], 'Back to dispatch'),
  here('phone.accepted', ['a'], 'The receiver accepted'),
  here('phone.escalate', ['e'], 'A team has to go; once called: help has taken over'),
  here('disposition', ['d'], 'Disposition: close the incident'),
  ...MONITOR_KEYS,
];
