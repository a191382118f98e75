import type {
  ApproachNote,
  Certainty,
  Detail,
  KnownPerson,
  LinkedCall,
  NextTimePlan,
} from './known-person.ts';
import type { IncidentId, OperatorId, PersonId } from '../lib/brand.ts';
import type { JournalEvent } from '../journal/journal-event.ts';

type Of<Type extends string, Body = object> = {
  readonly type: Type;
  readonly personId: PersonId;
} & Readonly<Body>;

/** Who the center knows, and which calls were theirs. Each event belongs to one record, before and after merges. */
export type KnownPersonEvent =
  | Of<'person.registered', { number: number }>
  | Of<'person.detail-added', { detail: Detail }>
  /** `entry` is the journal entry of what is taken back. */
  | Of<'person.detail-withdrawn', { entry: number; reason: string }>
  | Of<
      'person.call-linked',
      LinkedCall & { certainty: Certainty; evidence: readonly string[]; reason: string }
    >
  | Of<'person.call-unlinked', LinkedCall & { reason: string }>
  /** It was somebody else: the two are not suggested for each other again. */
  | Of<'person.call-ruled-out', LinkedCall & { evidence: readonly string[] }>
  /** `personId` remains, and stands for both. */
  | Of<'person.merged', { absorbed: PersonId; evidence: readonly string[]; reason: string }>
  | Of<'person.unmerged', { absorbed: PersonId; reason: string }>
  | Of<'person.told-apart', { other: PersonId }>
  | Of<'person.note-written', Pick<ApproachNote, 'text' | 'source' | 'reviewOn' | 'expiresOn'>>
  | Of<'person.note-reviewed', { entry: number; reviewOn: string; expiresOn: string }>
  | Of<'person.note-withdrawn', { entry: number; reason: string }>
  | Of<'person.plan-written', Pick<NextTimePlan, 'says' | 'agreed' | 'expiresOn'>>
  | Of<'person.plan-withdrawn', { reason: string }>;

/** Whom an incident is said to be about, as dispatch heard it: what is looked up, not who it is. */
export interface PersonNamedEvent {
  readonly type: 'person.named';
  readonly incidentId: IncidentId;
  readonly name: string;
  /** ISO date. */
  readonly birthDate: string | null;
}

export type PersonEvent = KnownPersonEvent | PersonNamedEvent;

export function isOfPerson(event: JournalEvent): event is PersonEvent {
  return event.type.startsWith('person.');
}

export function isOfKnownPerson(event: JournalEvent): event is KnownPersonEvent {
  return isOfPerson(event) && event.type !== 'person.named';
}

interface Stamp {
  readonly seq: number;
  readonly at: string;
  readonly by: OperatorId;
}

/**
 * The record an event is written of, after it. Calls are kept apart, each under one record. A merge changes the
 * record that is absorbed and nothing of the one that remains, and an unmerge takes back exactly that.
 */
export function evolveKnownPerson(
  person: KnownPerson | null,
  event: KnownPersonEvent,
  { seq, at, by }: Stamp,
): KnownPerson | null {
  if (event.type === 'person.registered')
    return {
      personId: event.personId,
      number: event.number,
      registeredAt: at,
      registeredBy: by,
      details: [],
      notes: [],
      plan: null,
      mergedInto: null,
      toldApart: [],
    };
  if (person === null) return null;
  const stamp = { entry: seq, at, by };
  switch (event.type) {
    case 'person.detail-added': {
      const added = { ...stamp, detail: event.detail, withdrawn: null };
      return { ...person, details: [...person.details, added] };
    }
    case 'person.detail-withdrawn':
      return {
        ...person,
        details: person.details.map((each) =>
          each.entry === event.entry ? withdrawn(each, event.reason, stamp) : each,
        ),
      };
    case 'person.note-written': {
      const { text, source, reviewOn, expiresOn } = event;
      const note = { ...stamp, text, source, reviewOn, expiresOn, reviewed: null, withdrawn: null };
      return { ...person, notes: [...person.notes, note] };
    }
    case 'person.note-reviewed': {
      const { entry, reviewOn, expiresOn } = event;
      return {
        ...person,
        notes: person.notes.map((note) =>
          note.entry === entry ? { ...note, reviewOn, expiresOn, reviewed: { at, by } } : note,
        ),
      };
    }
    case 'person.note-withdrawn':
      return {
        ...person,
        notes: person.notes.map((note) =>
          note.entry === event.entry ? withdrawn(note, event.reason, stamp) : note,
        ),
      };
    case 'person.plan-written': {
      const { says, agreed, expiresOn } = event;
      return { ...person, plan: { ...stamp, says, agreed, expiresOn } };
    }
    case 'person.plan-withdrawn':
      return { ...person, plan: null };
    case 'person.told-apart':
      return { ...person, toldApart: [...person.toldApart, event.other] };
    case 'person.merged':
    case 'person.unmerged':
    case 'person.call-linked':
    case 'person.call-unlinked':
    case 'person.call-ruled-out':
      return person;
  }
}

/** The record that is absorbed or given back by an event of another one. */
export function evolveAbsorbed(
  absorbed: KnownPerson,
  event: Extract<KnownPersonEvent, { type: 'person.merged' | 'person.unmerged' }>,
): KnownPerson {
  return { ...absorbed, mergedInto: event.type === 'person.merged' ? event.personId : null };
}

function withdrawn<Each extends object>(
  each: Each,
  reason: string,
  { at, by }: { readonly at: string; readonly by: OperatorId },
): Each & { readonly withdrawn: { at: string; by: OperatorId; reason: string } } {
  return { ...each, withdrawn: { at, by, reason } };
}
