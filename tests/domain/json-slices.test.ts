import fc from 'fast-check';
import { expect, test } from 'vitest';
import { elementsIn, memberIn } from '#main/intake/eido/json-slices.ts';

test('the elements of any list stand in it letter for letter', () => {
  fc.assert(
    fc.property(fc.array(fc.jsonValue()), fc.constantFrom(undefined, 1, '\t'), (values, indent) => {
      const texts = elementsIn(JSON.stringify(values, null, indent)) ?? [];
      expect(texts.map((text) => JSON.parse(text) as unknown)).toEqual(
        values.map((value) => JSON.parse(JSON.stringify(value)) as unknown),
      );
    }),
    { numRuns: 200 },
  );
});

test('the member of any object is found as a parser finds it', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), fc.string(), (object, other) => {
      const text = ` ${JSON.stringify(object, null, 2)}`;
      const parsed = JSON.parse(text) as Record<string, unknown>;
      for (const name of [...Object.keys(parsed), other]) {
        const found = memberIn(text, name);
        if (Object.hasOwn(parsed, name)) expect(JSON.parse(found ?? '')).toEqual(parsed[name]);
        else expect(found).toBeNull();
      }
    }),
    { numRuns: 200 },
  );
});

test('of a name that stands twice the last counts', () => {
  expect(memberIn('{"a":1,"\\u0061":2}', 'a')).toBe('2');
});

test('what is no list or no object is none, and nothing hangs on what is no JSON', () => {
  expect(elementsIn('{}')).toBeNull();
  expect(memberIn('[]', 'a')).toBeNull();
  fc.assert(
    fc.property(fc.stringMatching(/^[[\]{}",:\\ a1]{0,40}$/), (text) => {
      expect((elementsIn(text) ?? []).length).toBeLessThanOrEqual(text.length);
      try {
        memberIn(text, 'a');
      } catch (error) {
        expect(error).toBeInstanceOf(SyntaxError);
      }
    }),
    { numRuns: 500 },
  );
});

test('a million brackets are no deeper than one', () => {
  const text = `[${'['.repeat(500_000)}${']'.repeat(500_000)}]`;
  expect(elementsIn(text)).toHaveLength(1);
});
