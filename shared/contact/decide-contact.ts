import {
  contactLabel,
  LONGEST_CALLBACK_MINUTES,
  dueSpanOf,
  type AttemptResult,
  type Contact,
  type ContactOutcome,
  type MayAnswer,
  type MessageSafe,
  type Promised,
  type Whom,
} from './contact.ts';
import type { ContactEvent } from './contact-events.ts';
import { messageSafeOn, type SafeContact } from './safe-contact.ts';
import type { Incident } from '../incident/incident.ts';
import type { ContactId, OperatorId } from '../lib/brand.ts';
import { refuse, type Refusal } from '../lib/refusal.ts';
import { isSetBack } from '../timers/running.ts';

export interface ContactDraft {
  readonly promised: Promised;
  readonly whom: Whom;
  readonly number: string;
  readonly message: MessageSafe;
  readonly mayAnswer: MayAnswer;
  readonly reason: string;
}

/** Who speaks, when, and whether their words are clinical text (invariant 12). */
export interface ContactContext {
  readonly by: OperatorId;
  readonly now: string;
  readonly clinical: boolean;
}

/** A promise to call. It may be made after the incident is closed, and outlives its closing. */
export function promiseContact(
  contactId: ContactId,
  { incidentId }: Pick<Incident, 'incidentId'>,
  { promised, whom, number, message, mayAnswer, reason }: ContactDraft,
  { by, now, clinical }: ContactContext,
): ContactEvent[] | Refusal {
  if (!/\d/u.test(number))
    return refuse(
      'no-number',
      'A promise to call needs the number to call. Nothing was promised; ask for it and type it in.',
    );
  if (reason.trim() === '')
    return refuse('reason-needed', 'Say what the call is for. Nothing was promised yet.');
  const far = tooFar(promised);
  if (far !== null) return far;
  return [
    {
      type: 'contact.promised',
      contactId,
      incidentId,
      kind: promised.kind,
      after: promised.kind === 'follow-up' ? promised.after : null,
      owner: by,
      whom,
      number: number.trim(),
      message,
      mayAnswer,
      reason: reason.trim(),
      clinical,
      due: dueSpanOf(promised, now),
    },
  ];
}

/** Somebody else calls. Taking what one has already changes nothing. */
export function giveContact(contact: Contact, owner: OperatorId): ContactEvent[] | Refusal {
  const { contactId, incidentId } = contact;
  if (contact.ended !== null) return ended(contact);
  if (contact.owner === owner) return [];
  return [{ type: 'contact.owner-changed', contactId, incidentId, from: contact.owner, owner }];
}

/** What came of trying. Nothing ends by it: how a contact ended is said by a person. */
export function attemptContact(
  contact: Contact,
  {
    result,
    note,
    againMinutes,
  }: {
    readonly result: AttemptResult;
    readonly note: string;
    readonly againMinutes: number | null;
  },
  { now, clinical }: ContactContext,
  known: SafeContact | null = null,
): ContactEvent[] | Refusal {
  const { contactId, incidentId } = contact;
  if (contact.ended !== null) return ended(contact);
  if (result === 'message-left' && messageSafeOn(contact.message, known) === 'no')
    return refuse(
      'message-not-safe',
      'No message may be left on this number. Nothing was recorded; if one was left, record “No answer” and say so in the note.',
    );
  const again: Promised | null =
    againMinutes === null ? null : { kind: 'callback', minutes: againMinutes };
  const far = again && tooFar(again);
  if (far !== null) return far;
  return [
    {
      type: 'contact.attempted',
      contactId,
      incidentId,
      result,
      note: note.trim(),
      clinical: clinical && note.trim() !== '',
      due: again && dueSpanOf(again, now),
    },
  ];
}

/** What only somebody can have said who was reached. */
const SPOKEN: readonly ContactOutcome[] = ['spoke', 'connected', 'declined'];

/** How it ended. Only a person ends it, and only with what was really done (invariant 7). */
export function endContact(
  contact: Contact,
  outcome: ContactOutcome,
  note: string,
  { clinical }: ContactContext,
): ContactEvent[] | Refusal {
  const { contactId, incidentId, attempts } = contact;
  if (contact.ended !== null) return ended(contact);
  const reached = attempts.some(({ result }) => result === 'reached');
  if (SPOKEN.includes(outcome) && !reached)
    return refuse(
      'not-reached-yet',
      'Nobody has recorded that they were reached. It stays open; record “Reached” first.',
    );
  if (outcome === 'not-reached' && attempts.length === 0)
    return refuse(
      'never-tried',
      'Nobody has tried to call yet. It stays open; call, and record what came of it.',
    );
  if (outcome === 'not-needed' && note.trim() === '')
    return refuse(
      'reason-needed',
      'Say why the promised call is no longer needed. It stays open until then.',
    );
  return [
    {
      type: 'contact.ended',
      contactId,
      incidentId,
      outcome,
      note: note.trim(),
      clinical: clinical && note.trim() !== '',
    },
  ];
}

/**
 * What the watch has to write about a contact at `now` (milliseconds). Everything follows from what is
 * stored, so a restart changes nothing and a clock set forward says each once. A clock set back behind the
 * promise makes it due at once: how long it has waited is not known any more.
 */
export function watchContact(contact: Contact, now: number): ContactEvent[] {
  const { contactId, incidentId, due, promisedAt, dueAt, lateAt, ended: over } = contact;
  if (over !== null || lateAt !== null) return [];
  const on = { contactId, incidentId };
  const setBack = isSetBack(promisedAt, now);
  const fallsDue: ContactEvent[] =
    dueAt !== null || (!setBack && now < Date.parse(due.from))
      ? []
      : [{ type: 'contact.fell-due', ...on, why: setBack ? 'clock-set-back' : 'time' }];
  return now < Date.parse(due.by) ? fallsDue : [...fallsDue, { type: 'contact.went-late', ...on }];
}

function tooFar(promised: Promised): Refusal | null {
  if (promised.kind !== 'callback') return null;
  const { minutes } = promised;
  if (Number.isInteger(minutes) && minutes >= 1 && minutes <= LONGEST_CALLBACK_MINUTES) return null;
  return refuse(
    'callback-too-far',
    'A callback is promised within 24 hours. Nothing was promised; for later, promise a follow-up.',
  );
}

function ended(contact: Contact): Refusal {
  return refuse(
    'contact-ended',
    `This ${contactLabel(contact).toLowerCase()} has ended already. Nothing was changed; promise a new one if somebody has to call again.`,
  );
}
