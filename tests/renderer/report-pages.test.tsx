import { cleanup, render, screen, within } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import type { FigureRow } from '#shared/outcomes/figure-rows.ts';
import type { OutcomesReport } from '#shared/paper/outcomes-report.ts';
import { ReportPages } from '#renderer/paper/report-pages.tsx';

afterEach(cleanup);

const row = (figure: string, more: Partial<FigureRow> = {}): FigureRow => ({
  figure,
  group: 'all',
  numerator: null,
  denominator: null,
  unit: 'calls',
  value: null,
  low: null,
  high: null,
  suppressed: false,
  note: '',
  ...more,
});

const share = { unit: 'share', denominator: 200, value: 0.5, low: 0.43, high: 0.57 } as const;

const REPORT: OutcomesReport = {
  period: { from: '2026-01-05', to: '2026-02-01' },
  printedAt: '2026-02-02T18:00:00.000Z',
  timeZone: 'America/Chicago',
  center: 'North Center',
  training: true,
  printedBy: 'Sam, supervisor',
  policyVersion: '2026.5',
  size: 'letter',
  tables: [
    {
      title: 'How far the calls got',
      how: 'Each step is a part of the last one above it that is told.',
      rows: [
        row('Behavioral-health calls', { numerator: 200 }),
        row('Screening complete', { numerator: 100, ...share }),
        row('Eligible', { numerator: '<11', suppressed: true }),
        row('Assigned', { numerator: 12 }),
      ],
    },
    {
      title: 'Captured, by area',
      how: 'An alternative response was sent to them.',
      rows: [
        row('Capture', { group: 'Uptown', numerator: 100, ...share }),
        row('Capture', {
          group: 'Chatham',
          unit: 'share',
          numerator: '<11',
          denominator: 'withheld',
          suppressed: true,
        }),
      ],
    },
  ],
};

const cells = (name: RegExp) =>
  [...screen.getByRole('row', { name }).children].map((cell) => cell.textContent);

test('the head says of which days, under which policy, by whom, and that it is training', () => {
  render(<ReportPages report={REPORT} />);
  expect(screen.getByRole('heading', { level: 1 }).textContent).toContain('TRAINING');
  const head = screen.getByText(/both days counted/).textContent ?? '';
  for (const said of ['2026-01-05 to 2026-02-01', '02 Feb, 12:00', 'Sam, supervisor', '2026.5'])
    expect(head).toContain(said);
  expect(screen.getByRole('heading', { name: 'How to read this' })).toBeTruthy();
});

test('the funnel ends before the first step that is not told', () => {
  render(<ReportPages report={REPORT} />);
  const picture = screen.getByRole('img').getAttribute('aria-label');
  expect(picture).toBe(
    'Funnel: Behavioral-health calls 200; Screening complete 100, 50 % of the step before.',
  );
});

test('a row has its value, its interval and its counts, or says that it is left out', () => {
  render(<ReportPages report={REPORT} />);
  const table = screen.getAllByRole('table')[1]!;
  expect(within(table).getAllByRole('row')).toHaveLength(3);
  expect(cells(/Uptown/).slice(2, 5)).toEqual(['50 %', '43 % to 57 %', '100 of 200']);
  expect(cells(/Chatham/).slice(2, 5)).toEqual(['left out', '', '<11 of withheld']);
});
