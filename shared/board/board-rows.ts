import type { ContactRow } from './contact-lines.ts';
import type { ShiftRows } from './hand-over-sheet.ts';
import type { Asking } from './monitoring-view.ts';
import type { Call } from '../call/call.ts';
import type { ClinicianRow, OfferRow } from './offer-lines.ts';
import type { Phone } from '../incident/incident.ts';
import type { Phase } from '../incident/phase.ts';
import type { IncidentId, OperatorId, UnitId } from '../lib/brand.ts';
import type { Nexus } from '../phone/nexus.ts';
import type { PlacePosition, Whereabouts } from '../place/position.ts';
import type { ReceiverKind } from '../policy/phone-desk.ts';
import type { Level } from '../routing/level.ts';
import type { CrewGapAhead } from '../roster/duty.ts';
import type { Operator } from '../roster/operator.ts';
import type { Permission } from '../roster/permission.ts';
import type { Running } from '../timers/running.ts';
import type { SafetyState } from '../unit/safety.ts';
import type { CrewMember } from '../unit/unit.ts';
import type { UnitStatus } from '../unit/unit-status.ts';

/** A call waiting to be answered. */
export interface CallRow extends Call {
  /** On a locked console, where the words that say so are left out: its type or its words speak of danger. */
  readonly danger?: true;
}

/** One open incident as the queue shows it. Everything a row needs, nothing clinical. */
export interface IncidentRow {
  readonly incidentId: IncidentId;
  readonly number: number;
  readonly openedAt: string;
  readonly phase: Phase;
  readonly level: Level;
  readonly provisional: boolean;
  /** Label of the decided response, or of the recommended one while nothing stands decided. */
  readonly response: string;
  readonly responseId: string;
  /** How many calls were about it. */
  readonly callers: number;
  readonly ems: boolean;
  readonly callType: string;
  readonly address: string;
  readonly area: string | null;
  readonly areaId: string | null;
  /** The point of its place; null while only the address or the area is known. */
  readonly position: PlacePosition | null;
  readonly owner: OperatorId;
  readonly ownerName: string;
  /** One short sentence: the first reason, or what is wanted next. */
  readonly why: string;
  readonly units: readonly { readonly unitId: UnitId; readonly status: UnitStatus }[];
  readonly phone: Phone['state'];
  /** Who is asked to take it; null unless it waits for a clinician. */
  readonly offer: OfferRow | null;
  readonly clinician: OperatorId | null;
  /** Who a transfer under way is for; null when none is. */
  readonly transferTo: OperatorId | ReceiverKind | null;
  /** Where it is going, at which step, and since when; null while nobody is asked to take it over. */
  readonly transfer: { readonly standing: string; readonly since: string } | null;
  /** Raised, returned or bounced: a person has to look at it again. */
  readonly attention: string | null;
  readonly holdUntil: string | null;
  readonly holdExpired: boolean;
  /** ISO instant by which the present step should be done, and when that step began. */
  readonly promise: { readonly from: string; readonly until: string; readonly what: string } | null;
  /** The next call back to a caller who waits; null while nobody does. */
  readonly recontact: Running | null;
  /** Why it may be about mental health or substance use; null when nothing says so. */
  readonly nexus: Nexus | null;
  /** What its words say although nobody has asked: “says “hearing voices””; null when nothing is to be asked. */
  readonly flag: string | null;
  /** The clinicians who listen along. */
  readonly monitors: readonly OperatorId[];
  /** What waits for a word between a clinician and dispatch; null when nothing does. */
  readonly asking: Asking | null;
}

export interface UnitRow {
  readonly unitId: UnitId;
  readonly teamType: string;
  readonly team: string;
  readonly short: string;
  readonly zone: string;
  readonly status: UnitStatus;
  readonly since: string;
  readonly incidentId: IncidentId | null;
  readonly incidentNumber: number | null;
  /** The incident it comes to after this one; null when none. */
  readonly nextNumber: number | null;
  readonly crew: readonly CrewMember[];
  readonly whereabouts: KnownWhereabouts | null;
  /** When a planned change next leaves a required role unfilled; null while none does. */
  readonly leaves: CrewGapAhead | null;
  /** Ids of the policy's capabilities its vehicle has. */
  readonly capabilities: readonly string[];
  /** Why it cannot be sent although it is free, or what it lacks since it was sent; null for neither. */
  readonly gap: string | null;
  /** How long it may stay in its status; null when there is no limit. */
  readonly limit: LimitRow | null;
  /** How its people stand; null when nothing is wrong and no check-in is owed. */
  readonly safety: SafetyRow | null;
}

