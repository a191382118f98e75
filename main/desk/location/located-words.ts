import type { CallEvent } from '#shared/call/call-events.ts';
import { isTowerAddress } from '#shared/location/class-of-service.ts';
import { FIX_SOURCE_LABELS, sayUncertainty, sayWhere } from '#shared/location/fix.ts';

type Located = Extract<CallEvent, { type: 'call.located' }>;

/** “Location (ALI WPH2): 41.97000, -87.66000, within 120 m (90 %)”. */
export function sayLocated({ fix }: Located): string {
  const source = [FIX_SOURCE_LABELS[fix.source], fix.classOfService].filter(Boolean).join(' ');
  if (fix.record?.found === 'none') return `Location (${source}): no record of the number found`;
  if (fix.record?.found === 'blank') return `Location (${source}): the record was blank`;
  const tower = isTowerAddress(fix.classOfService) && fix.shape.kind !== 'civic-only';
  const by = tower && fix.civic !== null ? `, by a tower at ${fix.civic}` : '';
  return `Location (${source}): ${sayWhere(fix)}, ${sayUncertainty(fix)}${by}`;
}
