import type { DeskCore } from '../desk-core.ts';
import type { NewEvent } from '#shared/journal/journal-event.ts';
import type { OperatorId } from '#shared/lib/brand.ts';
import type { Role } from '#shared/roster/operator.ts';

export function newAccount(
  core: DeskCore,
  { name, role, passphrase }: { name: string; role: Role; passphrase: string },
): NewEvent {
  const operatorId = core.options.newId() as OperatorId;
  core.options.passphrases.set(core.db, operatorId, passphrase);
  return { type: 'operator.added', operatorId, name, role };
}
