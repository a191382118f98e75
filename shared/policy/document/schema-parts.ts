import { z } from 'zod';
import { READINGS } from '../../facts/fact.ts';
import { LEVELS } from '../../routing/level.ts';

/** The longest list a policy may have anywhere. */
export const LONGEST_LIST = 1000;

export const lineOf = (longest: number) =>
  z
    .string()
    .max(longest)
    .regex(/^(?=.*\S)[^\p{Cc}]+$/u);

// Answers are kept by fact id in plain objects, where “constructor” would already be there.
export const id = z
  .string()
  .max(64)
  .regex(/^(?!constructor$)[a-z0-9]+(-[a-z0-9]+)*$/);

export const code = z
  .string()
  .max(64)
  .regex(/^[A-Z0-9]([A-Z0-9 ._/+&-]*[A-Z0-9+])?$/);

export const minutesUpTo = (longest: number) => z.int().min(1).max(longest);
export const level = z.enum([...LEVELS].reverse() as unknown as typeof LEVELS);
export const readings = z.array(z.enum(READINGS)).max(READINGS.length);

export const sourced = {
  source: lineOf(300).describe('Where the value comes from, in one line.'),
  verify: z
    .boolean()
    .describe('true while the center still has to check the value, false once it has.'),
};

export const label = lineOf(80);
export const factId = id.describe('The id of a fact of this policy.');
export const responseId = id.describe('The id of a response of this policy.');
