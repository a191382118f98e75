import { openedIncident, type DeskAtWork } from './desk-at-work.ts';
import type { Examples } from './topic-examples.ts';
import type { planTopics } from '#shared/contract/plan-topics.ts';
import type { IncidentId } from '#shared/lib/brand.ts';
import type { People } from '#shared/person/people.ts';
import type { MeansDiscussion } from '#shared/plan/means.ts';
import { EMPTY_PLAN, type SafetyPlan } from '#shared/plan/safety-plan.ts';
import type { Strength } from '#shared/plan/strengths.ts';

/** A mother who calls about her son. */
export const MOTHER_OF_LEO: People = {
  who: 'other',
  caller: { name: 'Rosa Example', relation: 'parent', callback: '312-555-0100' },
  subject: {
    name: 'Leo Example',
    addressAs: 'Leo',
    pronouns: 'he/him',
    birth: { known: 'date', date: '2011-05-06' },
  },
  guardian: {
    name: 'Rosa Example',
    number: '312-555-0100',
    reachable: 'yes',
    told: 'told',
    consent: 'given',
    note: '',
  },
};

/** Somebody who calls for themself. */
export const ADULT: People = {
  who: 'self',
  callback: '312-555-0100',
  subject: {
    name: 'Ana Example',
    addressAs: '',
    pronouns: '',
    birth: { known: 'band', band: '26-64' },
  },
  guardian: null,
};

export const PILLS: MeansDiscussion = {
  means: ['medication'],
  access: 'yes',
  meantFor: 'no',
  heldBy: 'in the bathroom',
  agreed: 'Her sister takes them home tonight.',
  recheck: '',
};

export const A_PLAN: SafetyPlan = {
  ...EMPTY_PLAN,
  signs: ['I stop answering my phone'],
  own: ['walk to the lake', 'the long playlist'],
  ask: ['my sister, 312-555-0142'],
};

export const PLAYS_GUITAR: Strength = {
  kind: 'helped-before',
  text: 'Playing the guitar',
  source: 'person',
};

const open = (atWork: DeskAtWork): IncidentId => openedIncident(atWork, atWork.as('Dana'));

/** Something that helps, on the record; its entry. */
export function notedStrength(atWork: DeskAtWork, incidentId: IncidentId): number {
  const noted = { incidentId, strength: PLAYS_GUITAR };
  return atWork.do(atWork.as('Cleo'), 'strength.note', noted).seq;
}

const onNothing = [{ incidentId: '' }, { incidentId: 7 }, { by: 'cleo' }];

export const PLAN_EXAMPLES: Pick<Examples, keyof typeof planTopics> = {
  'people.note': {
    as: 'Cleo',
    good: (atWork) => ({ incidentId: open(atWork), people: MOTHER_OF_LEO }),
    bad: [
      ...onNothing,
      { people: null },
      { people: { ...MOTHER_OF_LEO, who: 'self' } },
      { people: { ...ADULT, caller: { name: 'x', relation: 'parent', callback: '' } } },
      { people: { ...ADULT, subject: { ...ADULT.subject, birth: { known: 'band' } } } },
      { people: { ...ADULT, subject: { ...ADULT.subject, name: 'x'.repeat(121) } } },
      { people: { ...ADULT, guardian: { name: 'x' } } },
    ],
  },
  'interpreter.connect': {
    as: 'Cleo',
    good: (atWork) => ({ incidentId: open(atWork), means: 'phone', line: 'Interpreter 4711' }),
    bad: [...onNothing, { means: 'letter' }, { line: 'x'.repeat(81) }, { line: null }],
  },
  'interpreter.leave': {
    as: 'Cleo',
    good: (atWork) => ({ incidentId: open(atWork) }),
    bad: onNothing,
  },
  'note.write': {
    as: 'Cleo',
    good: (atWork) => ({
      incidentId: open(atWork),
      field: 'concern',
      text: 'Has not slept for days.',
      over: null,
    }),
    bad: [
      ...onNothing,
      { field: 'diagnosis' },
      { text: 'x'.repeat(20_001) },
      { text: null },
      { over: 0 },
      { over: 'latest' },
    ],
  },
  'safety-plan.write': {
    as: 'Cleo',
    good: (atWork) => ({ incidentId: open(atWork), plan: A_PLAN, over: null }),
    bad: [
      ...onNothing,
      { plan: [] },
      { plan: { ...A_PLAN, signs: 'one' } },
      { plan: { ...A_PLAN, signs: [''] } },
      { plan: { ...A_PLAN, seventh: [] } },
      { over: 1.5 },
    ],
  },
  'safety-plan.give': {
    as: 'Cleo',
    good: (atWork) => {
      const incidentId = open(atWork);
      const written = { incidentId, plan: A_PLAN, over: null };
      atWork.do(atWork.as('Cleo'), 'safety-plan.write', written);
      return { incidentId, how: 'read-aloud' };
    },
    bad: [...onNothing, { how: 'printed' }, { how: null }],
  },
  'safety-plan.print': {
    as: 'Cleo',
    good: (atWork) => ({ incidentId: open(atWork) }),
    bad: onNothing,
    refusedHere: true,
  },
  'means.discuss': {
    as: 'Cleo',
    good: (atWork) => ({ incidentId: open(atWork), discussion: PILLS, informant: 'caller-saw' }),
    bad: [
      ...onNothing,
      { discussion: { ...PILLS, means: ['spoon'] } },
      { discussion: { ...PILLS, access: 'maybe' } },
      { discussion: { ...PILLS, agreed: 'x'.repeat(1001) } },
      { discussion: { ...PILLS, score: 3 } },
      { informant: 'neighbour' },
    ],
  },
  'strength.note': {
    as: 'Cleo',
    good: (atWork) => ({ incidentId: open(atWork), strength: PLAYS_GUITAR }),
    bad: [
      ...onNothing,
      { strength: { ...PLAYS_GUITAR, kind: 'hobby' } },
      { strength: { ...PLAYS_GUITAR, text: 'x'.repeat(301) } },
      { strength: { ...PLAYS_GUITAR, source: null } },
    ],
  },
  'strength.withdraw': {
    as: 'Imani',
    good: (atWork) => {
      const incidentId = open(atWork);
      return { incidentId, strength: notedStrength(atWork, incidentId) };
    },
    bad: [...onNothing, { strength: 0 }, { strength: 'first' }],
  },
  'approach.advise': {
    as: 'Cleo',
    good: (atWork) => ({
      incidentId: open(atWork),
      advice: 'Speak slowly; one person speaks.',
      reviewed: true,
    }),
    bad: [...onNothing, { reviewed: false }, { advice: 'x'.repeat(2001) }, { advice: null }],
  },
  'approach.withdraw': {
    as: 'Cleo',
    good: (atWork) => ({ incidentId: open(atWork) }),
    bad: onNothing,
  },
};
