import { openedIncident, type DeskAtWork } from './desk-at-work.ts';
import type { Examples } from './topic-examples.ts';
import type { KnownOnCall } from '#shared/board/known-person-lines.ts';
import type { Input } from '#shared/contract/console-contract.ts';
import type { CallId, IncidentId, PersonId } from '#shared/lib/brand.ts';

/** Invented, and of the number `openedIncident` is called from. */
export function aPerson(more: Partial<Input<'person.register'>> = {}): Input<'person.register'> {
  return {
    incidentId: null,
    name: 'Jordan Example',
    birthDate: '1984-03-02',
    phone: '(312) 555-0100',
    address: '',
    ...more,
  };
}

/** Registers them as the named person at the desk, and answers with their id. */
export function registered(
  atWork: DeskAtWork,
  more: Partial<Input<'person.register'>> = {},
  by = 'Dana',
): PersonId {
  return atWork.do(atWork.as(by), 'person.register', aPerson(more)).made as PersonId;
}

export function knownOn(
  atWork: DeskAtWork,
  incidentId: IncidentId,
  by = 'Dana',
  also: PersonId | null = null,
): KnownOnCall {
  const known = atWork.do(atWork.as(by), 'person.known', { incidentId, also });
  if (known === null) throw new Error('There is no such incident.');
  return known;
}

/** The lines of evidence that stand beside somebody on an incident. */
export function seenOn(atWork: DeskAtWork, incidentId: IncidentId, personId: PersonId): string[] {
  const candidate = knownOn(atWork, incidentId, 'Dana', personId).candidates.find(
    (each) => each.personId === personId,
  );
  return candidate?.match?.evidence.map(({ says }) => says) ?? [];
}

/** Says, with the evidence on the screen, that the incident is about them. */
export function linked(
  atWork: DeskAtWork,
  incidentId: IncidentId,
  personId: PersonId,
  certainty: 'certain' | 'uncertain' = 'certain',
): void {
  const seen = seenOn(atWork, incidentId, personId);
  const reason = seen.length === 0 ? 'Said so' : '';
  const draft = { incidentId, personId, certainty, seen, reason };
  atWork.do(atWork.as('Dana'), 'person.link', draft);
}

/** What is known of both, as the merge shows it. */
export function merged(atWork: DeskAtWork, personId: PersonId, absorbed: PersonId): void {
  const preview = atWork.do(atWork.as('Dana'), 'person.merge-preview', { personId, absorbed });
  const seen = preview?.match?.evidence.map(({ says }) => says) ?? [];
  const reason = 'Said so';
  atWork.do(atWork.as('Dana'), 'person.merge', { personId, absorbed, seen, reason });
}

export function aNote(personId: PersonId): Input<'person.write-note'> {
  const days = { reviewOn: '2026-04-01', expiresOn: '2026-06-01' };
  return { personId, text: 'Speak slowly, one person at a time.', source: 'Her sister', ...days };
}

const open = (atWork: DeskAtWork) => openedIncident(atWork, atWork.as('Dana'));
const badReason = [{ reason: ' ' }, { reason: null }, { reason: 'x'.repeat(301) }];

function noted(atWork: DeskAtWork, personId: PersonId): number {
  atWork.do(atWork.as('Dana'), 'person.write-note', aNote(personId));
  const page = atWork.do(atWork.as('Dana'), 'person.page', { personId });
  return page?.notes[0]?.entry ?? 0;
}

