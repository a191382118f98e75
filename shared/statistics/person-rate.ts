import { jackknifeByPerson } from './person-jackknife.ts';
import { student95 } from './student-t.ts';

/** Calls of one person, and for how many days that person could call. */
export interface Exposed {
  readonly calls: number;
  readonly days: number;
}

/** The mean month of the Gregorian calendar. */
export const MONTH_DAYS = 365.2425 / 12;

/** How often people call in a month in which they can. */
export interface PersonRate {
  readonly people: number;
  readonly calls: number;
  readonly personMonths: number;
  /** Null without exposure. */
  readonly perMonth: number | null;
  /** 95 %; null where too few people called to say how much people differ. */
  readonly low: number | null;
  readonly high: number | null;
}

/**
 * Calls over person-months (rate with exposure: Rothman, Greenland and Lash, Modern Epidemiology, 3rd edition,
 * chapter 3), all people together. The interval takes each person as a whole, so it assumes nothing of how calls
 * fall: a Poisson interval would be too narrow, since people differ and calls come in bursts.
 */
export function personRate(people: readonly Exposed[]): PersonRate {
  let [calls, days] = [0, 0];
  for (const each of people) {
    calls += each.calls;
    days += each.days;
  }
  const personMonths = days / MONTH_DAYS;
  const perMonth = days > 0 ? calls / personMonths : null;
  const spread = jackknifeByPerson(people, {
    above: [(each) => each.calls],
    below: [(each) => each.days],
  });
  const rate = { people: people.length, calls, personMonths, perMonth };
  if (spread === null || perMonth === null) return { ...rate, low: null, high: null };
  const margin = Math.exp(student95(spread.degrees) * Math.sqrt(spread.variance));
  return { ...rate, low: perMonth / margin, high: perMonth * margin };
}
