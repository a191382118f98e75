import fc from 'fast-check';
import { expect, test } from 'vitest';
import { changedPolicy, changes, fullPolicy, type Loose } from '../support/changed-policy.ts';
import { canonicalJson } from '#shared/lib/canonical-json.ts';
import { differencesBetween, type Difference } from '#shared/policy/difference/differences.ts';
import { policySchema } from '#shared/policy/document/policy-schema.ts';
import type { Policy } from '#shared/policy/policy.ts';

const policyOf = (edit: (policy: Loose) => void): Policy => {
  const policy = fullPolicy();
  edit(policy);
  return policy as Policy;
};

const untouched = () => {};

/** What the edit is told as: “subject: sentence”. */
function said(edit: (policy: Loose) => void, from: (policy: Loose) => void = untouched): string[] {
  return differencesBetween(policyOf(from), policyOf(edit)).map((d) => `${d.subject}: ${d.says}`);
}

const sentences: readonly (readonly [string, (policy: Loose) => void, string])[] = [
  [
    'readings',
    (p) => (p.gates[0].rules[0].when[0].is = ['unknown']),
    'rule L4-WEAPON: No longer fires when “Weapon in hand” is yes; fires when it is unknown.',
  ],
  [
    'more readings',
    (p) => p.gates[2].rules[1].when[0].is.push('no'),
    'rule L2-SUBSTANCE: Also fires when “Mental health or substance use is the main reason” is no, provided its other conditions hold.',
  ],
  [
    'fewer readings',
    (p) => p.gates[2].rules[1].when[0].is.pop(),
    'rule L2-SUBSTANCE: No longer fires when “Mental health or substance use is the main reason” is not asked.',
  ],
  [
    'readings in another order',
    (p) => p.gates[2].rules[1].when[0].is.reverse(),
    'rule L2-SUBSTANCE: The answers to “Mental health or substance use is the main reason” are listed in another order; it fires for the same calls.',
  ],
  [
    'a condition more',
    (p) => p.gates[0].rules[0].when.push({ fact: 'ledge', is: ['no'] }),
    'rule L4-WEAPON: Now also needs “Ledge, bridge or tracks” to be no: it fires for fewer calls.',
  ],
  [
    'a condition less',
    (p) => p.gates[2].rules[0].when.pop(),
    'rule L2-NOT-BEHAVIORAL: No longer needs “Only information or a resource is wanted” to be no, unknown or not asked: it fires for more calls.',
  ],
  [
    'no condition left',
    (p) => p.gates[0].rules[0].when.pop(),
    'rule L4-WEAPON: No longer needs “Weapon in hand” to be yes: it fires for every call.',
  ],
  [
    'another condition',
    (p) => (p.gates[0].rules[0].when[0].fact = 'ledge'),
    'rule L4-WEAPON: Now fires when “Ledge, bridge or tracks” is yes (before: when “Weapon in hand” is yes).',
  ],
  [
    'conditions in another order',
    (p) => p.gates[2].rules[0].when.reverse(),
    'rule L2-NOT-BEHAVIORAL: Its conditions stand in another order; it fires for the same calls.',
  ],
  [
    'a rule moved down',
    (p) => p.gates[2].rules.push(p.gates[0].rules.shift()),
    'rule L4-WEAPON: Moves from L4 Imminent threat to life to L2 Needs someone in person: calls it fires for are answered lower, with “Behavioral-health team” instead of “Police and EMS”.',
  ],
  [
    'a rule moved up',
    (p) => p.gates[1].rules.push(p.gates[2].rules.shift()),
    'rule L2-NOT-BEHAVIORAL: Moves from L2 Needs someone in person to L3 Potential threat: calls it fires for are answered higher.',
  ],
  [
    'a rule moved out of the medical gate',
    (p) => p.gates[0].rules.push(p.medical.rules.shift()),
    'rule G0-BREATHING: Moves from the medical gate to L4 Imminent threat to life: it now sets the level and no longer adds “EMS and fire”.',
  ],
  [
    'a rule moved within its gate',
    (p) => p.gates[2].rules.push(p.gates[2].rules.shift()),
    'rule L2-NOT-BEHAVIORAL: Now stands after L2-THOUGHTS in its gate (before: first); the first rule that fires sets the response.',
  ],
  [
    'a rule more',
    (p) => p.gates[3].rules.push({ ...p.gates[3].rules[0], id: 'L1-NEW', when: [] }),
    'rule L1-NEW: New in L1 Can be helped by phone, after L1-PHONE: fires for every call and sends “Clinician by phone”.',
  ],
  [
    'a rule less',
    (p) => p.gates[2].rules.shift(),
    'rule L2-NOT-BEHAVIORAL: Gone from L2 Needs someone in person, where it fired when “Mental health or substance use is the main reason” is no and “Only information or a resource is wanted” is no, unknown or not asked and sent “Police”.',
  ],
  [
    'the response of a rule',
    (p) => delete p.gates[2].rules[0].response,
    'rule L2-NOT-BEHAVIORAL: Sends “Behavioral-health team”, as its gate does (before: “Police”).',
  ],
  [
    'the same response, named',
    (p) => (p.gates[0].rules[0].response = 'police-ems'),
    'rule L4-WEAPON: Names “Police and EMS” itself now, as its gate did for it before.',
  ],
  [
    'the response of a gate',
    (p) => (p.gates[0].response = 'co-response'),
    'gate L4 Imminent threat to life: Its rules send “Co-response ambulance” instead of “Police and EMS”, unless they name a response themselves.',
  ],
  [
    'the wording of a question',
    (p) => (p.facts[4].question = 'Weapon?'),
    'fact “Weapon in hand”: Is asked as “Weapon?” (before: “Is a weapon in anyone’s hand, or has one just been used?”).',
  ],
  [
    'mandatory',
    (p) => (p.facts[4].mandatory = false),
    'fact “Weapon in hand”: Is no longer mandatory: an unarmed-only response may go while it is not asked.',
  ],
  [
    'ageing',
    (p) => (p.facts[4].agesAfterMinutes = 30),
    'fact “Weapon in hand”: Has to be asked again after 30 min (before: after 15 min).',
  ],
  [
    'no ageing',
    (p) => (p.facts[4].agesAfterMinutes = null),
    'fact “Weapon in hand”: No longer has to be asked again (before: after 15 min).',
  ],
  [
    'a lower floor',
    (p) => (p.facts[4].atLeast = 'L2'),
    'fact “Weapon in hand”: A yes may now be answered as low as L2 (before: not below L4).',
  ],
  [
    'a higher floor',
    (p) => (p.facts[5].atLeast = 'L4'),
    'fact “Firearm or weapon within reach”: A yes must now be answered at L4 or higher (before: L3).',
  ],
  [
    'no floor',
    (p) => delete p.facts[5].atLeast,
    'fact “Firearm or weapon within reach”: A yes has no lowest level any more (before: L3): the rules may answer it at any level.',
  ],
  [
    'hearsay',
    (p) => delete p.facts[15].hearsayNo,
    'fact “Thoughts of suicide”: A no from somebody who was only told, or from a record, now counts as no (before: as unknown).',
  ],
  [
    'a question asked later',
    (p) => p.facts.push(p.facts.shift()),
    'fact “Not breathing normally”: Now asked after “Has called before” (before: first).',
  ],
  [
    'fallbacks',
    (p) => p.responses[4].fallbacks.splice(1, 1),
    'response “Behavioral-health team”: When nobody is free, the offer is now “Substance-use team”, then “Co-response ambulance” (before: “Substance-use team”, then “Clinician by phone”, then “Co-response ambulance”).',
  ],
  [
    'a promise',
    (p) => (p.responses[4].promiseMinutes = 25),
    'response “Behavioral-health team”: Promises contact within 25 min (before: 20 min).',
  ],
  [
    'needs',
    (p) => delete p.responses[5].needs,
    'response “Substance-use team”: May be recommended for every call (before: when “Opioids or alcohol dominate” is yes).',
  ],
  [
    'a crew',
    (p) => p.teamTypes[6].requiredRoles.push('case-worker'),
    'team type CL: Its crew is now clinician and case worker (before: clinician).',
  ],
  [
    'a ceiling',
    (p) => (p.teamTypes[6].riskCeiling = 'L2'),
    'team type CL: May now be sent up to L2 (before: up to L1).',
  ],
  [
    'check-ins',
    (p) => (p.teamTypes[2].checkInMinutes = 10),
    'team type CN: With the person it now checks in every 10 min (before: every 20 min).',
  ],
  [
    'no check-ins any more',
    (p) => delete p.teamTypes[1].checkInMinutes,
    'team type SU: With the person it now checks in not at all (before: every 15 min).',
  ],
  [
    'a grace',
    (p) => (p.teamTypes[2].checkInGraceMinutes = 2),
    'team type CN: Police back-up is recommended 2 min after a check-in was due (before: 5 min).',
  ],
  [
    'hours',
    (p) => (p.teamTypes[6].hours = [{ days: [6, 0], from: 0, to: 1440 }]),
    'team type CL: Its hours are now Sat, Sun all day (before: always).',
  ],
  [
    'hours in another order',
    (p) => p.teamTypes[6].hours[0].days.reverse(),
    'team type CL: Its hours are written in another way, which means the same.',
  ],
  [
    'areas',
    (p) => p.teamTypes[2].areas.splice(0, 2, 'chatham'),
    'team type CN: Also serves Chatham now; no longer serves Uptown and North Center.',
  ],
  [
    'all areas',
    (p) => (p.teamTypes[4].areas = ['chatham']),
    'team type PD: Serves only Chatham now (before: everywhere).',
  ],
  [
    'call types of a period',
    (p) => (p.teamTypes[7].callTypes = null),
    'team type BH, from 2026-06-01 on: Serves all call types now (before: only MHDIST and SUITHR).',
  ],
  [
    'call types left out',
    (p) => delete p.teamTypes[6].callTypes,
    'team type CL: Serves all call types, as before; it is only written another way.',
  ],
  [
    'the end of a period',
    (p) => (p.teamTypes[6].effectiveTo = '2027-01-01'),
    'team type CL: The period ends on 2027-01-01 (before: never).',
  ],
  [
    'a period more',
    (p) => p.teamTypes.push({ ...p.teamTypes[6], effectiveFrom: '2027-01-01' }),
    'team type CL, from 2027-01-01 on: A new period of this team type: Clinician desk, unarmed, with clinician, up to L1, always, everywhere, from 2027-01-01 on.',
  ],
  [
    'an area',
    (p) => (p.areas[0].zone = 'South'),
    'area Uptown: Belongs to the zone “South” now (before: “North”).',
  ],
  [
    'what a call type states',
    (p) => p.callTypes[1].states.pop(),
    'call type SUITHR: No longer says that “Thoughts of suicide” is yes.',
  ],
  [
    'a priority',
    (p) => (p.callTypes[1].priority = 3),
    'call type SUITHR: Has priority 3 now (before: 1), which is lower.',
  ],
  [
    'a promise time',
    (p) => (p.promises.decideSeconds = 90),
    'promise times: A call is to be decided within 90 s (before: 60 s).',
  ],
  [
    'a service',
    (p) => (p.services.police = 'co-response-north'),
    'services: “Police now” sends “Co-response ambulance, North” (before: “Police, CIT”).',
  ],
  [
    'the screen',
    (p) => p.screen.reverse(),
    'suicide screen: Asks “Plan or intent, means accessible”, then “Thoughts of suicide” (before: “Thoughts of suicide”, then “Plan or intent, means accessible”).',
  ],
  [
    'no screen',
    (p) => delete p.screen,
    'suicide screen: There is no suicide screen any more; it asked “Thoughts of suicide”, then “Plan or intent, means accessible”. A policy without one is not proved and cannot be published.',
  ],
  [
    'the facts of the means',
    (p) => (p.means.weapon = 'weapon-in-hand'),
    'means of harm: What is said about means of harm answers “Weapon in hand” and “Plan or intent, means accessible” (before: “Firearm or weapon within reach” and “Plan or intent, means accessible”).',
  ],
  [
    'the police roles',
    (p) => delete p.policeRoles,
    'police roles: The policy no longer says which crew roles make a team armed; they were cit officer and police officer.',
  ],
  [
    'a response that is no alternative any more',
    (p) => delete p.responses[2].alternative,
    'response “Co-response ambulance”: No longer counts as an alternative response: nobody has to say why it did not come.',
  ],
  [
    'a response that is an alternative',
    (p) => (p.responses[0].alternative = true),
    'response “EMS and fire”: Counts as an alternative response now: when none comes, a reason is asked for.',
  ],
  [
    'a response of which it is written that it is none',
    (p) => (p.responses[0].alternative = false),
    'response “EMS and fire”: Does not count as an alternative response, as before; it is written out now or left out.',
  ],
  [
    'the version',
    (p) => (p.version = '2027.1'),
    'policy: Is version “2027.1” now (before: “2026.5”).',
  ],
  [
    'a member without words of its own',
    (p) => (p.areas[0].source = 'a map'),
    'area Uptown: Its source is now “a map” (before: “news report on the pilot”).',
  ],
  [
    'verified',
    (p) => (p.areas[0].verify = false),
    'area Uptown: Is marked as verified by the center.',
  ],
];

