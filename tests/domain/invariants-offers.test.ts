import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { context, fold, incidentId, NOON, policy, theo, unit } from '../support/given.ts';
import { anyReadingsOf, smallPolicies } from '../support/random-policy.ts';
import {
  dangerIn,
  FACTS,
  incidentWith,
  readings,
  recommend,
  sendsNoPolice,
  type Known,
} from '../support/readings.ts';
import type { Answer, Informant } from '#shared/facts/fact.ts';
import { decideResponse, upgrade } from '#shared/incident/decide-response.ts';
import type { IncidentEvent } from '#shared/incident/incident-events.ts';
import type { Decision, Incident } from '#shared/incident/incident.ts';
import type { UnitId } from '#shared/lib/brand.ts';
import { canonicalJson } from '#shared/lib/canonical-json.ts';
import { isRefusal } from '#shared/lib/refusal.ts';
import { findResponse, type Policy } from '#shared/policy/policy.ts';
import { availabilityKept, frozenOfferOf, offerOf } from '#shared/routing/alternatives.ts';
import { evaluate, readingsOf } from '#shared/routing/evaluate.ts';
import { unarmedBar } from '#shared/routing/unarmed.ts';
import { teamAvailability, type Need, type ShortfallKind } from '#shared/unit/availability.ts';
import type { Unit } from '#shared/unit/unit.ts';

/** Up to eight units, whole or short of crew, free or not. */
const boards: fc.Arbitrary<Unit[]> = fc
  .array(
    fc.record({
      teamType: fc.constantFrom(...policy.teamTypes.map(({ id }) => id)),
      status: fc.constantFrom('available' as const, 'available' as const, 'off-duty' as const),
      whole: fc.boolean(),
    }),
    { maxLength: 8 },
  )
  .map((units) =>
    units.map(({ teamType, status, whole }, at) => {
      const made = unit({ unitId: `U${at}` as UnitId, teamType, status });
      return whole ? made : { ...made, crew: made.crew.slice(1) };
    }),
  );

const NEED = { areaId: 'uptown', callType: null, now: NOON } as Omit<Need, 'level'>;
const readOf = (incident: Incident) => readingsOf(incident.facts, policy);

function offered(known: Known, units: readonly Unit[], need = NEED) {
  const now = recommend(known);
  const availability = teamAvailability(policy, units, need);
  const bar = unarmedBar(policy, now);
  return offerOf(policy, now, { availability, bar, date: need.now.date });
}

function said(fact: string, answer: Answer, informant: Informant): IncidentEvent {
  return { type: 'incident.fact-answered', incidentId, fact, answer, informant };
}

