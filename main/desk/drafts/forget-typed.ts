import type { DeskCore } from '../desk-core.ts';
import { forgetDrafts } from '#db/settings/drafts.ts';
import type { OperatorId } from '#shared/lib/brand.ts';
import { isRefusal } from '#shared/lib/refusal.ts';

/**
 * What somebody had typed for a command is on the record with it; after a refusal it stays theirs to try again.
 * That it cannot be thrown away makes nothing undone.
 */
export function forgetTyped(
  core: DeskCore,
  typist: OperatorId,
  subject: string,
  outcome: unknown,
): void {
  if (isRefusal(outcome)) return;
  core.troubles.during(() => forgetDrafts(core.db, typist, subject));
}