export const PERSON_EXAMPLES = {
  'person.known': {
    as: 'Pat',
    good: (atWork) => ({ incidentId: open(atWork), also: registered(atWork) }),
    bad: [
      { incidentId: '' },
      { incidentId: undefined },
      { also: 7 },
      { callId: 'both' as CallId },
      { name: 'Jordan' },
    ],
  },
  'person.search': {
    as: 'Pat',
    good: () => ({ text: 'jordan' }),
    bad: [{ text: null }, { text: 'x'.repeat(301) }, { limit: 10 }],
  },
  'person.page': {
    as: 'Cleo',
    good: (atWork) => ({ personId: registered(atWork) }),
    bad: [{ personId: '' }, { personId: null }, { role: 'clinician' }],
  },
  'person.merge-preview': {
    as: 'Sam',
    good: (atWork) => ({
      personId: registered(atWork),
      absorbed: registered(atWork, { name: 'J. Example' }),
    }),
    bad: [{ personId: '' }, { absorbed: undefined }, { reason: 'x' }],
  },
  'person.name': {
    as: 'Pat',
    good: (atWork) => ({ incidentId: open(atWork), name: 'Jordan', birthDate: null }),
    bad: [{ name: null }, { birthDate: 'in May' }, { birthDate: '1984-02-30' }, { phone: '1' }],
  },
  'person.register': {
    as: 'Pat',
    good: (atWork) => aPerson({ incidentId: open(atWork) }),
    bad: [
      { incidentId: undefined },
      { name: null },
      { birthDate: '' },
      { phone: 312 },
      { phone: 'x'.repeat(41) },
      { address: undefined },
      { number: 4 },
    ],
  },
  'person.link': {
    as: 'Dana',
    good: (atWork) => {
      const [incidentId, personId] = [open(atWork), registered(atWork)];
      const seen = seenOn(atWork, incidentId, personId);
      return { incidentId, personId, certainty: 'certain', seen, reason: '' };
    },
    bad: [
      { certainty: 'sure' },
      { seen: 'the number' },
      { seen: [7] },
      { seen: Array(21).fill('x') },
      { reason: null },
      { personId: '' },
      { evidence: [] },
    ],
  },
  'person.unlink': {
    as: 'Dana',
    good: (atWork) => {
      const incidentId = open(atWork);
      linked(atWork, incidentId, registered(atWork));
      return { call: { incidentId }, reason: 'It was her sister.' };
    },
    bad: [
      { call: null },
      { call: { incidentId: '', pastCall: '' } },
      { personId: 'x' },
      ...badReason,
    ],
  },
  'person.rule-out': {
    as: 'Dana',
    good: (atWork) => {
      const [incidentId, personId] = [open(atWork), registered(atWork)];
      return { incidentId, personId, seen: seenOn(atWork, incidentId, personId) };
    },
    bad: [{ incidentId: null }, { personId: undefined }, { seen: null }, { reason: 'x' }],
  },
  'person.add-detail': {
    as: 'Pat',
    good: (atWork) => ({
      personId: registered(atWork),
      detail: { kind: 'phone', phone: '312-555-0177' },
    }),
    bad: [
      { personId: '' },
      { detail: { kind: 'phone', phone: '' } },
      { detail: { kind: 'name', phone: '312-555-0177' } },
      { detail: { kind: 'birth', date: 'long ago' } },
      { detail: { kind: 'shoe-size', size: 7 } },
      { detail: null },
      { by: 'Sam' },
    ],
  },
  'person.withdraw-detail': {
    as: 'Dana',
    good: (atWork) => {
      const personId = registered(atWork);
      const page = atWork.do(atWork.as('Dana'), 'person.page', { personId });
      return { personId, entry: page?.details[0]?.entry ?? 0, reason: 'Misheard.' };
    },
    bad: [{ entry: 0 }, { entry: 'first' }, { personId: null }, ...badReason],
  },
  'person.merge': {
    as: 'Dana',
    good: (atWork) => ({
      personId: registered(atWork),
      absorbed: registered(atWork, { name: 'Lee Sample', birthDate: null, phone: '312-555-0199' }),
      seen: [],
      reason: 'Her second phone.',
    }),
    bad: [
      { absorbed: '' },
      { personId: 4 },
      { seen: undefined },
      { reason: null },
      { force: true },
    ],
  },
  'person.unmerge': {
    as: 'Dana',
    good: (atWork) => {
      const absorbed = registered(atWork, { name: 'J. Example' });
      merged(atWork, registered(atWork), absorbed);
      return { absorbed, reason: 'Two sisters.' };
    },
    bad: [{ absorbed: '' }, { personId: 'x' }, ...badReason],
  },
  'person.tell-apart': {
    as: 'Dana',
    good: (atWork) => ({
      personId: registered(atWork),
      other: registered(atWork, { name: 'Jordan Sample' }),
    }),
    bad: [{ other: '' }, { personId: undefined }, { reason: 'x' }],
  },
  'person.write-note': {
    as: 'Pat',
    good: (atWork) => aNote(registered(atWork)),
    bad: [
      { text: null },
      { text: 'x'.repeat(10_001) },
      { source: ' ' },
      { reviewOn: 'soon' },
      { expiresOn: null },
      { by: 'Sam' },
    ],
  },
  'person.review-note': {
    as: 'Pat',
    good: (atWork) => {
      const personId = registered(atWork);
      const entry = noted(atWork, personId);
      return { personId, entry, reviewOn: '2026-05-01', expiresOn: '2026-07-01' };
    },
    bad: [{ entry: 0 }, { reviewOn: '' }, { expiresOn: 'later' }, { text: 'x' }],
  },
  'person.withdraw-note': {
    as: 'Dana',
    good: (atWork) => {
      const personId = registered(atWork);
      return { personId, entry: noted(atWork, personId), reason: 'She moved.' };
    },
    bad: [{ entry: 1.5 }, { personId: '' }, ...badReason],
  },
  'person.write-plan': {
    as: 'Cleo',
    good: (atWork) => ({
      personId: registered(atWork),
      says: 'Ring her sister first.',
      agreed: true,
      expiresOn: '2026-06-01',
    }),
    bad: [{ says: null }, { agreed: 'yes' }, { expiresOn: 'later' }, { source: 'x' }],
  },
  'person.withdraw-plan': {
    as: 'Dana',
    good: (atWork) => ({ personId: registered(atWork), reason: 'She moved.' }),
    bad: [{ personId: null }, { entry: 4 }, ...badReason],
  },
} satisfies Partial<Examples>;
