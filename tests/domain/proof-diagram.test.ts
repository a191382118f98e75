import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { policy } from '../support/given.ts';
import { ALL_READINGS, everyPoint, type Point } from '../support/naive-policy.ts';
import { Diagrams, TooEntangled, type Diagram } from '#shared/policy/proof/diagram.ts';
import { verifyPolicy } from '#shared/policy/proof/verify-policy.ts';
import type { Policy, Rule } from '#shared/policy/policy.ts';

const VARIABLES = 4;
const DEEP = 9;
const POINTS = [...everyPoint(VARIABLES)];

/** A value for each of the 256 combinations; few values, so that much of it can be shared. */
const table = fc.oneof(
  fc.array(fc.nat({ max: 2 }), { minLength: 256, maxLength: 256 }),
  // Mostly the same, so that variables drop out.
  fc
    .tuple(
      fc.nat({ max: 2 }),
      fc.array(fc.tuple(fc.nat({ max: 255 }), fc.nat({ max: 2 })), { maxLength: 4 }),
    )
    .map(([value, others]) =>
      others.reduce((all, [at, to]) => all.with(at, to), Array<number>(256).fill(value)),
    ),
);

type Table = readonly number[];

const numberOf = (point: Point) => point.reduce((sum, reading, at) => sum + reading * 4 ** at, 0);

/** From the last variable to the first, without any of the operations under test. */
function build(diagrams: Diagrams, of: Table, point: number[] = []): Diagram {
  if (point.length === VARIABLES) return diagrams.constant(of[numberOf(Uint8Array.from(point))]!);
  const [a, b, c, d] = [0, 1, 2, 3].map((reading) => build(diagrams, of, [...point, reading]));
  return diagrams.node(point.length, a!, b!, c!, d!);
}

function valueAt(diagrams: Diagrams, diagram: Diagram, point: Point): number {
  let f = diagram;
  while (f >= 0) f = diagrams.branch(f, diagrams.top(f), point[diagrams.top(f)]!);
  return ~f;
}

function tableOf(diagrams: Diagrams, diagram: Diagram): number[] {
  return POINTS.map((point) => valueAt(diagrams, diagram, point));
}

const changed = (point: Point, at: number, reading: number) => numberOf(point.with(at, reading));

describe('against tables of all 256 combinations', () => {
  test('a diagram says what its table says, and equal tables have the same number', () => {
    fc.assert(
      fc.property(table, table, (one, two) => {
        const diagrams = new Diagrams(2_000_000);
        const [f, g] = [build(diagrams, one), build(diagrams, two)];
        expect(tableOf(diagrams, f)).toEqual(one);
        expect(f === g).toBe(one.join() === two.join());
        expect(build(diagrams, [...one])).toBe(f);
      }),
    );
  });

  test('apply, map and restrict are what they are point by point, and stay canonical', () => {
    const at = fc.nat({ max: VARIABLES - 1 });
    fc.assert(
      fc.property(table, table, at, fc.nat({ max: 3 }), (one, two, variable, reading) => {
        const diagrams = new Diagrams(2_000_000);
        const [f, g] = [build(diagrams, one), build(diagrams, two)];
        const both = one.map((value, point) => value * 3 + two[point]!);
        expect(diagrams.apply(f, g, (a, b) => a * 3 + b)).toBe(build(diagrams, both));
        const tens = one.map((value) => (value === 2 ? 0 : value + 10));
        expect(diagrams.map(f, (value) => (value === 2 ? 0 : value + 10))).toBe(
          build(diagrams, tens),
        );
        const given = POINTS.map((point) => one[changed(point, variable, reading)]!);
        expect(diagrams.restrict(f, variable, reading)).toBe(build(diagrams, given));
      }),
    );
  });

  test('values and variables are those it takes and turns on', () => {
    fc.assert(
      fc.property(table, (one) => {
        const diagrams = new Diagrams(2_000_000);
        const f = build(diagrams, one);
        expect([...diagrams.values(f)].sort()).toEqual([...new Set(one)].sort());
        const matters = [0, 1, 2, 3].filter((variable) =>
          POINTS.some((point) => one[numberOf(point)] !== one[changed(point, variable, 0)]),
        );
        expect([...diagrams.variables(f)].sort()).toEqual(matters);
      }),
    );
  });

  test('what is left open are the variables that still turn it, under any of the open answers', () => {
    const known = fc.array(fc.option(fc.nat({ max: 2 })), { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(table, known, fc.constantFrom(null, 3), (one, settled, closed) => {
        const diagrams = new Diagrams(2_000_000);
        const f = build(diagrams, one);
        const open = diagrams.leftOpen(f, (variable) => settled[variable] ?? null, closed);
        const possible = POINTS.filter((point) =>
          point.every((reading, at) => {
            const fixed = settled[at] ?? null;
            return fixed === null ? reading !== closed : reading === fixed;
          }),
        );
        const matters = [0, 1, 2, 3].filter(
          (variable) =>
            (settled[variable] ?? null) === null &&
            possible.some((point) => one[numberOf(point)] !== one[changed(point, variable, 0)]),
        );
        expect([...open].sort()).toEqual(matters);
      }),
    );
  });

  test('find gives a cheapest combination, or null when there is none', () => {
    const costs = fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(table, costs, fc.nat({ max: 3 }), (one, cost, wanted) => {
        const diagrams = new Diagrams(2_000_000);
        const path = diagrams.find(build(diagrams, one), (value) => value === wanted, cost);
        if (!one.includes(wanted)) {
          expect(path).toBeNull();
          return;
        }
        // Wherever the path leaves a variable open, any reading of it will do.
        const fits = POINTS.filter((point) =>
          [...path!].every(([variable, reading]) => point[variable] === reading),
        );
        expect(fits.every((point) => one[numberOf(point)] === wanted)).toBe(true);
        const price = [...path!.values()].reduce((sum, reading) => sum + cost[reading]!, 0);
        expect(price).toBeLessThanOrEqual(cheapest(one, wanted, cost));
      }),
    );
  });
});

