import { useCallback } from 'react';
import type { MovesOf } from '#shared/policy/workshop-view.ts';
import uPlot from 'uplot';
import { PlotFrame, WHOLE_STEPS, type PlotInk } from '../parts/plot-frame.tsx';
import { hourWords } from './what-if-words.ts';

const HEIGHT = 168;

/**
 * Calls that would move, by hour of the day: up stands above the line, down below it, another response at
 * the same level on top of what goes up. Nothing in it moves by itself.
 */
export function WhatIfPicture({ byHour }: { readonly byHour: readonly MovesOf[] }) {
  const plot = useCallback((ink: PlotInk) => movesByHour(ink, byHour), [byHour]);
  return (
    <figure className="what-if-picture">
      <PlotFrame plot={plot} says={hourWords(byHour)} height={HEIGHT} />
      <figcaption>
        <span data-move="up">▲ higher</span>
        <span data-move="aside">◆ another response, same level</span>
        <span data-move="down">▼ lower</span>
        <span>calls by hour of the day</span>
      </figcaption>
    </figure>
  );
}

function movesByHour({ font, ink, line, token }: PlotInk, byHour: readonly MovesOf[]) {
  const grid = { stroke: line, width: 1 };
  const most = Math.max(1, ...byHour.map(({ up, down, aside }) => Math.max(up + aside, down)));
  const bars = uPlot.paths.bars?.({ size: [0.72, 26] });
  const series = (label: string, fill: string): uPlot.Series => ({
    label,
    fill,
    stroke: fill,
    width: 0,
    points: { show: false },
    ...(bars === undefined ? {} : { paths: bars }),
  });
  const options: Omit<uPlot.Options, 'width' | 'height'> = {
    legend: { show: false },
    cursor: { show: false },
    padding: [8, 4, 0, 0],
    scales: {
      x: { time: false, range: [-0.6, 23.6] },
      y: { range: [-reach(most, byHour), most] },
    },
    axes: [
      {
        stroke: ink,
        font,
        grid: { show: false },
        ticks: { show: false },
        size: 22,
        gap: 4,
        splits: () => [0, 3, 6, 9, 12, 15, 18, 21],
        values: (_, hours) => hours.map((hour) => String(hour).padStart(2, '0')),
      },
      {
        stroke: ink,
        font,
        grid,
        ticks: { show: false },
        size: 44,
        gap: 4,
        incrs: WHOLE_STEPS,
        values: (_, counts) => counts.map((count) => Math.abs(count).toLocaleString('en-US')),
      },
    ],
    series: [
      {},
      series('Another response', token('--line-strong')),
      series('Higher', token('--level-3')),
      series('Lower', token('--level-1')),
    ],
    hooks: { drawAxes: [(plot) => zeroLine(plot, token('--line-strong'))] },
  };
  const hours = byHour.map((_, hour) => hour);
  const rows: uPlot.AlignedData = [
    hours,
    byHour.map(({ up, aside }) => up + aside),
    byHour.map(({ up }) => up),
    byHour.map(({ down }) => -down),
  ];
  return { options, rows };
}

/** Room below the line: as much as there is to show, and a little where there is nothing. */
function reach(most: number, byHour: readonly MovesOf[]): number {
  return Math.max(most * 0.12, ...byHour.map(({ down }) => down));
}

function zeroLine({ ctx, bbox, valToPos }: uPlot, color: string): void {
  const y = Math.round(valToPos(0, 'y', true)) + 0.5;
  ctx.save();
  ctx.strokeStyle = color;
  ctx.lineWidth = 1;
  ctx.beginPath();
  ctx.moveTo(bbox.left, y);
  ctx.lineTo(bbox.left + bbox.width, y);
  ctx.stroke();
  ctx.restore();
}
