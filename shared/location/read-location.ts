import type { Fix, FixSource } from './fix.ts';
import type { LocationShape } from './location-shape.ts';

/** One place of a location document. */
export interface ReadPlace {
  readonly shape: LocationShape;
  readonly confidence: number | null;
  readonly civic: string | null;
  /** ISO instant; null when the document has none. */
  readonly at: string | null;
  readonly altitude: number | null;
  readonly method: string | null;
  readonly providedBy: string | null;
}

/** What a location document says: whom it is about, and one place or more, the one to be used first first. */
export interface ReadLocation {
  /** Whom it is about, such as `tel:+13125550100` or `pres:alice@example.com`; null when it does not say. */
  readonly entity: string | null;
  readonly places: readonly [ReadPlace, ...ReadPlace[]];
}

/** The fixes of a document, the one to be used first last: as newest it is the one that is shown. */
export function fixesOf(
  { places }: ReadLocation,
  { source, receivedAt }: { readonly source: FixSource; readonly receivedAt: string },
): Fix[] {
  return places.toReversed().map(({ shape, confidence, civic, at, altitude, method }) => ({
    at: at ?? receivedAt,
    source,
    shape,
    confidence,
    civic,
    classOfService: null,
    ...(altitude === null ? {} : { altitude }),
    ...(method === null ? {} : { method }),
  }));
}

/** The telephone number a document is about; null when it is about an account or nobody. */
export function numberOfEntity(entity: string | null): string | null {
  const found = /^(?:tel:|sips?:|pres:|im:)?(\+?[\d().\- ]{7,20})(?:[;@].*)?$/i.exec(entity ?? '');
  return found?.[1] ?? null;
}
