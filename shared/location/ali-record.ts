import type { Fix, FixRecord } from './fix.ts';
import type { LocationShape } from './location-shape.ts';

/** What the location database says of the number that calls, read by the layout of the center's controller. */
export interface AliRecord {
  /** What the record says it is; null where its layout does not tell. */
  readonly bid: 'new-call' | 're-bid' | null;
  /** The number to call back, as written; null when the record has none. */
  readonly number: string | null;
  readonly shape: LocationShape;
  readonly confidence: number | null;
  /** Height above the ellipsoid in metres; null when there was none. */
  readonly altitude: number | null;
  readonly civic: string | null;
  readonly classOfService: string | null;
  readonly details: FixRecord;
}

/** The record's own time has no zone: a fix is as old as its coming. */
export function fixOf(record: AliRecord, receivedAt: string): Fix {
  const { shape, confidence, civic, classOfService, altitude, details } = record;
  return {
    at: receivedAt,
    source: 'ali',
    shape,
    confidence,
    civic,
    classOfService,
    ...(altitude === null ? {} : { altitude }),
    record: details,
  };
}
