import { isTowerAddress } from './class-of-service.ts';
import { middleOf, reachOf, type LocationShape } from './location-shape.ts';
import { distanceMeters, sayPosition } from '../place/position.ts';

export const FIX_SOURCES = ['ali', 'eido', 'pidf-lo'] as const;
export type FixSource = (typeof FIX_SOURCES)[number];

export const FIX_SOURCE_LABELS: Readonly<Record<FixSource, string>> = {
  ali: 'ALI',
  eido: 'Incident document',
  'pidf-lo': 'PIDF-LO',
};

/** Where the caller was said to be at one moment. Another one is added to it, never put in its place. */
export interface Fix {
  /** ISO instant it was measured; when that was not said, it was received. */
  readonly at: string;
  readonly source: FixSource;
  readonly shape: LocationShape;
  /** How sure it is that the caller is in the shape, in percent; null when nobody said. */
  readonly confidence: number | null;
  /** The address as one line; null when there was none. */
  readonly civic: string | null;
  /** As the record has it, such as RESD or WPH2; null when there was none. */
  readonly classOfService: string | null;
  /** Height above the ellipsoid in metres, when it was measured. */
  readonly altitude?: number;
  /** How it was measured, in the words of who did, such as A-GPS. */
  readonly method?: string;
  /** What else an ALI record said. */
  readonly record?: FixRecord;
}

/** What a location record says besides the place. */
export interface FixRecord {
  /** `none`: the database had no record of the number. `blank`: a record came and was empty. */
  readonly found: 'record' | 'none' | 'blank';
  /** The routing number of a wireless call (ESRK or ESRD); null when there was none. */
  readonly pseudoAni: string | null;
  /** Who the line is registered to. Seldom who calls. */
  readonly name: string;
  readonly esn: string;
  readonly agencies: { readonly law: string; readonly fire: string; readonly ems: string };
  readonly carrier: string;
  /** The record's own time, as written; its zone is not said. */
  readonly written: string;
  /** Fields that hold something that could not be read. */
  readonly unread: readonly string[];
}

/** More than this cannot be searched by a crew: it is said in words. */
export const WIDE_METERS = 1000;

/** “within 120 m (90 %)”, “a point, how far off is not said”, “an address, no point”. */
export function sayUncertainty({ shape, confidence }: Pick<Fix, 'shape' | 'confidence'>): string {
  const sure = confidence === null ? '' : ` (${Math.round(confidence)} %)`;
  if (shape.kind === 'civic-only') return 'an address, no point';
  const reach = reachOf(shape);
  if (reach === null) return `a point, how far off is not said${sure}`;
  return `within ${sayMeters(reach)}${sure}`;
}

/** Why a fix does not tell where somebody is; null when it is near enough to send a crew there. */
export function tooWide({ shape }: Pick<Fix, 'shape'>): string | null {
  const reach = reachOf(shape);
  if (reach === null || reach <= WIDE_METERS) return null;
  return `The caller may be anywhere within ${sayMeters(reach)}. Ask for the place.`;
}

/** As records write uncertainty: whole metres, and kilometres from one on. */
export function sayMeters(meters: number): string {
  if (meters < 999.5) return `${Math.round(meters)} m`;
  const kilometers = meters / 1000;
  return `${kilometers < 9.95 ? kilometers.toFixed(1) : Math.round(kilometers)} km`;
}

/** The address where the caller is said to be; null when there is none, or when it is the tower’s. */
export function callerAddress({ civic, classOfService }: Fix): string | null {
  return isTowerAddress(classOfService) ? null : civic;
}

/** The place of a fix in one line: the address of the caller, else the point, else the address of the tower. */
export function sayWhere(fix: Fix): string {
  const address = callerAddress(fix);
  if (address !== null) return address;
  const middle = middleOf(fix.shape);
  if (middle !== null) return sayPosition(middle);
  return fix.civic === null ? 'no location' : `tower at ${fix.civic}`;
}

/** How far the middles of two fixes are from each other; null when one has no point. */
export function metersBetween(one: Pick<Fix, 'shape'>, other: Pick<Fix, 'shape'>): number | null {
  const [a, b] = [middleOf(one.shape), middleOf(other.shape)];
  return a === null || b === null ? null : distanceMeters(a, b);
}

/** Whether a fix says nothing that the other does not: the same delivered twice, or a re-bid in vain. */
export function saysTheSame(one: Fix, other: Fix): boolean {
  return JSON.stringify(inOrder(one)) === JSON.stringify(inOrder(other));
}

/** `at` is left out where the record has a time of its own: then it is when it was received. */
function inOrder({ at, record, ...fix }: Fix): unknown {
  const { source, shape, confidence, civic, classOfService, altitude, method } = fix;
  const measured = record === undefined ? at : null;
  return [source, shape, confidence, civic, classOfService, altitude, method, record, measured];
}
