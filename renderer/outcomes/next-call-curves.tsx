import { AT_RISK_DAYS, WAITING_DAYS, type Waiting } from '#shared/outcomes/repeat-waiting.ts';
import type { WaitingCurves } from '#shared/outcomes/repeat-waiting.ts';
import type { SurvivalCurve, SurvivalStep } from '#shared/statistics/kaplan-meier.ts';
import { percent } from './figure.tsx';
import { MissingList } from './missing-list.tsx';
import { written } from './shares.ts';
import { spreadLabels } from './spread-labels.ts';

const [WIDTH, HEIGHT] = [560, 264];
const [LEFT, RIGHT] = [48, 440];
const [TOP, BOTTOM] = [16, 228];
const x = (day: number) => LEFT + ((RIGHT - LEFT) * day) / WAITING_DAYS;
const y = (share: number) => BOTTOM - (BOTTOM - TOP) * share;

/** How many have not called again, day by day, of the served and of those no team could come to. */
export function NextCallCurves({ waiting }: { readonly waiting: Waiting }) {
  return (
    <figure className="repeat-figure">
      <h4>Time to the next call</h4>
      {waiting.enough ? <Curves curves={waiting} /> : <MissingList missing={waiting.missing} />}
    </figure>
  );
}

function Curves({ curves }: { readonly curves: WaitingCurves }) {
  const { served, unserved, p } = curves;
  const ends = spreadLabels(
    [y(shareAt(served, WAITING_DAYS)), y(shareAt(unserved, WAITING_DAYS))],
    18,
  );
  return (
    <>
      <svg
        className="repeat-curves"
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        role="img"
        aria-label={curveWords(curves)}
      >
        {[0, 0.25, 0.5, 0.75, 1].map((share) => (
          <g key={share}>
            <line className="repeat-grid" x1={LEFT} x2={RIGHT} y1={y(share)} y2={y(share)} />
            <text x={LEFT - 8} y={y(share) + 4} textAnchor="end">
              {100 * share}
            </text>
          </g>
        ))}
        {AT_RISK_DAYS.map((day) => (
          <text key={day} x={x(day)} y={BOTTOM + 18} textAnchor="middle">
            {day}
          </text>
        ))}
        <text x={RIGHT + 20} y={BOTTOM + 18}>
          days
        </text>
        <Curve kind="unserved" curve={unserved} />
        <Curve kind="served" curve={served} />
        <text data-kind="served" x={RIGHT + 10} y={(ends[0] ?? 0) + 4}>
          served
        </text>
        <text data-kind="unserved" x={RIGHT + 10} y={(ends[1] ?? 0) + 4}>
          no team came
        </text>
      </svg>
      <figcaption>Percent who have not called again, with 95 % bands. {chanceWords(p)}</figcaption>
      <RiskTable curves={curves} />
    </>
  );
}

function Curve({
  kind,
  curve: { steps },
}: {
  readonly kind: 'served' | 'unserved';
  readonly curve: SurvivalCurve;
}) {
  const banded = steps.filter(({ low, high }) => low !== null && high !== null);
  const upper = stairs(banded, ({ high }) => high ?? 1);
  const lower = stairs(banded, ({ low }) => low ?? 0).toReversed();
  return (
    <g data-kind={kind}>
      <path className="repeat-band" d={`${pathOf(upper)} ${pathOf(lower).replace('M', 'L')}Z`} />
      <path d={pathOf(stairs(steps, ({ survival }) => survival))} />
    </g>
  );
}

type Point = readonly [x: number, y: number];

/** From 100 % on, level up to each step and down at it, to the end of the picture. */
function stairs(steps: readonly SurvivalStep[], share: (step: SurvivalStep) => number): Point[] {
  const points: Point[] = [[x(0), y(1)]];
  let height = y(1);
  for (const step of steps) {
    points.push([x(step.time), height]);
    height = y(share(step));
    points.push([x(step.time), height]);
  }
  return [...points, [x(WAITING_DAYS), height]];
}

function pathOf(points: readonly Point[]): string {
  return `M${points.map(([across, down]) => `${across.toFixed(1)} ${down.toFixed(1)}`).join('L')}`;
}

function stepAt({ steps }: SurvivalCurve, day: number): SurvivalStep | undefined {
  return steps.findLast(({ time }) => time <= day);
}

export function shareAt(curve: SurvivalCurve, day: number): number {
  return stepAt(curve, day)?.survival ?? 1;
}

export function curveWords({ served, unserved }: WaitingCurves): string {
  const of = (curve: SurvivalCurve) =>
    [30, 90, 180].map((day) => `${percent(shareAt(curve, day))} by day ${day}`).join(', ');
  return `Who has not called again. Served: ${of(served)}. No team could come: ${of(unserved)}.`;
}

/** What the log-rank test says; not how large a difference is, and not that there is none. */
export function chanceWords(p: number): string {
  if (p < 0.001)
    return 'Chance alone would set like groups so far apart less than once in 1,000 times.';
  const words = `Chance alone would set like groups as far apart in ${Math.max(1, Math.round(100 * p))} of 100 times`;
  return p < 0.05 ? `${words}.` : `${words}: it shows no difference.`;
}

function RiskTable({ curves: { served, unserved, atRisk } }: { readonly curves: WaitingCurves }) {
  return (
    <table className="repeat-table">
      <thead>
        <tr>
          <th scope="col">Not called again by day</th>
          {AT_RISK_DAYS.map((day) => (
            <th key={day} scope="col">
              {day}
            </th>
          ))}
          <th scope="col">Half by day</th>
        </tr>
      </thead>
      <tbody>
        <CurveRow label="Served" curve={served} />
        <RiskRow label="still followed" atRisk={atRisk.served} />
        <CurveRow label="No team could come" curve={unserved} />
        <RiskRow label="still followed" atRisk={atRisk.unserved} />
      </tbody>
    </table>
  );
}

function CurveRow({ label, curve }: { readonly label: string; readonly curve: SurvivalCurve }) {
  const { value, low, high } = curve.median;
  return (
    <tr>
      <th scope="row">{label}</th>
      {AT_RISK_DAYS.map((day) => {
        const step = stepAt(curve, day);
        const band =
          step === undefined || step.low === null || step.high === null
            ? undefined
            : `95 % ${percent(step.low)} to ${percent(step.high)}`;
        return (
          <td key={day} title={band}>
            <b>{percent(shareAt(curve, day))}</b>
          </td>
        );
      })}
      <td rowSpan={2}>
        {value ?? 'more than half have not'}
        {value !== null && ` (${low ?? '?'} to ${high ?? 'not known'})`}
      </td>
    </tr>
  );
}

function RiskRow({
  label,
  atRisk,
}: {
  readonly label: string;
  readonly atRisk: readonly number[];
}) {
  return (
    <tr className="repeat-risk">
      <th scope="row">{label}</th>
      {AT_RISK_DAYS.map((day, at) => (
        <td key={day}>{written(atRisk[at] ?? 0)}</td>
      ))}
    </tr>
  );
}
