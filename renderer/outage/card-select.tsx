import { Field } from '../parts/field.tsx';

/** One of a few, with an empty choice for what the card does not say. A letter jumps to it. */
export function CardSelect({
  label,
  value,
  none,
  choices,
  error = null,
  hint,
  onChoose,
}: {
  readonly label: string;
  readonly value: string;
  readonly none: string;
  readonly choices: readonly { readonly id: string; readonly label: string }[];
  readonly error?: string | null;
  readonly hint?: string | undefined;
  readonly onChoose: (id: string) => void;
}) {
  return (
    <Field label={label} error={error} hint={hint}>
      {(wiring) => (
        <select value={value} {...wiring} onChange={(event) => onChoose(event.target.value)}>
          <option value="">{none}</option>
          {choices.map(({ id, label: text }) => (
            <option key={id} value={id}>
              {text}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
