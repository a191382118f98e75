import { isOpenAt, openState, type Hours, type OpenState, type WallNow } from './hours.ts';
import type { ServiceKind, SubstanceUse } from './service-kind.ts';
import type { DirectoryService } from './service.ts';
import type { ServiceId } from '../lib/brand.ts';
import { distanceMeters, type Position } from '../place/position.ts';

/** What filters ask of a service, small enough to be held for twenty thousand of them. */
export interface ServiceFacts {
  readonly serviceId: ServiceId;
  readonly kinds: readonly ServiceKind[];
  readonly substanceUse: SubstanceUse;
  readonly ages: DirectoryService['ages'];
  /** BCP-47 tags, or names in small letters where there is none. */
  readonly languages: readonly string[];
  readonly free: boolean | null;
  readonly points: readonly Position[];
  /** The hours of the service, or else of its places. */
  readonly hours: readonly Hours[];
  /** Where it serves and stands, in small letters. */
  readonly area: string;
  readonly active: boolean;
}

export function factsOf(service: DirectoryService): ServiceFacts {
  const { serviceId, kinds, substanceUse, ages, cost, places } = service;
  return {
    serviceId,
    kinds,
    substanceUse,
    ages,
    languages: service.languages.map(({ tag, name }) => tag ?? name.toLowerCase()),
    free: cost.free,
    points: places.flatMap(({ position }) => position ?? []),
    hours: hoursOfService(service).map((hours) => ({ ...hours, words: [] })),
    area: [...service.areas, ...places.map(({ address }) => address)].join(' · ').toLowerCase(),
    active: service.status === 'active',
  };
}

export function hoursOfService({
  hours,
  places,
}: Pick<DirectoryService, 'hours' | 'places'>): Hours[] {
  if (hours.rules.length > 0 || hours.exceptions.length > 0) return [hours];
  const own = places.flatMap((place) => place.hours ?? []);
  return own.length > 0 ? own : hours.unsure ? [hours] : [];
}

/** Whether one of its doors is open; null when nobody can tell. */
export function isOpenSomewhere(hours: readonly Hours[], now: WallNow): boolean | null {
  let known = false;
  for (const each of hours) {
    const open = isOpenAt(each, now);
    if (open === true) return true;
    if (open === false) known = true;
  }
  return known ? false : null;
}

/** Of several doors: the one open longest, or the one that opens first. */
export function openSomewhere(hours: readonly Hours[], now: WallNow): OpenState {
  const states = hours.map((each) => openState(each, now));
  const open = states.filter((state) => state.is === 'open');
  if (open.length > 0)
    return open.reduce((a, b) =>
      b.until === null || (a.until !== null && keyOf(b.until) > keyOf(a.until)) ? b : a,
    );
  const closed = states.filter((state) => state.is === 'closed');
  if (closed.length === 0) return { is: 'unknown' };
  return closed.reduce((a, b) =>
    b.opens !== null && (a.opens === null || keyOf(b.opens) < keyOf(a.opens)) ? b : a,
  );
}

function keyOf({ date, minute }: { readonly date: string; readonly minute: number }): string {
  return `${date} ${String(minute).padStart(4, '0')}`;
}

/** To its nearest place; null without a point on either side. */
export function metersTo(points: readonly Position[], from: Position | null): number | null {
  if (from === null || points.length === 0) return null;
  let nearest = Infinity;
  for (const point of points) nearest = Math.min(nearest, distanceMeters(from, point));
  return nearest;
}
