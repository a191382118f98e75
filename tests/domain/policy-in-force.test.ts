import fc from 'fast-check';
import { expect, test } from 'vitest';
import { standingAt, stepBackAt, type Adoption } from '#shared/policy/in-force.ts';

const at = (minute: number) => new Date(Date.UTC(2026, 2, 3, 18, minute)).toISOString();

function adoption(seq: number, hash: string, minute: number, withdrawn = false): Adoption {
  return { seq, hash, effectiveFrom: at(minute), withdrawn };
}

test('the latest one whose time has come is in force, and the earliest to come is next', () => {
  const list = [adoption(1, 'a', 0), adoption(2, 'b', 10), adoption(3, 'c', 20)];
  expect(standingAt(list, at(-1))).toEqual({ inForce: null, next: list[0] });
  expect(standingAt(list, at(0))).toEqual({ inForce: list[0], next: list[1] });
  expect(standingAt(list, at(9)).inForce).toBe(list[0]);
  expect(standingAt(list, at(10))).toEqual({ inForce: list[1], next: list[2] });
  expect(standingAt(list, at(99))).toEqual({ inForce: list[2], next: null });
  expect(standingAt([], at(0))).toEqual({ inForce: null, next: null });
});

test('the time counts and not the order in which they were written', () => {
  const later = adoption(1, 'a', 20);
  const sooner = adoption(2, 'b', 10);
  expect(standingAt([later, sooner], at(15))).toEqual({ inForce: sooner, next: later });
  expect(standingAt([later, sooner], at(25)).inForce).toBe(later);
});

test('of two with the same time the one written later counts', () => {
  const list = [adoption(7, 'b', 10), adoption(2, 'a', 10)];
  expect(standingAt(list, at(10)).inForce?.hash).toBe('b');
});

test('an instant is a moment and not a text', () => {
  const short = { ...adoption(2, 'b', 0), effectiveFrom: '2026-03-03T18:10:00Z' };
  const list = [adoption(1, 'a', 0), short];
  expect(standingAt(list, '2026-03-03T18:10:00.000Z').inForce).toBe(short);
  expect(standingAt(list, '2026-03-03T18:09:59.999Z').inForce).toBe(list[0]);
});

test('a withdrawn one is neither in force nor next', () => {
  const list = [adoption(1, 'a', 0), adoption(2, 'b', 10, true), adoption(3, 'c', 20)];
  expect(standingAt(list, at(5)).next).toBe(list[2]);
  expect(standingAt(list, at(15)).inForce).toBe(list[0]);
});

test('one step back is what was in force before, and a second one returns', () => {
  const list = [adoption(1, 'a', 0), adoption(2, 'b', 10), adoption(3, 'c', 20)];
  expect(stepBackAt(list, at(5))).toBeNull();
  expect(stepBackAt(list, at(15))?.hash).toBe('a');
  expect(stepBackAt(list, at(25))?.hash).toBe('b');
  const back = [...list, adoption(4, 'b', 30)];
  expect(stepBackAt(back, at(31))?.hash).toBe('c');
  expect(stepBackAt([...back, adoption(5, 'c', 40)], at(41))?.hash).toBe('b');
});

test('a step back never leads to what is in force already or was withdrawn', () => {
  const list = [adoption(1, 'a', 0), adoption(2, 'b', 10, true), adoption(3, 'a', 20)];
  expect(stepBackAt(list, at(25))).toBeNull();
});

const adoptions = fc
  .array(fc.tuple(fc.nat(6), fc.nat(30), fc.boolean()), { maxLength: 12 })
  .map((rows) =>
    rows.map(([name, minute, withdrawn], index) =>
      adoption(index + 1, `hash ${name}`, minute, withdrawn),
    ),
  );

test('whatever was adopted: none in force waits, none passed over is later, next is the first to come', () => {
  fc.assert(
    fc.property(adoptions, fc.integer({ min: -2, max: 32 }), (list, minute) => {
      const { inForce, next } = standingAt(list, at(minute));
      const standing = list.filter((each) => !each.withdrawn);
      const begun = standing.filter((each) => each.effectiveFrom <= at(minute));
      const latest = begun
        .map((each) => each.effectiveFrom)
        .sort()
        .at(-1);
      const last = begun.filter((each) => each.effectiveFrom === latest).at(-1) ?? null;
      expect(inForce).toBe(last);
      const ahead = standing.filter((each) => each.effectiveFrom > at(minute));
      expect(next === null).toBe(ahead.length === 0);
      for (const each of ahead) expect(each.effectiveFrom >= next!.effectiveFrom).toBe(true);
    }),
  );
});
