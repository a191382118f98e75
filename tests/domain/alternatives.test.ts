import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { policy } from '../support/given.ts';
import { staffedOn, whoGoes } from '../support/naive-claims.ts';
import { ALL_LEVELS, NaivePolicy, naiveRecommendation } from '../support/naive-policy.ts';
import { anyReadingsOf, smallPolicies } from '../support/random-policy.ts';
import { readings, recommend } from '../support/readings.ts';
import { findResponse, type Policy } from '#shared/policy/policy.ts';
import { teamTypeOn, teamTypesOn } from '#shared/policy/team-type.ts';
import { offerOf, shortfallsOfResponse } from '#shared/routing/alternatives.ts';
import { determinability, openQuestions } from '#shared/routing/determinability.ts';
import { evaluate } from '#shared/routing/evaluate.ts';
import { unarmedBar } from '#shared/routing/unarmed.ts';
import type { ShortfallKind, TeamAvailability } from '#shared/unit/availability.ts';

const TODAY = '2026-03-03';
const kinds: readonly ShortfallKind[] = [
  'off-duty',
  'busy',
  'short-crew',
  'out-of-hours',
  'out-of-area',
  'other-call-type',
  'no-unit',
];

/** Free, taken for some reason, or not known at all, for each team type. */
function availabilityOf(of: Policy): fc.Arbitrary<TeamAvailability> {
  const shortfall = fc.constantFrom(...kinds).map((kind) => ({ kind, text: kind }));
  const found = fc.oneof(fc.constant([]), fc.array(shortfall));
  return fc.dictionary(fc.constantFrom(...of.teamTypes.map(({ id }) => id)), found);
}

const free = (availability: TeamAvailability) =>
  Object.keys(availability).filter((id) => availability[id]!.length === 0);

const smallCase = smallPolicies.chain((small) =>
  fc.tuple(
    fc.constant(small),
    anyReadingsOf(small),
    availabilityOf(small),
    fc.constantFrom('2019-06-01', '2020-01-01', '2020-12-31', '2021-01-01', '2030-01-01'),
  ),
);

describe('the compiled evaluator', () => {
  test('says the same as a plain reading of the document, reasons and all, also where no rule speaks', () => {
    let gaps = 0;
    let waiting = 0;
    fc.assert(
      fc.property(smallCase, ([small, known]) => {
        const read = (fact: string) => known[fact]!;
        const now = evaluate(small, read);
        expect(now).toEqual(naiveRecommendation(small, read));
        gaps += now.reasons.some(({ rule }) => rule === 'NO-RULE') ? 1 : 0;
        waiting += now.provisional ? 1 : 0;
      }),
      { numRuns: 3_000 },
    );
    expect(gaps).toBeGreaterThan(20);
    expect(waiting).toBeGreaterThan(20);
  });

  test('says the same of the shipped policy', () => {
    fc.assert(
      fc.property(readings, (known) => {
        expect(recommend(known)).toEqual(naiveRecommendation(policy, (fact) => known[fact]!));
      }),
      { numRuns: 2_000 },
    );
  });

  test('gives the same text for the same policy and readings, compiled once or again', () => {
    fc.assert(
      fc.property(smallCase, ([small, known]) => {
        const read = (fact: string) => known[fact]!;
        const first = JSON.stringify(evaluate(small, read));
        expect(JSON.stringify(evaluate(small, read))).toBe(first);
        const copy = JSON.parse(JSON.stringify(small)) as Policy;
        expect(JSON.stringify(evaluate(copy, read))).toBe(first);
      }),
    );
  });

  test('names the rule and the fact when a rule reads what the policy does not define', () => {
    const [gate, ...gates] = policy.gates;
    const rule = { ...gate!.rules[0]!, id: 'L4-GHOST', when: [{ fact: 'ghost', is: [] }] };
    const broken = { ...policy, gates: [{ ...gate!, rules: [rule] }, ...gates] };
    expect(() => evaluate(broken, () => 'no')).toThrow(/L4-GHOST.*ghost/);
  });
});

