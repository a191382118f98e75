import type { Ref } from 'react';
import type { OverrideLine } from '#shared/board/override-review.ts';
import { Button } from '../parts/button.tsx';
import { Combobox } from '../parts/combobox.tsx';
import { Keys } from '../parts/kbd.tsx';
import { DIRECTION_WORDS, type Direction } from './directions.ts';

export interface Filter {
  /** Null shows every direction, and every call type. */
  readonly direction: Direction | null;
  readonly callType: string | null;
}

export const EVERYTHING: Filter = { direction: null, callType: null };

/** The key of each choice, in the order of the buttons. */
export const DIRECTION_KEYS: Readonly<Record<string, Direction | null>> = {
  1: null,
  2: 'up',
  3: 'down',
  4: 'same',
};

export function matches(line: OverrideLine, { direction, callType }: Filter): boolean {
  return (
    (direction === null || line.direction === direction) &&
    (callType === null || line.callTypeLabel === callType)
  );
}

/** Which of the lines to show. Every choice says how many lines it leaves. */
export function OverrideFilter({
  lines,
  filter,
  onFilter,
  callTypeRef,
  onEnter,
}: {
  readonly lines: readonly OverrideLine[];
  readonly filter: Filter;
  readonly onFilter: (filter: Filter) => void;
  readonly callTypeRef: Ref<HTMLInputElement>;
  /** A call type was taken: on to the list. */
  readonly onEnter: () => void;
}) {
  const count = (direction: Direction | null) =>
    lines.filter((line) => matches(line, { ...filter, direction })).length;
  const types = [...new Set(lines.map(({ callTypeLabel }) => callTypeLabel))].sort();
  return (
    <div className="override-filter">
      <fieldset>
        <legend className="spoken">Which overrides</legend>
        {Object.entries(DIRECTION_KEYS).map(([key, direction]) => (
          <Button
            key={key}
            keys={key}
            tone="quiet"
            aria-pressed={filter.direction === direction}
            onClick={() => onFilter({ ...filter, direction })}
          >
            {direction === null ? (
              'All'
            ) : (
              <>
                <span aria-hidden="true">{DIRECTION_WORDS[direction].sign}</span>{' '}
                {DIRECTION_WORDS[direction].word}
              </>
            )}{' '}
            <small>{count(direction)}</small>
          </Button>
        ))}
      </fieldset>
      <div className="override-types">
        <Keys keys="c" />
        <Combobox
          ref={callTypeRef}
          label="Call type"
          none="Every call type"
          choices={types.map((type) => ({ id: type, label: type }))}
          value={filter.callType}
          onEnter={onEnter}
          onChoose={(callType) => onFilter({ ...filter, callType })}
        />
      </div>
    </div>
  );
}
