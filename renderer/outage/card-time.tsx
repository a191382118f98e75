import { Field } from '../parts/field.tsx';
import { isNextDay, type CardDraft, type TimeDraft } from './card-draft.ts';

/** A time from the card, with “about” for one that is not exact, and a mark when it is after midnight. */
export function CardTime({
  label,
  value,
  draft,
  error = null,
  onTime,
}: {
  readonly label: string;
  readonly value: TimeDraft;
  readonly draft: Pick<CardDraft, 'received'>;
  readonly error?: string | null;
  readonly onTime: (time: TimeDraft) => void;
}) {
  const next = isNextDay(draft, value.time);
  return (
    <div className="card-time">
      <Field label={label} error={error} hint={next ? 'after midnight: the next day' : undefined}>
        {(wiring) => (
          <input
            type="text"
            inputMode="numeric"
            autoComplete="off"
            placeholder="14:07"
            maxLength={5}
            value={value.time}
            {...wiring}
            onChange={(event) => onTime({ ...value, time: event.target.value })}
          />
        )}
      </Field>
      <label className="card-about">
        <input
          type="checkbox"
          checked={value.about}
          aria-label={`${label} is only about right`}
          onChange={(event) => onTime({ ...value, about: event.target.checked })}
        />
        about
      </label>
    </div>
  );
}