describe('what is still open', () => {
  test('are the questions whose answer can change what is sent, and no others', () => {
    fc.assert(
      fc.property(smallCase, ([small, known]) => {
        const naive = new NaivePolicy(small);
        const read = (fact: string) => known[fact]!;
        const matters = (answers: readonly number[], look: (point: Uint8Array) => string) =>
          openBy(naive, known, answers, look);
        const route = (point: Uint8Array) => {
          const { level, response } = naive.at(point);
          return `${level} ${response.id}`;
        };
        const sent = (point: Uint8Array) => `${route(point)} ${naive.at(point).medical !== null}`;
        expect(openQuestions(small, read)).toEqual(matters([0, 1, 2, 3], sent));
        expect(determinability(small, read).dependsOn).toEqual(matters([0, 1, 2], route));
      }),
      { numRuns: 500 },
    );
  });
});

/** Facts not asked that change the look for some of the answers to all that are not asked. */
function openBy(
  naive: NaivePolicy,
  known: Parameters<NaivePolicy['point']>[0],
  answers: readonly number[],
  look: (point: Uint8Array) => string,
): string[] {
  const open = [...naive.facts.keys()].filter((at) => known[naive.facts[at]!] === 'not-asked');
  const points = open.reduce(
    (all, at) => all.flatMap((point) => answers.map((answer) => point.with(at, answer))),
    [naive.point(known)],
  );
  return open
    .filter((at) => points.some((point) => look(point) !== look(point.with(at, answers[0]!))))
    .map((at) => naive.facts[at]!);
}

describe('who goes', () => {
  test('is the first that is allowed and has a free team of every kind it needs', () => {
    let nobody = 0;
    fc.assert(
      fc.property(smallCase, ([small, known, availability, date]) => {
        const read = (fact: string) => known[fact]!;
        const now = evaluate(small, read);
        const bar = unarmedBar(small, now);
        const offer = offerOf(small, now, { availability, bar, date });
        const at = new NaivePolicy(small).at(new NaivePolicy(small).point(known));
        const goes = whoGoes(small, at, bar !== null, free(availability), date);
        expect(offer.goesNow).toBe(goes?.id ?? null);
        nobody += goes === null ? 1 : 0;
      }),
      { numRuns: 2_000 },
    );
    expect(nobody).toBeGreaterThan(100);
  });

  test('stands in the order of the policy: the recommended response, then its fallbacks', () => {
    fc.assert(
      fc.property(readings, availabilityOf(policy), (known, availability) => {
        const now = recommend(known);
        const { ranked } = offerOf(policy, now, { availability, bar: null, date: TODAY });
        const { fallbacks } = findResponse(policy, now.response);
        expect(ranked.map(({ response }) => response)).toEqual([now.response, ...fallbacks]);
        expect(ranked.map(({ standing }) => standing)).toEqual([
          'recommended',
          ...fallbacks.map(() => 'fallback'),
        ]);
        for (const { reasons } of ranked) expect(reasons.length).toBeGreaterThan(0);
      }),
    );
  });

  test('whatever does not go says why, and names a team of its own', () => {
    fc.assert(
      fc.property(readings, availabilityOf(policy), (known, availability) => {
        const now = recommend(known);
        const bar = unarmedBar(policy, now);
        const { ranked, goesNow } = offerOf(policy, now, { availability, bar, date: TODAY });
        for (const { response, shortfalls, barred } of ranked) {
          const { teamTypes } = findResponse(policy, response);
          for (const { teamType, text } of shortfalls) {
            expect(teamTypes).toContain(teamType);
            expect(text.trim()).not.toBe('');
          }
          if (response === goesNow) break;
          expect(shortfalls.length > 0 || barred !== null, response).toBe(true);
        }
      }),
      { numRuns: 1_000 },
    );
  });

  test('a team nobody knows of is not counted on, and one above its ceiling says so', () => {
    for (const response of policy.responses)
      for (const level of ['L0', 'L1', 'L2', 'L3', 'L4'] as const) {
        const found = shortfallsOfResponse(policy, response, level, {}, TODAY);
        expect(found.filter(({ kind }) => kind === 'not-known')).toHaveLength(
          response.teamTypes.length,
        );
        const all = Object.fromEntries(response.teamTypes.map((id) => [id, []]));
        const ceilings = response.teamTypes.map((id) =>
          ALL_LEVELS.indexOf(staffedOn(policy, id, TODAY)!.riskCeiling),
        );
        const enough = (ceiling: number) => ceiling >= ALL_LEVELS.indexOf(level);
        const able =
          response.teamTypes.length === 0 ||
          (response.sends === 'one-of' ? ceilings.some(enough) : ceilings.every(enough));
        const left = shortfallsOfResponse(policy, response, level, all, TODAY);
        expect(left.length === 0, `${response.id} at ${level}`).toBe(able);
        for (const { kind } of left) expect(kind).toBe('above-ceiling');
      }
  });
});

