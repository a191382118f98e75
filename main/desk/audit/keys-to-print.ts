import type { DeskCore } from '../desk-core.ts';
import { kitSetting } from '#db/board/paper-projection.ts';
import { knownAuditKeys } from '#db/settings/audit-keys.ts';
import type { PrintedSigningKeys } from '#shared/paper/to-print.ts';

/** The page by which somebody on another machine tells whose key an export was signed with. */
export function keysToPrint(core: DeskCore): PrintedSigningKeys {
  return {
    center: core.center?.name ?? '',
    keys: knownAuditKeys(core.db),
    size: kitSetting(core.db).size,
    at: core.now().toISOString(),
    timeZone: core.center?.timeZone ?? 'UTC',
  };
}
