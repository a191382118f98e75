import { useDesk } from '../desk/desk-store.ts';

/** What the vehicle of a unit has, out of the policy's list. */
export function CapabilityChoice({
  chosen,
  onChoose,
}: {
  readonly chosen: readonly string[];
  readonly onChoose: (capabilities: readonly string[]) => void;
}) {
  const list = useDesk((desk) => desk.policy?.capabilities) ?? [];
  if (list.length === 0) return null;
  return (
    <fieldset className="vehicle-has">
      <legend>The vehicle has</legend>
      {list.map(({ id, label }) => (
        <label key={id}>
          <input
            type="checkbox"
            checked={chosen.includes(id)}
            onChange={({ target }) =>
              onChoose(target.checked ? [...chosen, id] : chosen.filter((each) => each !== id))
            }
          />{' '}
          {label}
        </label>
      ))}
    </fieldset>
  );
}
