import { LEVEL_NAMES, type Level } from '#shared/routing/level.ts';

/** One outline per level, more corners and more ink the higher: told apart in print and without color. */
export const LEVEL_SHAPES: Readonly<Record<Level, string>> = {
  L0: 'M8 1.5a6.5 6.5 0 1 0 0 13a6.5 6.5 0 1 0 0-13Z',
  L1: 'M2.5 2.5h11v11h-11Z',
  L2: 'M8 1.5 15 14H1Z',
  L3: 'M8 .8 15.2 8 8 15.2.8 8Z',
  L4: 'M5.2 1h5.6L15 5.2v5.6L10.8 15H5.2L1 10.8V5.2Z',
};

export function LevelBadge({
  level,
  large = false,
  provisional = false,
}: {
  readonly level: Level;
  readonly large?: boolean;
  /** Facts are missing: the level may still change. */
  readonly provisional?: boolean;
}) {
  return (
    <span className="level" data-level={level} data-large={large} data-provisional={provisional}>
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <path d={LEVEL_SHAPES[level]} />
      </svg>
      <span aria-hidden="true">{level}</span>
      <span className="spoken">
        Level {level}, {LEVEL_NAMES[level]}
        {provisional ? ', provisional' : ''}
      </span>
    </span>
  );
}
