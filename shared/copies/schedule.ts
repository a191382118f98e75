import { wallInZone } from '../roster/zone-moment.ts';

/** When copies are made by themselves. */
export interface CopySchedule {
  /** Null: only at the times of day. */
  readonly everyHours: number | null;
  /** “03:30” on the center’s clock. */
  readonly at: readonly string[];
}

export const USUAL_SCHEDULE: CopySchedule = { everyHours: 4, at: ['03:30'] };

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/**
 * Whether a target is to have a copy now. A last copy from the future is none: the clock was set back, and
 * one copy too many costs less than none for as long as that.
 */
export function isCopyDue(
  { everyHours, at }: CopySchedule,
  lastAt: number | null,
  now: number,
  timeZone: string,
): boolean {
  if (lastAt === null || lastAt > now + 60_000) return true;
  if (everyHours !== null && now - lastAt >= everyHours * HOUR) return true;
  if (at.length > 0 && now - lastAt >= 2 * DAY) return true;
  const [last, shown] = [wallInZone(timeZone, lastAt), wallInZone(timeZone, now)];
  const days = [wallInZone(timeZone, now - DAY), shown].map((wall) => wall.slice(0, 10));
  return at.some((time) =>
    days.some((day) => {
      const occurs = `${day}T${time}`;
      return last < occurs && occurs <= shown;
    }),
  );
}

const BACK_OFF_MINUTES = [5, 15, 60, 240] as const;

/** A target that failed is tried again soon, and then more and more rarely. */
export function tryAgainAt(failures: number, failedAt: number): number {
  const minutes = BACK_OFF_MINUTES[Math.min(failures, BACK_OFF_MINUTES.length) - 1] ?? 0;
  return failedAt + minutes * 60_000;
}

/** Older than this, the newest copy is a matter for a person: twice what was promised, and a day at least. */
export function oldestGoodMs({ everyHours, at }: CopySchedule): number {
  const promised = at.length > 0 ? DAY : 0;
  const hours = everyHours === null ? promised : everyHours * HOUR;
  return Math.max(2 * Math.min(hours, promised === 0 ? hours : promised), DAY + 2 * HOUR);
}
