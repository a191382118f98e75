import { describe, expect, test } from 'vitest';
import { TRAINING_OPERATORS } from '#main/desk/training/colleagues.ts';
import { placeFor } from '#main/desk/training/incoming-call.ts';
import { Pacer } from '#main/desk/training/pacer.ts';
import {
  Deck,
  findScenario,
  isFurtherCaller,
  scenarioBehind,
  SCENARIOS,
} from '#main/desk/training/scenario-catalogue.ts';
import { truthOf, UNSCRIPTED, type Scenario } from '#main/desk/training/scenario.ts';
import { BLOCKS_OUTSIDE, STREET_BLOCKS } from '#main/desk/training/street-blocks.ts';
import document from '#shared/policy/default-policy.json' with { type: 'json' };
import { DISPOSITION_CODES } from '#shared/incident/disposition.ts';
import type { Policy } from '#shared/policy/policy.ts';
import { ROLES } from '#shared/roster/operator.ts';
import { evaluate } from '#shared/routing/evaluate.ts';
import { LEVELS, levelRank } from '#shared/routing/level.ts';

const policy = document as unknown as Policy;
const each = SCENARIOS.map((scenario) => [scenario.id, scenario] as const);
const routed = (scenario: Scenario) => evaluate(policy, (fact) => truthOf(scenario, fact));
const distinct = (values: readonly string[]) => [...new Set(values)].sort();

describe('the catalogue', () => {
  test('is wide enough for an evening that does not repeat itself', () => {
    expect(SCENARIOS.length).toBeGreaterThanOrEqual(60);
    expect(SCENARIOS.flatMap((scenario) => scenario.words).length).toBeGreaterThanOrEqual(130);
    expect(new Set(SCENARIOS.map((scenario) => scenario.id)).size).toBe(SCENARIOS.length);
  });

  test('reaches every level, every response and the medical gate', () => {
    const all = SCENARIOS.map(routed);
    expect(distinct(all.map((each) => each.level))).toEqual([...LEVELS]);
    const responses = distinct([
      ...all.map((each) => each.response),
      ...all.flatMap((each) => each.alongside),
    ]);
    expect(responses).toEqual(distinct(policy.responses.map((response) => response.id)));
    const medical = distinct(
      all
        .flatMap((each) => each.reasons.filter(({ gate }) => gate === policy.medical.id))
        .map((r) => r.rule),
    );
    expect(medical).toEqual(distinct(policy.medical.rules.map((rule) => rule.id)));
  });

  test('plays every disposition, on scene and on the phone', () => {
    const ends = SCENARIOS.flatMap(({ scene, phone }) =>
      phone === undefined ? [scene] : [scene, phone],
    );
    expect(distinct(ends)).toEqual(distinct([...DISPOSITION_CODES]));
  });

  test('plays every call type of the policy', () => {
    expect(distinct(SCENARIOS.map((scenario) => scenario.callType))).toEqual(
      distinct(policy.callTypes.map((type) => type.code)),
    );
  });

  test('has calls that come in looking worse, and calls that come in looking better, than they are', () => {
    const first = (scenario: Scenario) =>
      policy.callTypes.find((type) => type.code === (scenario.arrivesAs ?? scenario.callType));
    const worse = SCENARIOS.filter(
      (s) => first(s)?.priority === 1 && levelRank(routed(s).level) <= levelRank('L2'),
    );
    const better = SCENARIOS.filter(
      (s) => (first(s)?.priority ?? 1) >= 2 && levelRank(routed(s).level) >= levelRank('L4'),
    );
    expect(worse.length).toBeGreaterThanOrEqual(5);
    expect(better.length).toBeGreaterThanOrEqual(4);
  });

  test('says each first sentence only once, and finds its scenario by it', () => {
    const words = SCENARIOS.flatMap((s) => [...s.words, ...(s.others ?? [])]);
    expect(new Set(words).size).toBe(words.length);
    for (const scenario of SCENARIOS)
      for (const said of scenario.words) expect(scenarioBehind(said)).toBe(scenario);
    expect(scenarioBehind('Something a person typed')).toBe(UNSCRIPTED);
    const bridge = findScenario('over-the-expressway');
    expect(isFurtherCaller(bridge, bridge.others?.[0] ?? '')).toBe(true);
    expect(isFurtherCaller(bridge, bridge.words[0] ?? '')).toBe(false);
  });

  test('has a right-to-left name, a long name and no emoji', () => {
    const words = SCENARIOS.flatMap((scenario) => scenario.words).join(' ');
    expect(words).toMatch(/\p{Script=Hebrew}/u);
    expect(words).toMatch(/\p{Script=Arabic}/u);
    expect(words).toContain('Hernández-Villaseñor de la Torre Castañeda');
    expect(words).not.toMatch(/\p{Extended_Pictographic}/u);
  });
});

