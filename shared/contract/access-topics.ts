import { z } from 'zod';
import { command, query, whileLocked } from './endpoint.ts';
import { line, newPassphrase, nothing, operatorId, passphrase } from './input-parts.ts';
import type { AccountsView } from '../board/account-lines.ts';
import { AUTO_LOCK_MINUTES } from '../roster/console-events.ts';
import { ROLES } from '../roster/operator.ts';

const onAccount = z.strictObject({ operatorId });
const role = z.enum(ROLES);

export const account = z.strictObject({
  // A name nobody can see signs nothing.
  name: line.regex(/[\p{L}\p{N}]/u, 'Give the person a name.'),
  role,
  passphrase: newPassphrase,
});

/** Accounts, and who may do what with them. */
export const accessTopics = {
  'accounts.view': query<AccountsView>()('unlock-accounts', nothing),
  'operator.add': command('keep-accounts', account),
  'operator.change-role': command('keep-accounts', z.strictObject({ operatorId, role })),
  /** Somebody has forgotten theirs: an administrator gives them another one. */
  'operator.reset-passphrase': command(
    'keep-accounts',
    z.strictObject({ operatorId, passphrase: newPassphrase }),
  ),
  /** Lets somebody in again who is locked out. */
  'operator.unlock': command('unlock-accounts', onAccount),
  'operator.deactivate': command(
    'keep-accounts',
    z.strictObject({
      operatorId,
      reason: line.min(1, 'Say why the account is not used any more.'),
    }),
  ),
  'operator.reactivate': command('keep-accounts', onAccount),
  /** One’s own, with the one it replaces. */
  'operator.change-passphrase': command(
    'see-board',
    z.strictObject({ current: passphrase, passphrase: newPassphrase }),
  ),
  /** Hides the console and asks for the passphrase; main refuses nearly everything until then. */
  'console.lock': whileLocked(command('see-board', nothing)),
  'console.unlock': whileLocked(command('see-board', z.strictObject({ passphrase }))),
  'access.set': command(
    'keep-accounts',
    z.strictObject({ autoLockMinutes: z.int().min(1).max(AUTO_LOCK_MINUTES.most) }),
  ),
} as const;
