import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold, incidentId, policy } from '../support/given.ts';
import {
  agedIncidentWith,
  anyReadings,
  combinations,
  DANGER_FACTS,
  FACTS,
  incidentWith,
  L3_FACTS,
  L4_FACTS,
  MANDATORY,
  MEDICAL_FACTS,
  READINGS,
  readings,
  recommend,
  type Known,
} from '../support/readings.ts';
import { INFORMANTS, type Answer, type Informant, type Reading } from '#shared/facts/fact.ts';
import type { IncidentEvent } from '#shared/incident/incident-events.ts';
import { staleFacts } from '#shared/incident/ageing.ts';
import type { Incident } from '#shared/incident/incident.ts';
import { findFact } from '#shared/policy/policy.ts';
import { evaluate, readingsOf } from '#shared/routing/evaluate.ts';
import { levelRank, type Level } from '#shared/routing/level.ts';

const rank = (known: Known) => levelRank(recommend(known).level);
const rules = [...policy.gates, policy.medical].flatMap((gate) => gate.rules);
const upper = policy.gates.filter(({ level }) => level === 'L4' || level === 'L3');
const lower = policy.gates.filter((gate) => !upper.includes(gate));
const factsOf = (gates: typeof policy.gates) => [
  ...new Set(gates.flatMap(({ rules: of }) => of.flatMap(({ when }) => when.map((c) => c.fact)))),
];
const LOWER_FACTS = factsOf(lower);

/** Readings that fire no rule above, and of those that no rule below L3 can tell apart, one each. */
function classesOf(fact: string): Reading[] {
  const fires = upper.flatMap((gate) => gate.rules.map(({ when }) => when[0]!));
  const conditions = lower
    .flatMap((gate) => gate.rules.flatMap(({ when }) => when))
    .filter((condition) => condition.fact === fact);
  const seen = new Map<string, Reading>();
  for (const reading of READINGS) {
    if (fires.some((each) => each.fact === fact && each.is.includes(reading))) continue;
    const mark = conditions.map(({ is }) => is.includes(reading)).join();
    if (!seen.has(mark)) seen.set(mark, reading);
  }
  return [...seen.values()];
}

/**
 * Exact and not sampled. Every rule of the gates for L4 and L3 has one condition, so any reading
 * either fires one of them by a single fact or none; with all of them silent only the facts of the
 * lower gates decide, and those are enumerated whole.
 */
const calm: Known = Object.fromEntries([...DANGER_FACTS, ...MANDATORY].map((fact) => [fact, 'no']));
const everyCalm = [...combinations(LOWER_FACTS, classesOf)].map((known) => ({ ...calm, ...known }));

const readOf = (incident: Incident) => readingsOf(incident.facts, policy);

function said(fact: string, answer: Answer, informant: Informant): IncidentEvent {
  return { type: 'incident.fact-answered', incidentId, fact, answer, informant };
}

describe('every call has one answer', () => {
  test('the enumeration rests on one condition a rule in the gates above, and is not empty', () => {
    for (const gate of upper) for (const { when } of gate.rules) expect(when).toHaveLength(1);
    expect(everyCalm.length).toBeGreaterThan(1_000);
    const levels = new Set(everyCalm.map((known) => recommend(known).level));
    expect([...levels].sort()).toEqual(['L0', 'L1', 'L2']);
  });

  test('every combination of answers is covered by a rule', () => {
    const uncovered = everyCalm.filter((known) =>
      recommend(known).reasons.some(({ rule }) => rule === 'NO-RULE'),
    );
    expect(uncovered).toEqual([]);
  });

  test.each(L4_FACTS)('a yes on %s is L4 whatever else is said', (fact) => {
    fc.assert(
      fc.property(anyReadings, (known) => {
        expect(recommend({ ...known, [fact]: 'yes' })).toMatchObject({
          level: 'L4',
          response: 'police-ems',
        });
      }),
    );
  });

  test.each(L3_FACTS)('a yes on %s is never below L3', (fact) => {
    fc.assert(
      fc.property(anyReadings, (known) => {
        expect(rank({ ...known, [fact]: 'yes' })).toBeGreaterThanOrEqual(levelRank('L3'));
      }),
    );
  });
});

