/** The first 48 bits of a digest or pseudonym in hexadecimal, as a number. */
export function markOf(hex: string): number {
  return Number.parseInt(hex.slice(0, 12), 16);
}

const FIRST_ROOM = 4_096;

/**
 * Which marks were met, in eight to twenty-four bytes each where a set of numbers takes sixty: the rows and
 * people of a file of millions stay in memory. What was added since it was last asked comes as bytes, so that it
 * can be kept beside the rows it is of.
 */
export class Marks {
  /** Open addressing; 0 is an empty place. */
  #places = new Float64Array(FIRST_ROOM);
  #count = 0;
  #fresh: number[] = [];

  get size(): number {
    return this.#count;
  }

  /** Whether it is new. */
  add(mark: number): boolean {
    if (!this.#put(this.#places, mark)) return false;
    this.#fresh.push(mark);
    this.#count += 1;
    if (this.#count * 3 > this.#places.length * 2) this.#grow();
    return true;
  }

  /** Marks added since the last time, and null for none. */
  takeFresh(): Buffer | null {
    if (this.#fresh.length === 0) return null;
    const bytes = Buffer.from(Float64Array.from(this.#fresh).buffer);
    this.#fresh = [];
    return bytes;
  }

  /** Puts back what an earlier run kept. */
  restore(bytes: Buffer): void {
    for (let at = 0; at + 8 <= bytes.length; at += 8) this.add(bytes.readDoubleLE(at));
    this.#fresh = [];
  }

  #grow(): void {
    const wider = new Float64Array(this.#places.length * 2);
    for (const mark of this.#places) if (mark !== 0) this.#put(wider, mark);
    this.#places = wider;
  }

  #put(places: Float64Array, given: number): boolean {
    // A digest of zeros would be an empty place; it may as well be another number.
    const mark = given === 0 ? 2 ** 50 : given;
    let at = mark % places.length;
    while (places[at] !== 0) {
      if (places[at] === mark) return false;
      at = (at + 1) % places.length;
    }
    places[at] = mark;
    return true;
  }
}
