import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PRESETS } from '#shared/intake-file/preset.ts';
import type { Read } from '#shared/intake-file/read.ts';
import { compileFormats } from '#shared/intake-file/time-pattern.ts';
import { isClockPutBack, readIsoStamp } from '#shared/intake-file/wall-clock.ts';

function readUsStamp(text: string): Read<string> {
  const read = compileFormats(PRESETS.ucpd.times?.formats ?? []);
  if (typeof read !== 'function') throw new Error(read.why);
  const told = read(text);
  if ('why' in told) return told;
  return told.value.kind === 'wall' ? { value: told.value.local } : { why: told.value.kind };
}

describe('stamps like 2025-08-24 00:07:06.810', () => {
  test.each([
    ['2025-08-24 00:07:06.000', '2025-08-24T00:07:06'],
    ['2025-08-24 00:07:06.810', '2025-08-24T00:07:06.810'],
    ['2025-08-24 00:07:06', '2025-08-24T00:07:06'],
    ['2016-01-15 12:01', '2016-01-15T12:01'],
    [' 2024-02-29T23:59 ', '2024-02-29T23:59'],
    // The hour that summer time skips is what the clock on the wall may still have shown.
    ['2025-03-09 02:30:00', '2025-03-09T02:30:00'],
  ])('%s is read as it stands', (text, value) => {
    expect(readIsoStamp(text)).toEqual({ value });
  });

  test.each([
    [
      '2025-08-24 24:15:00',
      'has hour 24: past midnight belongs to the next day\'s date: "2025-08-24 24:15:00"',
    ],
    [
      '2025-08-24 25:10',
      'has hour 25: past midnight belongs to the next day\'s date: "2025-08-24 25:10"',
    ],
    ['2025-13-01 10:00', 'has month 13: "2025-13-01 10:00"'],
    ['2025-02-29 10:00', 'has day 29, which that month does not have: "2025-02-29 10:00"'],
    ['2025-02-28 10:60', 'has minute 60: "2025-02-28 10:60"'],
    ['2025-02-28 10:00:61', 'has second 61: "2025-02-28 10:00:61"'],
    ['1899-12-31 10:00', 'has the year 1899, outside 2000–2099: "1899-12-31 10:00"'],
    ['-00:05', 'is not a time like 2025-08-24 00:07:06'],
    ['8/24/2025 0:07', 'is not a time like 2025-08-24 00:07:06: "8/24/2025 0:07"'],
    ['2025-08-24', 'is not a time like 2025-08-24 00:07:06: "2025-08-24"'],
    ['2025-08-24 10:00:00Z', 'is not a time like 2025-08-24 00:07:06: "2025-08-24 10:00:00"'],
  ])('%s is refused', (text, why) => {
    expect(readIsoStamp(text)).toEqual({ why });
  });

  test('a text that is no stamp is never repeated: the columns may have shifted', () => {
    for (const personal of ['Jane Doe, 12 Elm St', '555-123-4567', '123-45-6789', '12 Elm St'])
      expect(readIsoStamp(personal)).toEqual({ why: 'is not a time like 2025-08-24 00:07:06' });
  });
});

describe('stamps like 1/3/19 2:13 PM', () => {
  test.each([
    ['1/3/19 2:13 PM', '2019-01-03T14:13'],
    ['1/3/19 12:00 AM', '2019-01-03T00:00'],
    ['1/3/19 12:00 PM', '2019-01-03T12:00'],
    ['5/1/2019 4:43pm', '2019-05-01T16:43'],
    ['11/10/02 10:25 AM', '2002-11-10T10:25'],
    ['2/24/29 11:10 PM', '2029-02-24T23:10'],
  ])('%s', (text, value) => {
    expect(readUsStamp(text)).toEqual({ value });
  });

  test.each([
    '4/4/2022 9:30',
    '1/3/19 13:00 PM',
    '1/3/19 0:30 AM',
    '2/30/19 1:00 PM',
    '. 5/15/20 3:04 PM',
    '5/17/21/ 1:04 PM',
    '8/31/16 5;03 PM',
    '5/26/17 12:15 A M',
    '1/3/85 1:00 PM',
    '1/3/1985 1:00 PM',
    '1/3/19 2:13 PM to 3:00 PM',
    'Void',
    '',
  ])('%s is refused, not guessed', (text) => {
    expect(readUsStamp(text)).toHaveProperty('why');
  });
});

test('no text makes a reader fail, and whatever it accepts is a possible time', () => {
  const nearly = fc.stringMatching(
    /^[0-9]{1,4}[-/][0-9]{1,2}[-/][0-9]{1,4}[ T][0-9]{1,2}:[0-9]{2}( [AP]M)?$/,
  );
  fc.assert(
    fc.property(fc.oneof(fc.string(), nearly), (text) => {
      for (const read of [readIsoStamp(text), readUsStamp(text)]) {
        if (!('value' in read)) continue;
        const instant = new Date(`${read.value}Z`.replace(/T(\d\d:\d\d)Z/, 'T$1:00Z'));
        expect(instant.toISOString().slice(0, 16)).toBe(read.value.slice(0, 16));
      }
    }),
    { numRuns: 2_000 },
  );
});

describe('the hour that comes twice', () => {
  test('explains a later stamp that shows less, on that night only', () => {
    expect(isClockPutBack('2025-11-02T01:50:00', '2025-11-02T01:10:00')).toBe(true);
    expect(isClockPutBack('2006-10-29T01:50', '2006-10-29T01:10')).toBe(true);
    expect(isClockPutBack('2025-11-09T01:50:00', '2025-11-09T01:10:00')).toBe(false);
    expect(isClockPutBack('2025-11-01T01:50:00', '2025-11-01T01:10:00')).toBe(false);
    expect(isClockPutBack('2007-10-28T01:50:00', '2007-10-28T01:10:00')).toBe(false);
  });

  test('explains nothing outside that hour, and nothing that is in order', () => {
    expect(isClockPutBack('2025-11-02T02:10:00', '2025-11-02T01:50:00')).toBe(false);
    expect(isClockPutBack('2025-11-02T00:50:00', '2025-11-02T00:10:00')).toBe(false);
    expect(isClockPutBack('2025-11-02T01:10:00', '2025-11-02T01:50:00')).toBe(false);
  });
});
