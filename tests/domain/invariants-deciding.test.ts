import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  answered,
  cleared,
  context,
  couldTalk,
  dana,
  decide,
  decided,
  fold,
  policy,
  theo,
  unit,
  type Told,
} from '../support/given.ts';
import {
  dangerIn,
  DANGER_FACTS,
  FACTS,
  incidentWith,
  agedIncidentWith,
  L3_FACTS,
  L4_FACTS,
  MANDATORY,
  readings,
  recommend,
  sendsNoPolice,
} from '../support/readings.ts';
import { readFact } from '#shared/facts/fact.ts';
import { ageFacts, answerFacts, changeCaller } from '#shared/incident/decide-intake.ts';
import { upgrade } from '#shared/incident/decide-response.ts';
import { assignUnit } from '#shared/incident/decide-units.ts';
import type { Incident } from '#shared/incident/incident.ts';
import { needsDecision } from '#shared/incident/phase.ts';
import { isRefusal } from '#shared/lib/refusal.ts';
import { levelRank } from '#shared/routing/level.ts';

const response = fc.constantFrom(...policy.responses.map(({ id }) => id));
const second = fc.constantFrom(null, dana, theo);
const reason = fc.constantFrom(null, ' ', 'I know this person.');
const read = (incident: Incident) => (fact: string) => readFact(incident.facts, fact);
const unarmedTeams = policy.teamTypes.filter(
  (team) => team.unarmed && team.id !== policy.services.ems,
);

/** A decision somebody managed to make, with whatever reason and second person it took. */
function tryToDecide(incident: Incident, to: string, why: string | null, who: typeof dana | null) {
  const outcome = decide(incident, { response: to, reason: why, secondPerson: who });
  return isRefusal(outcome) ? null : fold(outcome, incident);
}

test('no decision sends only unarmed people into danger or into a question nobody asked', () => {
  let barred = 0;
  fc.assert(
    fc.property(readings, response, reason, second, (known, to, why, who) => {
      for (const incident of [incidentWith(known), agedIncidentWith(known)]) {
        const danger = dangerIn(read(incident));
        if (danger === null) continue;
        barred += 1;
        const after = tryToDecide(incident, to, why, who);
        if (after !== null) expect(sendsNoPolice(to), `${to} with ${danger} open`).toBe(false);
      }
    }),
    { numRuns: 1_000 },
  );
  expect(barred).toBeGreaterThan(500);
});

test.each(L4_FACTS)(
  'with %s answered yes no unarmed team can be sent, however it was decided',
  (fact) => {
    for (const { id } of policy.responses) {
      const incident = fold([answered(fact, 'yes')], fold(cleared));
      const after = tryToDecide(incident, id, 'I know this person.', theo) ?? incident;
      for (const team of unarmedTeams)
        expect(
          assignUnit(after, unit({ teamType: team.id }), 'Nobody nearer.', context()),
          `${team.id} after deciding ${id}`,
        ).toHaveProperty('refused');
    }
  },
);

test.each(MANDATORY)(
  'with %s not asked no unarmed team can be sent, however it was decided',
  (fact) => {
    const known = cleared.filter((event) => 'fact' in event && event.fact !== fact);
    for (const { id } of policy.responses) {
      const incident = fold(known);
      const after = tryToDecide(incident, id, 'I know this person.', theo) ?? incident;
      for (const team of unarmedTeams)
        expect(
          assignUnit(after, unit({ teamType: team.id }), 'Nobody nearer.', context()),
          `${team.id} after deciding ${id}`,
        ).toHaveProperty('refused');
    }
  },
);

const inPerson = [...cleared, answered('in-person-need', 'yes')];

test('answers that aged between decision and sending have to be asked again first', () => {
  const incident = decided(inPerson);
  const late = fold(ageFacts(incident, MANDATORY, 'time', context()) as Told[], incident);
  expect(assignUnit(late, unit(), null, context())).toHaveProperty('refused');
});

test('a new caller after a lowered decision puts the questions again before a team goes', () => {
  const signed = { response: 'behavioral-health', reason: 'Talks calmly.', secondPerson: theo };
  const incident = decided([...inPerson, answered('suicide-high', 'yes')], signed);
  expect(assignUnit(incident, unit(), null, context())).not.toHaveProperty('refused');
  const outcome = changeCaller(incident, context());
  const late = fold(outcome as Told[], incident);
  expect(assignUnit(late, unit(), null, context())).toHaveProperty('refused');
});

