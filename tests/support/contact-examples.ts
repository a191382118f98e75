import { openedIncident, type DeskAtWork } from './desk-at-work.ts';
import type { Examples } from './topic-examples.ts';
import type { contactTopics } from '#shared/contract/contact-topics.ts';
import type { Input } from '#shared/contract/console-contract.ts';
import type { ContactId, IncidentId } from '#shared/lib/brand.ts';

/** A callback in twenty minutes. */
export function callbackOn(
  incidentId: IncidentId,
  more: Partial<Input<'contact.promise'>> = {},
): Input<'contact.promise'> {
  return {
    incidentId,
    promised: { kind: 'callback', minutes: 20 },
    whom: 'caller',
    number: '312-555-0100',
    message: 'no',
    reason: 'Tell her which team comes.',
    ...more,
  };
}

/** The usual set, in one act. */
export function setOn(incidentId: IncidentId, template = 'usual'): Input<'follow-up.promise-set'> {
  const { promised: _promised, ...draft } = callbackOn(incidentId);
  return { ...draft, template };
}

/** What is safe on the number of the examples. */
export function safeOn(
  incidentId: IncidentId,
  more: Partial<Input<'safe-contact.note'>> = {},
): Input<'safe-contact.note'> {
  return {
    incidentId,
    number: '(312) 555-0100',
    message: 'no',
    mayAnswer: 'only-them',
    bestTime: 'after six',
    language: '',
    saysWeAre: 'first-name',
    ...more,
  };
}

/** Promises it as the named person, on an incident of Dana's unless another is named. */
export function promisedContact(
  atWork: DeskAtWork,
  more: Partial<Input<'contact.promise'>> = {},
  by = 'Dana',
): ContactId {
  const incidentId = more.incidentId ?? openedIncident(atWork, atWork.as('Dana'));
  const promise = callbackOn(incidentId as IncidentId, more);
  return atWork.do(atWork.as(by), 'contact.promise', promise).made as ContactId;
}

/** A follow-up at which the person was reached. */
export function followedUp(atWork: DeskAtWork, incidentId?: IncidentId): ContactId {
  const promised = { kind: 'follow-up', after: 'day-7' } as const;
  const on = incidentId === undefined ? {} : { incidentId };
  const contactId = promisedContact(atWork, { promised, ...on });
  const attempt = { contactId, result: 'reached', note: '', againMinutes: null } as const;
  atWork.do(atWork.as('Dana'), 'contact.attempt', attempt);
  return contactId;
}

const badContact = [
  { contactId: '' },
  { contactId: 7 },
  { contactId: 'x'.repeat(65) },
  { by: 'Sam' },
];

export const CONTACT_EXAMPLES: Pick<Examples, keyof typeof contactTopics> = {
  'follow-up.templates': { as: 'Pat', good: () => ({}), bad: [{ by: 'Sam' }] },
  'follow-up.set-templates': {
    as: 'Sam',
    good: () => ({ templates: [{ id: 'ours', label: 'Ours', calls: ['day-7', 'day-1'] }] }),
    bad: [
      { templates: null },
      { templates: [{ id: '', label: 'x', calls: [] }] },
      { templates: [{ id: 'x', label: 'x', calls: ['day-2'] }] },
      { templates: Array.from({ length: 7 }, () => ({ id: 'x', label: 'x', calls: [] })) },
    ],
  },
  'follow-up.promise-set': {
    as: 'Pat',
    good: (atWork) => setOn(openedIncident(atWork, atWork.as('Dana'))),
    bad: [{ template: '' }, { whom: 'neighbour' }, { promised: null }, { number: null }],
  },
  'safe-contact.note': {
    as: 'Pat',
    good: (atWork) => safeOn(openedIncident(atWork, atWork.as('Dana'))),
    bad: [
      { incidentId: '' },
      { number: 'home' },
      { message: 'maybe' },
      { mayAnswer: 'a cat' },
      { bestTime: 'x'.repeat(101) },
      { language: null },
      { saysWeAre: 'police' },
    ],
  },
  'contact.promise': {
    as: 'Pat',
    good: (atWork) => callbackOn(openedIncident(atWork, atWork.as('Dana'))),
    bad: [
      { incidentId: '' },
      { promised: { kind: 'callback', minutes: 0 } },
      { promised: { kind: 'callback', minutes: 1.5 } },
      { promised: { kind: 'callback', after: 'day-1' } },
      { promised: { kind: 'follow-up', after: 'day-2' } },
      { promised: 'soon' },
      { whom: 'neighbour' },
      { number: 'x'.repeat(41) },
      { number: null },
      { message: 'maybe' },
      { reason: 'x'.repeat(301) },
      { owner: 'theo' },
    ],
  },
  'contact.take': {
    as: 'Theo',
    good: (atWork) => ({ contactId: promisedContact(atWork) }),
    bad: badContact,
  },
  'contact.attempt': {
    as: 'Dana',
    good: (atWork) => ({
      contactId: promisedContact(atWork),
      result: 'no-answer',
      note: '',
      againMinutes: 30,
    }),
    bad: [
      ...badContact,
      { result: 'rang' },
      { note: 'x'.repeat(301) },
      { note: null },
      { againMinutes: 0 },
      { againMinutes: '30' },
    ],
  },
  'contact.went-elsewhere': {
    as: 'Dana',
    good: (atWork) => ({
      contactId: followedUp(atWork),
      on: '2026-03-03',
      channel: '988',
      saidBy: 'person',
      planUsed: true,
    }),
    bad: [
      ...badContact,
      { on: 'yesterday' },
      { on: '2026-02-30' },
      { channel: '911' },
      { channel: 'hospital' },
      { saidBy: 'neighbor' },
      { planUsed: 'yes' },
      { planUsed: undefined },
      { place: 'x' },
    ],
  },
  'contact.end': {
    as: 'Sam',
    good: (atWork) => ({
      contactId: promisedContact(atWork),
      outcome: 'not-needed',
      note: 'She called again herself.',
    }),
    bad: [...badContact, { outcome: 'done' }, { note: null }, { note: 'x'.repeat(301) }],
  },
  'contact.open': {
    as: 'Cleo',
    good: (atWork) => ({ incidentId: openedIncident(atWork, atWork.as('Dana')), lines: 20 }),
    bad: [{ incidentId: 7 }, { lines: 0 }, { lines: 501 }, { lines: '20' }, { owner: 'x' }],
  },
};
