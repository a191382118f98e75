import { momentInZone } from '#shared/roster/zone-moment.ts';
import { deskStore } from '../desk/desk-store.ts';
import { Field } from '../parts/field.tsx';

/** A day and a time of day on the center's wall clock, as they are typed. */
export interface TypedMoment {
  readonly day: string;
  readonly time: string;
}

/** The instant it is, ISO; null where it is not all there, or no such time exists that day. */
export function instantOf({ day, time }: TypedMoment): string | null {
  if (day === '' || time === '') return null;
  return momentInZone(deskStore.getState().hello?.center?.timeZone ?? 'UTC', day, time);
}

export function DayAndTime({
  label,
  moment,
  onMoment,
  error,
}: {
  readonly label: string;
  readonly moment: TypedMoment;
  readonly onMoment: (moment: TypedMoment) => void;
  readonly error: string | null;
}) {
  return (
    <div className="field-pair">
      <Field label={label} error={error}>
        {(wiring) => (
          <input
            {...wiring}
            type="date"
            value={moment.day}
            // Asked for by the key just before.
            // oxlint-disable-next-line jsx-a11y/no-autofocus
            autoFocus
            onChange={({ target }) => onMoment({ ...moment, day: target.value })}
          />
        )}
      </Field>
      <Field label="At">
        {(wiring) => (
          <input
            {...wiring}
            type="time"
            value={moment.time}
            onChange={({ target }) => onMoment({ ...moment, time: target.value })}
          />
        )}
      </Field>
    </div>
  );
}
