import fc from 'fast-check';
import { expect, test } from 'vitest';
import { policy } from '../support/given.ts';
import { mappingMistake, matchAreas } from '#shared/place/match-areas.ts';

const met = (names: readonly string[]) =>
  Object.fromEntries(
    matchAreas(names, policy.areas).flatMap(({ areaId, shape, how }) =>
      shape === null ? [] : [[areaId, `${how} ${shape}`]],
    ),
  );

test('case and spaces make no other name', () => {
  expect(met(['UPTOWN', ' west   lawn '])).toEqual({
    uptown: 'same UPTOWN',
    'west-lawn': 'same  west   lawn ',
  });
});

test('a space, a dash or a slip of the pen is near, and for a person to confirm', () => {
  expect(met(['Lake View', 'Auburn-Greshem', 'Gage Prk'])).toEqual({
    lakeview: 'near Lake View',
    'auburn-gresham': 'near Auburn-Greshem',
    'gage-park': 'near Gage Prk',
  });
});

test('another name is not near, however alike the areas of a city are called', () => {
  expect(met(['East Elsdon', 'Chicago', 'Lawn', 'Garfield Ridge', 'Clearing'])).toEqual({
    'west-elsdon': 'near East Elsdon',
  });
  expect(met(['West Garfield Park', 'East Garfield Park'])).toEqual({
    'west-garfield-park': 'same West Garfield Park',
    'east-garfield-park': 'same East Garfield Park',
  });
});

test('no shape is two areas, an equal name goes before a near one, and order changes nothing of that', () => {
  const words = fc.constantFrom(
    ...policy.areas.map(({ name }) => name),
    'Lake View',
    'lakeview',
    'Uptowm',
    'Uptow',
    'West Lawm',
    'Loop',
  );
  fc.assert(
    fc.property(fc.uniqueArray(words), (names) => {
      const matches = matchAreas(names, policy.areas);
      const taken = matches.flatMap(({ shape }) => shape ?? []);
      expect(new Set(taken).size).toBe(taken.length);
      for (const { areaName, shape, how } of matches) {
        if (names.includes(areaName)) expect(how).toBe('same');
        if (how === 'same') expect(shape?.toLowerCase()).toBe(areaName.toLowerCase());
      }
    }),
  );
});

test('a confirmed mapping names areas and shapes there are, each once', () => {
  const names = ['Uptown', 'Lake View'];
  const mistake = (mapping: Record<string, string>) => mappingMistake(mapping, names, policy.areas);
  expect(mistake({ uptown: 'Uptown', lakeview: 'Lake View' })).toBeNull();
  expect(mistake({})).toBeNull();
  expect(mistake({ mars: 'Uptown' })).toBe('The policy has no area “mars”.');
  expect(mistake({ uptown: 'Loop' })).toMatch(/Uptown is to be “Loop”/);
  expect(mistake({ uptown: 'Uptown', lakeview: 'Uptown' })).toMatch(/both Uptown and Lakeview/);
});
