import { useId, type KeyboardEvent } from 'react';
import './choice-row.css';

/** A question with a few answers in one line: arrows choose, as in every group of radio buttons. */
export function ChoiceRow<T extends string>({
  legend,
  choices,
  value,
  onChoose,
  onKeyDown,
  field,
  className = 'choice-row',
}: {
  readonly legend: string;
  readonly choices: Readonly<Record<T, string>>;
  readonly value: T | null;
  readonly onChoose: (value: T) => void;
  readonly onKeyDown?: (event: KeyboardEvent) => void;
  /** Named where what is missing can be gone to. */
  readonly field?: string;
  readonly className?: string;
}) {
  const name = useId();
  return (
    <fieldset className={className} data-field={field}>
      <legend>{legend}</legend>
      {(Object.entries(choices) as [T, string][]).map(([id, label]) => (
        <label key={id}>
          <input
            type="radio"
            name={name}
            checked={value === id}
            onChange={() => onChoose(id)}
            onKeyDown={onKeyDown}
          />
          {label}
        </label>
      ))}
    </fieldset>
  );
}
