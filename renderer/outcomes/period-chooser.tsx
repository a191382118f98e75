import { useEffect, useRef, useState } from 'react';
import { periodFault, PERIOD_CHOICES, type Period } from '#shared/outcomes/period.ts';
import { centerDate, dateWords } from '../desk/center-date.ts';
import { deskNow } from '../desk/clock.ts';
import { useActions } from '../keys/actions.ts';
import { TextField } from '../parts/field.tsx';
import { Keys } from '../parts/kbd.tsx';
import { choosePeriod, setOwnDates, useOutcomes } from './outcomes-store.ts';

/** The days every figure counts. `d` goes here, the arrows choose. */
export function PeriodChooser({ period }: { readonly period: Period }) {
  const choice = useOutcomes((outcomes) => outcomes.choice);
  const group = useRef<HTMLFieldSetElement>(null);
  useActions({
    'outcomes.period': () => group.current?.querySelector<HTMLElement>('input:checked')?.focus(),
  });
  return (
    <div className="period">
      <fieldset ref={group} className="period-choices">
        <legend>
          <Keys keys="d" /> Days counted
        </legend>
        {PERIOD_CHOICES.map(({ id, label }) => (
          <label key={id} data-chosen={choice === id}>
            <input
              type="radio"
              name="outcomes-period"
              value={id}
              checked={choice === id}
              onChange={() => choosePeriod(id, centerDate(deskNow()))}
            />
            {label}
          </label>
        ))}
      </fieldset>
      {choice === 'own-dates' ? (
        <OwnDates period={period} />
      ) : (
        <p className="period-words">
          <time dateTime={period.from}>{dateWords(period.from)}</time> to{' '}
          <time dateTime={period.to}>{dateWords(period.to)}</time>
        </p>
      )}
    </div>
  );
}

/** Nothing is counted anew before both days stand and are in order. */
function OwnDates({ period }: { readonly period: Period }) {
  const [typed, setTyped] = useState(period);
  const first = useRef<HTMLInputElement>(null);
  useEffect(() => first.current?.focus(), []);
  const wrong = periodFault(typed);
  const change = (part: Partial<Period>) => {
    const next = { ...typed, ...part };
    setTyped(next);
    if (periodFault(next) === null) setOwnDates(next);
  };
  return (
    <div className="period-own">
      <TextField
        ref={first}
        type="date"
        label="First day"
        value={typed.from}
        onText={(from) => change({ from })}
      />
      <TextField
        type="date"
        label="Last day"
        value={typed.to}
        error={wrong}
        onText={(to) => change({ to })}
      />
    </div>
  );
}
