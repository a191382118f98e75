import type { Spell } from '#shared/statistics/kaplan-meier.ts';

const spells = (weeks: readonly number[], censored: readonly number[] = []): Spell[] => [
  ...weeks.map((time) => ({ time, happened: true })),
  ...censored.map((time) => ({ time, happened: false })),
];

/**
 * Weeks in remission of 42 children with leukaemia (E. J. Freireich and others, Blood 21, 1963): the worked example
 * of D. Collett, Modelling Survival Data in Medical Research, and of D. Kleinbaum and M. Klein, Survival Analysis.
 */
export const WITH_6MP = spells(
  [6, 6, 6, 7, 10, 13, 16, 22, 23],
  [6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35],
);
export const WITH_PLACEBO = spells([
  1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23,
]);
