import type { AuditEvent } from '../audit/audit-events.ts';
import type { BackEntry, WrittenLate } from './back-entry.ts';
import { isOfTheCenter, streamOfTheCenter } from './streams-of-the-center.ts';
import type { CallEvent } from '../call/call-events.ts';
import type { CallTypeEvent } from '../call-type/call-type-events.ts';
import type { PastCallEvent } from '../call/past-calls-imported.ts';
import type { CautionEvent } from '../caution/caution-events.ts';
import type { EchoEvent } from '../echo/echo-events.ts';
import type { CopyEvent } from '../copies/copy-events.ts';
import type { ContactEvent } from '../contact/contact-events.ts';
import type { TemplatesSet } from '../contact/follow-up-templates.ts';
import type { SafeContactNoted } from '../contact/safe-contact.ts';
import type { ConsentEvent } from '../disclosure/consent-events.ts';
import type { DirectoryEvent, ServiceEvent } from '../directory/directory-events.ts';
import type { DisclosureEvent } from '../disclosure/disclosure-events.ts';
import type { HandOverEvent } from '../hand-over/hand-over-events.ts';
import type { IncidentEvent } from '../incident/incident-events.ts';
import type { IntakeLineEvent } from '../intake-line/intake-line.ts';
import type { MappingEvent } from '../intake-file/mapping-events.ts';
import type { OperatorId } from '../lib/brand.ts';
import type { CostEvent } from '../outcomes/cost-events.ts';
import type { ExportEvent } from '../outcomes/export-events.ts';
import type { OutageEvent } from '../outage/outage-events.ts';
import type { AsRead } from '../partition/event-partitions.ts';
import type { MonitorEvent } from '../phone/monitor-events.ts';
import type { PaperEvent } from '../paper/paper-events.ts';
import type { PlanEvent } from '../plan/plan-events.ts';
import type { PersonEvent } from '../person/known-person-events.ts';
import type { AreaMapEvent } from '../place/area-map-events.ts';
import type { CommonPlaceEvent } from '../place/common-place.ts';
import type { PlaceTablesEvent } from '../place/place-tables.ts';
import type { PolicyEvent } from '../policy/policy-events.ts';
import type { PartnerKeyEvent } from '../referral/partner-key.ts';
import type { RetentionEvent } from '../retention/retention.ts';
import type { StoreKeyEvent } from '../store-key/store-key-events.ts';
import type { CodeRefused, ReferralEvent } from '../referral/referral-events.ts';
import type { CenterEvent } from '../roster/center.ts';
import type { ConsoleEvent } from '../roster/console-events.ts';
import type { OperatorEvent } from '../roster/operator-events.ts';
import type { ShiftEvent } from '../roster/shift-events.ts';
import type { InstrumentEvent } from '../screen/instrument-events.ts';
import type { ScreenEvent } from '../screen/screen-events.ts';
import type { SafetyEvent } from '../unit/safety-events.ts';
import type { StatusClockEvent } from '../unit/status-clock.ts';
import type { UnitEvent } from '../unit/unit-events.ts';

/** Everything that can ever be written down, with all its words. A new shape is a new name plus an upcaster. */
export type NewEvent = (
  | CallEvent
  | PastCallEvent
  | CallTypeEvent
  | CautionEvent
  | ConsentEvent
  | ContactEvent
  | CopyEvent
  | CostEvent
  | DirectoryEvent
  | ServiceEvent
  | DisclosureEvent
  | EchoEvent
  | HandOverEvent
  | IncidentEvent
  | IntakeLineEvent
  | MonitorEvent
  | UnitEvent
  | SafetyEvent
  | ShiftEvent
  | StatusClockEvent
  | OperatorEvent
  | CenterEvent
  | ConsoleEvent
  | PaperEvent
  | PersonEvent
  | PlanEvent
  | AreaMapEvent
  | CommonPlaceEvent
  | PlaceTablesEvent
  | InstrumentEvent
  | ScreenEvent
  | PolicyEvent
  | OutageEvent
  | ExportEvent
  | StoreKeyEvent
  | ReferralEvent
  | CodeRefused
  | TemplatesSet
  | SafeContactNoted
  | PartnerKeyEvent
  | RetentionEvent
  | MappingEvent
  | AuditEvent
) & { readonly backEntry?: BackEntry; readonly late?: WrittenLate };

/** The same as it is read: words that are kept apart from the reader are not in it. */
export type JournalEvent = AsRead<NewEvent>;

/** An event with the stamp of main: the renderer can forge neither time nor operator. */
export interface Entry<Event extends JournalEvent = JournalEvent> {
  readonly seq: number;
  /** ISO instant. */
  readonly at: string;
  readonly by: OperatorId;
  /** The position (workstation) it was written at. */
  readonly position: string;
  readonly event: Event;
}

