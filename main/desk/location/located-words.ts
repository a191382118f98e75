import type { TimelineLine } from '#shared/board/incident-view.ts';
import type { JournalEvent } from '#shared/journal/journal-event.ts';
import { isTowerAddress } from '#shared/location/class-of-service.ts';
import { FIX_SOURCE_LABELS, sayUncertainty, sayWhere, type Fix } from '#shared/location/fix.ts';

/** “Location (ALI WPH2): 41.97000, -87.66000, within 120 m (90 %)”. */
export function sayLocated(event: JournalEvent): Pick<TimelineLine, 'text' | 'kind'> | null {
  if (event.type !== 'call.located') return null;
  const { fix } = event;
  const source = [FIX_SOURCE_LABELS[fix.source], fix.classOfService].filter(Boolean).join(' ');
  return { kind: 'call', text: `Location (${source}): ${sayFix(fix)}` };
}

function sayFix(fix: Fix): string {
  if (fix.record?.found === 'none') return 'no record of the number found';
  if (fix.record?.found === 'blank') return 'the record was blank';
  const tower = isTowerAddress(fix.classOfService) && fix.shape.kind !== 'civic-only';
  const by = tower && fix.civic !== null ? `, by a tower at ${fix.civic}` : '';
  return `${sayWhere(fix)}, ${sayUncertainty(fix)}${by}`;
}
