import type { OverrideLine } from '#shared/board/override-review.ts';

export type Direction = OverrideLine['direction'];

/** Order, shape and word of each way to decide otherwise; the colour adds nothing to them. */
export const DIRECTIONS = ['up', 'down', 'same'] as const satisfies readonly Direction[];

export const DIRECTION_WORDS: Readonly<
  Record<Direction, { readonly sign: string; readonly word: string; readonly means: string }>
> = {
  up: { sign: '▲', word: 'up', means: 'more than recommended' },
  down: { sign: '▼', word: 'down', means: 'less than recommended' },
  same: { sign: '=', word: 'same', means: 'another way at the same level' },
};
