import type {
  AdoptedDirectory,
  Directories,
  DirectoryEvent,
  ServiceEvent,
} from './directory-events.ts';
import type { CapacityState, ServiceNotes } from './service.ts';
import type { ServiceId } from '../lib/brand.ts';
import { refuse, type Refusal } from '../lib/refusal.ts';

/** One person is enough: a directory sends nobody anywhere, and the one before it is one step back. */
export function adoptDirectory(
  { inForce }: Directories,
  adopted: Omit<AdoptedDirectory, 'adoptedBy' | 'adoptedAt'>,
): DirectoryEvent[] | Refusal {
  if (inForce?.hash === adopted.hash)
    return refuse(
      'same-directory',
      'This very directory is in force already. Nothing was changed.',
    );
  return [{ type: 'directory.adopted', ...adopted }];
}

export function withdrawDirectory(
  { inForce, stepBack }: Directories,
  hash: string,
  reason: string,
): DirectoryEvent[] | Refusal {
  if (inForce?.hash !== hash)
    return refuse(
      'not-in-force',
      'This directory is not in force any more. Look again. Nothing was changed.',
    );
  if (stepBack === null)
    return refuse(
      'one-step-only',
      'The last change of the directory was a step back already. Import the one you want. Nothing was changed.',
    );
  return [{ type: 'directory.withdrawn', hash, reason }];
}

export function noteCapacity(
  serviceId: ServiceId,
  capacity: {
    readonly state: CapacityState;
    readonly places: number | null;
    readonly note: string;
  },
): ServiceEvent[] | Refusal {
  if (capacity.state === 'full' && (capacity.places ?? 0) > 0)
    return refuse(
      'full-with-places',
      'A service with free places is not full. Say how many there are, or that it is full. Nothing was changed.',
    );
  return [{ type: 'service.capacity-noted', serviceId, ...capacity }];
}

export function closeForNow(
  serviceId: ServiceId,
  { until, reason }: { readonly until: string | null; readonly reason: string },
  today: string,
): ServiceEvent[] | Refusal {
  if (until !== null && until < today)
    return refuse(
      'in-the-past',
      `${until} is over already. Give a day that comes. Nothing was changed.`,
    );
  return [{ type: 'service.closed-for-now', serviceId, until, reason }];
}

export function openAgain(
  serviceId: ServiceId,
  notes: ServiceNotes | null,
): ServiceEvent[] | Refusal {
  if (notes === null || notes.closed === null)
    return refuse(
      'not-closed',
      'It is not marked as closed here. Look again. Nothing was changed.',
    );
  return [{ type: 'service.opened-again', serviceId }];
}
