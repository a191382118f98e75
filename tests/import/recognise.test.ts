import { describe, expect, test } from 'vitest';
import { DECC_HEADER, montgomeryRow, UCPD_HEADER } from './invented-exports.ts';
import type { PresetId } from '#shared/intake-file/preset.ts';
import { recognise } from '#shared/intake-file/recognise.ts';

const decc = [...DECC_HEADER];
const ucpd = UCPD_HEADER.split(',');
const montgomery = montgomeryRow().split(',');

function presetOf(rows: readonly (readonly string[])[], asked: PresetId | null = null) {
  const recognised = recognise(rows, asked);
  if ('remedy' in recognised) return `${recognised.why} / ${recognised.remedy}`;
  return `${recognised.mapping.id} ${recognised.hasHeader ? 'with header' : 'without header'}`;
}

describe('a preset is told from the file', () => {
  test('by its header, in any order and case', () => {
    expect(presetOf([decc])).toBe('decc with header');
    expect(presetOf([decc.toReversed()])).toBe('decc with header');
    expect(presetOf([ucpd.map((name) => ` ${name.toUpperCase()} `)])).toBe('ucpd with header');
    expect(presetOf([[...ucpd, 'Outcome']])).toBe('ucpd with header');
  });

  test('by the shape of its rows where there is no header, a bad first row or not', () => {
    expect(presetOf([montgomery])).toBe('montgomery without header');
    expect(presetOf([['oops'], montgomery])).toBe('montgomery without header');
    expect(presetOf([['lat', 'lng', 'desc', 'title', 'timeStamp', 'twp', 'addr']])).toBe(
      'montgomery with header',
    );
  });

  test('columns that are not read may come and go, and repeat', () => {
    const week = [...decc, 'Elapsed_X', 'Elapsed_X'];
    const recognised = recognise([week.filter((name) => name !== 'TimeCallViewed')], null);
    expect(recognised).toMatchObject({
      layout: { repeated: ['Elapsed_X'], absent: ['TimeCallViewed'] },
    });
  });
});

describe('what is not recognised says why', () => {
  test('the wrong preset names the missing columns and the right preset', () => {
    expect(presetOf([ucpd], 'decc')).toBe(
      'is not a DECC weekly call file (Virginia): missing columns: Master_Incident_Number, ' +
        'Incident_Start_Time, Final_Closed_Time, Problem, Priority_Number, Agency / ' +
        'It is a file of preset ucpd: leave --preset out.',
    );
    expect(presetOf([decc], 'montgomery')).toContain(
      'missing columns: timeStamp, title, addr, twp, lat, lng',
    );
    expect(presetOf([montgomery], 'ucpd')).toContain('preset montgomery: leave --preset out');
  });

  test('a column that is read and stands there twice could be either', () => {
    expect(presetOf([[...decc, 'problem']])).toContain('could be meant: Problem');
  });

  test('a header that lacks one column is named with it', () => {
    expect(presetOf([decc.filter((name) => name !== 'Problem')])).toContain(
      'DECC weekly call file (Virginia): missing columns: Problem',
    );
  });

  test('counts of telephone calls are no calls', () => {
    expect(presetOf([['DateTime', 'Hour', '911_10', '911_T']])).toContain('hourly counts');
  });

  test('other separators, no header, anything else', () => {
    expect(presetOf([[decc.join(';')]])).toContain('separated by something other than commas');
    expect(presetOf([['31-000001', '2031-05-06 10:00:00']])).toContain('header row is missing');
    expect(presetOf([['x']], 'montgomery')).toContain(
      'no row near its beginning has the 6 columns',
    );
    expect(presetOf([])).toContain('holds no row of text');
  });
});
