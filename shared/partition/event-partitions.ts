import type { Kept, Partition } from './partition.ts';
import type { NewEvent } from '../journal/journal-event.ts';
import { ACCOUNTS_OF_OPERATORS } from './accounts-of-operators.ts';
import { TABLES_OF_THE_CENTER } from './tables-of-the-center.ts';
import { PART_2_FIELD } from '../plan/note-fields.ts';

type EventOf<Type extends NewEvent['type']> = Extract<NewEvent, { type: Type }>;

export interface Apart<Event> {
  /** Those of its members that hold words of the partition. */
  readonly members: readonly Exclude<keyof Event & string, 'type'>[];
  /** Of which partition they are; `dispatch`: everybody at the board reads them, and they stay in the event. */
  readonly in: (event: Event) => Partition;
}

const clinical = (): Partition => 'clinical';
const clinicalOrNot = ({ clinical }: { readonly clinical: boolean }): Partition =>
  clinical ? 'clinical' : 'dispatch';
const justiceOrNot = ({ kind }: { readonly kind: string }): Partition =>
  kind === 'officer-safety' ? 'justice' : 'dispatch';

/**
 * The partition of every event. `dispatch`: nothing in it is kept from anybody who sees the board. Otherwise
 * its members with words of another partition are named here, once. They never stand in the journal, in a
 * derived table or in a reply to somebody who may not read them; see `AsRead`.
 *
 * To add an event with protected words: put all of them into one or a few top-level members (any JSON),
 * give it a line here, and a marker in tests/support/planted-markers.ts. Then `evolve…` takes `AsRead<…Event>`,
 * the state in a derived table keeps `T | Kept`, and a view turns it into words with `wordsFor`
 * (main/desk/partition/words-for.ts). No event has a member called `kept`: that name is the journal's. A member
 * that says what kind of text it is (as `kind`, `clinical`) stays readable for everybody.
 */
