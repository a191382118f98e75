import type { IncidentId, UnitId } from '../lib/brand.ts';
import type { Whereabouts } from '../place/position.ts';
import type { UnitStatus } from './unit-status.ts';

export interface CrewMember {
  readonly name: string;
  readonly role: string;
  readonly onDuty: boolean;
  /** BCP-47 tags of what they speak besides the center's own language. */
  readonly languages: readonly string[];
}

/** The time a unit spends in its status, against its limit. Instants are ISO. */
export interface StatusClock {
  /** With the status, or from when the crew was heard after an alert. */
  readonly from: string;
  /** When it was written that it takes too long; null while it does not. */
  readonly overdueAt: string | null;
}

/** Who is sent. `since` is the ISO instant of the last status change. */
export interface Unit {
  /** The call sign, as spoken: M2. */
  readonly unitId: UnitId;
  readonly teamType: string;
  readonly zone: string;
  readonly crew: readonly CrewMember[];
  /** Ids of the policy's capabilities its vehicle has. */
  readonly capabilities: readonly string[];
  readonly status: UnitStatus;
  readonly since: string;
  readonly clock: StatusClock;
  readonly incidentId: IncidentId | null;
  /** The incident its last change released it from: where a correction may put it back. */
  readonly releasedFrom: IncidentId | null;
  /** The incident it comes to after this one, at most one. A person still has to send it. */
  readonly next: IncidentId | null;
  /** Required roles that were left unfilled while it is on its incident, and still are. */
  readonly fellShort: readonly string[];
  /** Where it belongs from a date on; null when nothing is planned. */
  readonly posting: Posting | null;
  /** Where it was last reported to be; null while nobody said so. */
  readonly whereabouts: Whereabouts | null;
  /** How often it was sent since it came on duty. */
  readonly timesOut: number;
  /** What people who are or were in its crew speak: a shift that begins knows it again. */
  readonly spoken: readonly Spoken[];
}

/** What one person speaks besides the center's language. */
export interface Spoken {
  readonly name: string;
  readonly languages: readonly string[];
}

/** The team and zone of a unit from an ISO date of the center's calendar on. */
export interface Posting {
  readonly from: string;
  readonly teamType: string;
  readonly zone: string;
}

/** Roles as a sentence names them after "no": "paramedic, no clinician". */
export function rolesInWords(roles: readonly string[]): string {
  return roles.join(', no ').replaceAll('-', ' ');
}

/** Required roles nobody on duty fills: while any is missing, the unit is never recommended. */
export function missingRoles(unit: Pick<Unit, 'crew'>, requiredRoles: readonly string[]): string[] {
  return requiredRoles.filter(
    (role) => !unit.crew.some((member) => member.onDuty && member.role === role),
  );
}
