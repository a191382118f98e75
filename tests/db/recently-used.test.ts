import fc from 'fast-check';
import { expect, test } from 'vitest';
import { RecentlyUsed } from '#db/recently-used.ts';

test('it never holds more than it may, and what was used last is in it', () => {
  const act = fc.record({ key: fc.nat(12), put: fc.boolean() });
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 6 }), fc.array(act), (most, acts) => {
      const kept = new RecentlyUsed<number, string>(most);
      // The same, kept as a list with the last used at its end.
      let used: number[] = [];
      for (const { key, put } of acts) {
        if (put) kept.set(key, `${key}`);
        else expect(kept.get(key)).toBe(used.includes(key) ? `${key}` : undefined);
        if (put || used.includes(key))
          used = [...used.filter((each) => each !== key), key].slice(-most);
        expect(kept.size).toBe(used.length);
      }
      for (const key of used) expect(kept.get(key)).toBe(`${key}`);
    }),
  );
});

test('what is deleted is gone, and makes room', () => {
  const kept = new RecentlyUsed<string, number>(2);
  kept.set('a', 1);
  kept.set('b', 2);
  kept.delete('a');
  kept.set('c', 3);
  expect([kept.get('a'), kept.get('b'), kept.get('c')]).toEqual([undefined, 2, 3]);
});