export const EVENT_PARTITIONS = {
  'incident.note-added': { members: ['text'], in: ({ kind }) => kind },
  'contact.promised': { members: ['reason'], in: clinicalOrNot },
  'contact.attempted': { members: ['note'], in: clinicalOrNot },
  'contact.ended': { members: ['note'], in: clinicalOrNot },
  // Where somebody is referred to names what they are treated for: Part 2 for a substance-use program.
  'referral.made': { members: ['referral'], in: ({ kind }) => kind },
  'referral.accepted': { members: ['words'], in: ({ kind }) => kind },
  'referral.waitlisted': { members: ['words'], in: ({ kind }) => kind },
  'referral.declined': { members: ['words'], in: ({ kind }) => kind },
  'hand-over.offered': { members: ['remark'], in: clinicalOrNot },
  'people.noted': { members: ['people'], in: () => 'clinical' },
  // Substance-use treatment is kept apart from the other fields (42 CFR Part 2).
  'note.field-written': {
    members: ['text'],
    in: ({ field }) => (field === PART_2_FIELD ? 'part-2' : 'clinical'),
  },
  'safety-plan.written': { members: ['plan'], in: () => 'clinical' },
  'means.discussed': { members: ['discussion'], in: () => 'clinical' },
  'strength.noted': { members: ['strength'], in: () => 'clinical' },
  'caution.recorded': { members: ['text', 'source'], in: justiceOrNot },
  'caution.removed': { members: ['reason'], in: justiceOrNot },
  'screen.answered': { members: ['given'], in: clinical },
  'screen.finished': { members: ['result', 'answers'], in: clinical },

  ...TABLES_OF_THE_CENTER,
  ...ACCOUNTS_OF_OPERATORS,
  'approach.advised': 'dispatch',
  'approach.withdrawn': 'dispatch',
  'interpreter.connected': 'dispatch',
  'interpreter.left': 'dispatch',
  'safety-plan.given': 'dispatch',
  'strength.withdrawn': 'dispatch',
  'call.answered': 'dispatch',
  'call.located': 'dispatch',
  'call.corrected': 'dispatch',
  'call.joined': 'dispatch',
  'call.parted': 'dispatch',
  'call.told-apart': 'dispatch',
  'call.nominated': 'dispatch',
  'call.nomination-denied': 'dispatch',
  'call.nomination-overdue': 'dispatch',
  'call.nomination-withdrawn': 'dispatch',
  'call.received': 'dispatch',
  'call.went-late': 'dispatch',
  'call-type-map.adopted': 'dispatch',
  'call-type-map.review-withdrawn': 'dispatch',
  'call-type-map.reviewed': 'dispatch',
  'center.set-up': 'dispatch',
  'consent.expired': 'dispatch',
  'consent.given': 'dispatch',
  'consent.revoked': 'dispatch',
  'contact.fell-due': 'dispatch',
  'contact.owner-changed': 'dispatch',
  'contact.went-elsewhere': 'dispatch',
  'contact.went-late': 'dispatch',
  'disclosure.made': 'dispatch',
  'disclosure.read-back': 'dispatch',
  'disclosure.review-overdue': 'dispatch',
  'disclosure.reviewed': 'dispatch',
  'echo.read': 'dispatch',
  // What another center hands over to send somebody, as with every other caller.
  'eido.taken': 'dispatch',
  'eido.updated': 'dispatch',
  'eido.proposal-settled': 'dispatch',
  'hand-over.accepted': 'dispatch',
  'hand-over.declined': 'dispatch',
  'hand-over.returned': 'dispatch',
  'incident.back-entered': 'dispatch',
  'incident.call-type-set': 'dispatch',
  'incident.caller-recontacted': 'dispatch',
  'incident.capabilities-set': 'dispatch',
  'incident.caution-attached': 'dispatch',
  'incident.cautions-acknowledged': 'dispatch',
  'incident.clock-set-back': 'dispatch',
  'incident.closed': 'dispatch',
  'incident.entered-unsecured': 'dispatch',
  'incident.exported': 'dispatch',
  'incident.fact-answered': 'dispatch',
  'incident.facts-aged': 'dispatch',
  // Facts and ids of cautions: what stands in it of other partitions stays in its own entries.
  'incident.merged': 'dispatch',
  'incident.took-in': 'dispatch',
  'incident.unmerged': 'dispatch',
  'incident.gave-back': 'dispatch',
  'incident.held': 'dispatch',
  'incident.hold-ended': 'dispatch',
  'incident.language-set': 'dispatch',
  'incident.left-unarmed': 'dispatch',
  'incident.level-raised': 'dispatch',
  'incident.medical-found': 'dispatch',
  'incident.note-struck': 'dispatch',
  'incident.opened': 'dispatch',
  'incident.owner-changed': 'dispatch',
  'incident.place-set': 'dispatch',
  'incident.promise-missed': 'dispatch',
  'incident.recontact-missed': 'dispatch',
  'incident.response-decided': 'dispatch',
  'incident.scene-secured': 'dispatch',
  'incident.served-after-all': 'dispatch',
  'incident.staging-ordered': 'dispatch',
  'incident.unit-pre-empted': 'dispatch',
  'incident.unit-reassigned': 'dispatch',
  'incident.unit-stood-down': 'dispatch',
  'incident.unserved': 'dispatch',
  'incident.upgraded': 'dispatch',
  'incident.words-set-aside': 'dispatch',
  'monitor.advice-answered': 'dispatch',
  'monitor.advice-seen': 'dispatch',
  'monitor.advice-unseen': 'dispatch',
  'monitor.advised': 'dispatch',
  'monitor.ended': 'dispatch',
  'monitor.joined': 'dispatch',
  'monitor.left': 'dispatch',
  'monitor.nominated': 'dispatch',
  'monitor.nomination-denied': 'dispatch',
  'monitor.nomination-overdue': 'dispatch',
  'monitor.nomination-settled': 'dispatch',
  'monitor.nomination-withdrawn': 'dispatch',
  'monitor.step-down-agreed': 'dispatch',
  'monitor.step-down-confirmed': 'dispatch',
  'monitor.step-down-ended': 'dispatch',
  'monitor.step-down-proposed': 'dispatch',
  'monitor.step-down-refused': 'dispatch',
  'monitor.step-down-resumed': 'dispatch',
  'monitor.step-down-withdrawn': 'dispatch',
  'outage.declared': 'dispatch',
  'outcomes.exported': 'dispatch',
  'record.viewed': 'dispatch',
  'export.made': 'dispatch',
  'audit.viewed': 'dispatch',
  'audit.exported': 'dispatch',
  'audit.key-taken': 'dispatch',
  'paper.kit-set': 'dispatch',
  'clock.jumped': 'dispatch',
  'paper.printed': 'dispatch',
  'past-call.imported': 'dispatch',
  'past-calls.imported': 'dispatch',
  'mapping.removed': 'dispatch',
  'mapping.saved': 'dispatch',
  'follow-up.templates-set': 'dispatch',
  // Who may learn that the center calls has to be read by everybody who calls.
  'safe-contact.noted': 'dispatch',
  'partner-key.made': 'dispatch',
  'partner-key.revoked': 'dispatch',
  'referral.appointment-unmade': 'dispatch',
  'referral.arrived': 'dispatch',
  'referral.code-refused': 'dispatch',
  'referral.ended': 'dispatch',
  'referral.linked': 'dispatch',
  'referral.overdue': 'dispatch',
  'referral.owner-changed': 'dispatch',
  'referral.reported': 'dispatch',
  'referral.sent': 'dispatch',
  'referral.withdrawn': 'dispatch',
  'phone.declined': 'dispatch',
  'phone.caller-found': 'dispatch',
  'phone.caller-lost': 'dispatch',
  'phone.escalated': 'dispatch',
  'phone.fell-back': 'dispatch',
  'phone.fell-to-988': 'dispatch',
  'phone.offer-passed': 'dispatch',
  'phone.offered': 'dispatch',
  'phone.rang-all': 'dispatch',
  'phone.resolved': 'dispatch',
  'phone.return-changed': 'dispatch',
  'phone.taken': 'dispatch',
  'phone.taken-by-988': 'dispatch',
  'phone.transfer-accepted': 'dispatch',
  'phone.transfer-returned': 'dispatch',
  'phone.dialed': 'dispatch',
  // What a dispatcher has to know to send somebody, as with every other caller.
  'incident.received-from-988': 'dispatch',
  'incident.told-988': 'dispatch',
  'intake-line.access-refused': 'dispatch',
  'intake-line.attempts-seen': 'dispatch',
  'intake-line.removed': 'dispatch',
  'intake-line.set': 'dispatch',
  'phone.transfer-called-off': 'dispatch',
  'phone.transfer-consented': 'dispatch',
  'phone.transfer-dropped': 'dispatch',
  'phone.transfer-introduced': 'dispatch',
  'phone.transfer-packet-ready': 'dispatch',
  'phone.transfer-refused': 'dispatch',
  'phone.transfer-started': 'dispatch',
  // Who is on the line, and how to meet them, is for whoever answers. What somebody has is no part of it:
  // the words of notes and plans are checked for it, and what a clinician noted of a person stays clinical.
  'person.call-linked': 'dispatch',
  'person.call-ruled-out': 'dispatch',
  'person.call-unlinked': 'dispatch',
  'person.detail-added': 'dispatch',
  'person.detail-withdrawn': 'dispatch',
  'person.merged': 'dispatch',
  'person.named': 'dispatch',
  'person.note-reviewed': 'dispatch',
  'person.note-withdrawn': 'dispatch',
  'person.note-written': 'dispatch',
  'person.plan-withdrawn': 'dispatch',
  'person.plan-written': 'dispatch',
  'person.registered': 'dispatch',
  'person.told-apart': 'dispatch',
  'person.unmerged': 'dispatch',
  'policy.adopted': 'dispatch',
  'policy.declined': 'dispatch',
  'policy.proposed': 'dispatch',
  'policy.withdrawn': 'dispatch',
  'screen.began': 'dispatch',
  'screener.adopted': 'dispatch',
  'screener.declined': 'dispatch',
  'screener.proposed': 'dispatch',
  'screener.withdrawn': 'dispatch',
  'service.capacity-noted': 'dispatch',
  'service.closed-for-now': 'dispatch',
  'service.opened-again': 'dispatch',
  'service.substance-use-marked': 'dispatch',
  'service.verified': 'dispatch',
  'shift.called-off': 'dispatch',
  'shift.changed': 'dispatch',
  'shift.planned': 'dispatch',
  'shift.removed': 'dispatch',
  'unit.added': 'dispatch',
  'unit.back-up-acknowledged': 'dispatch',
  'unit.back-up-asked': 'dispatch',
  'unit.back-up-cleared': 'dispatch',
  'unit.came-free': 'dispatch',
  'unit.capabilities-changed': 'dispatch',
  'unit.check-in-clock-set': 'dispatch',
  'unit.check-in-late': 'dispatch',
  'unit.check-in-missed': 'dispatch',
  'unit.checked-in': 'dispatch',
  'unit.crew-changed': 'dispatch',
  'unit.duress-acknowledged': 'dispatch',
  'unit.duress-cleared': 'dispatch',
  'unit.duress-raised': 'dispatch',
  'unit.duty-changed': 'dispatch',
  'unit.languages-noted': 'dispatch',
  'unit.position-reported': 'dispatch',
  'unit.posting-began': 'dispatch',
  'unit.posting-planned': 'dispatch',
  'unit.retired': 'dispatch',
  'unit.stack-ended': 'dispatch',
  'unit.stacked': 'dispatch',
  'unit.status-changed': 'dispatch',
  'unit.status-clock-set': 'dispatch',
  'unit.status-corrected': 'dispatch',
  'unit.status-overdue': 'dispatch',
  'unit.unstacked': 'dispatch',
} as const satisfies { readonly [Type in NewEvent['type']]: 'dispatch' | Apart<EventOf<Type>> };

type Table = typeof EVENT_PARTITIONS;
type MemberApart<Type> = Type extends keyof Table
  ? Table[Type] extends { readonly members: readonly (infer Member)[] }
    ? Member
    : never
  : never;

/** An event as it is read: in place of what is kept apart from the reader stands where it is kept. */
export type AsRead<Event extends { readonly type: string }> = Event extends {
  readonly type: infer Type;
}
  ? [MemberApart<Type>] extends [never]
    ? Event
    : {
        readonly [Member in keyof Event]: Member extends MemberApart<Type>
          ? Event[Member] | Kept
          : Event[Member];
      }
  : never;
