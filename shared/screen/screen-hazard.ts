/** What dispatch hears of a screen: a word for danger and no answer. Apart, so that a board carries no more. */
export type ScreenHazard = 'high' | 'not-established';

export const HAZARD_WORDS: Readonly<Record<ScreenHazard, string>> = {
  high: 'Suicide screen: high',
  'not-established': 'Suicide screen: not established, never read as low',
};
