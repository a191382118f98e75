import { expect, test } from 'vitest';
import { problemsAfter, type Loose } from '../support/changed-policy.ts';

const broken: readonly (readonly [string, (policy: Loose) => void, string, RegExp])[] = [
  [
    'a fact twice',
    (p) => (p.facts[1].id = p.facts[0].id),
    '$.facts[1].id',
    /Another fact, entry 1 .*“not-breathing” already/,
  ],
  [
    'a response twice',
    (p) => p.responses.push(structuredClone(p.responses[7])),
    '$.responses[8].id',
    /Another response/,
  ],
  [
    'a grace without check-ins',
    (p) => (p.teamTypes[4].checkInGraceMinutes = 3),
    '$.teamTypes[4].checkInGraceMinutes',
    /says how long after a check-in .* not how often/,
  ],
  [
    'an alert before its warning',
    (p) => (p.statusLimits[5].alertMinutes = 60),
    '$.statusLimits[5].alertMinutes',
    /“On scene” is warned of after 60 min and alerted after 60 min/,
  ],
  [
    'a limit behind a wider one',
    (p) => p.statusLimits.push({ ...p.statusLimits[0], upToPriority: 1, teamTypes: ['ems'] }),
    '$.statusLimits[11].status',
    /Entry 1 of the list holds for every unit .*“Assigned” is never read/,
  ],
  [
    'a limit for a team nobody knows',
    (p) => (p.statusLimits[8].teamTypes = ['ens']),
    '$.statusLimits[8].teamTypes[0]',
    /no team type “ens”/,
  ],
  [
    'a phone desk that asks nobody before 988',
    (p) => (p.phoneDesk.to988Seconds = 30),
    '$.phoneDesk.to988Seconds',
    /asked for 30 s, and 988 is to take over after 30 s/,
  ],
  [
    'a fallback nobody knows',
    (p) => (p.phoneDesk.fallback = 'behavioural-health'),
    '$.phoneDesk.fallback',
    /no response “behavioural-health”/,
  ],
  [
    'a fallback that is the phone itself',
    (p) => (p.phoneDesk.fallback = 'clinician-phone'),
    '$.phoneDesk.fallback',
    /given by phone, and it is for calls that nobody took by phone/,
  ],
  [
    'a receiver twice',
    (p) => (p.phoneDesk.receivers[3].id = '988'),
    '$.phoneDesk.receivers[3].id',
    /Another receiver, entry 1 of the list, is called “988”/,
  ],
  [
    'no line of 988',
    (p) => (p.phoneDesk.receivers[0].kind = 'partner'),
    '$.phoneDesk.receivers',
    /no receiver is of the kind 988/,
  ],
  [
    'a number nobody can dial',
    (p) => (p.phoneDesk.receivers[1].dial = '833 234'),
    '$.phoneDesk.receivers[1].dial',
    /may not be written “833 234”/,
  ],
  [
    'an area twice',
    (p) => p.areas.push(structuredClone(p.areas[0])),
    '$.areas[13].id',
    /Another area/,
  ],
  [
    'a call type twice',
    (p) => p.callTypes.push(structuredClone(p.callTypes[0])),
    '$.callTypes[18].code',
    /“MHDIST” already/,
  ],
  [
    'a gate twice',
    (p) => (p.gates[1].id = p.medical.id),
    '$.gates[1].id',
    /Another gate is called “gate-0”/,
  ],
  [
    'a rule in two gates',
    (p) => (p.gates[3].rules[0].id = 'G0-INJURY'),
    '$.gates[3].rules[0].id',
    /Another rule is called G0-INJURY/,
  ],
  [
    'the reserved rule',
    (p) => (p.gates[3].rules[0].id = 'NO-RULE'),
    '$.gates[3].rules[0].id',
    /when no rule fires/,
  ],
  [
    'an unknown fact in a rule',
    (p) => (p.gates[2].rules[0].when[1].fact = 'information-onyl'),
    '$.gates[2].rules[0].when[1].fact',
    /no fact “information-onyl”/,
  ],
  [
    'an unknown fact in the medical gate',
    (p) => (p.medical.rules[0].when[0].fact = 'x'),
    '$.medical.rules[0].when[0].fact',
    /no fact “x”/,
  ],
  [
    'an unknown fact in needs',
    (p) => (p.responses[3].needs[0].fact = 'x'),
    '$.responses[3].needs[0].fact',
    /no fact “x”/,
  ],
  ['an unknown fact in the screen', (p) => (p.screen[1] = 'x'), '$.screen[1]', /no fact “x”/],
  [
    'an unknown weapon among the means',
    (p) => (p.means!.weapon = 'x'),
    '$.means.weapon',
    /no fact “x”/,
  ],
  [
    'an unknown plan among the means',
    (p) => (p.means!.planned = 'x'),
    '$.means.planned',
    /no fact “x”/,
  ],
  ['an unknown fact in person', (p) => (p.inPersonFact = 'x'), '$.inPersonFact', /no fact “x”/],
  [
    'an unknown fact stated',
    (p) => (p.callTypes[0].states[0].fact = 'x'),
    '$.callTypes[0].states[0].fact',
    /no fact “x”/,
  ],
  [
    'an unknown response of a gate',
    (p) => (p.gates[1].response = 'x'),
    '$.gates[1].response',
    /no response “x”/,
  ],
  [
    'an unknown response of the medical gate',
    (p) => (p.medical.response = 'x'),
    '$.medical.response',
    /no response “x”/,
  ],
  [
    'an unknown response of a rule',
    (p) => (p.gates[2].rules[0].response = 'x'),
    '$.gates[2].rules[0].response',
    /no response “x”/,
  ],
  [
    'an unknown fallback',
    (p) => p.responses[0].fallbacks.push('x'),
    '$.responses[0].fallbacks[0]',
    /no response “x”/,
  ],
  [
    'an unknown team',
    (p) => p.responses[0].teamTypes.push('x'),
    '$.responses[0].teamTypes[1]',
    /no team type “x”/,
  ],
  ['an unknown service', (p) => (p.services.ems = 'x'), '$.services.ems', /no team type “x”/],
  [
    'an unknown area',
    (p) => p.teamTypes[0].areas.push('x'),
    '$.teamTypes[0].areas[13]',
    /no area “x”/,
  ],
  [
    'an unknown call type',
    (p) => p.teamTypes[7].callTypes.push('X'),
    '$.teamTypes[7].callTypes[2]',
    /no call type “X”/,
  ],

  ['a level without a gate', (p) => p.gates.splice(3, 1), '$.gates', /No gate answers at L1/],
  [
    'a level twice',
    (p) => (p.gates[1].level = 'L4'),
    '$.gates[1].level',
    /Gate 1 of the list answers at L4 already/,
  ],
  [
    'gates out of order',
    (p) => p.gates.reverse(),
    '$.gates[1].level',
    /L1 stands behind the one at L0/,
  ],
  [
    'a gate without rules',
    (p) => (p.gates[4].rules = []),
    '$.gates[4].rules',
    /“Information or resource” has no rule/,
  ],
  [
    'two conditions on a fact',
    (p) => p.gates[2].rules[0].when.push({ fact: 'behavioral', is: ['yes'] }),
    '$.gates[2].rules[0].when[2].fact',
    /two conditions on “behavioral”/,
  ],
  [
    'a condition that never holds',
    (p) => (p.gates[2].rules[0].when[1].is = []),
    '$.gates[2].rules[0].when[1].is',
    /can never hold/,
  ],
  [
    'an answer twice',
    (p) => (p.gates[2].rules[0].when[1].is = ['no', 'no']),
    '$.gates[2].rules[0].when[1].is[1]',
    /“no” stands in this list twice/,
  ],
  [
    'a period without a day',
    (p) => (p.teamTypes[1].effectiveTo = '2021-09-01'),
    '$.teamTypes[1].effectiveTo',
    /begins on 2021-09-01 and ends on 2021-09-01/,
  ],
  [
    'periods that overlap',
    (p) => (p.teamTypes[0].effectiveTo = '2026-06-02'),
    '$.teamTypes[7].effectiveFrom',
    /entry 1 .*from 2021-09-01 to before 2026-06-02.* from 2026-06-01 on/,
  ],
  [
    'hours that end first',
    (p) => (p.teamTypes[7].hours[0].to = 630),
    '$.teamTypes[7].hours[0].to',
    /begin at minute 630 and end at minute 630/,
  ],
  [
    'a day twice',
    (p) => (p.teamTypes[7].hours[0].days = [1, 1]),
    '$.teamTypes[7].hours[0].days[1]',
    /Monday stands in this list twice/,
  ],
  [
    'hours that overlap',
    (p) => p.teamTypes[7].hours.push({ days: [5, 6], from: 900, to: 1000 }),
    '$.teamTypes[7].hours[1]',
    /overlap on Friday: Mon–Fri 10:30–16:00 and Fri, Sat 15:00–16:40/,
  ],
  [
    'a fallback on itself',
    (p) => p.responses[0].fallbacks.push('ems'),
    '$.responses[0].fallbacks[0]',
    /is its own fallback/,
  ],
  [
    'a fallback twice',
    (p) => p.responses[1].fallbacks.push('co-response'),
    '$.responses[1].fallbacks[1]',
    /“co-response” stands in this list twice/,
  ],
  [
    'armed and unarmed for one place',
    (p) => p.responses[4].teamTypes.push('police-cit'),
    '$.responses[4].teamTypes',
    /“police-cit” has a police officer/,
  ],
  [
    'unarmed that is not said',
    (p) => (p.responses[4].unarmedOnly = false),
    '$.responses[4].unarmedOnly',
    /none of its teams has a police officer/,
  ],
  [
    'armed that is not said',
    (p) => (p.responses[1].unarmedOnly = true),
    '$.responses[1].unarmedOnly',
    /“police-cit” has a police officer/,
  ],
  [
    'police without a team',
    (p) => (p.responses[7].unarmedOnly = false),
    '$.responses[7].unarmedOnly',
    /sends no team/,
  ],
  [
    'an officer who counts as unarmed',
    (p) => p.teamTypes[6].requiredRoles.push('police-officer'),
    '$.teamTypes[6].unarmed',
    /has the police role “police-officer”/,
  ],
  [
    'arms without an officer',
    (p) => (p.policeRoles = ['sheriff']),
    '$.teamTypes[2].unarmed',
    /none of the police roles sheriff/,
  ],
  [
    'arms that change over time',
    (p) => {
      p.teamTypes[7].requiredRoles = ['cit-officer'];
      p.teamTypes[7].unarmed = false;
    },
    '$.teamTypes[7].unarmed',
    /armed in this period and unarmed in entry 1/,
  ],
  [
    'police now without police',
    (p) => (p.services.police = 'ems'),
    '$.services.police',
    /unarmed team type/,
  ],
  [
    'a screen question twice',
    (p) => p.screen.push('thoughts'),
    '$.screen[2]',
    /“thoughts” stands in this list twice/,
  ],
  [
    'a level on a phone fact',
    (p) => (p.facts[21].atLeast = 'L2'),
    '$.facts[21].atLeast',
    /has the topic phone/,
  ],
  [
    'a level on context',
    (p) => (p.facts[25].atLeast = 'L2'),
    '$.facts[25].atLeast',
    /diagnosis, medication, home or earlier calls/,
  ],
  [
    'mandatory context',
    (p) => (p.facts[25].mandatory = true),
    '$.facts[25].mandatory',
    /cannot be mandatory/,
  ],
];

