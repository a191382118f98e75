import { expect, test } from 'vitest';
import { fullPolicy, problemsAfter, type Loose } from '../support/changed-policy.ts';
import { findReceiver, phoneDeskOf } from '#shared/policy/phone-desk.ts';
import { differencesBetween } from '#shared/policy/difference/differences.ts';
import type { Policy } from '#shared/policy/policy.ts';

const policyOf = (edit: (policy: Loose) => void = () => {}): Policy => {
  const policy = fullPolicy();
  edit(policy);
  return policy as Policy;
};

test('the shipped figures hold where the policy writes them', () => {
  const policy = policyOf((p) => (p.phoneDesk.offerSeconds = 20));
  expect(phoneDeskOf(policy)).toBe(policy.phoneDesk);
  expect(phoneDeskOf(policy).offerSeconds).toBe(20);
});

test('a policy from before the phone desk takes its time from its promise and sends somebody in the end', () => {
  const older = policyOf((p) => {
    delete p.phoneDesk;
    p.promises.clinicianMinutes = 4;
  });
  const desk = phoneDeskOf(older);
  expect(desk).toMatchObject({ offerSeconds: 30, to988Seconds: 240, capacity: 2 });
  expect(desk.fallback).toBe('behavioral-health');
  expect(desk.receivers.map(({ id }) => id)).toEqual(['988']);
  expect(findReceiver(older, '988')?.dial).toBe('tel:988');
  expect(findReceiver(older, 'opioid-helpline')).toBeUndefined();
});

test('without anything to send instead of the phone, the older policy falls back on its medical response', () => {
  const older = policyOf((p) => {
    delete p.phoneDesk;
    for (const response of p.responses) response.fallbacks = [];
  });
  expect(phoneDeskOf(older).fallback).toBe('ems');
});

test('what holds for an older policy is itself a phone desk a policy may have', () => {
  const desk = phoneDeskOf(policyOf((p) => delete p.phoneDesk));
  expect(problemsAfter((p) => (p.phoneDesk = structuredClone(desk)))).toEqual([]);
});

const sentences: readonly (readonly [string, (policy: Loose) => void, string])[] = [
  [
    'how long one clinician is asked',
    (p) => (p.phoneDesk.offerSeconds = 45),
    'phone desk: A clinician is asked for 45 s now (before: 30 s).',
  ],
  [
    'when 988 takes over',
    (p) => (p.phoneDesk.to988Seconds = 180),
    'phone desk: A call nobody took goes to 988 after 180 s now (before: 120 s).',
  ],
  [
    'the fallback',
    (p) => (p.phoneDesk.fallback = 'co-response'),
    'phone desk: When 988 does not take it either, it is “Co-response ambulance” now (before: “Behavioral-health team”).',
  ],
  [
    'the capacity',
    (p) => (p.phoneDesk.capacity = 3),
    'phone desk: A clinician is offered calls up to 3 at a time now (before: 2).',
  ],
  [
    'writing up',
    (p) => (p.phoneDesk.wrapUpMinutes = 10),
    'phone desk: A clinician who writes up a call is offered calls again after 10 min now (before: 5 min).',
  ],
  [
    'the answer to a step-down',
    (p) => (p.phoneDesk.stepDownSeconds = 60),
    'phone desk: A proposal to send less is to be answered within 60 s now (before: 120 s).',
  ],
  [
    'the time of a receiver',
    (p) => (p.phoneDesk.transferSeconds = 60),
    'phone desk: A receiver has 60 s to accept a call now (before: 90 s).',
  ],
  [
    'a lost caller',
    (p) => (p.phoneDesk.lostCallerMinutes = 3),
    'phone desk: A caller who was lost is called again within 3 min now (before: 5 min).',
  ],
  [
    'the number of a line',
    (p) => (p.phoneDesk.receivers[0].dial = 'tel:+13125550100'),
    'receiver 988 lifeline: Is tel:+13125550100 now (before: tel:988).',
  ],
  [
    'a line that is reached without dialing',
    (p) => (p.phoneDesk.receivers[3].dial = null),
    'receiver 211, social services: Is not dialed now (before: tel:211).',
  ],
  [
    'whose line it is',
    (p) => (p.phoneDesk.receivers[4].kind = 'team'),
    'receiver 311, city services: Is a line of a team now (before: of a partner).',
  ],
  [
    'the name of a line',
    (p) => (p.phoneDesk.receivers[4].label = '311'),
    'receiver 311: Is called 311 now (before: 311, city services).',
  ],
  [
    'substance-use text allowed',
    (p) => (p.phoneDesk.receivers[0].acceptsPart2 = true),
    'receiver 988 lifeline: May get substance-use text now, once the person has consented.',
  ],
  [
    'substance-use text no longer allowed',
    (p) => (p.phoneDesk.receivers[1].acceptsPart2 = false),
    'receiver Opioid helpline: May no longer get substance-use text, whatever the person consents to.',
  ],
  [
    'a line taken out',
    (p) => p.phoneDesk.receivers.splice(3, 1),
    'receiver 211, social services: Calls can no longer be transferred to it; it was tel:211.',
  ],
  [
    'a line put in',
    (p) =>
      p.phoneDesk.receivers.push({
        ...p.phoneDesk.receivers[3],
        id: 'warm-line',
        label: 'Warm line',
        dial: 'sip:desk@warm.example',
      }),
    'receiver Warm line: A new line of a partner: sip:desk@warm.example.',
  ],
  [
    'lines in another order',
    (p) => p.phoneDesk.receivers.unshift(p.phoneDesk.receivers.pop()),
    'receiver Dispatch of this center: Now stands first (before: after Mobile crisis team).',
  ],
];

test.each(sentences)('%s: told in one plain sentence', (_, edit, sentence) => {
  const found = differencesBetween(policyOf(), policyOf(edit));
  expect(found.map((each) => `${each.subject}: ${each.says}`)).toEqual([sentence]);
});

test('a phone desk that comes or goes is told as a whole', () => {
  const none = (p: Loose) => void delete p.phoneDesk;
  const one = (p: Loose) => void p.phoneDesk.receivers.splice(1);
  const [made] = differencesBetween(policyOf(none), policyOf(one));
  expect(made).toMatchObject({ kind: 'added', path: '$.phoneDesk' });
  expect(made?.says).toBe(
    'Each clinician is asked for 30 s and has up to 2 calls; 988 takes over after 120 s, and then it is “Behavioral-health team”. Calls can be transferred to 988 lifeline.',
  );
  expect(differencesBetween(policyOf(one), policyOf(none))).toMatchObject([
    { kind: 'removed', says: expect.stringContaining('the figures of CareDesk hold') },
  ]);
});