test('an unarmed team goes only on a standing decision with no danger open', () => {
  // Random histories: decide any way, then let time, callers and answers come in any order, then send.
  const later = fc.oneof(
    fc.record({ what: fc.constant('age' as const), fact: fc.constantFrom(...MANDATORY) }),
    fc.record({ what: fc.constant('caller' as const), fact: fc.constant('') }),
    fc.record({ what: fc.constant('yes' as const), fact: fc.constantFrom(...FACTS) }),
    fc.record({ what: fc.constant('no' as const), fact: fc.constantFrom(...FACTS) }),
  );
  fc.assert(
    fc.property(readings, response, fc.array(later, { maxLength: 3 }), (known, to, events) => {
      let incident = incidentWith(known);
      incident = tryToDecide(incident, to, 'I know this person.', theo) ?? incident;
      for (const { what, fact } of events) {
        const outcome =
          what === 'age'
            ? ageFacts(incident, [fact], 'time', context())
            : what === 'caller'
              ? changeCaller(incident, context())
              : answerFacts(incident, [fact], what, 'caller-saw', context());
        incident = fold(outcome as Told[], incident);
      }
      const danger = dangerIn(read(incident));
      for (const team of unarmedTeams) {
        const sent = assignUnit(incident, unit({ teamType: team.id }), 'Nobody nearer.', context());
        if (isRefusal(sent)) continue;
        expect(needsDecision(incident)).toBe(false);
        expect(danger, `${team.id} was sent`).toBeNull();
      }
    }),
    { numRuns: 1_500 },
  );
});

test.each(DANGER_FACTS)(
  'a yes on %s after a decision raises it by itself when it is higher',
  (fact) => {
    const incident = decided(couldTalk);
    const outcome = answerFacts(incident, [fact], 'yes', 'caller-saw', context());
    const after = fold(outcome as Told[], incident);
    const known = Object.fromEntries(FACTS.map((each) => [each, read(after)(each)]));
    const higher = levelRank(recommend(known).level) > levelRank(incident.decision!.level);
    expect(needsDecision(after)).toBe(higher);
    expect(after.raised?.to ?? null).toBe(higher ? recommend(known).level : null);
  },
);

test.each(['unhoused', 'diagnosis', 'called-before', 'medication-stopped', 'caller-wants-police'])(
  'a yes on %s raises no standing decision, not even after other answers have aged',
  (fact) => {
    const incident = decided(inPerson);
    const late = fold(ageFacts(incident, MANDATORY, 'time', context()) as Told[], incident);
    const outcome = answerFacts(late, [fact], 'yes', 'caller-saw', context());
    expect((outcome as Told[]).map(({ type }) => type)).toEqual(['incident.fact-answered']);
  },
);

test('choosing below a recommended L3 or L4 takes a reason and somebody else', () => {
  let lowered = 0;
  fc.assert(
    fc.property(readings, response, reason, second, (known, to, why, who) => {
      const incident = incidentWith(known);
      const now = recommend(known);
      const after = tryToDecide(incident, to, why, who);
      if (after === null || levelRank(now.level) < levelRank('L3')) return;
      if (levelRank(after.decision!.level) >= levelRank(now.level)) return;
      lowered += 1;
      expect(after.decision).toMatchObject({ direction: 'down', secondPerson: theo });
      expect(after.decision?.reason?.trim()).toBeTruthy();
    }),
    { numRuns: 6_000 },
  );
  expect(lowered).toBeGreaterThan(20);
});

test.each([
  [
    'police and EMS were called',
    (calm: Incident) => upgrade(calm, ['police', 'ems'], [], context()),
  ],
  ['somebody chose co-response', (calm: Incident) => decide(calm, { response: 'co-response' })],
])('after %s, accepting a lower recommendation takes a reason and somebody else', (_how, act) => {
  const calm = fold(inPerson);
  const high = fold(act(calm) as Told[], calm);
  expect(levelRank(high.decision!.level)).toBeGreaterThanOrEqual(levelRank('L3'));
  expect(decide(high)).toHaveProperty('refused');
  expect(decide(high, { reason: 'All calm now.', secondPerson: dana })).toHaveProperty('refused');
  expect(decide(high, { reason: 'All calm now.', secondPerson: theo })).not.toHaveProperty(
    'refused',
  );
});

test.each([...L4_FACTS, ...L3_FACTS])(
  'a level raised by a yes on %s is not lowered by a later no alone',
  (fact) => {
    const before = decided(inPerson);
    const raised = fold(
      answerFacts(before, [fact], 'yes', 'caller-saw', context()) as Told[],
      before,
    );
    expect(raised.raised).not.toBeNull();
    const denied = fold(
      answerFacts(raised, [fact], 'no', 'caller-was-told', context()) as Told[],
      raised,
    );
    expect(denied.raised).not.toBeNull();
    expect(decide(denied)).toHaveProperty('refused');
  },
);

test('escalating never needs a reason or a second person', () => {
  let escalated = 0;
  fc.assert(
    fc.property(readings, response, (known, to) => {
      const target = policy.responses.find(({ id }) => id === to)!;
      const now = recommend(known);
      if (levelRank(target.level) <= levelRank(now.level) || sendsNoPolice(to)) return;
      escalated += 1;
      expect(decide(incidentWith(known), { response: to })).not.toHaveProperty('refused');
    }),
    { numRuns: 1_000 },
  );
  expect(escalated).toBeGreaterThan(50);
});
