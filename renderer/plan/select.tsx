import { Field } from '../parts/field.tsx';

/** One of a few that always has a value. A letter jumps to it. */
export function Select<Choice extends string>({
  label,
  value,
  choices,
  labels,
  onChoose,
}: {
  readonly label: string;
  readonly value: Choice;
  readonly choices: readonly Choice[];
  readonly labels: Readonly<Record<Choice, string>>;
  readonly onChoose: (choice: Choice) => void;
}) {
  return (
    <Field label={label}>
      {(wiring) => (
        <select
          value={value}
          {...wiring}
          onChange={({ target }) => {
            const chosen = choices.find((each) => each === target.value);
            if (chosen !== undefined) onChoose(chosen);
          }}
        >
          {choices.map((choice) => (
            <option key={choice} value={choice}>
              {labels[choice]}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
