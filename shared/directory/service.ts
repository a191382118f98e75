import type { Hours, OpenState } from './hours.ts';
import type { ServiceKind, SubstanceUse } from './service-kind.ts';
import type { ServiceId } from '../lib/brand.ts';
import type { Position } from '../place/position.ts';

export const PHONE_KINDS = ['voice', 'text', 'tty', 'fax', 'other'] as const;
export type PhoneKind = (typeof PHONE_KINDS)[number];

/** A number as the directory writes it; what can be dialed of it is found out when somebody dials. */
export interface ServicePhone {
  readonly number: string;
  readonly extension: string | null;
  readonly kind: PhoneKind;
  /** “Intake desk”, “after hours”: empty when the directory says nothing. */
  readonly about: string;
}

/** Where a service is given. One without a point has no distance. */
export interface ServicePlace {
  readonly locationId: string;
  readonly name: string;
  readonly virtual: boolean;
  /** On one line; empty when the directory gives none. */
  readonly address: string;
  readonly position: Position | null;
  /** The hours of this place, where it has its own. */
  readonly hours: Hours | null;
  readonly phones: readonly ServicePhone[];
  readonly accessibility: readonly string[];
  readonly transportation: string;
}

export interface ServiceLanguage {
  /** BCP-47; null when the name is none we know. */
  readonly tag: string | null;
  readonly name: string;
}

export const SERVICE_STATUSES = ['active', 'inactive', 'defunct', 'temporarily closed'] as const;
export type ServiceStatus = (typeof SERVICE_STATUSES)[number];

export interface ServiceCost {
  /** Null when the directory does not say. */
  readonly free: boolean | null;
  readonly words: string;
  readonly options: readonly string[];
}

/** One service of the directory in force, as a person looks for it. Derived from the imported rows. */
export interface DirectoryService {
  readonly serviceId: ServiceId;
  readonly name: string;
  readonly otherName: string;
  readonly organization: {
    readonly organizationId: string;
    readonly name: string;
    readonly website: string;
    readonly phones: readonly ServicePhone[];
  };
  readonly program: string;
  readonly description: string;
  readonly status: ServiceStatus;
  readonly alert: string;
  readonly kinds: readonly ServiceKind[];
  /** By its words. What a person said about it later stands in `ServiceNotes`. */
  readonly substanceUse: SubstanceUse;
  readonly terms: readonly string[];
  readonly phones: readonly ServicePhone[];
  readonly contacts: readonly string[];
  readonly email: string;
  readonly url: string;
  readonly hours: Hours;
  readonly places: readonly ServicePlace[];
  readonly ages: { readonly from: number | null; readonly to: number | null };
  readonly eligibility: string;
  readonly documents: readonly string[];
  readonly application: string;
  readonly waitTime: string;
  readonly cost: ServiceCost;
  readonly languages: readonly ServiceLanguage[];
  readonly interpretation: string;
  /** Names of the areas it serves; none when it does not say. */
  readonly areas: readonly string[];
  /** ISO date the directory says somebody last checked it. */
  readonly assured: string | null;
}

export const CAPACITY_STATES = ['open', 'waitlist', 'full'] as const;
export type CapacityState = (typeof CAPACITY_STATES)[number];

/** What a place could take when somebody asked. */
export interface Capacity {
  readonly state: CapacityState;
  /** Places, beds or slots; null when nobody counted them. */
  readonly places: number | null;
  readonly note: string;
  /** ISO instant. */
  readonly at: string;
}

/** What this center found out about a service since the directory was written. */
export interface ServiceNotes {
  readonly capacity: Capacity | null;
  readonly verified: { readonly at: string; readonly how: string } | null;
  readonly closed: {
    readonly at: string;
    readonly until: string | null;
    readonly reason: string;
  } | null;
  /** What a person said; null while only the words of the directory are known. */
  readonly substanceUse: boolean | null;
}

export const NO_NOTES: ServiceNotes = {
  capacity: null,
  verified: null,
  closed: null,
  substanceUse: null,
};

/** Capacity is a moment's answer: after so many hours it is shown as one that may have passed. */
export const CAPACITY_STALE_HOURS = 12;
/** After so many days without a check, what the directory says is shown as not verified lately. */
export const VERIFIED_OLD_DAYS = 180;

/** One line of the list: what decides whether somebody looks closer. */
export interface ServiceLine {
  readonly serviceId: ServiceId;
  readonly name: string;
  readonly organization: string;
  readonly kinds: readonly ServiceKind[];
  readonly substanceUse: SubstanceUse;
  /** Numbers people answer come first. */
  readonly phones: readonly ServicePhone[];
  readonly address: string;
  readonly open: OpenState;
  /** Meters from the point that was asked about; null without a point on either side. */
  readonly meters: number | null;
  readonly capacity: (Capacity & { readonly stale: boolean }) | null;
  readonly languages: readonly string[];
  readonly free: boolean | null;
  readonly ages: DirectoryService['ages'];
  readonly verified: Verified;
  /** Why it takes nobody now: closed here, or inactive by the directory. Null when nothing says so. */
  readonly notNow: string | null;
}

export interface Verified {
  /** ISO date on the center's calendar; null when nobody ever said. */
  readonly on: string | null;
  readonly old: boolean;
  /** By this center, or by whoever keeps the directory. */
  readonly by: 'center' | 'directory' | null;
}

/** What a person's word and the directory's words come to. */
export function substanceUseOf(
  service: Pick<DirectoryService, 'substanceUse'>,
  notes: Pick<ServiceNotes, 'substanceUse'>,
): SubstanceUse {
  if (notes.substanceUse !== null) return notes.substanceUse ? 'yes' : 'no';
  return service.substanceUse;
}

/**
 * Whether a referral there is substance-use text (42 CFR Part 2). While nobody is sure, it is protected as if
 * it were: what was written down openly cannot be taken back.
 */
export function isPart2(substanceUse: SubstanceUse): boolean {
  return substanceUse !== 'no';
}

export function isStale(at: string, now: string): boolean {
  return Date.parse(now) - Date.parse(at) > CAPACITY_STALE_HOURS * 3_600_000;
}

/** `on` and `today` are ISO dates. */
export function isOld(on: string, today: string): boolean {
  return Date.parse(today) - Date.parse(on) > VERIFIED_OLD_DAYS * 86_400_000;
}

/** Whether somebody of that age is taken: only a stated bound says no. */
export function takesAge({ from, to }: DirectoryService['ages'], age: number): boolean {
  return (from === null || age >= from) && (to === null || age <= to);
}

/** “18 and over”, “up to 17”, “12 to 100”; empty when no age is stated. */
export function sayAges({ from, to }: DirectoryService['ages']): string {
  if (from === null && to === null) return '';
  if (to === null) return `${from} and over`;
  return from === null || from === 0 ? `up to ${to}` : `${from} to ${to}`;
}
