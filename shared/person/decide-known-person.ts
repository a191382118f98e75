import {
  DETAIL_LABELS,
  isMemberOf,
  personLabel,
  standingDetails,
  type CallLink,
  type Certainty,
  type Detail,
  type KnownPerson,
  type LinkedCall,
  type WholePerson,
} from './known-person.ts';
import type { KnownPersonEvent, PersonNamedEvent } from './known-person-events.ts';
import { isBirthDate } from './minor.ts';
import { nameKeys } from './person-name.ts';
import { streetKey } from '../place/street-key.ts';
import type { DecideContext } from '../incident/context.ts';
import type { Incident } from '../incident/incident.ts';
import type { PersonId } from '../lib/brand.ts';
import { refuse, type Refusal } from '../lib/refusal.ts';

type Answered = KnownPersonEvent[] | Refusal;
type Today = Pick<DecideContext, 'local'>;

/** Two details that identify the same: their keys, never how they were written. */
export function detailKeys(detail: Detail): string[] {
  switch (detail.kind) {
    case 'name':
      return nameKeys(detail.name);
    case 'phone':
      return [detail.number];
    case 'birth':
      return [detail.date];
    case 'address': {
      const key = streetKey(detail.address);
      return key === '' ? [] : [key];
    }
  }
}

function sameDetail(one: Detail, another: Detail): boolean {
  const [key] = detailKeys(one);
  return one.kind === another.kind && key === detailKeys(another)[0];
}

/** Writes down somebody the center will know again. Nobody is known by nothing. */
export function registerPerson(
  { personId, number }: Pick<KnownPerson, 'personId' | 'number'>,
  details: readonly Detail[],
  today: Today,
): Answered {
  if (details.length === 0)
    return refuse(
      'nothing-known',
      'A person needs a name, a number, a date of birth or an address to be known by. Nothing was recorded; write one of them.',
    );
  for (const detail of details) {
    const wrong = wrongIn(detail, today);
    if (wrong !== null) return wrong;
  }
  return [
    { type: 'person.registered', personId, number },
    ...details.map((detail): KnownPersonEvent => {
      return { type: 'person.detail-added', personId, detail };
    }),
  ];
}

/** One more name, number, date or address. What is known already is nothing new. */
export function addDetail(
  person: KnownPerson,
  whole: WholePerson,
  detail: Detail,
  today: Today,
): Answered {
  const wrong = wrongIn(detail, today);
  if (wrong !== null) return wrong;
  if (standingDetails(whole).some((known) => sameDetail(known, detail))) return [];
  return [{ type: 'person.detail-added', personId: person.personId, detail }];
}

function wrongIn(detail: Detail, { local }: Today): Refusal | null {
  if (detail.kind === 'birth' && !isBirthDate(detail.date, local.date))
    return refuse(
      'no-birth-date',
      `${detail.date} is no date somebody was born on. Nothing was recorded; write it as year, month and day.`,
    );
  return detailKeys(detail).length > 0
    ? null
    : refuse(
        'nothing-known',
        `${DETAIL_LABELS[detail.kind]}: nothing in it identifies anybody. Nothing was recorded; write it out.`,
      );
}

/** Takes a detail back that is wrong, or no longer theirs. It stays on the record. */
export function withdrawDetail(person: KnownPerson, entry: number, reason: string): Answered {
  const known = person.details.find((each) => each.entry === entry);
  if (known === undefined)
    return refuse('no-detail', 'This is not on their record. Nothing was changed; look again.');
  if (known.withdrawn !== null) return [];
  return [{ type: 'person.detail-withdrawn', personId: person.personId, entry, reason }];
}

/** What a human says of a call, with the evidence they saw. */
export interface LinkDraft {
  readonly certainty: Certainty;
  readonly evidence: readonly string[];
  readonly reason: string;
}

/** Where a call stands now: under which record, and whose that is. */
export interface HeldCall {
  readonly link: CallLink;
  readonly of: WholePerson;
}

/**
 * Says whose call it was. A call is under one record at most: a certain link elsewhere has to be taken back first, an
 * uncertain one gives way.
 */
export function linkCall(
  whole: WholePerson,
  call: LinkedCall,
  held: HeldCall | null,
  { certainty, evidence, reason }: LinkDraft,
): Answered {
  if (evidence.length === 0 && reason === '')
    return refuse(
      'no-evidence',
      `Nothing on the call is also known of ${personLabel(whole)}. Nothing was linked; say how you know who it is.`,
    );
  const linked = (personId: PersonId): KnownPersonEvent => {
    return { type: 'person.call-linked', personId, ...call, certainty, evidence, reason };
  };
  if (held === null) return [linked(whole.root.personId)];
  const { link, of } = held;
  if (isMemberOf(whole, link.personId))
    return link.certainty === certainty ? [] : [linked(link.personId)];
  if (link.certainty === 'certain')
    return refuse(
      'linked-elsewhere',
      `This call was confirmed to be of ${personLabel(of)}. Nothing was changed; take that back on their page first (g a), or merge the two if they are one person.`,
    );
  return [unlinked(link, `Was of ${personLabel(whole)} instead`), linked(whole.root.personId)];
}

/** Takes back that a call was theirs. */
export function unlinkCall(link: CallLink | null, reason: string): Answered {
  return link === null ? [] : [unlinked(link, reason)];
}

function unlinked({ personId, call }: CallLink, reason: string): KnownPersonEvent {
  return { type: 'person.call-unlinked', personId, ...call, reason };
}

/** It was somebody else. A link that only might have been goes with it. */
export function ruleOut(
  whole: WholePerson,
  call: LinkedCall,
  held: HeldCall | null,
  { ruledOut, evidence }: { readonly ruledOut: boolean; readonly evidence: readonly string[] },
): Answered {
  const theirs = held !== null && isMemberOf(whole, held.link.personId) ? held.link : null;
  if (theirs?.certainty === 'certain')
    return refuse(
      'confirmed',
      `This call was confirmed to be of ${personLabel(whole)}. Nothing was changed; take that back on their page first: g a.`,
    );
  if (ruledOut) return [];
  const { personId } = whole.root;
  return [
    ...(theirs === null ? [] : [unlinked(theirs, 'Not the same person')]),
    { type: 'person.call-ruled-out', personId, ...call, evidence },
  ];
}

/** Whom an incident is said to be about. It is what candidates are looked up by, and links nothing. */
export function namePerson(
  incident: Incident,
  said: Pick<PersonNamedEvent, 'name' | 'birthDate'>,
  before: Pick<PersonNamedEvent, 'name' | 'birthDate'> | null,
  { local }: Today,
): PersonNamedEvent[] | Refusal {
  const name = said.name.trim().replace(/\s+/gu, ' ');
  const { birthDate } = said;
  if (birthDate !== null && !isBirthDate(birthDate, local.date))
    return refuse(
      'no-birth-date',
      `${birthDate} is no date somebody was born on. Nothing was noted; write it as year, month and day.`,
    );
  if (name === (before?.name ?? '') && birthDate === (before?.birthDate ?? null)) return [];
  return [{ type: 'person.named', incidentId: incident.incidentId, name, birthDate }];
}