test.each(broken)('%s is refused, with its place and a remedy', (_, edit, path, message) => {
  const found = problemsAfter(edit).find((problem) => problem.path === path);
  expect(found, `of ${JSON.stringify(problemsAfter(edit))}`).toBeDefined();
  expect(found?.message).toMatch(message);
  expect(found?.remedy).toMatch(/\w{3}.*\.$/);
});

test('a mistyped id is met with the one that was meant', () => {
  const [problem] = problemsAfter((p) => (p.inPersonFact = 'in-person-ned'));
  expect(problem?.remedy).toBe('Write “in-person-need”, or add the fact to $.facts.');
});

test('one-of-each may mix police and others, and then counts as armed', () => {
  expect(problemsAfter((p) => (p.responses[4].sends = 'one-of-each'))).toEqual([]);
  const mixed = (p: Loose) => {
    p.responses[4].sends = 'one-of-each';
    p.responses[4].teamTypes = ['behavioral-health', 'police-cit'];
  };
  expect(problemsAfter(mixed).map(({ path }) => path)).toEqual(['$.responses[4].unarmedOnly']);
});

test('problems stand in the order of the document', () => {
  const found = problemsAfter((p) => {
    p.callTypes[0].states[0].fact = 'x';
    p.gates[4].rules[0].when[0].fact = 'x';
    p.gates[0].rules[3].when[0].fact = 'x';
    p.gates[0].response = 'x';
    p.medical.rules[1].when[0].fact = 'x';
    p.facts[3].atLeast = 'L0';
    p.facts[27].atLeast = 'L0';
    p.responses[0].fallbacks = ['x'];
  });
  expect(found.map(({ path }) => path)).toEqual([
    '$.facts[27].atLeast',
    '$.responses[0].fallbacks[0]',
    '$.medical.rules[1].when[0].fact',
    '$.gates[0].response',
    '$.gates[0].rules[3].when[0].fact',
    '$.gates[4].rules[0].when[0].fact',
    '$.callTypes[0].states[0].fact',
  ]);
});
