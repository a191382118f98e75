import { useState } from 'react';
import type { ServiceHours } from '#shared/policy/policy.ts';
import { Button } from '../parts/button.tsx';
import { TextField } from '../parts/field.tsx';
import { withValue, without, type Path } from './document-path.ts';
import { clockText, DAYS, readClock, WEEK } from './service-hours.ts';
import { edit, leaveEditor } from './workshop-store.ts';

/** When a team is on: days, from and to. Past midnight takes two lines, one for each day. */
export function HoursEditor({
  path,
  hours,
}: {
  readonly path: Path;
  readonly hours: readonly ServiceHours[];
}) {
  const put = (at: number, change: Partial<ServiceHours>) =>
    edit((policy) => withValue(policy, [...path, at], { ...hours[at], ...change }));
  return (
    <div className="hours-editor">
      {hours.map((line, at) => (
        <fieldset key={at}>
          <legend className="spoken">Hours {at + 1}</legend>
          {WEEK.map((day) => (
            <label key={day}>
              <input
                type="checkbox"
                checked={line.days.includes(day)}
                onChange={(event) =>
                  put(at, {
                    days: [0, 1, 2, 3, 4, 5, 6].filter((each) =>
                      each === day ? event.target.checked : line.days.includes(each),
                    ),
                  })
                }
              />
              {DAYS[day]}
            </label>
          ))}
          <ClockField label="From" minutes={line.from} onMinutes={(from) => put(at, { from })} />
          <ClockField label="To" minutes={line.to} onMinutes={(to) => put(at, { to })} />
          <Button
            tone="quiet"
            aria-label={`Remove hours ${at + 1}`}
            onClick={() => edit((policy) => without(policy, [...path, at]))}
          >
            Remove
          </Button>
        </fieldset>
      ))}
      <div className="editor-foot">
        <Button
          onClick={() =>
            edit((policy) =>
              withValue(policy, [...path, hours.length], {
                days: [1, 2, 3, 4, 5],
                from: 480,
                to: 960,
              }),
            )
          }
        >
          Add hours
        </Button>
        <Button keys="Esc" tone="quiet" onClick={leaveEditor}>
          Done
        </Button>
      </div>
    </div>
  );
}

function ClockField({
  label,
  minutes,
  onMinutes,
}: {
  readonly label: string;
  readonly minutes: number;
  readonly onMinutes: (minutes: number) => void;
}) {
  const [typed, setTyped] = useState<string | null>(null);
  const read = typed === null ? minutes : readClock(typed);
  return (
    <TextField
      label={label}
      value={typed ?? clockText(minutes)}
      error={read === null ? 'Write it like 08:30, at most 24:00.' : null}
      onText={setTyped}
      onBlur={() => {
        if (read === null) return;
        setTyped(null);
        if (read !== minutes) onMinutes(read);
      }}
    />
  );
}
