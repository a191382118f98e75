import { PASSPHRASE, openedIncident, type DeskAtWork } from './desk-at-work.ts';
import { referred } from './ledger-examples.ts';
import type { Examples } from './topic-examples.ts';
import type { retentionTopics } from '#shared/contract/retention-topics.ts';
import type { IncidentId, LegalHoldId } from '#shared/lib/brand.ts';

/** Somebody who keeps the schedule too, beside whoever asks. */
export function beside(atWork: DeskAtWork, name: string) {
  return { operatorId: atWork.idOf(name), passphrase: PASSPHRASE };
}

export function held(atWork: DeskAtWork, reason = 'Subpoena of 3 March'): LegalHoldId {
  const incidentId = openedIncident(atWork, atWork.as('Dana'));
  const number = numberOf(atWork, incidentId);
  const hold = { number, what: 'incident', reason } as const;
  return atWork.do(atWork.as('Sam'), 'retention.hold', hold).made as LegalHoldId;
}

export function numberOf(atWork: DeskAtWork, incidentId: IncidentId): number {
  return atWork.do(atWork.as('Dana'), 'incident.focus', { incidentId })!.number;
}

/** A closed incident in which a clinician wrote this. */
export function closedWithNote(atWork: DeskAtWork, text: string): IncidentId {
  const incidentId = referred(atWork);
  atWork.do(atWork.as('Cleo'), 'incident.add-note', { incidentId, kind: 'clinical', text });
  const ends = { incidentId, disposition: 'no-contact', note: '', unserved: null } as const;
  atWork.do(atWork.as('Dana'), 'incident.close', ends);
  return incidentId;
}

export const ONE_YEAR = { clinical: 1, 'part-2': null, justice: null } as const;

/** A clinical note of more than a year ago, past a schedule of one year. */
export function pastNote(atWork: DeskAtWork): IncidentId {
  const incidentId = closedWithNote(atWork, 'A note that goes.');
  atWork.do(atWork.as('Sam'), 'retention.set', { years: ONE_YEAR });
  atWork.pass(60 * 24 * 400);
  return incidentId;
}

export const RETENTION_EXAMPLES: Pick<Examples, keyof typeof retentionTopics> = {
  'retention.overview': { as: 'Ada', good: () => ({}), bad: [{ extra: 1 }, [], 'text'] },
  'retention.set': {
    as: 'Ada',
    good: () => ({ years: ONE_YEAR }),
    bad: [
      { years: { clinical: 0, 'part-2': null, justice: null } },
      { years: { clinical: 7.5, 'part-2': null, justice: null } },
      { years: { clinical: 7 } },
      { years: 7 },
    ],
  },
  'retention.hold': {
    as: 'Sam',
    good: (atWork) => ({
      number: numberOf(atWork, openedIncident(atWork, atWork.as('Dana'))),
      what: 'incident',
      reason: 'Subpoena of 3 March',
    }),
    bad: [{ number: 0 }, { number: '1' }, { what: 'everything' }, { reason: ' ' }],
  },
  'retention.release-hold': {
    as: 'Sam',
    good: (atWork) => ({
      holdId: held(atWork),
      reason: 'The case is closed.',
      secondPerson: beside(atWork, 'Ada'),
    }),
    bad: [{ holdId: '' }, { reason: '' }, { secondPerson: null }],
  },
  'retention.shred': {
    as: 'Ada',
    good: (atWork) => {
      pastNote(atWork);
      return { partition: 'clinical', expected: 1, secondPerson: beside(atWork, 'Sam') };
    },
    bad: [{ partition: 'dispatch' }, { expected: 0 }, { secondPerson: null }],
  },
};
