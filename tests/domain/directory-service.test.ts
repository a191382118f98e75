import { describe, expect, test } from 'vitest';
import { kindsByWords, substanceUseByWords } from '#shared/directory/service-kind.ts';
import {
  isOld,
  isPart2,
  isStale,
  NO_NOTES,
  sayAges,
  substanceUseOf,
  takesAge,
} from '#shared/directory/service.ts';

const words = (is: string, mentions = '') => ({ is: [is], mentions: [mentions] });

describe('whether a service is for substance use', () => {
  test.each([
    'Substance Use Treatment',
    'Addiction Medicine Clinic',
    'Methadone maintenance',
    'Women’s sober living',
    'Alcohol and drug-treatment program',
    'Withdrawal management',
  ])('%s is', (name) => {
    expect(substanceUseByWords(words(name))).toBe('yes');
  });

  test.each([
    ['Recovery House', ''],
    ['Physical rehabilitation', ''],
    ['Counseling', 'Also sees people with addictions.'],
    ['Drop-in center', 'No drugs on the premises.'],
  ])('%s waits for a person who knows', (name, description) => {
    expect(substanceUseByWords(words(name, description))).toBe('unsure');
  });

  test('nothing in its words says so', () => {
    expect(substanceUseByWords(words('Food pantry', 'Canned goods for families.'))).toBe('no');
  });

  test('while nobody is sure, it is protected like one that is', () => {
    expect([isPart2('yes'), isPart2('unsure'), isPart2('no')]).toEqual([true, true, false]);
  });

  test('a person’s word stands over the words of the directory', () => {
    const unsure = { substanceUse: 'unsure' } as const;
    expect(substanceUseOf(unsure, NO_NOTES)).toBe('unsure');
    expect(substanceUseOf(unsure, { substanceUse: false })).toBe('no');
    expect(substanceUseOf({ substanceUse: 'no' }, { substanceUse: true })).toBe('yes');
  });
});

describe('kinds', () => {
  test('what a service is called decides, not what it mentions', () => {
    expect(kindsByWords(words('Food pantry', 'We also know counseling offers.'))).toEqual(['food']);
  });

  test('without a telling name what it mentions has to do', () => {
    expect(kindsByWords(words('Open Door', 'Counseling for anxiety.'))).toEqual(['mental-health']);
  });

  test('a service can be several', () => {
    expect(kindsByWords(words('Youth crisis hotline and addiction counseling'))).toEqual([
      'crisis',
      'mental-health',
      'substance-use',
      'youth',
    ]);
  });
});

describe('ages', () => {
  test('only a stated bound says no', () => {
    expect(takesAge({ from: 18, to: null }, 17)).toBe(false);
    expect(takesAge({ from: 18, to: null }, 18)).toBe(true);
    expect(takesAge({ from: null, to: 17 }, 18)).toBe(false);
    expect(takesAge({ from: null, to: null }, 3)).toBe(true);
  });

  test('they are said', () => {
    expect(sayAges({ from: 18, to: null })).toBe('18 and over');
    expect(sayAges({ from: 0, to: 17 })).toBe('up to 17');
    expect(sayAges({ from: 12, to: 100 })).toBe('12 to 100');
    expect(sayAges({ from: null, to: null })).toBe('');
  });
});

test('capacity is stale after twelve hours, to the minute', () => {
  expect(isStale('2026-06-01T00:00:00.000Z', '2026-06-01T12:00:00.000Z')).toBe(false);
  expect(isStale('2026-06-01T00:00:00.000Z', '2026-06-01T12:01:00.000Z')).toBe(true);
});

test('a check is old after half a year', () => {
  expect(isOld('2026-01-01', '2026-06-30')).toBe(false);
  expect(isOld('2026-01-01', '2026-07-01')).toBe(true);
});
