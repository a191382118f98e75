import type { Role } from '#shared/roster/operator.ts';

/** Roles as they are said aloud at the console. */
export const ROLE_LABELS: Readonly<Record<Role, string>> = {
  'call-taker': 'Call-taker',
  dispatcher: 'Dispatcher',
  clinician: 'Clinician',
  supervisor: 'Supervisor',
  admin: 'Administrator',
};
