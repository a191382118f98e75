import { openedIncident, type DeskAtWork } from './desk-at-work.ts';
import type { Examples } from './topic-examples.ts';
import type { Input } from '#shared/contract/console-contract.ts';
import type { sharingTopics } from '#shared/contract/sharing-topics.ts';
import { IMMINENT_DANGER } from '#shared/disclosure/disclosure.ts';
import type { IncidentId } from '#shared/lib/brand.ts';

/** An adult lets EMS know what the clinician knows, on the recorded line, for a day. */
export function consentOn(
  incidentId: IncidentId,
  more: Partial<Input<'consent.give'>> = {},
): Input<'consent.give'> {
  return {
    incidentId,
    consenter: 'adult',
    recipient: 'ems',
    partitions: ['clinical'],
    purposes: ['treatment'],
    way: 'spoken',
    hours: 24,
    ...more,
  };
}

export function emergencyOn(
  incidentId: IncidentId,
  more: Partial<Input<'disclosure.emergency'>> = {},
): Input<'disclosure.emergency'> {
  return {
    incidentId,
    recipient: 'ems',
    to: 'Ambulance 31',
    why: IMMINENT_DANGER,
    way: 'read-aloud',
    ...more,
  };
}

type Ask = Omit<Input<'disclosure.preview'>, 'incidentId' | 'receiver'>;

/** What somebody lets go after having looked at it. */
export function previewed(
  atWork: DeskAtWork,
  incidentId: IncidentId,
  by = 'Cleo',
  ask: Ask = { recipient: 'ems', purpose: 'treatment' },
): Input<'disclosure.make'> {
  const request = { incidentId, receiver: null, ...ask };
  const { packet, digest } = atWork.do(atWork.as(by), 'disclosure.preview', request);
  const { purpose } = ask;
  if (purpose === 'emergency') throw new Error('An emergency is not previewed first.');
  const seen = { asOf: packet.asOf, digest };
  return { ...request, purpose, to: 'Medic Reyes', way: 'read-aloud', seen };
}

const open = (atWork: DeskAtWork) => openedIncident(atWork, atWork.as('Dana'));

function emergencyMade(atWork: DeskAtWork): string {
  const made = atWork.do(atWork.as('Cleo'), 'disclosure.emergency', emergencyOn(open(atWork)));
  return made.made ?? '';
}

const badRecipient = [{ recipient: 'press' }, { recipient: null }, { incidentId: '' }];

export const SHARING_EXAMPLES: Pick<Examples, keyof typeof sharingTopics> = {
  'consent.give': {
    as: 'Cleo',
    good: (atWork) => consentOn(open(atWork)),
    bad: [
      ...badRecipient,
      { consenter: 'neighbour' },
      { partitions: ['justice'] },
      { partitions: 'clinical' },
      { purposes: ['emergency'] },
      { way: 'implied' },
      { hours: 0 },
      { hours: 24 * 366 },
      { by: 'Sam' },
    ],
  },
  'consent.revoke': {
    as: 'Cleo',
    good: (atWork) => ({
      consentId: atWork.do(atWork.as('Cleo'), 'consent.give', consentOn(open(atWork))).made ?? '',
    }),
    bad: [{ consentId: '' }, { consentId: 7 }, { why: 'changed their mind' }],
  },
  'sharing.of-incident': {
    as: 'Sam',
    good: (atWork) => ({ incidentId: open(atWork) }),
    bad: [{ incidentId: '' }, { incidentId: null }],
  },
  'disclosure.preview': {
    as: 'Dana',
    good: (atWork) => ({
      incidentId: open(atWork),
      recipient: 'police',
      receiver: null,
      purpose: 'response',
    }),
    bad: [...badRecipient, { purpose: 'curiosity' }, { receiver: 7 }],
  },
  'disclosure.make': {
    as: 'Cleo',
    good: (atWork) => previewed(atWork, open(atWork)),
    bad: [
      ...badRecipient,
      { purpose: 'emergency' },
      { way: 'fax' },
      { way: 'transfer' },
      { to: 'x'.repeat(301) },
      { seen: { asOf: 'now', digest: 'a'.repeat(64) } },
      { seen: { asOf: '2026-03-03T18:00:00.000Z', digest: 'short' } },
      { seen: null },
    ],
  },
  'disclosure.emergency': {
    as: 'Cleo',
    good: (atWork) => emergencyOn(open(atWork)),
    bad: [...badRecipient, { why: 'x'.repeat(301) }, { why: null }, { way: 'transfer' }, { to: 7 }],
  },
  'disclosure.read-back': {
    as: 'Cleo',
    good: (atWork) => ({ disclosureId: emergencyMade(atWork), sections: ['location', 'hazards'] }),
    bad: [{ disclosureId: '' }, { sections: ['diagnosis'] }, { sections: 'location' }],
  },
  'disclosure.to-review': {
    as: 'Sam',
    good: () => ({ lines: 50 }),
    bad: [{ lines: 0 }, { lines: 501 }, { lines: '50' }],
  },
  'disclosure.review': {
    as: 'Sam',
    good: (atWork) => ({ disclosureId: emergencyMade(atWork), words: 'It could not wait.' }),
    bad: [{ disclosureId: '' }, { words: 'x'.repeat(301) }, { words: null }],
  },
  'disclosure.accounting': {
    as: 'Sam',
    good: (atWork) => ({ incidentId: open(atWork) }),
    bad: [{ incidentId: '' }, { incidentId: 7 }],
  },
};
