import { useCallback } from 'react';
import uPlot from 'uplot';
import { PlotFrame, WHOLE_STEPS, type PlotInk } from '../parts/plot-frame.tsx';
import { written } from './shares.ts';

const HEIGHT = 160;

export interface WeekBar {
  /** ISO date of its Monday. */
  readonly week: string;
  readonly whole: number;
  readonly part: number;
}

/** Week by week: a bar as high as the whole, filled as far as the part. */
export function WeeksPlot({
  weeks,
  whole,
  part,
}: {
  /** Without a gap: a week in which nothing was is a week. */
  readonly weeks: readonly WeekBar[];
  readonly whole: string;
  readonly part: string;
}) {
  const plot = useCallback((ink: PlotInk) => drawWeeks(ink, weeks), [weeks]);
  return (
    <figure className="outcome-plot">
      <PlotFrame plot={plot} says={weekWords(weeks, whole, part)} height={HEIGHT} />
      <figcaption>
        <span data-key="part">■ {part}</span>
        <span data-key="whole">□ {whole}</span>
        <span>by week, from its Monday</span>
      </figcaption>
    </figure>
  );
}

export function weekWords(weeks: readonly WeekBar[], whole: string, part: string): string {
  const most = weeks.toSorted((a, b) => b.whole - a.whole)[0];
  if (most === undefined) return 'No weeks.';
  const sum = (of: 'whole' | 'part') => written(weeks.reduce((all, each) => all + each[of], 0));
  return (
    `${weeks.length} weeks from ${weeks[0]?.week}: ${sum('part')} ${part} of ${sum('whole')} ${whole}. ` +
    `The most were in the week of ${most.week}: ${written(most.part)} of ${written(most.whole)}.`
  );
}

function drawWeeks({ font, ink, line, token }: PlotInk, weeks: readonly WeekBar[]) {
  const bars = uPlot.paths.bars?.({ size: [0.7, 30] });
  const series = (label: string, stroke: string, fill: string): uPlot.Series => ({
    label,
    stroke,
    fill,
    width: 1,
    points: { show: false },
    ...(bars === undefined ? {} : { paths: bars }),
  });
  const most = Math.max(1, ...weeks.map(({ whole }) => whole));
  const options: Omit<uPlot.Options, 'width' | 'height'> = {
    legend: { show: false },
    cursor: { show: false },
    padding: [8, 8, 0, 0],
    scales: {
      x: { time: false, range: [-0.7, weeks.length - 0.3] },
      y: { range: [0, most] },
    },
    axes: [
      {
        stroke: ink,
        font,
        grid: { show: false },
        ticks: { show: false },
        size: 22,
        gap: 4,
        incrs: [1, 2, 4, 8, 13, 26, 52],
        space: 56,
        values: (_, places) => places.map((place) => dayWords(weeks[place]?.week)),
      },
      {
        stroke: ink,
        font,
        grid: { stroke: line, width: 1 },
        ticks: { show: false },
        size: 52,
        gap: 4,
        incrs: WHOLE_STEPS,
        values: (_, counts) => counts.map((count) => written(count)),
      },
    ],
    series: [
      {},
      series('Whole', token('--line-strong'), token('--surface-3')),
      series('Part', token('--level-1'), token('--level-1')),
    ],
  };
  const rows: uPlot.AlignedData = [
    weeks.map((_, place) => place),
    weeks.map(({ whole }) => whole),
    weeks.map(({ part }) => part),
  ];
  return { options, rows };
}

const DAY = new Intl.DateTimeFormat('en-US', { timeZone: 'UTC', month: 'short', day: 'numeric' });

function dayWords(week: string | undefined): string {
  return week === undefined ? '' : DAY.format(Date.parse(week));
}
