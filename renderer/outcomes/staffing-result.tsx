import type { StaffingBasis } from '#shared/board/staffing-basis.ts';
import type { OverYears, PlanTried } from '#shared/outcomes/staffing/try-plans.ts';
import { WHY_LOST, type WhyLost } from '#shared/outcomes/staffing/replay-demand.ts';
import { percent } from './figure.tsx';
import { written } from './shares.ts';
import { StaffingCurve } from './staffing-curve.tsx';
import type { StaffingPlayed } from './staffing-run.ts';
import { WeekPicture } from './week-picture.tsx';

export const WHY_LOST_LABELS: Readonly<Record<WhyLost, string>> = {
  'out-of-hours': 'No team was on while they waited',
  'all-busy': 'All teams that were on had other calls',
  'out-of-area': 'No team goes there',
};

/** What came of a plan, beside the teams of today. */
export function StaffingResult({
  played,
  stale,
  basis,
}: {
  readonly played: StaffingPlayed;
  readonly stale: boolean;
  readonly basis: StaffingBasis;
}) {
  const { present, changed, moreCaptured, years, simulatedCalls, took, curve } = played;
  if (changed.captured === null || present.captured === null || moreCaptured === null)
    return <p className="staffing-means">No call came that a team could have gone to.</p>;
  return (
    <>
      {stale && <p className="staffing-stale">The plan has been changed since. Play it again.</p>}
      <p className="staffing-says">
        <strong>{percent(changed.captured.middle)}</strong> of the calls would get a team,{' '}
        {percent(present.captured.middle)} with the teams of today: {difference(moreCaptured)}.
      </p>
      <CompareTable present={present} changed={changed} />
      <StaffingCurve points={curve} label={variedLabel(played, basis)} />
      <h4>Calls without a team under your plan, by the hour they come</h4>
      <WeekPicture
        week={weekOf(changed, years)}
        label="Without a team"
        part="without a team"
        signs="Calls a year. A number is how many would have no team, a dot that there were calls and each had one."
      />
      <p className="staffing-means">
        {years} drawn {years === 1 ? 'year' : 'years'}, {written(simulatedCalls)} calls played in{' '}
        {(took / 1000).toFixed(1)} s. The least and most of any year stand beside each share. Nobody
        hangs up and no team is taken for another call in this model; travel is in the time of a
        call. It compares plans; it does not foretell a year.
      </p>
    </>
  );
}

function difference({ middle, least, most }: OverYears): string {
  if (middle === 0 && least === 0 && most === 0) return 'no difference';
  const word = middle >= 0 ? 'more' : 'fewer';
  const [from, to] = middle >= 0 ? [least, most] : [-most, -least];
  return `${written(Math.round(Math.abs(middle)))} ${word} calls a year (${written(Math.round(from))} to ${written(Math.round(to))})`;
}

function variedLabel({ changed }: StaffingPlayed, { teams }: StaffingBasis): string {
  const varied = changed.teams.find((team, at) => teams[at]?.units !== team.units);
  return (varied ?? changed.teams[0])?.label ?? '';
}

function CompareTable({
  present,
  changed,
}: {
  readonly present: PlanTried;
  readonly changed: PlanTried;
}) {
  const row = (label: string, of: (plan: PlanTried) => string) => (
    <tr>
      <th scope="row">{label}</th>
      <td>{of(present)}</td>
      <td>{of(changed)}</td>
    </tr>
  );
  return (
    <table className="staffing-compare">
      <caption>A year with the teams of today, and with your plan</caption>
      <thead>
        <tr>
          <th scope="col">
            <span className="spoken">Figure</span>
          </th>
          <th scope="col">Today</th>
          <th scope="col">Your plan</th>
        </tr>
      </thead>
      <tbody>
        <tr className="staffing-bars">
          <th scope="row">Calls that get a team</th>
          <td>
            <Captured plan={present} />
          </td>
          <td>
            <Captured plan={changed} />
          </td>
        </tr>
        {WHY_LOST.map((why) => (
          <tr key={why}>
            <th scope="row">{WHY_LOST_LABELS[why]}</th>
            <td>{written(Math.round(present.lostAYear[why]))}</td>
            <td>{written(Math.round(changed.lostAYear[why]))}</td>
          </tr>
        ))}
        {row('Wait until a unit is sent, median', ({ medianWait }) => waited(medianWait))}
        {row('The same, nine of ten within', ({ p90Wait }) => waited(p90Wait))}
        {changed.teams.map((team, at) => (
          <tr key={team.id}>
            <th scope="row">{team.label}: on a call</th>
            <td>{load(present.teams[at])}</td>
            <td>{load(team)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The share as a bar as long as it is, with the least and most of any year. */
function Captured({ plan: { captured } }: { readonly plan: PlanTried }) {
  if (captured === null) return '–';
  return (
    <>
      <meter min={0} max={1} value={captured.middle} aria-hidden="true" />
      {percent(captured.middle)}{' '}
      <span className="quiet">
        ({percent(captured.least)} to {percent(captured.most)})
      </span>
    </>
  );
}

function waited(seconds: number | null): string {
  if (seconds === null) return '–';
  return seconds < 60 ? 'at once' : `${Math.round(seconds / 60)} min`;
}

function load(team: PlanTried['teams'][number] | undefined): string {
  if (team === undefined || team.busy === null) return '–';
  const over = Math.round(team.overtimeHoursAYear);
  return `${percent(team.busy)} of its hours${over > 0 ? `, ${written(over)} h overtime` : ''}`;
}

function weekOf({ byHour }: PlanTried, years: number) {
  return Array.from({ length: 7 }, (_, day) =>
    byHour.slice(24 * day, 24 * day + 24).map(({ calls, captured }) => {
      return {
        whole: Math.round(calls / years),
        part: Math.round((calls - captured) / years),
      };
    }),
  );
}
