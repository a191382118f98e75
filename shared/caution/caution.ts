import { streetKey } from '../place/street-key.ts';
import type { CautionId, OperatorId } from '../lib/brand.ts';
import type { Kept } from '../partition/partition.ts';

export const CAUTION_KINDS = [
  'weapon',
  'violence',
  'animal',
  'infection',
  'officer-safety',
  'other',
] as const;
export type CautionKind = (typeof CAUTION_KINDS)[number];

export const CAUTION_LABELS: Readonly<Record<CautionKind, string>> = {
  weapon: 'Weapon',
  violence: 'Violence',
  animal: 'Animal',
  infection: 'Infection',
  'officer-safety': 'Officer safety',
  other: 'Other',
};

export type CautionAbout =
  | { readonly kind: 'address'; readonly address: string }
  | { readonly kind: 'person'; readonly name: string };

/** What is known of an address or a person that a team has to hear before it goes (invariant 10). */
export interface Caution {
  readonly cautionId: CautionId;
  readonly about: CautionAbout;
  readonly kind: CautionKind;
  readonly text: string | Kept;
  /** Who says so. */
  readonly source: string | Kept;
  /** ISO instant. */
  readonly recordedAt: string;
  readonly recordedBy: OperatorId;
  /** ISO date of the center: the last day on which it counts. */
  readonly expiresOn: string;
  readonly removed: {
    readonly at: string;
    readonly by: OperatorId;
    readonly reason: string | Kept;
  } | null;
}

/** What an incident knows of cautions: those somebody put on it by hand, and those somebody has read. */
export interface IncidentCautions {
  readonly attached: readonly CautionId[];
  readonly acknowledged: readonly {
    readonly cautionId: CautionId;
    readonly at: string;
    readonly by: OperatorId;
  }[];
}

export const NO_CAUTIONS: IncidentCautions = { attached: [], acknowledged: [] };

/** Whether its last day is over. `localDate` is the center's ISO date. */
export function isExpired({ expiresOn }: Pick<Caution, 'expiresOn'>, localDate: string): boolean {
  return expiresOn < localDate;
}

/** Counts now: neither removed nor expired. */
export function isCurrent(caution: Caution, localDate: string): boolean {
  return caution.removed === null && !isExpired(caution, localDate);
}

/** A name as it is compared: case and spaces apart, nothing else. */
export function nameKey(name: string): string {
  return name.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim();
}

/** What a caution is found by; empty when there is nothing to find it by. */
export function keyOf(about: CautionAbout): string {
  return about.kind === 'address' ? streetKey(about.address) : nameKey(about.name);
}

/**
 * Whether it belongs to an incident: an address by the whole address, a person only when somebody attached
 * it by hand, and either when it came with a merged incident. A removed one belongs to none, an expired one still does and is shown as such.
 */
export function concerns(
  caution: Caution,
  { place, cautions }: { readonly place: { address: string }; readonly cautions: IncidentCautions },
): boolean {
  if (caution.removed !== null) return false;
  if (cautions.attached.includes(caution.cautionId)) return true;
  if (caution.about.kind === 'person') return false;
  const key = keyOf(caution.about);
  return key !== '' && key === streetKey(place.address);
}
