import type { DeskCore } from '../desk-core.ts';
import { incidentNumber } from '#db/board/incidents-projection.ts';
import { NOTHING_KEPT, readEvent } from '#db/journal/read-event.ts';
import type { StoredSeal } from '#db/journal/sealed-rows.ts';
import { EXPORTED_LABELS } from '#shared/audit/audit-events.ts';
import type { AuditLine } from '#shared/audit/audit-view.ts';
import { sayFingerprint } from '#shared/audit/fingerprint.ts';
import { auditWords } from '#shared/audit/audit-words.ts';
import { RECIPIENT_LABELS } from '#shared/disclosure/recipient.ts';
import type { JournalEvent } from '#shared/journal/journal-event.ts';
import type { IncidentId } from '#shared/lib/brand.ts';
import { PARTITION_LABELS } from '#shared/partition/partition.ts';

/** An entry as the audit lists it. */
export function auditLine(core: DeskCore, row: StoredSeal): AuditLine {
  const event = eventOf(core, row);
  const [group, says, failed] = auditWords(event?.type ?? row.type);
  return {
    seq: row.seq,
    at: row.at,
    byName: core.nameOf(row.by_operator),
    position: row.position,
    group,
    says,
    detail:
      event === null
        ? 'It cannot be read: it was changed.'
        : [detailOf(core, event, row.by_operator), ...lateOf(core, event)]
            .filter((each) => each !== '')
            .join(' · '),
    incident: incidentIn(core, event, row),
    failed: failed === 'failed',
    emergency: event?.type === 'disclosure.made' && event.emergency !== null,
  };
}

/** Null when the stored text cannot be read: somebody changed the file. */
export function eventOf(core: DeskCore, { seq, body }: StoredSeal): JournalEvent | null {
  try {
    return readEvent(core.db, { seq, body }, NOTHING_KEPT);
  } catch {
    return null;
  }
}

/** Numbers, kinds and accounts. Nothing anybody typed: that may name a caller. */
function detailOf(core: DeskCore, event: JournalEvent, by: string): string {
  switch (event.type) {
    case 'record.viewed':
      return [PARTITION_LABELS[event.partition], ...sayRecord(event.record)].join(' · ');
    case 'export.made':
      return [EXPORTED_LABELS[event.what], event.to === 'paper' ? 'on paper' : 'in a file'].join(
        ' · ',
      );
    case 'audit.exported':
      return `${event.entries} entries, ${event.from} to ${event.to}`;
    case 'audit.key-taken':
      return sayFingerprint(event.fingerprint);
    case 'outcomes.exported':
      return `${event.from} to ${event.to}`;
    case 'disclosure.made':
      return [
        ...(event.emergency === null ? [] : ['emergency, without consent']),
        `to ${RECIPIENT_LABELS[event.recipient]}`,
      ].join(' · ');
    case 'incident.response-decided':
      return event.decision.level;
    case 'incident.level-raised':
      return `${event.from} to ${event.to}`;
    default:
      return accountIn(core, event, by);
  }
}

/** When it was, where that is not when it was written. */
function lateOf(core: DeskCore, { late }: JournalEvent): string[] {
  return late === undefined
    ? []
    : [`happened at ${core.say(late.realAt)}, when nothing could be written`];
}

/** Whose account it is about, where that is somebody else's. */
function accountIn(core: DeskCore, event: JournalEvent, by: string): string {
  return 'operatorId' in event && typeof event.operatorId === 'string' && event.operatorId !== by
    ? core.nameOf(event.operatorId)
    : '';
}

const RECORDS: Readonly<Record<string, string>> = {
  caution: 'a caution',
  contact: 'a promised contact',
  'hand-over': 'a hand-over',
  person: 'a known person',
  referral: 'a referral',
};

/** An incident stands beside it with its number. */
function sayRecord(record: string): string[] {
  const [kind = ''] = record.split('/');
  return kind === 'incident' ? [] : [RECORDS[kind] ?? 'a record'];
}

function incidentIn(
  core: DeskCore,
  event: JournalEvent | null,
  { incident_id }: StoredSeal,
): AuditLine['incident'] {
  const named =
    event?.type === 'record.viewed'
      ? event.record
      : event?.type === 'export.made'
        ? event.of
        : null;
  const [kind, id] = named?.split('/') ?? [];
  const incidentId = incident_id ?? (kind === 'incident' ? id : undefined);
  if (incidentId === undefined) return null;
  const number = incidentNumber(core.db, incidentId);
  return number === null ? null : { incidentId: incidentId as IncidentId, number };
}