test.each(sentences)('%s: told in one plain sentence', (_, edit, sentence) => {
  expect(said(edit)).toEqual([sentence]);
});

test('responses with one label are told apart by their ids', () => {
  const alike = (p: Loose) => (p.responses[3].label = p.responses[2].label);
  const found = said((p) => {
    alike(p);
    p.gates[1].response = 'police';
  }, alike);
  expect(found[0]).toContain(
    'send “Co-response ambulance (police)” instead of “Co-response ambulance (co-response)”',
  );
});

test('differences stand in the order of the document, what was removed behind the rest of its list', () => {
  const found = differencesBetween(
    policyOf(untouched),
    policyOf((p) => {
      p.promises.answerSeconds = 20;
      p.areas.shift();
      p.areas[11].zone = 'West';
      p.gates[4].title = 'Information';
      p.medical.rules[0].because = 'No breath.';
      p.version = '2027.1';
    }),
  );
  expect(found.map(({ kind, path }) => `${kind} ${path}`)).toEqual([
    'changed $.version',
    'changed $.medical.rules[0].because',
    'changed $.gates[4].title',
    'changed $.areas[11].zone',
    'removed $.areas[0]',
    'changed $.promises.answerSeconds',
  ]);
});

/** Documents that look like a policy; their ids may lead nowhere or stand twice. */
const policies = changes(4).map(
  (list) => changedPolicy(list, (document) => policySchema.safeParse(document).success) as Policy,
);

