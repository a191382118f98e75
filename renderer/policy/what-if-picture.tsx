import { useEffect, useRef } from 'react';
import type { MovesOf } from '#shared/policy/workshop-view.ts';
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import { hourWords } from './what-if-words.ts';

const HEIGHT = 168;

/**
 * Calls that would move, by hour of the day: up stands above the line, down below it, another response at
 * the same level on top of what goes up. Nothing in it moves by itself.
 */
export function WhatIfPicture({ byHour }: { readonly byHour: readonly MovesOf[] }) {
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const place = frame.current;
    // Without a canvas the tables below say the same.
    if (place === null || document.createElement('canvas').getContext('2d') === null) return;
    let plot = draw(place, byHour);
    const again = () => {
      plot.destroy();
      plot = draw(place, byHour);
    };
    // The colors are those of the theme, and a canvas does not follow it by itself.
    const theme = new MutationObserver(again);
    theme.observe(document.documentElement, { attributeFilter: ['data-theme'] });
    const size = new ResizeObserver(() =>
      plot.setSize({ width: place.clientWidth, height: HEIGHT }),
    );
    size.observe(place);
    return () => {
      theme.disconnect();
      size.disconnect();
      plot.destroy();
    };
  }, [byHour]);
  return (
    <figure className="what-if-picture">
      <div ref={frame} role="img" aria-label={hourWords(byHour)} className="what-if-canvas" />
      <figcaption>
        <span data-move="up">▲ higher</span>
        <span data-move="aside">◆ another response, same level</span>
        <span data-move="down">▼ lower</span>
        <span>calls by hour of the day</span>
      </figcaption>
    </figure>
  );
}

function draw(place: HTMLElement, byHour: readonly MovesOf[]): uPlot {
  const style = getComputedStyle(place);
  const token = (name: string) => style.getPropertyValue(name).trim();
  const font = `12px ${token('--family')}`;
  const ink = token('--text-quiet');
  const grid = { stroke: token('--line'), width: 1 };
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
  const options: uPlot.Options = {
    width: place.clientWidth,
    height: HEIGHT,
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
        // Calls are counted: half of one is not to be read off.
        incrs: [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 20_000, 50_000],
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
  return new uPlot(
    options,
    [
      hours,
      byHour.map(({ up, aside }) => up + aside),
      byHour.map(({ up }) => up),
      byHour.map(({ down }) => -down),
    ],
    place,
  );
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
