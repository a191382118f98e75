import { useId } from 'react';
import { percent } from './figure.tsx';
import { written } from './shares.ts';
import '../style/week-picture.css';

const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const HOURS = Array.from({ length: 24 }, (_, hour) => hour);

/** A part of a whole in one hour of the week. */
export interface HourCount {
  readonly part: number;
  readonly whole: number;
}

/**
 * Seven days of 24 hours. A cell says its number and fills up with it; a dot stands where the whole was
 * there and no part of it. A table, so that it reads aloud as “Tuesday, 14: 2 of 5”.
 */
export function WeekPicture({
  week,
  label,
  part,
  signs,
}: {
  /** Days as a week is planned: Monday first. */
  readonly week: readonly (readonly HourCount[])[];
  readonly label: string;
  /** What the number in a cell counts: “not sent”. */
  readonly part: string;
  /** How to read it, in a sentence or two. */
  readonly signs: string;
}) {
  const most = Math.max(1, ...week.flat().map((hour) => hour.part));
  const id = useId();
  return (
    <>
      {/* Beside the table and not its caption: it stays in sight when the hours are scrolled. */}
      <p id={id} className="week-signs">
        {signs}
      </p>
      {/* Without a stop for the Tab key nobody could scroll it without a mouse. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <section className="week" tabIndex={0} aria-label={`${label}, by hour of the week`}>
        <table aria-label={`${label}, by the hour of the week`} aria-describedby={id}>
          <thead>
            <tr>
              <th scope="col">
                <span className="spoken">Day</span>
              </th>
              {HOURS.map((hour) => (
                <th key={hour} scope="col">
                  {String(hour).padStart(2, '0')}
                </th>
              ))}
              <th scope="col" className="week-sum">
                {label}
              </th>
            </tr>
          </thead>
          <tbody>
            {DAYS.map((day, at) => {
              const hours = week[at] ?? [];
              const sum = sumOf(hours);
              return (
                <tr key={day}>
                  <th scope="row">
                    <abbr title={day}>{day.slice(0, 3)}</abbr>
                  </th>
                  {hours.map((count, hour) => (
                    <Cell
                      key={hour}
                      count={count}
                      most={most}
                      when={`${day} ${hour}:00`}
                      part={part}
                    />
                  ))}
                  <td className="week-sum">
                    <b>{written(sum.part)}</b> of {written(sum.whole)} (
                    {percent(sum.whole === 0 ? null : sum.part / sum.whole) ?? '–'})
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </section>
    </>
  );
}

/** Filled in four steps: finer shades would only be told apart by looking twice. */
const STEPS = 4;

function Cell({
  count: { part: some, whole },
  most,
  when,
  part,
}: {
  readonly count: HourCount;
  readonly most: number;
  readonly when: string;
  readonly part: string;
}) {
  // An empty cell says by being empty that nothing was there to be a part of.
  // oxlint-disable-next-line jsx-a11y/control-has-associated-label
  if (whole === 0) return <td className="week-cell" />;
  const step = Math.ceil((STEPS * some) / most);
  return (
    <td
      className="week-cell"
      data-step={step}
      title={`${when}: ${written(some)} of ${written(whole)} ${part}`}
    >
      <span aria-hidden="true">{some === 0 ? '·' : written(some)}</span>
      <span className="spoken">
        {written(some)} of {written(whole)}
      </span>
    </td>
  );
}

function sumOf(hours: readonly HourCount[]): HourCount {
  let [part, whole] = [0, 0];
  for (const hour of hours) {
    part += hour.part;
    whole += hour.whole;
  }
  return { part, whole };
}
