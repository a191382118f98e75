import type { JournalEvent } from './journal-event.ts';

/** Events of which the center has one stream, whatever they are about. */
const STREAMS_OF_THE_CENTER = {
  'areas.proposed': 'areas',
  'areas.adopted': 'areas',
  'areas.declined': 'areas',
  'areas.withdrawn': 'areas',
  'screener.proposed': 'screener',
  'screener.adopted': 'screener',
  'screener.declined': 'screener',
  'screener.withdrawn': 'screener',
  'costs.set': 'costs',
  'costs.withdrawn': 'costs',
  'directory.adopted': 'directory',
  'directory.withdrawn': 'directory',
  'copies.set': 'copies',
  'copy.made': 'copies',
  'copy.failed': 'copies',
  'copy.drilled': 'copies',
  'copy.restored': 'copies',
  'copies.thinned': 'copies',
  'retention.set': 'retention',
  'legal-hold.placed': 'retention',
  'legal-hold.released': 'retention',
  'words.shredded': 'retention',
  'words.stayed-shredded': 'retention',
  'store.encrypted': 'store',
  'store.rekeyed': 'store',
  'store.left-plain': 'store',
  'store.recovered': 'store',
  'store.way-changed': 'store',
  'store.recovery-key-renewed': 'store',
  'store.unlock-failed': 'store',
} as const satisfies Partial<Record<JournalEvent['type'], string>>;

type OfTheCenter = Extract<JournalEvent, { type: keyof typeof STREAMS_OF_THE_CENTER }>;

export function isOfTheCenter(event: JournalEvent): event is OfTheCenter {
  return Object.hasOwn(STREAMS_OF_THE_CENTER, event.type);
}

export function streamOfTheCenter({ type }: OfTheCenter): string {
  return STREAMS_OF_THE_CENTER[type];
}
