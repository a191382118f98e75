import type { KeyBinding, Place } from './key-binding.ts';

function here(id: string, keys: readonly string[], label: string): KeyBinding {
  return { id, keys, label, group: 'Administration', places: ['administration'] };
}

const IN_THE_ADMINISTRATION: readonly KeyBinding[] = [
  ...[1, 2, 3, 4, 5, 6].map((digit) =>
    here(`administration.section-${digit}`, [String(digit)], `Section ${digit} of the list`),
  ),
  here('accounts.next', ['j'], 'Accounts: the next one'),
  here('accounts.previous', ['k'], 'Accounts: the one before'),
  here('accounts.find', ['f'], 'Accounts: find somebody by name, role or standing'),
  here('accounts.add', ['n'], 'Accounts: a new one (administrators)'),
  here('accounts.role', ['r'], 'Accounts: another role (administrators)'),
  here('accounts.passphrase', ['w'], 'Accounts: a new passphrase for somebody (administrators)'),
  here('accounts.unlock', ['u'], 'Accounts: let somebody in again, locked out or away too long'),
  here('accounts.auto-lock', ['l'], 'When consoles lock themselves (administrators)'),
  here('copies.make', ['m'], 'Copies: make one now'),
  here('copies.set', ['e'], 'Copies: where they go and when they are made'),
  here('copies.drill', ['x'], 'Copies: rehearse restoring the chosen one'),
  here('copies.restore', ['Shift+R'], 'Copies: restore the chosen one'),
  here('retention.years', ['y'], 'Retention: for how many years words are kept'),
  here('retention.shred', ['s'], 'Retention: shred what is past its years'),
  here('retention.hold', ['h'], 'Retention: place a legal hold'),
  here('store-key.encrypt', ['Shift+E'], 'Store key: encrypt the store, or by a new key'),
  here('store-key.way', ['c'], 'Store key: change how it opens'),
  here('store-key.recovery', ['Shift+P'], 'Store key: print a new recovery key'),
  here('accounts.standing', ['d'], 'Accounts: deactivate, or take up again (administrators)'),
];

/** With the way there, from wherever somebody works. */
export function administrationKeys(working: readonly Place[]): readonly KeyBinding[] {
  const go = {
    id: 'go.administration',
    keys: ['g y'],
    label: 'Go to the administration: accounts, copies (supervisors and administrators)',
    word: 'administration',
  } as const;
  return [{ ...go, group: 'Move', places: working }, ...IN_THE_ADMINISTRATION];
}