test('there is a difference exactly when the documents differ, and a name and a place for each', () => {
  let different = 0;
  fc.assert(
    fc.property(policies, policies, (before, after) => {
      const found = differencesBetween(before, after);
      const equal = canonicalJson(before) === canonicalJson(after);
      different += equal ? 0 : 1;
      expect(found.length === 0).toBe(equal);
      for (const each of found) expectWhole(each, before, after);
      expect(differencesBetween(structuredClone(before), structuredClone(after))).toEqual(found);
    }),
    { numRuns: 200 },
  );
  expect(different).toBeGreaterThan(50);
});

function expectWhole({ subject, says, path, kind }: Difference, before: Policy, after: Policy) {
  expect(subject).not.toBe('');
  expect(says.replace(/“[^]*?”/g, '')).not.toMatch(/undefined|\[object|\bnull\b/);
  expect(says.at(-1)).toMatch(/[.”]/);
  const there = path
    .split(/[.[\]]+/)
    .slice(1)
    .filter((step) => step !== '')
    .reduce<Loose>((value, step) => value?.[step], kind === 'removed' ? before : after);
  expect(there, `${path}: ${says}`).not.toBe(undefined);
}

test('a list shuffled and thinned at random is never told as unchanged, and swapping says it back', () => {
  fc.assert(
    fc.property(fc.shuffledSubarray<unknown>(fullPolicy()['facts'], { minLength: 1 }), (facts) => {
      const before = policyOf(untouched);
      const after = policyOf((p) => (p.facts = facts));
      const found = differencesBetween(before, after);
      const gone = found.filter(({ kind }) => kind === 'removed');
      expect(gone).toHaveLength(before.facts.length - facts.length);
      const back = differencesBetween(after, before);
      expect(back.filter(({ kind }) => kind === 'added')).toHaveLength(gone.length);
      expect(found.length === 0).toBe(canonicalJson(facts) === canonicalJson(before.facts));
    }),
  );
});
