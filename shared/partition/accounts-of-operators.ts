/** Who works here and how they signed on; about nobody who calls. */
export const ACCOUNTS_OF_OPERATORS = {
  'access.set': 'dispatch',
  'console.locked': 'dispatch',
  'console.unlocked': 'dispatch',
  'operator.added': 'dispatch',
  'operator.availability-changed': 'dispatch',
  'operator.deactivated': 'dispatch',
  'operator.sign-on-failed': 'dispatch',
  'operator.locked-out': 'dispatch',
  'operator.unlocked': 'dispatch',
  'operator.languages-noted': 'dispatch',
  'operator.left-holding': 'dispatch',
  'operator.passphrase-changed': 'dispatch',
  'operator.reactivated': 'dispatch',
  'operator.role-changed': 'dispatch',
  'operator.signed-off': 'dispatch',
  'operator.signed-on': 'dispatch',
} as const;
