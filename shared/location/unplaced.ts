import { isTowerOnly } from './class-of-service.ts';
import { reachOf } from './location-shape.ts';
import { sayMeters, type Fix } from './fix.ts';

/** What stands where a call has no address: how near its caller is known, or that it is not. */
export function sayUnplaced(fixes: readonly Fix[]): string {
  const latest = fixes.at(-1);
  if (latest === undefined) return 'Location unknown';
  if (latest.record?.found === 'none') return 'Location unknown: no record found';
  if (latest.record?.found === 'blank') return 'Location unknown: blank record';
  if (isTowerOnly(latest.classOfService)) return 'Location unknown: tower only';
  if (latest.shape.kind === 'civic-only') return 'Location unknown';
  const reach = reachOf(latest.shape);
  return reach === null ? 'A point, no address' : `Within ${sayMeters(reach)}, no address`;
}
