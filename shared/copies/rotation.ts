/** How many copies stay in a target. Counted in copies, never in days by the clock of the PC. */
export interface Rotation {
  /** The last ones, whenever they were made. */
  readonly last: number;
  /** Of so many days with a copy, the latest of each; and so on. */
  readonly days: number;
  readonly weeks: number;
  readonly months: number;
  /** Made before an upgrade. */
  readonly upgrades: number;
}

export const USUAL_ROTATION: Rotation = { last: 6, days: 14, weeks: 8, months: 12, upgrades: 3 };

/** A copy as the rotation sees it. */
export interface RotatedCopy {
  readonly name: string;
  /** The higher was made later. */
  readonly number: number;
  readonly beforeUpgrade: boolean;
  /** “2026-03-03” on the center’s calendar when it was made. */
  readonly day: string;
  readonly verified: boolean;
}

export interface Rotated {
  readonly keep: readonly string[];
  readonly remove: readonly string[];
}

/**
 * Which copies stay. Nothing here looks at a clock: copies are ordered by their number, and a period counts
 * where there is a copy of it. A clock that jumps ahead, or is set back, takes nothing away by that alone.
 * Never removed: the newest verified copy and, with it, the only one.
 */
export function rotate(copies: readonly RotatedCopy[], rotation: Rotation): Rotated {
  const newestFirst = [...copies].sort(later);
  const good = newestFirst.filter(({ verified }) => verified);
  const kept = new Set<string>();
  const [newest] = good;
  // Where none can be trusted, none is taken away: a damaged copy may be all there is.
  if (newest === undefined) return { keep: newestFirst.map(({ name }) => name), remove: [] };
  kept.add(newest.name);
  const ordinary = good.filter(({ beforeUpgrade }) => !beforeUpgrade);
  for (const { name } of ordinary.slice(0, rotation.last)) kept.add(name);
  keepOneEach(ordinary, rotation.days, ({ day }) => day, kept);
  keepOneEach(ordinary, rotation.weeks, ({ day }) => weekOf(day), kept);
  keepOneEach(ordinary, rotation.months, ({ day }) => day.slice(0, 7), kept);
  const upgrades = good.filter(({ beforeUpgrade }) => beforeUpgrade);
  for (const { name } of upgrades.slice(0, rotation.upgrades)) kept.add(name);
  const names = newestFirst.map(({ name }) => name);
  return {
    keep: names.filter((name) => kept.has(name)),
    remove: names.filter((name) => !kept.has(name)),
  };
}

function later(a: RotatedCopy, b: RotatedCopy): number {
  return b.number - a.number || (a.name < b.name ? 1 : a.name > b.name ? -1 : 0);
}

function keepOneEach(
  newestFirst: readonly RotatedCopy[],
  periods: number,
  periodOf: (copy: RotatedCopy) => string,
  kept: Set<string>,
): void {
  const seen = new Set<string>();
  for (const copy of newestFirst) {
    if (seen.size >= periods) return;
    const period = periodOf(copy);
    if (seen.has(period)) continue;
    seen.add(period);
    kept.add(copy.name);
  }
}

/** The Monday of a day’s week. */
function weekOf(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  const sinceMonday = (date.getUTCDay() + 6) % 7;
  return new Date(date.getTime() - sinceMonday * 86_400_000).toISOString().slice(0, 10);
}
