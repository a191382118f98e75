import type {
  AdoptedDirectory,
  ChangeCounts,
  DirectoryCounts,
  DirectoryFormat,
} from '../directory/directory-events.ts';
import type { Finding } from '../directory/rows.ts';
import type { DirectoryService, ServiceLine, ServiceNotes } from '../directory/service.ts';
import type { ServiceId } from '../lib/brand.ts';

/** The directory in force, and what can be asked of it. */
export interface DirectoryOverview {
  readonly inForce: (AdoptedDirectory & { readonly adoptedByName: string }) | null;
  /** What a step back leads to; null when the last change was one. */
  readonly stepBack: {
    readonly to: { readonly source: string; readonly services: number } | null;
  } | null;
  /** Languages some service speaks, the most frequent first. */
  readonly languages: readonly { readonly value: string; readonly name: string }[];
  /** Whether the incident in focus has a point that distances are measured from. */
  readonly measured: boolean;
}

export interface ChangedService {
  readonly serviceId: ServiceId;
  readonly name: string;
  readonly organization: string;
  /** What of it is another now; nothing when it is new or gone. */
  readonly what: readonly string[];
}

/** What a file holds, and what would change, before anybody adopts it. */
export interface DirectoryExamination {
  /** Null when it cannot be adopted. */
  readonly hash: string | null;
  readonly format: DirectoryFormat;
  readonly whole: boolean;
  readonly counts: DirectoryCounts;
  readonly faults: readonly Finding[];
  readonly faultCount: number;
  readonly warnings: readonly Finding[];
  readonly warningCount: number;
  readonly changes: ChangeCounts;
  /** The first of each, by name. */
  readonly added: readonly ChangedService[];
  readonly changed: readonly ChangedService[];
  readonly gone: readonly ChangedService[];
}

/** A service with everything the directory and this center know of it. */
export interface ServiceView {
  readonly line: ServiceLine;
  readonly service: DirectoryService;
  readonly notes: ServiceNotes;
  /** The week in words, for the service and for each of its places. */
  readonly hours: readonly string[];
  readonly placeHours: readonly (readonly string[])[];
}

/** A directory as files, to be saved. */
export interface DirectoryExport {
  readonly files: readonly { readonly name: string; readonly text: string }[];
  /** Rows the JSON of services has no place for, by table; the CSV files hold everything. */
  readonly leftOut: Readonly<Record<string, number>>;
}
