import type {
  CandidateLine,
  EarlierContact,
  KnownOnCall,
  PersonNoteLine,
  PersonPage,
} from '#shared/board/known-person-lines.ts';
import type { IncidentId, PersonId } from '#shared/lib/brand.ts';

export const P1 = 'person-1' as PersonId;
export const P2 = 'person-2' as PersonId;

export function contact(number: number, more: Partial<EarlierContact> = {}): EarlierContact {
  return {
    call: { incidentId: `incident-${number}` as IncidentId },
    number: String(number),
    receivedLocal: '2026-03-01T14:02',
    callType: 'Well-being check',
    ended: 'Referred',
    referral: null,
    certainty: 'certain',
    ...more,
  };
}

export function note(more: Partial<PersonNoteLine> = {}): PersonNoteLine {
  return {
    personId: P1,
    entry: 7,
    text: 'Speak slowly.',
    source: 'Her sister',
    at: '2026-03-01T18:00:00.000Z',
    byName: 'Dana Reyes',
    reviewOn: '2026-04-01',
    expiresOn: '2026-06-01',
    reviewed: null,
    standing: 'current',
    ...more,
  };
}

export function candidate(more: Partial<CandidateLine> = {}): CandidateLine {
  return {
    personId: P1,
    number: 1,
    label: 'Jordan Example',
    match: {
      strength: 'possible',
      because: 'A number alone is never enough: phones are shared and passed on.',
      evidence: [{ speaks: 'for', says: 'The same number: (312) 555-0100' }],
    },
    certainty: null,
    contacts: [contact(4)],
    contactsInAll: 3,
    notes: [note()],
    plan: null,
    cautions: [],
    ...more,
  };
}

export function known(...candidates: readonly CandidateLine[]): KnownOnCall {
  return {
    name: '',
    birthDate: null,
    phone: '(312) 555-0100',
    address: '1200 N Kedzie Ave',
    candidates,
    crowds: [],
    sameNumber: [],
  };
}

export function page(more: Partial<PersonPage> = {}): PersonPage {
  return {
    personId: P1,
    number: 1,
    label: 'Jordan Example',
    registeredAt: '2026-03-01T18:00:00.000Z',
    registeredBy: 'Dana Reyes',
    merged: [],
    details: [
      {
        personId: P1,
        entry: 3,
        kind: 'phone',
        says: '(312) 555-0100',
        at: '2026-03-01T18:00:00.000Z',
        byName: 'Dana Reyes',
        withdrawn: null,
      },
    ],
    calls: [
      {
        ...contact(4),
        personId: P1,
        evidence: ['The same number: (312) 555-0100'],
        reason: '',
        at: '2026-03-01T18:00:00.000Z',
        byName: 'Dana Reyes',
      },
    ],
    callsInAll: 1,
    notes: [note()],
    plan: null,
    cautions: [],
    similar: [],
    history: [
      {
        seq: 1,
        at: '2026-03-01T18:00:00.000Z',
        byName: 'Dana Reyes',
        text: 'Registered as person 1',
      },
    ],
    ...more,
  };
}
