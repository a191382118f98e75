import type { Fix, FixRecord } from './fix.ts';
import type { LocationShape } from './location-shape.ts';

/** What the location database says of the number that calls, read by the layout of the center's controller. */
export interface AliRecord {
  /** The number to call back, as written; null when the record has none. */
  readonly number: string | null;
  readonly shape: LocationShape;
  readonly confidence: number | null;
  readonly civic: string | null;
  readonly classOfService: string | null;
  readonly details: FixRecord;
}

/** The record's own time has no zone: a fix is as old as its coming. */
export function fixOf(record: AliRecord, receivedAt: string): Fix {
  const { shape, confidence, civic, classOfService, details } = record;
  return {
    at: receivedAt,
    source: 'ali',
    shape,
    confidence,
    civic,
    classOfService,
    record: details,
  };
}
