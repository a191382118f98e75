import { sayOpen } from '#shared/directory/hours.ts';
import type { SubstanceUse } from '#shared/directory/service-kind.ts';
import type { CapacityState, ServiceLine } from '#shared/directory/service.ts';
import { sayDistance } from '#shared/place/position.ts';
import { dayInZone } from '#shared/roster/zone-moment.ts';
import { deskNow } from '../desk/clock.ts';
import { deskStore } from '../desk/desk-store.ts';
import { wallDateTime } from '../desk/wall-date.ts';

export const CAPACITY_LABELS: Readonly<Record<CapacityState, string>> = {
  open: 'Has room',
  waitlist: 'Waiting list',
  full: 'Full',
};

export const SUBSTANCE_WORDS: Readonly<Record<SubstanceUse, string>> = {
  yes: 'For substance use: a referral there is Part 2 text.',
  no: 'Not for substance use.',
  unsure:
    'Not sure whether it is for substance use. Until somebody says so, it is protected as if it were.',
};

/** Today on the center's calendar. */
function today(): { readonly date: string; readonly day: number } {
  const zone = deskStore.getState().hello?.center?.timeZone ?? 'UTC';
  const date = dayInZone(zone, deskNow());
  return { date, day: new Date(`${date}T00:00Z`).getUTCDay() };
}

/** “Open until 17:00”. What is closed here or inactive says that instead. */
export function openWords({ open, notNow }: Pick<ServiceLine, 'open' | 'notNow'>): string {
  return notNow ?? sayOpen(open, today());
}

/** For the mark beside the words: nobody has to tell colors apart. */
export function openTone({
  open,
  notNow,
}: Pick<ServiceLine, 'open' | 'notNow'>): 'open' | 'closed' | 'unknown' {
  return notNow === null ? open.is : 'closed';
}

/** “Has room: 2 places, 14:05”; with how old that is once it may have passed. */
export function capacityWords(capacity: NonNullable<ServiceLine['capacity']>): string {
  const { state, places, at, stale } = capacity;
  const many = places === null ? '' : `: ${places} ${places === 1 ? 'place' : 'places'}`;
  return `${CAPACITY_LABELS[state]}${many}, ${wallDateTime(at, deskNow())}${stale ? ', ask again' : ''}`;
}

export function verifiedWords({ on, old, by }: ServiceLine['verified']): string {
  if (on === null) return 'Never checked';
  const whose = by === 'center' ? 'Checked here' : 'Checked';
  return `${whose} ${on}${old ? ', long ago' : ''}`;
}

export function costWords(free: boolean | null): string {
  if (free === null) return 'Cost not known';
  return free ? 'Free' : 'Fees';
}

export function distanceWords(meters: number | null): string {
  return meters === null ? '' : sayDistance(meters);
}

/** Where the list's row is in the page. */
export function serviceDomId(serviceId: string): string {
  return `service-${serviceId}`;
}
