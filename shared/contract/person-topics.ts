import { z } from 'zod';
import { command, query } from './endpoint.ts';
import { callId, id, incidentId, line, prose } from './input-parts.ts';
import type {
  KnownOnCall,
  MergePreview,
  PeopleFound,
  PersonPage,
} from '../board/known-person-lines.ts';
import type { PersonId } from '../lib/brand.ts';
import { CERTAINTIES } from '../person/known-person.ts';

const personId = id<PersonId>();
const date = z.iso.date('Write it as year, month and day.');
const reason = line.min(1, 'Say why.');
/** A journal entry: what a detail or a note is named by. */
const entry = z.int().min(1);
const call = z.union([
  z.strictObject({ incidentId }),
  z.strictObject({ pastCall: z.string().min(1).max(200) }),
]);
/** The lines of evidence that were on the screen. Main refuses when they are not what it finds now. */
const seen = z.array(z.string().max(1000)).max(20);
const note = {
  text: prose,
  source: line.min(1, 'Say who says so.'),
  reviewOn: date,
  expiresOn: date,
};

/** Who the center knows from earlier calls. Nobody is linked to a call but by a human. */
export const personTopics = {
  /** Whom a waiting call or an incident may be about; `also` is compared even when nothing speaks for it. */
  'person.known': query<KnownOnCall | null>()(
    'know-people',
    z.union([
      z.strictObject({ callId }),
      z.strictObject({ incidentId, also: personId.nullable() }),
    ]),
  ),
  /** By words of the name, a number, an address, a date of birth or the person's own number; empty: the latest. */
  'person.search': query<PeopleFound>()('know-people', z.strictObject({ text: line })),
  'person.page': query<PersonPage | null>()('know-people', z.strictObject({ personId })),
  'person.merge-preview': query<MergePreview | null>()(
    'know-people',
    z.strictObject({ personId, absorbed: personId }),
  ),

  'person.name': command(
    'know-people',
    z.strictObject({ incidentId, name: line, birthDate: date.nullable() }),
  ),
  /** With an incident: they are who it is about. */
  'person.register': command(
    'know-people',
    z.strictObject({
      incidentId: incidentId.nullable(),
      name: line,
      birthDate: date.nullable(),
      phone: line.max(40),
      address: line,
    }),
  ),
  'person.link': command(
    'know-people',
    z.strictObject({ incidentId, personId, certainty: z.enum(CERTAINTIES), seen, reason: line }),
  ),
  'person.unlink': command('know-people', z.strictObject({ call, reason })),
  'person.rule-out': command('know-people', z.strictObject({ incidentId, personId, seen })),
  'person.add-detail': command(
    'know-people',
    z.strictObject({
      personId,
      detail: z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('name'), name: line.min(1, 'Write the name.') }),
        z.strictObject({
          kind: z.literal('phone'),
          phone: line.min(1, 'Write the number.').max(40),
        }),
        z.strictObject({ kind: z.literal('birth'), date }),
        z.strictObject({ kind: z.literal('address'), address: line.min(1, 'Write the address.') }),
      ]),
    }),
  ),
  'person.withdraw-detail': command('know-people', z.strictObject({ personId, entry, reason })),
  'person.merge': command(
    'know-people',
    z.strictObject({ personId, absorbed: personId, seen, reason: line }),
  ),
  'person.unmerge': command('know-people', z.strictObject({ absorbed: personId, reason })),
  'person.tell-apart': command('know-people', z.strictObject({ personId, other: personId })),
  'person.write-note': command('know-people', z.strictObject({ personId, ...note })),
  'person.review-note': command(
    'know-people',
    z.strictObject({ personId, entry, reviewOn: date, expiresOn: date }),
  ),
  'person.withdraw-note': command('know-people', z.strictObject({ personId, entry, reason })),
  /** What was agreed with somebody is a clinician's to write; anybody who finds it wrong takes it back. */
  'person.write-plan': command(
    'phone-work',
    z.strictObject({ personId, says: prose, agreed: z.boolean(), expiresOn: date }),
  ),
  'person.withdraw-plan': command('know-people', z.strictObject({ personId, reason })),
} as const;
