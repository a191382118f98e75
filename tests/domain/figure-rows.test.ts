import { describe, expect, test } from 'vitest';
import { figureTables, type FigureRow } from '#shared/outcomes/figure-rows.ts';
import type { PublicReport, PublicShare } from '#shared/outcomes/public-report.ts';

const told: PublicShare = { numerator: 40, denominator: 100, value: 0.4, low: 0.31, high: 0.5 };
const hidden = { value: null, low: null, high: null } as const;

const REPORT: PublicReport = {
  funnel: {
    steps: [
      { step: 'behavioral', calls: 200 },
      { step: 'screened', calls: 'withheld' },
      { step: 'eligible', calls: 100 },
      { step: 'assigned', calls: 40 },
      { step: 'linked', calls: '<11' },
    ],
    capture: { ...hidden, numerator: 40, denominator: 97 },
    byWeek: [],
    byArea: [
      { id: 'a', label: 'Uptown', eligible: 80, captured: 30, notCaptured: 50 },
      { id: 'b', label: 'Chatham', eligible: 20, captured: '<11', notCaptured: 'withheld' },
    ],
    byCallType: [],
  },
  unserved: { byReason: [{ id: 'all-busy', label: 'No team was free', calls: '<11' }] },
  safety: { shares: [{ figure: 'override', share: told }], dispositions: [] },
  times: [
    { figure: 'answer', n: 200, median: 8, p90: 19, standards: [{ seconds: 15, share: told }] },
    { figure: 'transfer', n: 0, median: null, p90: null, standards: [] },
  ],
  equity: { flagged: [{ by: 'age-band', label: '12 to 17', figure: 'capture' }] },
  cessa: { quarters: [] },
};

const rowsOf = (title: RegExp): readonly FigureRow[] =>
  figureTables(REPORT).find((table) => title.test(table.title))?.rows ?? [];

describe('what may leave the console, as rows', () => {
  test('a step is a share of the last one above it that is told', () => {
    expect(rowsOf(/How far/).slice(0, 5)).toMatchObject([
      { numerator: 200, denominator: null, unit: 'calls', value: null, suppressed: false },
      { numerator: 'withheld', denominator: null, value: null, suppressed: true },
      { numerator: 100, denominator: 200, unit: 'share', value: 0.5, suppressed: false },
      { numerator: 40, denominator: 100, value: 0.4, suppressed: false },
      { numerator: '<11', denominator: null, value: null, suppressed: true },
    ]);
  });

  test('without a share the whole is not told either: beside the step before it would tell the rest', () => {
    expect(rowsOf(/How far/).at(-1)).toMatchObject({
      figure: 'Capture',
      denominator: 'withheld',
      value: null,
      suppressed: true,
    });
  });

  test('a group of which something is left out has no share', () => {
    expect(rowsOf(/by area/)).toMatchObject([
      { group: 'Uptown', numerator: 30, denominator: 80, value: 0.375, suppressed: false },
      { group: 'Chatham', numerator: '<11', denominator: 20, value: null, suppressed: true },
    ]);
  });

  test('a time has its median and its p90 in seconds, and its standard as a share', () => {
    expect(rowsOf(/Times/)).toMatchObject([
      { figure: 'Answer, median', unit: 'seconds', denominator: 200, value: 8 },
      { figure: 'Answer, p90', value: 19 },
      {
        figure: 'Answer, within 15 s',
        unit: 'share',
        value: 0.4,
        note: 'wanted 90 %, NENA-STA-020.1',
      },
    ]);
  });

  test('of equity only who is worse off is told, without a count', () => {
    expect(rowsOf(/Worse off/)).toMatchObject([
      { figure: 'Capture', group: 'age band: 12 to 17', numerator: null, value: null },
    ]);
  });

  test('headings with nothing under them are left out', () => {
    expect(figureTables(REPORT).map(({ title }) => title)).not.toContain('Captured, by week');
  });
});
