import { localMoment } from '../local-moment.ts';
import type { NewEvent } from '#shared/journal/journal-event.ts';
import type { CautionId } from '#shared/lib/brand.ts';

const DAY_MS = 86_400_000;

/**
 * Two invented cautions at one block where calls come from: one that counts, and one whose time is over,
 * so that a trainee meets both. `now` is the desk's clock.
 */
export function seededCautions(now: Date, timeZone: string): NewEvent[] {
  const inDays = (days: number) =>
    localMoment(new Date(now.getTime() + days * DAY_MS), timeZone).date;
  const about = { kind: 'address', address: '4700 block N Broadway' } as const;
  return [
    {
      type: 'caution.recorded',
      cautionId: 'training-caution-dog' as CautionId,
      about,
      kind: 'animal',
      text: 'Large dog loose in the stairwell. Have the caller shut it in before the team goes up.',
      source: 'Crew of M1, invented for training',
      expiresOn: inDays(60),
    },
    {
      type: 'caution.recorded',
      cautionId: 'training-caution-stairs' as CautionId,
      about,
      kind: 'other',
      text: 'Stairs to the second floor are being repaired; use the rear entrance.',
      source: 'Old card file, invented for training',
      expiresOn: inDays(-30),
    },
  ];
}
