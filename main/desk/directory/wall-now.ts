import { localMoment } from '../local-moment.ts';
import type { WallNow } from '#shared/directory/hours.ts';
import { wallInZone } from '#shared/roster/zone-moment.ts';

/** The center's wall clock, and by how much it is ahead of UTC. */
export function wallNow(now: Date, zone: string): WallNow {
  return { ...localMoment(now, zone), offset: offsetAt(zone, now.getTime()) };
}

/** The offsets the clock of a zone has in winter and in summer. */
export function ownOffsets(now: Date, zone: string): number[] {
  const year = now.getUTCFullYear();
  return [...new Set([0, 6].map((month) => offsetAt(zone, Date.UTC(year, month, 15))))];
}

function offsetAt(zone: string, instant: number): number {
  return Math.round((Date.parse(`${wallInZone(zone, instant)}Z`) - instant) / 60_000);
}