/** The time in a status: it warns by the clock alone, and is overdue once that is on the record. */
export interface LimitRow {
  readonly from: string;
  readonly warnAt: string;
  readonly alertAt: string;
  readonly overdue: boolean;
}

/** Where a unit was last reported, and how that stands to where it belongs. */
export type KnownWhereabouts = Whereabouts & {
  /** Name of the area; null outside all, or while nobody can tell. */
  readonly area: string | null;
  readonly standing: 'in-its-zone' | 'in-other-zone' | 'outside-its-areas' | 'unknown';
};

/** Written when something happened: a check-in that is due becomes late by the clock alone. */
export interface SafetyRow {
  readonly state: SafetyState;
  readonly since: string;
  /** When the running check-in is due; null when none runs. */
  readonly dueAt: string | null;
  /** Who has seen the duress or the back-up asked for. */
  readonly acknowledged: readonly OperatorId[];
}

/** Numbers of the status strip that need history; counts of what waits are read off the rows. */
export interface StripFigures {
  readonly answered: number;
  readonly answeredInTime: number;
  readonly promiseSeconds: number;
}

/** Which policy is in force, and which comes next: on every screen. */
export interface PolicyMark {
  readonly version: string;
  readonly hash: string;
  readonly next: { readonly version: string; readonly effectiveFrom: string } | null;
}

export interface BoardSnapshot {
  /** Sequence of the last journal entry it holds. */
  readonly revision: number;
  readonly calls: readonly CallRow[];
  readonly incidents: readonly IncidentRow[];
  readonly units: readonly UnitRow[];
  /** Every callback, and every follow-up that is due; the next first. */
  readonly contacts: readonly ContactRow[];
  readonly shifts: ShiftRows;
  readonly operators: readonly Operator[];
  /** Those who are signed on. */
  readonly clinicians: readonly ClinicianRow[];
  readonly strip: StripFigures;
  readonly policy: PolicyMark;
  /** Hash of the map of the areas in force; null while there is none. */
  readonly areaMap: string | null;
  /** How many referrals are overdue: no more of them than that. */
  readonly overdueReferrals: number;
  /** Intake lines somebody tried to get in at, and nobody has looked at it yet. */
  readonly attemptedLines: number;
}

/** Said aloud to a screen reader and shown once; `sound` is its audible twin. */
export interface Announcement {
  readonly text: string;
  readonly sound: 'new-call' | 'alert' | 'duress' | null;
  /** For these people only; absent: for everybody. */
  readonly to?: readonly OperatorId[];
  /** For whoever may read what stands in it; absent: nothing does that not everybody may read. */
  readonly needs?: Permission;
}

/** What changed between two revisions. Rows of closed incidents and answered calls are dropped. */
export interface BoardPatch {
  readonly from: number;
  readonly revision: number;
  readonly calls: readonly CallRow[];
  readonly callsGone: readonly string[];
  readonly incidents: readonly IncidentRow[];
  readonly incidentsGone: readonly string[];
  readonly units: readonly UnitRow[];
  readonly contacts: readonly ContactRow[];
  readonly contactsGone: readonly string[];
  /** Null while no hand-over and no leaving has changed. */
  readonly shifts: ShiftRows | null;
  /** Taken off the roster. */
  readonly unitsGone: readonly string[];
  readonly operators: readonly Operator[] | null;
  readonly clinicians: readonly ClinicianRow[] | null;
  readonly strip: StripFigures | null;
  /** Null while the policy in force is the one the window knows. */
  readonly policy: PolicyMark | null;
  /** Undefined while the map of the areas is the one the window knows. */
  readonly areaMap?: string | null;
  /** Undefined while no referral has moved. */
  readonly overdueReferrals?: number;
  readonly attemptedLines?: number;
  readonly announcements: readonly Announcement[];
}
