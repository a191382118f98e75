/** Risk levels, L0 lowest. The number orders them; the letter and a shape show them. */
export const LEVELS = ['L0', 'L1', 'L2', 'L3', 'L4'] as const;
export type Level = (typeof LEVELS)[number];

export const LEVEL_NAMES: Readonly<Record<Level, string>> = {
  L0: 'Information',
  L1: 'Low',
  L2: 'Moderate',
  L3: 'High',
  L4: 'Emergent',
};

export function levelRank(level: Level): number {
  return LEVELS.indexOf(level);
}

export function higherOf(a: Level, b: Level): Level {
  return isHigher(b, a) ? b : a;
}

export function isHigher(level: Level, than: Level): boolean {
  return levelRank(level) > levelRank(than);
}
