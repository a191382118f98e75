import { expect, test } from 'vitest';
import { fullPolicy, type Loose } from '../support/changed-policy.ts';
import { differencesBetween } from '#shared/policy/difference/differences.ts';
import type { Policy } from '#shared/policy/policy.ts';

const policyOf = (edit: (policy: Loose) => void): Policy => {
  const policy = fullPolicy();
  edit(policy);
  return policy as Policy;
};

/** What the edit of the limits is told as: “subject: sentence”. */
function said(edit: (policy: Loose) => void, from: (policy: Loose) => void = () => {}): string[] {
  return differencesBetween(policyOf(from), policyOf(edit)).map((d) => `${d.subject}: ${d.says}`);
}

const sentences: readonly (readonly [string, (policy: Loose) => void, string])[] = [
  [
    'how long a unit may stay in a status',
    (p) => (p.statusLimits[5].alertMinutes = 120),
    'status limit On scene: Alerts after 120 min now (before: after 90 min).',
  ],
  [
    'the level a limit holds from',
    (p) => (p.statusLimits[0].fromLevel = 'L4'),
    'status limit Assigned, from L4 up: Holds from L4 up now (before: from L3 up).',
  ],
  [
    'the priority a limit holds for',
    (p) => (p.statusLimits[2].upToPriority = 2),
    'status limit En route, from L3 up, priority 1 to 2: Holds for call types of priority 1 to 2 now (before: every call type).',
  ],
  [
    'the teams a limit holds for',
    (p) => (p.statusLimits[7].teamTypes = ['ems']),
    'status limit Transporting, of “EMS ambulance”: Holds for “EMS ambulance” now (before: all team types).',
  ],
  [
    'a limit taken out',
    (p) => p.statusLimits.splice(4, 1),
    'status limit Staged: This limit is gone; it warns after 10 min, alerts after 20 min.',
  ],
  [
    'a limit put in',
    (p) =>
      p.statusLimits.unshift({
        ...p.statusLimits[4],
        upToPriority: 1,
        teamTypes: ['ems', 'police-cit'],
      }),
    'status limit Staged, priority 1, of “EMS ambulance” or “Police, CIT”: A new limit: it warns after 10 min, alerts after 20 min.',
  ],
  [
    'limits in another order',
    (p) => p.statusLimits.push(p.statusLimits.splice(9, 1)[0]),
    'status limit At destination: Now is read after Clearing (before: after At destination, of “EMS ambulance”).',
  ],
];

test.each(sentences)('%s: told in one plain sentence', (_, edit, sentence) => {
  expect(said(edit)).toEqual([sentence]);
});

test('a policy without limits says that it has none, however it is written', () => {
  const none = (p: Loose) => void delete p.statusLimits;
  const empty = (p: Loose) => (p.statusLimits = []);
  expect(said(none, empty)).toEqual([
    'status limits: Has no status limits, as before; it is only written another way.',
  ]);
  expect(said(empty, none)).toEqual(said(none, empty));
  expect(said(none, (p) => p.statusLimits.splice(1))).toEqual([
    'status limit Assigned, from L3 up: This limit is gone; it warns after 1 min, alerts after 2 min.',
  ]);
});
