import type { Phase } from '../incident/phase.ts';
import type { Level } from '../routing/level.ts';
import type { SafetyState } from '../unit/safety.ts';
import type { UnitStatus } from '../unit/unit-status.ts';

/**
 * What a screen across the room shows. Cut in main for a seat that nobody signs on at: no address below
 * the area, no caller's number, name or words, no name of anybody at the center.
 */
export interface WallBoard {
  /** Main's clock when it was sent: the wall says so when nothing has come for a while. */
  readonly sentAt: string;
  readonly center: string;
  readonly timeZone: string;
  readonly training: boolean;
  readonly policyVersion: string;
  readonly waiting: {
    readonly calls: number;
    /** When the one waiting longest came in; null when nobody waits. */
    readonly since: string | null;
    readonly promiseSeconds: number;
  };
  readonly units: readonly WallUnit[];
  readonly incidents: readonly WallIncident[];
}

export interface WallUnit {
  readonly unitId: string;
  readonly team: string;
  readonly zone: string;
  readonly status: UnitStatus;
  readonly since: string;
  readonly incidentNumber: number | null;
  /** Why it cannot be sent although it is free; null when it can. */
  readonly gap: string | null;
  /** What is owed or wrong with its people, and since when; null when nothing is. */
  readonly safety: { readonly state: SafetyState; readonly since: string } | null;
}

export interface WallIncident {
  readonly number: number;
  readonly openedAt: string;
  readonly level: Level;
  readonly provisional: boolean;
  readonly callType: string;
  /** Area and its zone; null where the place is outside all areas or not known. */
  readonly area: string | null;
  readonly zone: string | null;
  readonly phase: Phase;
  readonly units: readonly string[];
  /** Why a person has to look at it again, in the desk's own words. */
  readonly attention: string | null;
  readonly promise: { readonly from: string; readonly until: string; readonly what: string } | null;
}
