import type { ResponseOption } from '#shared/board/incident-view.ts';
import { useId } from 'react';
import { LevelBadge } from '../parts/level-badge.tsx';

const DIRECTIONS: Readonly<Record<ResponseOption['direction'], string>> = {
  up: '↑ more',
  same: '= as much',
  down: '↓ less',
};

/** One response: who it is, whether it is more or less than recommended, and what stands against it. */
export function ResponseChoice({
  option,
  digit,
  chosen,
  onChoose,
}: {
  readonly option: ResponseOption;
  readonly digit: string | null;
  readonly chosen: boolean;
  readonly onChoose: (id: string) => void;
}) {
  const id = useId();
  const { barred, direction, level, label, who, recommended } = option;
  return (
    <label className="response" data-barred={barred !== null}>
      <input
        type="radio"
        name="response"
        value={option.id}
        checked={chosen}
        disabled={barred !== null}
        aria-describedby={id}
        onChange={() => onChoose(option.id)}
      />
      <kbd aria-hidden="true">{digit}</kbd>
      <LevelBadge level={level} />
      <span className="response-label">{label}</span>
      <span className="response-direction" data-direction={direction}>
        {recommended ? 'recommended' : DIRECTIONS[direction]}
      </span>
      <span id={id} className="response-who">
        {who}
        {barred !== null && <span className="response-bar">{barred}</span>}
        {barred === null && option.needsSecondPerson && (
          <span className="response-needs">Needs a reason and a second person.</span>
        )}
        {barred === null && option.needsReason && !option.needsSecondPerson && (
          <span className="response-needs">Needs a reason.</span>
        )}
      </span>
    </label>
  );
}