describe('invariant 1: police and EMS upgrade is one action, never blocked', () => {
  test('whatever is known, whoever is free and whatever the policy says', () => {
    const services = fc.subarray(['police', 'ems'] as ('police' | 'ems')[], { minLength: 1 });
    fc.assert(
      fc.property(
        fc.oneof(fc.constant(policy), smallPolicies),
        readings,
        services,
        boards,
        (inForce, known, wanted, units) => {
          const incident = incidentWith(known);
          const outcome = upgrade(incident, wanted, units, context({ policy: inForce }));
          expect(outcome[0]).toMatchObject({ type: 'incident.upgraded', services: wanted });
          const decided = outcome.filter(({ type }) => type === 'incident.response-decided');
          const level = findResponse(inForce, inForce.gates[0]!.response).level;
          expect(decided).toMatchObject(
            wanted.includes('police') ? [{ decision: { how: 'upgraded', level } }] : [],
          );
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('invariant 2: no unarmed-only response into danger or an open question', () => {
  test('what goes now is never unarmed while a danger stands, whoever is free', () => {
    let dangers = 0;
    let went = 0;
    fc.assert(
      fc.property(readings, boards, (known, units) => {
        const { goesNow } = offered(known, units);
        if (dangerIn((fact) => known[fact]!) === null) return;
        dangers += 1;
        if (goesNow === null) return;
        went += 1;
        expect(sendsNoPolice(goesNow), goesNow).toBe(false);
      }),
      { numRuns: 2_000 },
    );
    expect(dangers).toBeGreaterThan(500);
    expect(went).toBeGreaterThan(50);
  });

  test('nor under any other policy while the level is L4 or a question that must be asked is open', () => {
    const anyCase = smallPolicies.chain((small) =>
      fc.record({
        small: fc.constant(small),
        known: anyReadingsOf(small),
        free: fc.subarray([...new Set(small.teamTypes.map(({ id }) => id))]),
      }),
    );
    let held = 0;
    fc.assert(
      fc.property(anyCase, ({ small, known, free }) => {
        const read = (fact: string) => known[fact]!;
        const now = evaluate(small, read);
        const open = small.facts.some(({ id, mandatory }) => mandatory && read(id) === 'not-asked');
        if (!open && now.level !== 'L4') return;
        const availability = Object.fromEntries(free.map((id) => [id, []]));
        const bar = unarmedBar(small, now);
        const { goesNow, ranked } = offerOf(small, now, { availability, bar, date: NOON.date });
        if (goesNow !== null) expect(findResponse(small, goesNow).unarmedOnly).toBe(false);
        held += ranked.some(({ barred, shortfalls }) => barred !== null && shortfalls.length === 0)
          ? 1
          : 0;
      }),
      { numRuns: 2_000 },
    );
    expect(held).toBeGreaterThan(100);
  });
});

describe('invariant 9: a team that may not go is never recommended, and it says why', () => {
  const calm: Known = {
    ...Object.fromEntries(FACTS.map((fact) => [fact, 'no' as const])),
    behavioral: 'yes',
    'in-person-need': 'yes',
  };
  const team = policy.teamTypes.find(({ id }) => id === 'behavioral-health')!;
  const fit = unit();
  const served = (changes: Partial<typeof team>): Policy => ({
    ...policy,
    teamTypes: policy.teamTypes.map((each) => (each === team ? { ...each, ...changes } : each)),
  });
  const cases: [ShortfallKind, Policy, Unit[], typeof NEED][] = [
    ['no-unit', policy, [], NEED],
    ['off-duty', policy, [{ ...fit, status: 'off-duty' }], NEED],
    ['busy', policy, [{ ...fit, status: 'on-scene' }], NEED],
    ['short-crew', policy, [{ ...fit, crew: fit.crew.slice(1) }], NEED],
    ['out-of-hours', served({ hours: [{ days: [2], from: 0, to: 720 }] }), [fit], NEED],
    ['out-of-hours', served({ effectiveTo: NOON.date }), [fit], NEED],
    ['out-of-area', served({ areas: ['chatham'] }), [fit], NEED],
    ['out-of-area', policy, [fit], { ...NEED, areaId: null }],
    ['other-call-type', served({ callTypes: ['WELBNG'] }), [fit], { ...NEED, callType: 'PERDWN' }],
  ];

  test.each(cases)('%s', (kind, inForce, units, need) => {
    const now = evaluate(inForce, (fact) => calm[fact]!);
    expect(now.response).toBe('behavioral-health');
    const date = need.now.date;
    const availability = teamAvailability(inForce, units, need);
    const { ranked, goesNow } = offerOf(inForce, now, { availability, bar: null, date });
    expect(goesNow).not.toBe('behavioral-health');
    expect(ranked[0]!.shortfalls.map((each) => each.kind)).toContain(kind);
  });

  test('the same team goes when nothing stands against it', () => {
    expect(offered(calm, [fit]).goesNow).toBe('behavioral-health');
  });

  test('nobody is counted on of whom nothing is known', () => {
    fc.assert(
      fc.property(readings, (known) => {
        const now = recommend(known);
        const { ranked, goesNow } = offerOf(policy, now, {
          availability: {},
          bar: null,
          date: NOON.date,
        });
        const { teamTypes } = goesNow === null ? { teamTypes: [] } : findResponse(policy, goesNow);
        expect(teamTypes).toEqual([]);
        for (const { response, shortfalls } of ranked)
          for (const id of findResponse(policy, response).teamTypes)
            expect(shortfalls).toContainEqual(
              expect.objectContaining({ teamType: id, kind: 'not-known' }),
            );
      }),
    );
  });
});

describe('invariant 10: nothing that has expired routes', () => {
  // No policy reads a caution yet; a record can only speak through the answers it gives.
  test('an answer out of a record ages like any other, and then counts as not asked', () => {
    const ageing = policy.facts.filter(({ agesAfterMinutes }) => agesAfterMinutes !== null);
    expect(ageing.length).toBeGreaterThan(8);
    for (const { id, hearsayNo } of ageing)
      for (const answer of ['no', 'unknown'] as const) {
        const told = fold([said(id, answer, 'record')]);
        expect(readOf(told)(id)).toBe(hearsayNo === undefined ? answer : 'unknown');
        const facts = [id];
        const late = fold([{ type: 'incident.facts-aged', incidentId, facts, why: 'time' }], told);
        expect(readOf(late)(id)).toBe('not-asked');
      }
  });
});

describe('invariant 11: every decision is derived again bit for bit', () => {
  test('from its readings, its policy and who was free, through JSON and back', () => {
    const choices = fc.constantFrom(...policy.responses.map(({ id }) => id));
    let replayed = 0;
    fc.assert(
      fc.property(readings, boards, choices, fc.boolean(), (known, units, other, accept) => {
        const { level, response } = recommend(known);
        const outcome = decideResponse(
          incidentWith(known),
          {
            seen: { level, response },
            response: accept ? response : other,
            reason: 'Seen before.',
            secondPerson: theo,
            unserved: { code: 'caller-insisted', note: '' },
          },
          units,
          context(),
        );
        if (isRefusal(outcome)) return;
        const { decision } = JSON.parse(JSON.stringify(outcome[0])) as { decision: Decision };
        const inForce = JSON.parse(JSON.stringify(policy)) as Policy;
        const read = (fact: string) => decision.readings[fact]!;
        const now = evaluate(inForce, read);
        expect(canonicalJson(now)).toBe(canonicalJson(decision.recommendation));
        const kept = decision.offered!;
        expect(kept.date).toBe(NOON.date);
        const bar = unarmedBar(inForce, now);
        const given = { availability: availabilityKept(kept), bar, date: kept.date };
        expect(canonicalJson(frozenOfferOf(inForce, now, given))).toBe(canonicalJson(kept));
        expect(offerOf(inForce, now, given).goesNow).toBe(kept.goesNow);
        replayed += 1;
      }),
      { numRuns: 1_000 },
    );
    expect(replayed).toBeGreaterThan(300);
  });
});