describe.each(each)('%s', (_id, scenario) => {
  test('names only facts and call types of the policy', () => {
    const facts = policy.facts.map((fact) => fact.id);
    const types = policy.callTypes.map((type) => type.code);
    const named = [...scenario.yes, ...(scenario.unknown ?? [])];
    for (const fact of [...named, scenario.surprise ?? 'behavioral']) expect(facts).toContain(fact);
    expect(new Set(named).size).toBe(named.length);
    expect(types).toContain(scenario.callType);
    if (typeof scenario.arrivesAs === 'string') expect(types).toContain(scenario.arrivesAs);
    expect(scenario.words.length).toBeGreaterThan(0);
  });

  test('says how it ends for every response it may get', () => {
    const { response } = routed(scenario);
    if (response === 'clinician-phone') expect(scenario.phone).toBeDefined();
  });
});

describe('places', () => {
  test('every area of the policy has blocks, and no block is of an area the policy lacks', () => {
    expect(distinct(Object.keys(STREET_BLOCKS))).toEqual(
      distinct(policy.areas.map((area) => area.id)),
    );
    for (const blocks of [...Object.values(STREET_BLOCKS), BLOCKS_OUTSIDE])
      for (const block of blocks) expect(block).toMatch(/^\d+00 block [NSEW] /);
    expect(Object.values(STREET_BLOCKS).every((blocks) => blocks.length >= 3)).toBe(true);
  });

  test('a scenario of a side stays on that side, and one from outside has no area', () => {
    const zoneOf = (areaId: string | null) => policy.areas.find((area) => area.id === areaId)?.zone;
    let turn = 0;
    const random = () => (turn = (turn + 0.137) % 1);
    const inNorth = { ...UNSCRIPTED, where: 'north' as const };
    for (let round = 0; round < 50; round += 1) {
      expect(zoneOf(placeFor(inNorth, policy, random).areaId)).toBe('North');
      const outside = placeFor({ ...inNorth, where: 'outside' }, policy, random);
      expect(outside.areaId).toBeNull();
    }
  });

  test('fixed homes lie in an area of the policy and use numbers reserved for fiction', () => {
    for (const { where } of SCENARIOS) {
      if (typeof where !== 'object') continue;
      expect(where.callback).toMatch(/^(312|773)-555-01\d\d$/);
      if (where.areaId !== null) expect(Object.keys(STREET_BLOCKS)).toContain(where.areaId);
    }
  });
});

describe('the deck', () => {
  test('plays every card once before any comes again', () => {
    let turn = 0;
    const deck = new Deck(() => (turn = (turn + 0.6180339887) % 1));
    const round = SCENARIOS.flatMap((scenario) => scenario.words).length;
    const first = Array.from({ length: round }, () => deck.draw().words);
    expect(new Set(first).size).toBe(round);
    const removed = first[0] as string;
    deck.remove(removed);
    const second = Array.from({ length: round - 1 }, () => deck.draw().words);
    expect(second).not.toContain(removed);
  });
});

describe('the pacer', () => {
  test('waits once for a step, tries again later, and forgets steps nobody asks about', () => {
    const pacer = new Pacer(() => 0.5, 2);
    expect(pacer.ready('step', 0, [10, 30])).toBe(false);
    expect(pacer.ready('step', 9_999, [10, 30])).toBe(false);
    expect(pacer.ready('step', 10_000, [10, 30])).toBe(true);
    expect(pacer.ready('step', 10_500, [10, 30])).toBe(false);
    for (let lap = 0; lap < 3; lap += 1) pacer.nextLap();
    expect(pacer.ready('step', 60_000, [10, 30])).toBe(false);
    expect(pacer.ready('report', 60_000, [10, 30], 45_000)).toBe(true);
  });

  test('draws a chance once', () => {
    const draws = [0.9, 0.1];
    const pacer = new Pacer(() => draws.shift() ?? 0, 1);
    expect(pacer.happens('surprise', 0.5)).toBe(false);
    expect(pacer.happens('surprise', 0.5)).toBe(false);
    expect(pacer.happens('another', 0.5)).toBe(true);
  });
});

test('the people of the room fill every role', () => {
  expect(distinct(TRAINING_OPERATORS.map((operator) => operator.role))).toEqual(
    distinct([...ROLES]),
  );
});
