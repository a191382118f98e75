import { cleanup, render, screen } from '@testing-library/react';
import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { isBeyond, placeOn, shareAxis } from '#renderer/outcomes/axis.ts';
import { FunnelPicture, type FunnelBar } from '#renderer/outcomes/funnel-picture.tsx';
import { SpanPicture } from '#renderer/outcomes/span-picture.tsx';
import { WeekPicture } from '#renderer/outcomes/week-picture.tsx';
import { weekWords } from '#renderer/outcomes/weeks-plot.tsx';
import { shareOf } from '#shared/statistics/share.ts';

afterEach(cleanup);

const BARS: readonly FunnelBar[] = [
  { id: 'behavioral', label: 'About mental health', calls: 1000, rate: null },
  { id: 'screened', label: 'Screened', calls: 600, rate: shareOf(600, 1000) },
  { id: 'eligible', label: 'Eligible', calls: 0, rate: shareOf(0, 600) },
  { id: 'offered', label: 'Offered', calls: 0, rate: shareOf(0, 0) },
];

describe('the funnel', () => {
  test('says its steps to somebody who does not see it, and no rate where there is none', () => {
    render(<FunnelPicture bars={BARS} />);
    expect(screen.getByRole('img').getAttribute('aria-label')).toBe(
      'Funnel: About mental health 1,000; Screened 600, 60 % of the step before; ' +
        'Eligible 0, 0 % of the step before; Offered 0.',
    );
  });

  test('a bar is as high as its calls', () => {
    const { container } = render(<FunnelPicture bars={BARS} />);
    const heights = [...container.querySelectorAll('rect')].map((bar) =>
      bar.getAttribute('height'),
    );
    expect(heights).toEqual(['100', '60', '0', '0']);
  });

  test('of no calls at all still stands', () => {
    render(<FunnelPicture bars={BARS.map((bar) => ({ ...bar, calls: 0 }))} />);
    expect(screen.getByRole('img').getAttribute('aria-label')).toContain('About mental health 0');
  });
});

describe('an axis', () => {
  test('a ratio of a half is as far from even as one of two', () => {
    const axis = { from: 0.25, to: 4, log: true };
    expect(placeOn(axis, 1)).toBeCloseTo(50);
    expect(50 - placeOn(axis, 0.5)).toBeCloseTo(placeOn(axis, 2) - 50);
  });

  test('nothing is drawn outside the picture, and more never stands left of less', () => {
    const value = fc.double({ min: 0, max: 1e6, noNaN: true });
    fc.assert(
      fc.property(value, value, fc.boolean(), (a, b, log) => {
        const axis = { from: 0.1, to: 100, log };
        const [less, more] = [placeOn(axis, Math.min(a, b)), placeOn(axis, Math.max(a, b))];
        expect(less >= 0 && more <= 100).toBe(true);
        expect(less).toBeLessThanOrEqual(more);
      }),
    );
  });

  test.each([
    [0, 0.05],
    [0.05, 0.05],
    [0.06, 0.1],
    [0.3, 0.5],
    [0.51, 1],
  ])('shares up to %s end at %s', (highest, to) => {
    expect(shareAxis(highest)).toEqual({ from: 0, to });
  });

  test('an interval that goes on beyond the picture has no end there', () => {
    const axis = { from: 0.25, to: 4, log: true };
    expect(isBeyond(axis, 5)).toBe(true);
    const dots = [{ at: 1, kind: 'value' }] as const;
    const { container } = render(<SpanPicture axis={axis} dots={dots} low={0.5} high={9} />);
    expect(container.querySelectorAll('.span-whisker line')).toHaveLength(2);
  });
});

test('the week begins on Monday and reads aloud', () => {
  const none = { part: 0, whole: 0 };
  const week = Array.from({ length: 7 }, () => Array.from({ length: 24 }, () => none));
  week[0]![8] = { part: 3, whole: 12 };
  render(<WeekPicture week={week} label="Served" part="served" signs="How to read it." />);
  const table = screen.getByRole('table', { name: 'Served, by the hour of the week' });
  expect(table.querySelector('tbody tr')?.textContent).toContain('33 of 12');
  expect(screen.getByTitle('Monday 8:00: 3 of 12 served')).toBeTruthy();
});

test('the weeks are told in a sentence', () => {
  const weeks = [
    { week: '2026-03-02', whole: 10, part: 4 },
    { week: '2026-03-09', whole: 1200, part: 5 },
  ];
  expect(weekWords(weeks, 'eligible', 'assigned')).toBe(
    '2 weeks from 2026-03-02: 9 assigned of 1,210 eligible. ' +
      'The most were in the week of 2026-03-09: 5 of 1,200.',
  );
  expect(weekWords([], 'eligible', 'assigned')).toBe('No weeks.');
});