describe('a team type on a date', () => {
  const day = fc.integer({ min: 1, max: 9 }).map((number) => `202${number}-01-01`);
  /** Periods that do not overlap, some following each other and some not, in any order of the list. */
  const staffed = fc
    .tuple(
      fc.uniqueArray(day, { minLength: 1, maxLength: 6 }),
      fc.boolean(),
      fc.infiniteStream(fc.boolean()),
    )
    .map(([days, open, skip]) => {
      const begins = [...days].sort();
      const [team] = policy.teamTypes;
      return begins.flatMap((effectiveFrom, at) => {
        const next = begins[at + 1] ?? null;
        const left = at > 0 && next !== null && skip.next().value === true;
        const effectiveTo = next ?? (open ? null : '2030-01-01');
        return left
          ? []
          : [{ ...team!, id: 'team', label: `from ${effectiveFrom}`, effectiveFrom, effectiveTo }];
      });
    })
    .chain((periods) => fc.shuffledSubarray(periods, { minLength: periods.length }));
  const dates = fc.oneof(
    day,
    fc.constantFrom('2019-12-31', '2024-06-15', '2030-01-01', '2099-01-01'),
  );

  test('is the period that holds it; else the last one begun; else the first to come', () => {
    fc.assert(
      fc.property(staffed, dates, (periods, date) => {
        const changed = { ...policy, teamTypes: periods };
        const found = teamTypeOn(changed, 'team', date)!;
        expect(found).toBe(staffedOn(changed, 'team', date));
        const holding = periods.filter(
          ({ effectiveFrom, effectiveTo }) =>
            effectiveFrom <= date && (effectiveTo === null || date < effectiveTo),
        );
        expect(holding.length).toBeLessThanOrEqual(1);
        if (holding[0] !== undefined) expect(found).toBe(holding[0]);
        const begun = periods.some(({ effectiveFrom }) => effectiveFrom <= date);
        expect(found.effectiveFrom <= date).toBe(begun);
      }),
      { numRuns: 2_000 },
    );
  });

  test('begins on its first day and is over on the day it ends', () => {
    const [team] = policy.teamTypes;
    const changed: Policy = {
      ...policy,
      teamTypes: [
        { ...team!, label: 'second', effectiveFrom: '2026-03-01', effectiveTo: null },
        { ...team!, label: 'first', effectiveFrom: '2026-01-01', effectiveTo: '2026-02-01' },
      ],
    };
    const on = (date: string) => teamTypeOn(changed, team!.id, date)?.label;
    expect(['2025-12-31', '2026-01-01', '2026-01-31'].map(on)).toEqual(['first', 'first', 'first']);
    // Between the two nobody serves, and the last crew is the one that is known.
    expect(['2026-02-01', '2026-02-28'].map(on)).toEqual(['first', 'first']);
    expect(['2026-03-01', '2099-01-01'].map(on)).toEqual(['second', 'second']);
  });

  test('one for each id, and none for an id the policy does not have', () => {
    fc.assert(
      fc.property(staffed, dates, (periods, date) => {
        const changed = { ...policy, teamTypes: [...periods, ...policy.teamTypes] };
        const ids = ['team', ...new Set(policy.teamTypes.map(({ id }) => id))];
        expect(teamTypesOn(changed, date).map(({ id }) => id)).toEqual(ids);
        expect(teamTypeOn(changed, 'ghost', date)).toBeUndefined();
      }),
    );
  });
});
