import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ADULT, MOTHER_OF_LEO } from '../support/plan-examples.ts';
import { isolate } from '#shared/lib/isolate.ts';
import { isBirthDate, isMinor, minorityOf } from '#shared/person/minor.ts';
import { callbackOf, informantOf, spokenName } from '#shared/person/people.ts';

const TODAY = '2026-03-03';
const on = (date: string) => minorityOf({ known: 'date', date }, TODAY);

test('who speaks for somebody else is a third party; before anybody said who calls, nobody is', () => {
  expect(informantOf(MOTHER_OF_LEO)).toBe('third-party');
  expect(informantOf(ADULT)).toBe('person');
  expect(informantOf(null)).toBeNull();
});

test('the person is called as they want to be; else by the name', () => {
  expect(spokenName(MOTHER_OF_LEO.subject)).toBe('Leo');
  expect(spokenName(ADULT.subject)).toBe('Ana Example');
  expect(callbackOf(MOTHER_OF_LEO)).toBe('312-555-0100');
});

test.each([
  ['2014-03-04', 'under-12', 11],
  ['2014-03-03', '12-17', 12],
  ['2008-03-04', '12-17', 17],
  ['2008-03-03', 'adult', 18],
  ['2026-03-03', 'under-12', 0],
] as const)('born %s is %s, by the day and not by the year', (date, standing, years) => {
  expect(on(date)).toMatchObject({ standing, years });
});

test('nobody is an adult because nobody knows their age', () => {
  expect(minorityOf({ known: 'nothing' }, TODAY)).toEqual({
    standing: 'not-known',
    years: null,
    says: null,
    source: null,
  });
  expect(on('2026-03-04').standing).toBe('not-known');
  expect(on('yesterday').standing).toBe('not-known');
});

test('12 to 17 have rights of their own, said with the source and that it has to be verified', () => {
  const { says, source } = minorityOf({ known: 'band', band: '12-17' }, TODAY);
  expect(says).toMatch(/rights of their own/);
  expect(source).toMatch(/740 ILCS 110.*verify locally/);
  expect(minorityOf({ known: 'band', band: 'under-12' }, TODAY).says).toMatch(/guardian decides/);
  expect(minorityOf({ known: 'band', band: '18-25' }, TODAY).says).toBeNull();
});

test.each(['2026-02-29', '2026-13-01', '26-03-03', '', '1890-01-01', '2027-01-01', '2026-3-3'])(
  '“%s” is no date of birth',
  (date) => expect(isBirthDate(date, TODAY)).toBe(false),
);

test('a date and the band it lies in say the same about who decides', () => {
  fc.assert(
    fc.property(
      fc.date({ min: new Date('1900-01-01'), max: new Date(TODAY), noInvalidDate: true }),
      (born) => {
        const date = born.toISOString().slice(0, 10);
        const { standing, years } = on(date);
        expect(isBirthDate(date, TODAY)).toBe(true);
        expect(isMinor(standing)).toBe((years ?? -1) < 18);
        const band = (years ?? 0) < 12 ? 'under-12' : (years ?? 0) < 18 ? '12-17' : '26-64';
        expect(minorityOf({ known: 'band', band }, TODAY).standing).toBe(standing);
      },
    ),
  );
});

test('a name keeps its direction to itself, whatever marks it brings', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (name) => {
      const shown = isolate(name);
      expect(shown).toMatch(/^\u2068[^\u202a-\u202e\u2066-\u2069]*\u2069$/u);
    }),
  );
  expect(isolate('ليلى')).toBe('\u2068ليلى\u2069');
  expect(isolate('a\u2069\u202eb')).toBe('\u2068ab\u2069');
  expect(isolate('Sam 🧑🏽‍🚒')).toContain('🧑🏽‍🚒');
});
