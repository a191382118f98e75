import type { UnservedCount } from '#shared/board/unserved-ledger.ts';
import { shareOf, written } from './shares.ts';

const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
/** A week as it is planned: Monday first. */
const ORDER = [1, 2, 3, 4, 5, 6, 0];
const HOURS = Array.from({ length: 24 }, (_, hour) => hour);

/**
 * When people were eligible and got none: seven days of 24 hours. A cell says its number and fills up
 * with it; a dot stands where somebody was eligible and nobody was left out. A table, so that it reads
 * aloud as “Tuesday, 14: 2 of 5”.
 */
export function WeekPicture({ week }: { readonly week: readonly (readonly UnservedCount[])[] }) {
  const most = Math.max(1, ...week.flat().map(({ unserved }) => unserved));
  return (
    <>
      {/* Beside the table and not its caption: it stays in sight when the hours are scrolled. */}
      <p id="week-signs" className="week-signs">
        Not sent, by the hour the incident was opened. A number is how many were not sent, a dot
        that people were eligible and none of them was left out, nothing that nobody was eligible.
      </p>
      {/* Without a stop for the Tab key nobody could scroll it without a mouse. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <section className="week" tabIndex={0} aria-label="Not sent, by hour of the week">
        <table
          aria-label="Not sent, by the hour the incident was opened"
          aria-describedby="week-signs"
        >
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
                Not sent
              </th>
            </tr>
          </thead>
          <tbody>
            {ORDER.map((day) => {
              const hours = week[day] ?? [];
              const sum = sumOf(hours);
              return (
                <tr key={day}>
                  <th scope="row">
                    <abbr title={DAYS[day]}>{DAYS[day]?.slice(0, 3)}</abbr>
                  </th>
                  {hours.map((count, hour) => (
                    <Cell key={hour} count={count} most={most} when={`${DAYS[day]} ${hour}:00`} />
                  ))}
                  <td className="week-sum">
                    <b>{written(sum.unserved)}</b> of {written(sum.eligible)} ({shareOf(sum)})
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
  count: { unserved, eligible },
  most,
  when,
}: {
  readonly count: UnservedCount;
  readonly most: number;
  readonly when: string;
}) {
  // An empty cell says by being empty that nobody was eligible then.
  // oxlint-disable-next-line jsx-a11y/control-has-associated-label
  if (eligible === 0) return <td className="week-cell" />;
  const step = Math.ceil((STEPS * unserved) / most);
  return (
    <td
      className="week-cell"
      data-step={step}
      title={`${when}: ${written(unserved)} of ${written(eligible)} not sent`}
    >
      <span aria-hidden="true">{unserved === 0 ? '·' : written(unserved)}</span>
      <span className="spoken">
        {written(unserved)} of {written(eligible)}
      </span>
    </td>
  );
}

function sumOf(hours: readonly UnservedCount[]): UnservedCount {
  let [unserved, eligible] = [0, 0];
  for (const hour of hours) {
    unserved += hour.unserved;
    eligible += hour.eligible;
  }
  return { unserved, eligible };
}
