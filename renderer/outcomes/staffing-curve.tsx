import { useCallback } from 'react';
import type uPlot from 'uplot';
import type { UnitsPoint } from '#shared/outcomes/staffing/captured-by-units.ts';
import { PlotFrame, type PlotInk } from '../parts/plot-frame.tsx';
import { percent } from './figure.tsx';

const HEIGHT = 170;

/** What each further unit would add, with everything else of the plan as it is. */
export function StaffingCurve({
  points,
  label,
}: {
  readonly points: readonly UnitsPoint[];
  readonly label: string;
}) {
  const plot = useCallback((ink: PlotInk) => drawCurve(ink, points), [points]);
  if (points.length === 0) return null;
  return (
    <figure className="outcome-plot">
      <PlotFrame plot={plot} says={curveWords(points, label)} height={HEIGHT} />
      <figcaption>
        <span>Share of calls that get a team, by units of “{label}” in your plan:</span>
        <span>
          {points.map(({ units, captured }) => `${units}: ${percent(captured)}`).join(' · ')}
        </span>
      </figcaption>
    </figure>
  );
}

export function curveWords(points: readonly UnitsPoint[], label: string): string {
  const said = points.map(({ units, captured }) => `${units} units ${percent(captured)}`);
  return `Share of calls that get a team, by units of ${label}: ${said.join(', ')}.`;
}

function drawCurve({ font, ink, line, token }: PlotInk, points: readonly UnitsPoint[]) {
  const axis = { stroke: ink, font, ticks: { show: false }, gap: 4 };
  const options: Omit<uPlot.Options, 'width' | 'height'> = {
    legend: { show: false },
    cursor: { show: false },
    padding: [10, 16, 0, 0],
    scales: { x: { time: false, range: [-0.2, points.length - 0.8] }, y: { range: [0, 1] } },
    axes: [
      { ...axis, grid: { show: false }, size: 22, incrs: [1, 2, 5, 10], space: 28 },
      {
        ...axis,
        grid: { stroke: line, width: 1 },
        size: 52,
        incrs: [0.25],
        values: (_, shares) => shares.map((share) => percent(share)),
      },
    ],
    series: [
      {},
      {
        label: 'Captured',
        stroke: token('--level-1'),
        width: 2,
        points: { show: true, size: 8, fill: token('--level-1') },
      },
    ],
  };
  const rows: uPlot.AlignedData = [
    points.map(({ units }) => units),
    points.map(({ captured }) => captured),
  ];
  return { options, rows };
}
