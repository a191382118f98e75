import { mappedTypeOf, type MeantType } from '#shared/call-type/call-type-map.ts';
import { UNMATCHED } from '#shared/intake-file/call-type-table.ts';

/** What was only learned from others has no effect here. */
type LookupMap = Parameters<typeof mappedTypeOf>[1];

/** Looks a raw type up once: an export repeats the same few hundred. What is only proposed has no effect. */
export class CallTypeLookup {
  readonly map: LookupMap;
  readonly #known = new Map<string, MeantType | null>();

  constructor(map: LookupMap) {
    this.map = map;
  }

  of(rawType: string): string {
    return this.#meant(rawType)?.callType ?? UNMATCHED;
  }

  /** Nobody has said what it means; that it says too little is said as well. */
  isUnmatched(rawType: string): boolean {
    return this.#meant(rawType) === null;
  }

  #meant(rawType: string): MeantType | null {
    const known = this.#known.get(rawType);
    if (known !== undefined) return known;
    const found = mappedTypeOf(rawType, this.map);
    // A file whose every row has a type of its own must not fill the memory.
    if (this.#known.size < 10_000) this.#known.set(rawType, found);
    return found;
  }
}
