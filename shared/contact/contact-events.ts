import type {
  AttemptResult,
  Contact,
  ContactOutcome,
  DueSpan,
  FollowUp,
  MayAnswer,
  MessageSafe,
  Promised,
  Whom,
} from './contact.ts';
import type { WentElsewhere } from './elsewhere.ts';
import type { ContactId, IncidentId, OperatorId } from '../lib/brand.ts';
import type { AsRead } from '../partition/event-partitions.ts';

type OnContact<Type extends string, Body = object> = {
  readonly type: Type;
  readonly contactId: ContactId;
  /** The timeline of this incident shows it, also after the incident is closed. */
  readonly incidentId: IncidentId;
} & Readonly<Body>;

/** What becomes of a promise to call somebody, past tense. */
export type ContactEvent =
  | OnContact<
      'contact.promised',
      {
        kind: Promised['kind'];
        after: FollowUp | null;
        owner: OperatorId;
        whom: Whom;
        number: string;
        message: MessageSafe;
        mayAnswer: MayAnswer;
        reason: string;
        clinical: boolean;
        due: DueSpan;
      }
    >
  | OnContact<'contact.owner-changed', { from: OperatorId; owner: OperatorId }>
  /** `clock-set-back`: the PC's clock was set back behind the promise, so nobody knows when it is due. */
  | OnContact<'contact.fell-due', { why: 'time' | 'clock-set-back' }>
  | OnContact<'contact.went-late'>
  /** `due` when another time was agreed or chosen; null leaves it due as it is. */
  | OnContact<
      'contact.attempted',
      { result: AttemptResult; note: string; clinical: boolean; due: DueSpan | null }
    >
  /** Heard at the follow-up; it changes nothing of the promise. */
  | OnContact<'contact.went-elsewhere', WentElsewhere>
  | OnContact<'contact.ended', { outcome: ContactOutcome; note: string; clinical: boolean }>;

/** The contact after one more event. */
export function evolveContact(
  contact: Contact | null,
  event: AsRead<ContactEvent>,
  { at, by }: { readonly at: string; readonly by: OperatorId },
): Contact | null {
  if (event.type === 'contact.promised') {
    const { type: _type, ...promised } = event;
    return {
      ...promised,
      promisedAt: at,
      firstDue: promised.due,
      dueAt: null,
      lateAt: null,
      attempts: [],
      ended: null,
    };
  }
  if (contact === null) return null;
  switch (event.type) {
    case 'contact.owner-changed':
      return { ...contact, owner: event.owner };
    case 'contact.fell-due':
      return { ...contact, dueAt: at };
    case 'contact.went-late':
      return { ...contact, dueAt: contact.dueAt ?? at, lateAt: at };
    case 'contact.attempted': {
      const { result, note, clinical, due } = event;
      const attempts = [...contact.attempts, { result, note, clinical, at, by }];
      const tried = { ...contact, attempts };
      return due === null ? tried : { ...tried, promisedAt: at, due, dueAt: null, lateAt: null };
    }
    case 'contact.went-elsewhere':
      return contact;
    case 'contact.ended': {
      const { outcome, note, clinical } = event;
      return { ...contact, ended: { outcome, note, clinical, at, by } };
    }
  }
}