/** The stream an event belongs to: one thing in the field, one stream. */
export function streamOf(event: JournalEvent): string {
  if (isOfTheCenter(event)) return streamOfTheCenter(event);
  if (isOfOperator(event)) return `operator/${event.operatorId}`;
  switch (event.type) {
    case 'call.received':
    case 'call.corrected':
    case 'eido.taken':
    case 'eido.updated':
    case 'eido.proposal-settled':
    case 'call.answered':
    case 'call.went-late':
    case 'call.located':
    case 'call.nominated':
    case 'call.nomination-denied':
    case 'call.nomination-withdrawn':
    case 'call.nomination-overdue':
    case 'call.joined':
    case 'call.parted':
    case 'call.told-apart':
      return `call/${event.callId}`;
    case 'past-call.imported':
    case 'past-calls.imported':
      return 'past-calls';
    case 'mapping.saved':
    case 'mapping.removed':
      return `mapping/${event.mappingId}`;
    case 'call-type-map.adopted':
    case 'call-type-map.reviewed':
    case 'call-type-map.review-withdrawn':
      return 'call-type-map';
    case 'unit.added':
    case 'unit.crew-changed':
    case 'unit.duty-changed':
    case 'unit.posting-planned':
    case 'unit.posting-began':
    case 'unit.retired':
    case 'shift.planned':
    case 'shift.changed':
    case 'shift.called-off':
    case 'shift.removed':
    case 'unit.position-reported':
    case 'unit.capabilities-changed':
    case 'unit.languages-noted':
    case 'unit.status-changed':
    case 'unit.status-corrected':
    case 'unit.stacked':
    case 'unit.unstacked':
    case 'unit.came-free':
    case 'unit.stack-ended':
    case 'unit.checked-in':
    case 'unit.status-overdue':
    case 'unit.status-clock-set':
    case 'unit.check-in-late':
    case 'unit.check-in-missed':
    case 'unit.check-in-clock-set':
    case 'unit.back-up-asked':
    case 'unit.back-up-acknowledged':
    case 'unit.back-up-cleared':
    case 'unit.duress-raised':
    case 'unit.duress-acknowledged':
    case 'unit.duress-cleared':
      return `unit/${event.unitId}`;
    case 'caution.recorded':
    case 'caution.removed':
      return `caution/${event.cautionId}`;
    case 'consent.given':
    case 'consent.revoked':
    case 'consent.expired':
      return `consent/${event.consentId}`;
    case 'disclosure.made':
    case 'disclosure.read-back':
    case 'disclosure.reviewed':
    case 'disclosure.review-overdue':
      return `disclosure/${event.disclosureId}`;
    case 'contact.promised':
    case 'contact.owner-changed':
    case 'contact.fell-due':
    case 'contact.went-late':
    case 'contact.went-elsewhere':
    case 'contact.attempted':
    case 'contact.ended':
      return `contact/${event.contactId}`;
    case 'referral.made':
    case 'referral.owner-changed':
    case 'referral.sent':
    case 'referral.accepted':
    case 'referral.waitlisted':
    case 'referral.declined':
    case 'referral.appointment-unmade':
    case 'referral.reported':
    case 'referral.arrived':
    case 'referral.linked':
    case 'referral.withdrawn':
    case 'referral.ended':
    case 'referral.overdue':
      return `referral/${event.referralId}`;
    case 'follow-up.templates-set':
      return 'follow-up-templates';
    case 'safe-contact.noted':
      return `safe-contact/${event.number}`;
    case 'referral.code-refused':
      return 'referral-codes';
    case 'partner-key.made':
    case 'partner-key.revoked':
      return `partner-key/${event.keyId}`;
    case 'common-place.set':
      return `common-place/${event.place.placeId}`;
    case 'common-place.removed':
      return `common-place/${event.placeId}`;
    case 'street-table.adopted':
    case 'street-table.withdrawn':
    case 'street-grid.set':
      return 'place-tables';
    case 'intake-line.set':
    case 'intake-line.removed':
    case 'intake-line.access-refused':
    case 'intake-line.attempts-seen':
      return `intake-line/${event.lineId}`;
    case 'echo.read':
      return `echo/${event.operatorId}`;
    case 'hand-over.offered':
    case 'hand-over.accepted':
    case 'hand-over.declined':
    case 'hand-over.returned':
      return `hand-over/${event.handOverId}`;
    case 'person.registered':
    case 'person.detail-added':
    case 'person.detail-withdrawn':
    case 'person.call-linked':
    case 'person.call-unlinked':
    case 'person.call-ruled-out':
    case 'person.merged':
    case 'person.unmerged':
    case 'person.told-apart':
    case 'person.note-written':
    case 'person.note-reviewed':
    case 'person.note-withdrawn':
    case 'person.plan-written':
    case 'person.plan-withdrawn':
      return `person/${event.personId}`;
    case 'service.capacity-noted':
    case 'service.verified':
    case 'service.closed-for-now':
    case 'service.opened-again':
    case 'service.substance-use-marked':
      return `service/${event.serviceId}`;
    case 'center.set-up':
    case 'access.set':
      return 'center';
    case 'outage.declared':
      return `outage/${event.outageId}`;
    case 'paper.printed':
    case 'paper.kit-set':
      return 'paper';
    case 'clock.jumped':
      return 'clock';
    case 'outcomes.exported':
      return 'outcomes';
    case 'record.viewed':
      return `reading/${event.record}`;
    case 'export.made':
      return 'exports';
    case 'audit.viewed':
    case 'audit.exported':
    case 'audit.key-taken':
      return 'audit';
    case 'policy.adopted':
    case 'policy.proposed':
    case 'policy.declined':
    case 'policy.withdrawn':
      return 'policy';
    default:
      return `incident/${event.incidentId}`;
  }
}

type OfOperator = Extract<JournalEvent, { type: `operator.${string}` | `console.${string}` }>;

/** Whoever signs on: their account, and the consoles they sit at. */
function isOfOperator(event: JournalEvent): event is OfOperator {
  return event.type.startsWith('operator.') || event.type.startsWith('console.');
}

/** The incident whose timeline shows the event, or null. */
export function incidentOf(event: JournalEvent): string | null {
  return 'incidentId' in event ? event.incidentId : null;
}
