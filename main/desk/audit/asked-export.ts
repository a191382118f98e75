import type { DeskCore } from '../desk-core.ts';
import { soughtBy } from './audit-answers.ts';
import { auditPart } from './audit-part.ts';
import { keyToSignWith, recordingOf } from './signing.ts';
import { writeExport, type Exported } from './write-export.ts';
import { allSought } from '#db/journal/sought-entries.ts';
import { AUDIT_GROUP_LABELS } from '#shared/audit/audit-group.ts';
import type { AuditFilter } from '#shared/audit/audit-view.ts';
import { refuse, type Refusal } from '#shared/lib/refusal.ts';
import type { Operator } from '#shared/roster/operator.ts';

export interface AuditExport {
  readonly from: number;
  readonly to: number;
  readonly timeZone: string;
  readonly lines: Generator<string, Exported>;
}

/** What a filter of the window leaves of the audit, to be written into a file. */
export function askedExport(
  core: DeskCore,
  filter: AuditFilter,
  by: Operator,
): AuditExport | Refusal {
  const sought = soughtBy(core, filter);
  if (sought === null || sought.to < sought.from)
    return refuse(
      'nothing-found',
      'No entry is like that. Nothing was written; change the filter, or leave it out to export everything.',
    );
  const part = auditPart(core.db, core.journal.head(), filter);
  const says = sayFilter(core, filter);
  const asked = {
    ...part,
    madeBy: `${by.name}, ${by.role}`,
    now: core.now(),
    key: keyToSignWith(recordingOf(core), by.operatorId),
    chosen: says === null ? null : { filter: says, seqs: allSought(core.db, sought) },
  };
  return {
    from: part.from,
    to: part.to,
    timeZone: core.center?.timeZone ?? 'UTC',
    lines: writeExport(core.db, asked),
  };
}

/** In words, as it stands in the file; null where only days are left out: the chain goes on between them. */
function sayFilter(core: DeskCore, { by, group, failedOnly, number }: AuditFilter): string | null {
  const parts = [
    ...(by === null ? [] : [`by ${core.nameOf(by)}`]),
    ...(group === null ? [] : [AUDIT_GROUP_LABELS[group]]),
    ...(failedOnly ? ['failed only'] : []),
    ...(number === null ? [] : [`incident or call ${number}`]),
  ];
  return parts.length === 0 ? null : parts.join(', ');
}
