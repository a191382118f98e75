import type { CapacityState, ServiceNotes } from './service.ts';
import { NO_NOTES } from './service.ts';
import type { OperatorId, ServiceId } from '../lib/brand.ts';

export const DIRECTORY_FORMATS = ['hsds-json', 'hsds-csv', 'ohana-csv'] as const;
export type DirectoryFormat = (typeof DIRECTORY_FORMATS)[number];

export interface DirectoryCounts {
  readonly organizations: number;
  readonly services: number;
  readonly locations: number;
}

/** How many services came, changed and went. */
export interface ChangeCounts {
  readonly added: number;
  readonly changed: number;
  readonly gone: number;
}

/** The directory is far too large for the journal: its content is kept by its hash in a table beside it. */
export type DirectoryEvent =
  | {
      readonly type: 'directory.adopted';
      readonly hash: string;
      /** The file or folder it came from. */
      readonly source: string;
      readonly format: DirectoryFormat;
      readonly how: 'imported' | 'training';
      readonly counts: DirectoryCounts;
      readonly changes: ChangeCounts;
    }
  /** The directory in force goes, and the one before it is in force again; or none, when it was the first. */
  | { readonly type: 'directory.withdrawn'; readonly hash: string; readonly reason: string };

/** What this center finds out about a service. The directory itself stays as it was imported. */
export type ServiceEvent =
  | {
      readonly type: 'service.capacity-noted';
      readonly serviceId: ServiceId;
      readonly state: CapacityState;
      readonly places: number | null;
      readonly note: string;
    }
  /** Somebody asked there and what the directory says is right. */
  | { readonly type: 'service.verified'; readonly serviceId: ServiceId; readonly how: string }
  | {
      readonly type: 'service.closed-for-now';
      readonly serviceId: ServiceId;
      /** ISO date of the last day; null when nobody knows. */
      readonly until: string | null;
      readonly reason: string;
    }
  | { readonly type: 'service.opened-again'; readonly serviceId: ServiceId }
  /** Whether it is for substance use: a person knows what its words leave open. */
  | {
      readonly type: 'service.substance-use-marked';
      readonly serviceId: ServiceId;
      readonly substanceUse: boolean;
    };

export interface AdoptedDirectory {
  readonly hash: string;
  readonly source: string;
  readonly format: DirectoryFormat;
  readonly how: 'imported' | 'training';
  readonly counts: DirectoryCounts;
  readonly changes: ChangeCounts;
  readonly adoptedBy: OperatorId;
  /** ISO instant. */
  readonly adoptedAt: string;
}

export interface Directories {
  readonly inForce: AdoptedDirectory | null;
  /** What a step back leads to. One step only: after it there is none to go further back to. */
  readonly stepBack: { readonly to: AdoptedDirectory | null } | null;
}

export const NO_DIRECTORIES: Directories = { inForce: null, stepBack: null };

interface Stamp {
  readonly at: string;
  readonly by: OperatorId;
}

export function evolveDirectories(
  directories: Directories,
  event: DirectoryEvent,
  { at, by }: Stamp,
): Directories {
  switch (event.type) {
    case 'directory.adopted': {
      const { type: _type, ...adopted } = event;
      const inForce = { ...adopted, adoptedBy: by, adoptedAt: at };
      return { inForce, stepBack: { to: directories.inForce } };
    }
    case 'directory.withdrawn':
      return { inForce: directories.stepBack?.to ?? null, stepBack: null };
  }
}

export function evolveNotes(
  notes: ServiceNotes | null,
  event: ServiceEvent,
  { at }: Pick<Stamp, 'at'>,
): ServiceNotes {
  const before = notes ?? NO_NOTES;
  switch (event.type) {
    case 'service.capacity-noted': {
      const { state, places, note } = event;
      return { ...before, capacity: { state, places, note, at } };
    }
    case 'service.verified':
      return { ...before, verified: { at, how: event.how } };
    case 'service.closed-for-now': {
      const { until, reason } = event;
      return { ...before, closed: { at, until, reason } };
    }
    case 'service.opened-again':
      return { ...before, closed: null };
    case 'service.substance-use-marked':
      return { ...before, substanceUse: event.substanceUse };
  }
}