describe('invariant 3: absence of data never lowers a level', () => {
  test.each(MANDATORY)('while %s is not asked the level is never below L3', (fact) => {
    fc.assert(
      fc.property(anyReadings, (known) => {
        const now = recommend({ ...known, [fact]: 'not-asked' });
        expect(levelRank(now.level)).toBeGreaterThanOrEqual(levelRank('L3'));
        expect(now.unasked).toContain(fact);
      }),
    );
  });

  test('not asked never lowers the level compared with no, for any fact', () => {
    const lowered: string[] = [];
    for (const known of everyCalm)
      for (const fact of LOWER_FACTS)
        if (rank({ ...known, [fact]: 'not-asked' }) < rank({ ...known, [fact]: 'no' }))
          lowered.push(`${fact} in ${JSON.stringify(known)}`);
    expect(lowered).toEqual([]);
    fc.assert(
      fc.property(readings, fc.constantFrom(...FACTS), (known, fact) => {
        expect(rank({ ...known, [fact]: 'not-asked' })).toBeGreaterThanOrEqual(
          rank({ ...known, [fact]: 'no' }),
        );
      }),
      { numRuns: 2_000 },
    );
  });

  test('every weapon and violence fact goes stale within 15 minutes', () => {
    const lasting = policy.facts
      .filter(({ topic }) => topic === 'weapon' || topic === 'violence')
      .filter(({ agesAfterMinutes: after }) => after === null || after > 15);
    expect(lasting.map(({ id }) => id)).toEqual([]);
  });

  test('an answer that has aged never lowers the level', () => {
    // Which answers age is the policy's to say: what is held against not knowing stands until it is known.
    const ageing = FACTS.filter((fact) => findFact(policy, fact)?.agesAfterMinutes !== null);
    expect(ageing.length).toBeGreaterThan(5);
    fc.assert(
      fc.property(readings, fc.subarray(ageing), (known, facts) => {
        const before = incidentWith(known);
        const stale = staleFacts(before, policy, Infinity).filter((fact) => facts.includes(fact));
        const aged = {
          type: 'incident.facts-aged',
          incidentId,
          facts: stale,
          why: 'time',
        } as const;
        const after = evaluate(policy, readOf(fold([aged], before)));
        expect(levelRank(after.level)).toBeGreaterThanOrEqual(rank(known));
      }),
      { numRuns: 2_000 },
    );
  });

  test('an answer that has aged never takes EMS back', () => {
    fc.assert(
      fc.property(readings, fc.constantFrom(...MEDICAL_FACTS), (known, fact) => {
        const sends = (incident: Incident) => {
          const now = evaluate(policy, readOf(incident));
          return [now.response, ...now.alongside].includes(policy.medical.response);
        };
        const before = incidentWith(known);
        if (known[fact] === 'not-asked' || !sends(before)) return;
        const facts = staleFacts(before, policy, Infinity);
        const aged = { type: 'incident.facts-aged', incidentId, facts, why: 'time' } as const;
        expect(sends(fold([aged], before)), `${fact} was ${known[fact]}`).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });

  test('an aged no reads as not asked, an aged yes stays a yes', () => {
    fc.assert(
      fc.property(readings, (known) => {
        const aged = readOf(agedIncidentWith(known));
        for (const fact of FACTS) expect(aged(fact)).toBe(known[fact]);
      }),
    );
  });
});

describe('invariant 4: new facts raise the level by themselves', () => {
  test('a new yes on a danger fact never lowers the level', () => {
    // "Not asked" of a medical fact holds L3 only until somebody asks; its yes sends EMS beside instead.
    const before = (fact: string) =>
      READINGS.filter((reading) => reading !== 'not-asked' || !MEDICAL_FACTS.includes(fact));
    fc.assert(
      fc.property(readings, fc.constantFrom(...DANGER_FACTS), (known, fact) => {
        for (const reading of before(fact))
          expect(rank({ ...known, [fact]: 'yes' })).toBeGreaterThanOrEqual(
            rank({ ...known, [fact]: reading }),
          );
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('invariants 5 and 17: what a person is or did before changes nothing', () => {
  test.each([
    'diagnosis',
    'medication-stopped',
    'unhoused',
    'called-before',
    'caller-wants-police',
  ])('%s alone changes nothing of a recommendation', (fact) => {
    // Exact: no rule reads it, so no combination of the other facts can bring it in.
    expect(FACTS).toContain(fact);
    expect(rules.flatMap(({ when }) => when).filter((each) => each.fact === fact)).toEqual([]);
    fc.assert(
      fc.property(readings, fc.constantFrom(...READINGS), (known, reading) => {
        expect(recommend({ ...known, [fact]: reading })).toEqual(recommend(known));
      }),
    );
  });

  test('all of them together change nothing either', () => {
    const context = policy.facts.filter(({ topic }) => topic === 'context').map(({ id }) => id);
    expect(context).toContain('called-before');
    fc.assert(
      fc.property(readings, anyReadings, (known, others) => {
        const told = Object.fromEntries(context.map((fact) => [fact, others[fact]!]));
        expect(recommend({ ...known, ...told })).toEqual(recommend(known));
      }),
    );
  });
});

describe('invariant 6: medical never waits', () => {
  test.each(MEDICAL_FACTS)('with a yes on %s EMS goes at once, whatever the rest says', (fact) => {
    fc.assert(
      fc.property(readings, (known) => {
        const now = recommend({ ...known, [fact]: 'yes' });
        expect([now.response, ...now.alongside]).toContain(policy.medical.response);
        expect(now.reasons.map(({ gate }) => gate)).toContain(policy.medical.id);
      }),
    );
  });

  test('a medical fact changes neither the level nor the team: it runs beside', () => {
    fc.assert(
      fc.property(readings, fc.constantFrom(...MEDICAL_FACTS), (known, fact) => {
        const asked = { ...known, [fact]: 'no' as const };
        const { level, response } = recommend(asked);
        expect(recommend({ ...asked, [fact]: 'yes' })).toMatchObject({ level, response });
      }),
    );
  });
});

describe('invariant 11: every decision is derived again bit for bit', () => {
  test('the same readings give the same recommendation, bit for bit', () => {
    fc.assert(
      fc.property(readings, (known) => {
        const again = Object.fromEntries(Object.entries(known).reverse()) as Known;
        expect(JSON.stringify(recommend(again))).toBe(JSON.stringify(recommend(known)));
      }),
    );
  });
});

describe('invariant 16: a third-party or refused screen is never low', () => {
  test('a refused or unknown suicide screen is never lower than one nobody asked', () => {
    const screen = policy.facts.filter(({ topic }) => topic === 'suicide').map(({ id }) => id);
    expect(screen.length).toBeGreaterThanOrEqual(3);
    const lowered: string[] = [];
    for (const known of everyCalm)
      for (const fact of screen) {
        const refused = recommend({ ...known, [fact]: 'unknown' });
        if (levelRank(refused.level) < rank({ ...known, [fact]: 'no' }))
          lowered.push(`${fact}: ${refused.level}`);
      }
    expect(lowered).toEqual([]);
    for (const known of everyCalm) {
      const refused = Object.fromEntries(screen.map((fact) => [fact, 'unknown' as const]));
      expect(rank({ ...known, ...refused })).toBeGreaterThanOrEqual(levelRank('L3'));
    }
  });

  test('a person with thoughts of suicide whose screen was refused is never "low"', () => {
    const low: readonly Level[] = ['L0', 'L1'];
    const found = everyCalm
      .map((known) => ({ ...known, thoughts: 'yes' as const, 'suicide-high': 'unknown' as const }))
      .filter((known) => low.includes(recommend(known).level));
    expect(found.slice(0, 1)).toEqual([]);
  });

  const screen = policy.screen ?? [];

  test.each(INFORMANTS)('a no that the %s gave is one only when they could know', (informant) => {
    const told = ['caller-was-told', 'record', 'counselor-was-told'].includes(informant);
    for (const fact of screen) {
      expect(findFact(policy, fact)?.hearsayNo).toBe('unknown');
      expect(readOf(fold([said(fact, 'no', informant)]))(fact)).toBe(told ? 'unknown' : 'no');
      expect(readOf(fold([said(fact, 'yes', informant)]))(fact)).toBe('yes');
    }
  });

  test('hearsay or a refusal in the screen is never answered below L2', () => {
    const instead = fc.constantFrom<[Answer, Informant]>(
      ['no', 'record'],
      ['no', 'caller-was-told'],
      ['unknown', 'caller-saw'],
    );
    let low = 0;
    fc.assert(
      fc.property(readings, fc.constantFrom(...screen), instead, (known, fact, [answer, who]) => {
        const { [fact]: _, ...others } = known;
        const incident = incidentWith(others);
        const level = evaluate(policy, readOf(fold([said(fact, answer, who)], incident))).level;
        expect(levelRank(level)).toBeGreaterThanOrEqual(levelRank('L2'));
        const seen = fold([said(fact, 'no', 'caller-saw')], incident);
        low += levelRank(evaluate(policy, readOf(seen)).level) < levelRank('L2') ? 1 : 0;
      }),
      { numRuns: 3_000 },
    );
    // Told by the person, the same answers are low at times: it is the informant that counts.
    expect(low).toBeGreaterThan(5);
  });
});
