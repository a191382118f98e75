import type { Fix } from '../location/fix.ts';

/** The areas of the map a fix may lie in. */
export interface TouchedAreas {
  readonly names: readonly string[];
  /** Part of it lies in no area of the map. */
  readonly outside: boolean;
}

/** One location of a caller, as it is listed. */
export interface LocationLine {
  readonly fix: Fix;
  /** Its place among the locations of the call, the oldest first: by it one is taken. */
  readonly index: number;
  /** Null without a drawing, or while no map is in force. */
  readonly areas: TouchedAreas | null;
  /** How far its middle is from that of the one before; null for the first, or without a point. */
  readonly metersFromBefore: number | null;
}

/** Where the caller was said to be, the newest first. */
export interface CallerLocations {
  readonly lines: readonly LocationLine[];
}

/** “in Uptown”, “may be Uptown or Edgewater”, “may be Uptown, or outside every area”. */
export function sayAreas({ names, outside }: TouchedAreas): string {
  const [first] = names;
  if (first === undefined) return 'outside every area';
  if (names.length === 1 && !outside) return `in ${first}`;
  const last = names.at(-1) ?? first;
  const shown = names.length > MOST_NAMED ? names.slice(0, MOST_NAMED) : names.slice(0, -1);
  const others = names.length - MOST_NAMED;
  const listed =
    names.length === 1
      ? first
      : others > 0
        ? `${shown.join(', ')} or ${others} more areas`
        : `${shown.join(', ')} or ${last}`;
  return `may be ${listed}${outside ? ', or outside every area' : ''}`;
}

const MOST_NAMED = 5;
