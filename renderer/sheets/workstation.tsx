import { prefer, useDesk } from '../desk/desk-store.ts';
import { Field } from '../parts/field.tsx';

const THEMES = [
  ['dark', 'Dark, for a dim room'],
  ['light', 'Light'],
] as const;
const DENSITIES = [
  ['compact', 'Compact'],
  ['comfortable', 'Comfortable'],
] as const;

/** Kept on this workstation, whoever sits at it. */
export function Workstation() {
  const theme = useDesk((desk) => desk.theme);
  const density = useDesk((desk) => desk.density);
  const volume = useDesk((desk) => desk.volume);
  const percent = Math.round(volume * 100);
  return (
    <section className="workstation" aria-labelledby="workstation-title">
      <h3 id="workstation-title">This workstation</h3>
      <fieldset>
        <legend>
          Colors <kbd aria-hidden="true">t</kbd>
        </legend>
        {THEMES.map(([value, words]) => (
          <label key={value}>
            <input
              type="radio"
              name="theme"
              checked={theme === value}
              onChange={() => prefer({ theme: value })}
            />
            {words}
          </label>
        ))}
      </fieldset>
      <fieldset>
        <legend>
          Rows <kbd aria-hidden="true">d</kbd>
        </legend>
        {DENSITIES.map(([value, words]) => (
          <label key={value}>
            <input
              type="radio"
              name="density"
              checked={density === value}
              onChange={() => prefer({ density: value })}
            />
            {words}
          </label>
        ))}
      </fieldset>
      <Field label="Volume" hint="Every sound also shows on the screen.">
        {(wiring) => (
          <span className="volume">
            <input
              {...wiring}
              type="range"
              min={0}
              max={100}
              step={10}
              value={percent}
              aria-valuetext={percent === 0 ? 'silent' : `${percent} percent`}
              onChange={(event) => prefer({ volume: Number(event.target.value) / 100 })}
            />
            <output>{percent === 0 ? 'silent' : `${percent} %`}</output>
          </span>
        )}
      </Field>
    </section>
  );
}
