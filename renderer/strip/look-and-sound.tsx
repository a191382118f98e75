import { prefer, useDesk } from '../desk/desk-store.ts';
import { playSound } from '../sound/sounds.ts';

/** How this workstation looks and sounds. Kept on this workstation. */
export function LookAndSound() {
  const theme = useDesk((desk) => desk.theme);
  const density = useDesk((desk) => desk.density);
  const volume = useDesk((desk) => desk.volume);
  return (
    <details className="look" name="strip">
      <summary>Look and sound{volume === 0 && <strong> (muted)</strong>}</summary>
      <div className="look-panel">
        <Choice
          label="Theme"
          value={theme}
          options={['dark', 'light']}
          onChoose={(chosen) => prefer({ theme: chosen })}
        />
        <Choice
          label="Rows"
          value={density}
          options={['compact', 'comfortable']}
          onChoose={(chosen) => prefer({ density: chosen })}
        />
        <label>
          Volume
          <input
            type="range"
            min={0}
            max={1}
            step={0.1}
            value={volume}
            onChange={(event) => prefer({ volume: Number(event.target.value) })}
            onPointerUp={() => playSound('new-call')}
            onKeyUp={() => playSound('new-call')}
          />
          <output>{Math.round(volume * 100)} %</output>
        </label>
      </div>
    </details>
  );
}

function Choice<T extends string>({
  label,
  value,
  options,
  onChoose,
}: {
  readonly label: string;
  readonly value: T;
  readonly options: readonly T[];
  readonly onChoose: (value: T) => void;
}) {
  return (
    <fieldset>
      <legend>{label}</legend>
      {options.map((option) => (
        <label key={option}>
          <input
            type="radio"
            name={label}
            checked={option === value}
            onChange={() => onChoose(option)}
          />
          {option}
        </label>
      ))}
    </fieldset>
  );
}
