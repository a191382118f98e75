import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { changedMeanwhile } from '#shared/edit/changed-meanwhile.ts';
import { mergeChoices, mergeFields } from '#shared/edit/merge-fields.ts';

interface Form {
  readonly address: string;
  readonly area: string | null;
  readonly wants: readonly string[];
}
const value = fc.constantFrom('', 'a', 'b', 'c');
const form: fc.Arbitrary<Form> = fc.record({
  address: value,
  area: fc.option(value),
  wants: fc.subarray(['lift', 'sedan']),
});
const FIELDS = ['address', 'area', 'wants'] as const;
const says = (each: unknown) => JSON.stringify(each);

describe('merging field by field', () => {
  test('a field I did not touch stays as they left it, one they did not touch is mine', () => {
    const seen = { address: '1 N State', area: null, wants: [] };
    const mine = { ...seen, address: '1 N Clark' };
    const theirs = { ...seen, area: 'uptown' };
    expect(mergeFields<Form>(seen, mine, theirs)).toEqual({
      merged: { address: '1 N Clark', area: 'uptown', wants: [] },
      conflicts: [],
    });
  });

  test('the same value twice is no dispute, another one is', () => {
    const [seen, a, b] = [{ address: '' }, { address: 'a' }, { address: 'b' }];
    expect(mergeFields(seen, a, a)).toEqual({ merged: a, conflicts: [] });
    expect(mergeFields(seen, a, b)).toEqual({
      merged: b,
      conflicts: [{ field: 'address', seen: '', mine: 'a', theirs: 'b' }],
    });
  });

  test('no value of either side is lost', () => {
    fc.assert(
      fc.property(form, form, form, (seen, mine, theirs) => {
        const { merged, conflicts } = mergeFields(seen, mine, theirs);
        for (const field of FIELDS) {
          const disputed = conflicts.find((each) => each.field === field);
          const kept = [merged[field], disputed?.mine, disputed?.theirs].map(says);
          if (says(mine[field]) !== says(seen[field])) expect(kept).toContain(says(mine[field]));
          if (says(theirs[field]) !== says(seen[field]))
            expect(kept).toContain(says(theirs[field]));
        }
      }),
    );
  });

  test('who comes first does not matter where the fields are disjoint', () => {
    fc.assert(
      fc.property(form, form, form, fc.subarray([...FIELDS]), (seen, a, b, ofA) => {
        const mine = { ...seen, ...pick(a, ofA) };
        const rest = FIELDS.filter((field) => !ofA.includes(field));
        const theirs = { ...seen, ...pick(b, rest) };
        const one = mergeFields(seen, mine, theirs);
        const other = mergeFields(seen, theirs, mine);
        expect(one.conflicts).toEqual([]);
        expect(one).toEqual(other);
      }),
    );
  });

  test('saving again what was saved changes nothing and disputes nothing', () => {
    fc.assert(
      fc.property(form, form, form, (seen, mine, theirs) => {
        const { merged, conflicts } = mergeFields(seen, mine, theirs);
        fc.pre(conflicts.length === 0);
        expect(mergeFields(seen, mine, merged)).toEqual({ merged, conflicts: [] });
      }),
    );
  });
});

test('ticks of two people add up, and one that both take away is gone', () => {
  expect(mergeChoices(['lift'], ['lift', 'sedan'], ['lift', 'cage'])).toEqual([
    'lift',
    'cage',
    'sedan',
  ]);
  expect(mergeChoices(['lift', 'sedan'], ['sedan'], ['sedan'])).toEqual(['sedan']);
  expect(mergeChoices(['lift'], [], ['lift', 'cage'])).toEqual(['cage']);
});

test('the refusal names who, which field, and what became of the words', () => {
  const { conflicts } = mergeFields({ area: null }, { area: 'b' }, { area: 'a' } as {
    area: string | null;
  });
  const refusal = changedMeanwhile(
    conflicts,
    { area: { label: 'Area', says: (id) => `Area ${String(id)}` } },
    () => ({ byName: 'Ana', at: '2026-03-03T18:00:00.000Z' }),
  );
  expect(refusal.because).toMatch(/^Ana changed “Area” .* what you typed is kept/);
  expect(refusal.meanwhile).toEqual([
    {
      field: 'area',
      label: 'Area',
      theirs: 'a',
      saysTheirs: 'Area a',
      saysMine: 'Area b',
      byName: 'Ana',
      at: '2026-03-03T18:00:00.000Z',
    },
  ]);
});

function pick(from: Form, fields: readonly (keyof Form)[]): Partial<Form> {
  return Object.fromEntries(fields.map((field) => [field, from[field]]));
}