/** Least cost of a wanted combination, where a variable that makes no difference there is free. */
function cheapest(one: Table, wanted: number, cost: readonly number[]): number {
  const prices = POINTS.filter((point) => one[numberOf(point)] === wanted).map((point) =>
    point.reduce((sum, reading) => sum + cost[reading]!, 0),
  );
  return Math.min(...prices);
}

describe('at size', () => {
  test('past 100,000 nodes equal nodes are still one and every branch still leads home', () => {
    const diagrams = new Diagrams(2_000_000);
    // All numbers of so many digits to base four: nothing in them is equal.
    const whole = (depth: number, low: number): Diagram => {
      if (depth === DEEP) return diagrams.constant(low);
      const at = (reading: number) => whole(depth + 1, low + reading * 4 ** depth);
      return diagrams.node(depth, at(0), at(1), at(2), at(3));
    };
    const f = whole(0, 0);
    const nodes = diagrams.nodes;
    expect(nodes).toBe((4 ** DEEP - 1) / 3);
    const g = whole(0, 0);
    expect(g).toBe(f);
    expect(diagrams.map(f, (value) => value)).toBe(f);
    const far = diagrams.map(f, (value) => value + 4 ** DEEP);
    expect(diagrams.apply(f, far, (a, b) => b - a)).toBe(diagrams.constant(4 ** DEEP));
    expect(diagrams.nodes).toBeGreaterThan(150_000);
    for (let number = 0; number < 4 ** DEEP; number += 977) {
      const point = Uint8Array.from({ length: DEEP }, (_, at) => Math.floor(number / 4 ** at) % 4);
      expect(valueAt(diagrams, f, point)).toBe(number);
    }
  });

  test('at its limit a diagram says so instead of growing on', () => {
    const diagrams = new Diagrams(3);
    const leaf = (value: number) => diagrams.constant(value);
    const add = (value: number) => diagrams.node(0, leaf(value), leaf(0), leaf(0), leaf(0));
    const made = [add(1), add(2), add(3)];
    expect(add(2)).toBe(made[1]);
    expect(() => add(4)).toThrow(TooEntangled);
    expect(() => add(4)).toThrow(/more than 3 steps/);
  });

  test.each([
    [5, 'is proved'],
    [10, 'is refused for being too entangled'],
  ])('%i pairs of facts asked far apart: the policy %s', { timeout: 120_000 }, (pairs, verdict) => {
    const { proved, violations } = verifyPolicy(entangled(pairs));
    expect(proved).toBe(verdict === 'is proved');
    expect(violations.map(({ invariant }) => invariant)).toEqual(proved ? [] : ['one-level']);
    if (!proved) expect(violations[0]!.says).toMatch(/too entangled .* Let each rule read fewer/);
  });
});

/**
 * The shipped policy with rules that say of each pair of facts whether both are the same, first all the
 * left ones and then all the right ones: in the order they are read nothing can be shared.
 */
function entangled(pairs: number): Policy {
  const [like] = policy.facts.filter(({ id }) => id === 'substance');
  const ids = ['left', 'right'].flatMap((side) =>
    Array.from({ length: pairs }, (_, at) => `${side}-${at}`),
  );
  const facts = ids.map((id) => ({ ...like!, id, label: id }));
  const rule = (id: string, when: Rule['when']): Rule => ({
    id,
    when,
    because: 'Made up.',
    source: 'made up',
    verify: true,
  });
  // Read once in this order, so that the left ones are all asked before the right ones.
  const order = rule(
    'IN-ORDER',
    ids.map((fact) => ({ fact, is: ['unknown'] })),
  );
  const equal = Array.from({ length: pairs }, (_, at) =>
    ALL_READINGS.map((reading) =>
      rule(`SAME-${at}-${reading.toUpperCase()}`, [
        { fact: `left-${at}`, is: [reading] },
        { fact: `right-${at}`, is: [reading] },
      ]),
    ),
  ).flat();
  return {
    ...policy,
    facts: [...policy.facts, ...facts],
    gates: policy.gates.map((gate) =>
      gate.level === 'L2' ? { ...gate, rules: [order, ...equal, ...gate.rules] } : gate,
    ),
  };
}
