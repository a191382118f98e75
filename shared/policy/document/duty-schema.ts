import { z } from 'zod';

/** When a team is on duty. */
export const serviceHours = z
  .strictObject({
    days: z
      .array(z.int().min(0).max(6))
      .min(1)
      .max(7)
      .describe('Days of the week, 0 Sunday to 6 Saturday; at least one, none of them twice.'),
    from: z.int().min(0).max(1440).describe('Minutes after local midnight, 0 to 1440.'),
    to: z
      .int()
      .min(0)
      .max(1440)
      .describe('Minutes after local midnight, later than “from”; itself no longer served.'),
  })
  .meta({ id: 'serviceHours', title: 'service hours' });

/** How often its crew has to be heard while it is with the person. */
export const checkIns = {
  checkInMinutes: z
    .int()
    .min(1)
    .max(240)
    .exactOptional()
    .describe('Minutes within which the crew has to be heard while it is with the person.'),
  checkInGraceMinutes: z
    .int()
    .min(0)
    .max(60)
    .exactOptional()
    .describe('Minutes after a check-in was due until police back-up is recommended.'),
};
