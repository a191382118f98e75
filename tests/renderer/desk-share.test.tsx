import fc from 'fast-check';
import { expect, test } from 'vitest';
import { roomFor } from '#renderer/desk/room.ts';
import { share } from '#renderer/desk/share.ts';

test('what did not change keeps its identity, what did is new', () => {
  const before = { facts: [{ id: 'a' }, { id: 'b' }], place: { address: 'x' } };
  const after = share(before, { facts: [{ id: 'a' }, { id: 'c' }], place: { address: 'x' } });
  expect(after.place).toBe(before.place);
  expect(after.facts).not.toBe(before.facts);
  expect(after.facts[0]).toBe(before.facts[0]);
  expect(share(before, structuredClone(before))).toBe(before);
});

test('sharing never changes what is said', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), (before, after) => {
      expect(share(before, structuredClone(after))).toEqual(after);
    }),
  );
});

test('a member that is gone, or there as undefined, is a change', () => {
  expect(share({ a: 1, b: 2 }, { a: 1 })).toEqual({ a: 1 });
  expect('b' in share<object>({ a: 1 }, { a: 1, b: undefined })).toBe(true);
});

test('the call keeps two columns down to 1280, also beside a sheet', () => {
  expect(roomFor(1600, false)).toBe('wide');
  expect(roomFor(1600, true)).toBe('wide');
  expect(roomFor(1280, false)).toBe('narrow');
  expect(roomFor(1280, true)).toBe('narrow');
  expect(roomFor(800, false)).toBe('stacked');
});
