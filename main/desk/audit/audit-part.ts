import { findCenter } from '#db/board/center-projection.ts';
import { seqSince } from '#db/journal/sealed-rows.ts';
import type { Database } from '#db/open-database.ts';
import { dayAfter, startOfDay } from '#shared/roster/zone-moment.ts';

/** Calendar days of the center, both counted; null is open. */
export interface AuditDays {
  readonly from: string | null;
  readonly to: string | null;
}

export interface AuditPart {
  readonly center: string;
  readonly psapId: string;
  /** Sequences of the first and the last entry of these days; the last is before the first when there is none. */
  readonly from: number;
  readonly to: number;
}

/** The part of the journal that was written on these days. */
export function auditPart(db: Database, head: number, { from, to }: AuditDays): AuditPart {
  const center = findCenter(db);
  const zone = center?.timeZone ?? 'UTC';
  return {
    center: center?.name ?? '',
    psapId: center?.psapId ?? '',
    from: from === null ? 1 : seqSince(db, startOfDay(zone, from)),
    to: to === null ? head : seqSince(db, startOfDay(zone, dayAfter(to, 1))) - 1,
  };
}
