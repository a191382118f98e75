import { mkdir, open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { doneWith } from './kit-out.ts';
import { kitStamp, nameStamp } from './kit-shelf.ts';
import type { Exported } from '#main/desk/audit/write-export.ts';
import type { Desk } from '#main/desk/desk.ts';
import type { AuditFilter } from '#shared/audit/audit-view.ts';
import type { Done, Reply } from '#shared/contract/endpoint.ts';
import { isRefusal } from '#shared/lib/refusal.ts';
import type { Operator } from '#shared/roster/operator.ts';

/** Writes the audit into a file between what the desk answers, and then on the record that it left. */
export async function auditOut(
  desk: Desk,
  by: Operator,
  filter: AuditFilter,
  folder: string,
): Promise<Reply<Done>> {
  const asked = desk.exportAudit(filter, by);
  if (isRefusal(asked)) return { ok: false, ...asked };
  const stamp = nameStamp(kitStamp(desk.now().toISOString(), asked.timeZone));
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, `caredesk-audit-${stamp}.jsonl`);
  const { entries, fingerprint } = await written(`${file}.part`, asked.lines);
  await rename(`${file}.part`, file);
  const { from, to } = asked;
  const event = { type: 'audit.exported', from, to, entries, fingerprint } as const;
  return { ok: true, value: doneWith(desk.recordDone(event, by.operatorId), file) };
}

/** Whole or not at all. */
async function written(part: string, lines: Generator<string, Exported>): Promise<Exported> {
  const handle = await open(part, 'w', 0o600);
  try {
    for (;;) {
      const { done, value } = lines.next();
      if (done === true) {
        await handle.sync();
        return value;
      }
      await handle.appendFile(value);
    }
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  } finally {
    await handle.close();
  }
}
