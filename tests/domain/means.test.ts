import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  answered,
  cleared,
  context,
  couldTalk,
  fold,
  given,
  incidentId,
  policy,
} from '../support/given.ts';
import { PILLS } from '../support/plan-examples.ts';
import { ANSWERS } from '#shared/facts/fact.ts';
import type { IncidentEvent } from '#shared/incident/incident-events.ts';
import { isRefusal } from '#shared/lib/refusal.ts';
import { clinicalRecordOf } from '#shared/plan/clinical-record.ts';
import { discussMeans } from '#shared/plan/decide-means.ts';
import { ACCESS, MEANS, type MeansDiscussion } from '#shared/plan/means.ts';
import { differencesBetween } from '#shared/policy/difference/differences.ts';
import type { Policy } from '#shared/policy/policy.ts';
import { evaluate, readingsOf } from '#shared/routing/evaluate.ts';
import { isHigher } from '#shared/routing/level.ts';

const nothing = clinicalRecordOf([]);
const FIREARM: MeansDiscussion = { ...PILLS, means: ['firearm'] };
const discuss =
  (discussion: MeansDiscussion, more = {}) =>
  (incident: Parameters<typeof discussMeans>[0]) =>
    discussMeans(incident, nothing, discussion, 'caller-saw', context(more));
const discussed = (discussion: MeansDiscussion) => {
  return { type: 'means.discussed', incidentId, discussion };
};

test('a firearm within reach is answered in the same commit', () => {
  given(couldTalk)
    .when(discuss(FIREARM))
    .then(discussed(FIREARM), answered('weapon-nearby', 'yes'));
});

test('once a decision stands, the level rises with it by itself', () => {
  const decided = given(couldTalk).incident;
  const phone: IncidentEvent[] = [
    {
      type: 'incident.response-decided',
      incidentId,
      decision: {
        how: 'accepted',
        response: 'clinician-phone',
        level: 'L1',
        direction: 'same',
        fill: 'clinician',
        recommendation: evaluate(policy, readingsOf(decided.facts, policy)),
        readings: {},
        offered: null,
        alternative: null,
        policyVersion: '1',
        policyHash: 'hash',
        reason: null,
        secondPerson: null,
      },
    },
  ];
  given(fold(phone, decided))
    .when(discuss(FIREARM))
    .then(discussed(FIREARM), answered('weapon-nearby', 'yes'), {
      type: 'incident.level-raised',
      incidentId,
      from: 'L1',
      to: 'L3',
      rules: expect.arrayContaining(['L3-WEAPON-NEARBY']),
    });
});

test('any means within reach and meant for it answers the plan; without the intent it does not', () => {
  const meant = { ...PILLS, meantFor: 'yes' } as const;
  given(couldTalk).when(discuss(meant)).then(discussed(meant), answered('suicide-high', 'yes'));
  given(couldTalk).when(discuss(PILLS)).then(discussed(PILLS));
});

test('nobody knows whether the firearm is within reach: a no does not stand any more', () => {
  const unknown = { ...FIREARM, access: 'unknown' } as const;
  given(cleared)
    .when(discuss(unknown))
    .then(discussed(unknown), answered('weapon-nearby', 'unknown'));
});

test('out of reach, or not asked, answers nothing', () => {
  for (const access of ['no', 'not-asked'] as const)
    given([...cleared, answered('weapon-nearby', 'yes')])
      .when(discuss({ ...FIREARM, access }))
      .then(discussed({ ...FIREARM, access }));
});

test('an answer that stands is not given again; one that has aged is', () => {
  given([answered('weapon-nearby', 'yes')])
    .when(discuss(FIREARM))
    .then(discussed(FIREARM));
  given([
    answered('weapon-nearby', 'yes'),
    { type: 'incident.facts-aged', incidentId, facts: ['weapon-nearby'], why: 'time' },
  ])
    .when(discuss(FIREARM))
    .then(discussed(FIREARM), answered('weapon-nearby', 'yes'));
});

test('a policy that names no such facts gets no answers', () => {
  const { means: _means, ...without } = policy;
  given(couldTalk)
    .when(discuss(FIREARM, { policy: without }))
    .then(discussed(FIREARM));
});

test('taking the facts of the means out of the policy, or putting them in, is said as what it does', () => {
  const { means: _means, ...without } = policy;
  const says = (before: Policy, after: Policy) => differencesBetween(before, after)[0]?.says;
  expect(says(policy, without)).toMatch(/answers nothing by itself any more; it answered “Firearm/);
  expect(says(without, policy)).toMatch(/^What is said about means of harm answers “Firearm/);
});

test('after the incident is closed the words are kept, and nobody is sent', () => {
  const closed: IncidentEvent = {
    type: 'incident.closed',
    incidentId,
    disposition: 'resolved-by-phone',
    note: '',
  };
  given([...couldTalk, closed])
    .when(discuss(FIREARM))
    .then(discussed(FIREARM));
});

test('which means has to be said', () => {
  given([])
    .when(discuss({ ...PILLS, means: [] }))
    .refused('no-means', /which means/);
});

test('whatever is known and whatever is said of the means: the level never falls, and no answer is a no', () => {
  const answers = fc.dictionary(
    fc.constantFrom(...policy.facts.map(({ id }) => id)),
    fc.constantFrom(...ANSWERS),
  );
  const discussion = fc.record({
    means: fc.uniqueArray(fc.constantFrom(...MEANS), { minLength: 1 }),
    access: fc.constantFrom(...ACCESS),
    meantFor: fc.constantFrom(...ACCESS),
    heldBy: fc.constant(''),
    agreed: fc.string(),
    recheck: fc.constant(''),
  });
  fc.assert(
    fc.property(answers, discussion, (known, said) => {
      const before = fold(Object.entries(known).map(([fact, answer]) => answered(fact, answer)));
      const events = discuss(said)(before);
      if (isRefusal(events)) throw new Error(events.because);
      const told = events.filter((event) => event.type !== 'means.discussed') as IncidentEvent[];
      for (const event of told)
        if (event.type === 'incident.fact-answered') expect(event.answer).not.toBe('no');
      const level = (incident: typeof before) =>
        evaluate(policy, readingsOf(incident.facts, policy)).level;
      expect(isHigher(level(before), level(fold(told, before)))).toBe(false);
    }),
    { numRuns: 300 },
  );
});
