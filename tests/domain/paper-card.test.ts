import fc from 'fast-check';
import { expect, test } from 'vitest';
import { declareOutage, isInOutage } from '#shared/outage/declare-outage.ts';
import { cardKey, timeProblem, type CardTime, type PaperCard } from '#shared/outage/paper-card.ts';
import type { UnitId } from '#shared/lib/brand.ts';

const NOW = '2026-03-03T18:00:00.000Z';
const ago = (minutes: number): CardTime => ({
  at: new Date(Date.parse(NOW) - minutes * 60_000).toISOString(),
  about: false,
});

/** Minutes ago of each step, as far as the card has it. */
interface Steps {
  readonly received: number;
  readonly answered: number;
  readonly decided: number | null;
  readonly assigned: number;
  readonly enRoute: number | null;
  readonly onScene: number | null;
  readonly clear: number;
  readonly closed: number | null;
}

function card(steps: Steps): PaperCard {
  const maybe = (minutes: number | null) => (minutes === null ? null : ago(minutes));
  const decided = maybe(steps.decided);
  const closed = maybe(steps.closed);
  return {
    card: '7',
    keptBy: 'Pat',
    received: ago(steps.received),
    answered: ago(steps.answered),
    address: '',
    areaId: null,
    callback: null,
    callType: null,
    words: '',
    answers: [],
    called: null,
    decided: decided && { at: decided, response: 'x', reason: null, secondPerson: null },
    phone: null,
    units: [
      {
        unitId: 'M1' as UnitId,
        assigned: ago(steps.assigned),
        enRoute: maybe(steps.enRoute),
        onScene: maybe(steps.onScene),
        clear: ago(steps.clear),
      },
    ],
    closed: closed && { at: closed, disposition: 'services', note: '' },
    unserved: null,
  };
}

const minutes = fc.integer({ min: 0, max: 90 });
const maybe = fc.option(minutes);
const anySteps: fc.Arbitrary<Steps> = fc.record({
  received: minutes,
  answered: minutes,
  decided: maybe,
  assigned: minutes,
  enRoute: maybe,
  onScene: maybe,
  clear: minutes,
  closed: maybe,
});

const falls = (values: readonly (number | null)[]) => {
  const there = values.filter((each) => each !== null);
  return there.every((each, at) => at === 0 || each <= (there[at - 1] ?? Infinity));
};

test('a card has a problem exactly when a step lies before the one it follows', () => {
  const seen = { fine: 0, wrong: 0 };
  const sorted = anySteps.map((steps): Steps => {
    const order = Object.values(steps).filter((each) => each !== null);
    order.sort((a, b) => b - a);
    let at = 0;
    const next = (value: number | null) => (value === null ? null : (order[at++] ?? 0));
    return Object.fromEntries(
      Object.entries(steps).map(([name, value]) => [name, next(value as number | null)]),
    ) as unknown as Steps;
  });
  fc.assert(
    fc.property(fc.oneof(anySteps, sorted), (steps) => {
      const { received, answered, decided, assigned, enRoute, onScene, clear, closed } = steps;
      const inOrder =
        falls([received, answered, decided, closed]) &&
        falls([received, answered, assigned, enRoute, onScene, clear, closed]);
      const problem = timeProblem(card(steps), NOW);
      expect(problem === null).toBe(inOrder);
      seen[inOrder ? 'fine' : 'wrong'] += 1;
    }),
  );
  expect(seen.fine).toBeGreaterThan(10);
  expect(seen.wrong).toBeGreaterThan(10);
});

test('no time of a card lies ahead of the clock, and the field is named', () => {
  const steps = { received: 60, answered: 60, decided: 58, assigned: 57, enRoute: 55 } as const;
  const rest = { onScene: 40, clear: 20, closed: -1 } as const;
  const problem = timeProblem(card({ ...steps, ...rest }), NOW);
  expect(problem).toMatchObject({ refused: 'closed' });
  expect(problem?.because).toContain('future');
});

test('the number of a card is the same however it is written', () => {
  const written = fc.stringMatching(/^[a-z0-9]{1,6}[- ]?[a-z0-9]{1,6}$/);
  fc.assert(
    fc.property(written, (number) => {
      expect(cardKey(`  ${number.toUpperCase().replace(' ', '   ')} `)).toBe(cardKey(number));
      expect(cardKey(cardKey(number))).toBe(cardKey(number));
    }),
  );
});

test('an outage ends after it begins, is over, and says why', () => {
  const declare = (from: number, to: number, why = 'Power') =>
    declareOutage({ outageId: 'o', from: ago(from).at, to: ago(to).at, why }, NOW);
  expect(declare(60, 10)).toMatchObject([{ type: 'outage.declared', why: 'Power' }]);
  expect(declare(10, 60)).toMatchObject({ refused: 'from' });
  expect(declare(10, 10)).toMatchObject({ refused: 'from' });
  expect(declare(10, -1)).toMatchObject({ refused: 'to' });
  expect(declare(60, 10, '  ')).toMatchObject({ refused: 'why' });
});

test('a moment lies in an outage from its first to its last minute', () => {
  const outages = [{ outageId: 'o', from: ago(60).at, to: ago(10).at, why: 'Power' }];
  expect([61, 60, 30, 10, 9].map((each) => isInOutage(outages, ago(each).at))).toEqual([
    false,
    true,
    true,
    true,
    false,
  ]);
});
