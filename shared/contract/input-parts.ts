import { z } from 'zod';
import { FACT_TOPICS } from '../policy/policy.ts';
import { lengthOf, PASSPHRASE_LENGTH } from '../roster/passphrase.ts';
import { periodFault } from '../outcomes/period.ts';
import type { CallId, IncidentId, OperatorId, UnitId } from '../lib/brand.ts';

/** The parts that inputs of several topics are made of: each strict, each with an end. */
export const id = <T extends string>() =>
  z
    .string()
    .min(1)
    .max(64)
    .transform((text) => text as T);
export const callId = id<CallId>();
export const incidentId = id<IncidentId>();
export const unitId = id<UnitId>();
export const operatorId = id<OperatorId>();
export const line = z.string().trim().max(300);
export const prose = z.string().max(10_000);
export const nothing = z.strictObject({});
export const onIncident = z.strictObject({ incidentId });
export const topic = z.enum(FACT_TOPICS);
export const position = z.strictObject({
  lat: z.number().min(-90).max(90),
  lon: z.number().min(-180).max(180),
});
// What is too long is not counted sign by sign: that takes the memory of the whole console.
export const passphrase = z.string().max(200, { abort: true });
/** How easy it is to guess is asked where names are known. */
export const newPassphrase = passphrase.refine(
  (text) => lengthOf(text) >= PASSPHRASE_LENGTH,
  `A passphrase needs at least ${PASSPHRASE_LENGTH} characters.`,
);
/** The days figures are counted over, both counted. */
export const period = z.strictObject({ from: line, to: line }).superRefine((days, context) => {
  const fault = periodFault(days);
  if (fault !== null) context.addIssue(fault);
});
