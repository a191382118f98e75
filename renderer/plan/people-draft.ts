import type { People } from '#shared/person/people.ts';

/** Before anybody said anything. The callback is the number the call came from. */
export function emptyPeople(callback: string | null): People {
  return {
    who: 'self',
    callback: callback ?? '',
    subject: { name: '', addressAs: '', pronouns: '', birth: { known: 'nothing' } },
    guardian: null,
  };
}

export const EMPTY_GUARDIAN: NonNullable<People['guardian']> = {
  name: '',
  number: '',
  reachable: 'not-tried',
  told: 'not-told',
  consent: 'not-asked',
  note: '',
};

/** Somebody else on the line, or the person themself: what was said about the person stays. */
export function withWho(people: People, who: People['who'], callback: string | null): People {
  if (people.who === who) return people;
  const { subject, guardian } = people;
  if (who === 'self') return { who, callback: callback ?? '', subject, guardian };
  const caller = { name: '', relation: 'not-said', callback: callback ?? '' } as const;
  return { who, caller, subject, guardian };
}

/** What was half typed; the record where a draft cannot be read, because an older CareDesk wrote it. */
export function readPeople(text: string, otherwise: People): People {
  try {
    const read = JSON.parse(text) as People;
    return 'subject' in read && 'birth' in read.subject ? read : otherwise;
  } catch {
    return otherwise;
  }
}
