import { useState } from 'react';
import type { ServiceHours } from '#shared/policy/policy.ts';
import { Button } from './button.tsx';
import { TextField } from './field.tsx';
import { clockText, DAYS, readClock, WEEK } from './service-hours.ts';

const A_LINE: ServiceHours = { days: [1, 2, 3, 4, 5], from: 480, to: 960 };

/** When somebody is on, a line for each span: days, from and to. Past midnight takes two lines, one for each day. */
export function HoursLines({
  hours,
  onHours,
}: {
  readonly hours: readonly ServiceHours[];
  readonly onHours: (hours: readonly ServiceHours[]) => void;
}) {
  const put = (at: number, change: Partial<ServiceHours>) =>
    onHours(hours.map((line, place) => (place === at ? { ...line, ...change } : line)));
  return (
    <>
      {hours.map((line, at) => (
        <fieldset key={at} className="hours-line">
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
            onClick={() => onHours(hours.filter((_, place) => place !== at))}
          >
            Remove
          </Button>
        </fieldset>
      ))}
      <Button onClick={() => onHours([...hours, A_LINE])}>Add hours</Button>
    </>
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
