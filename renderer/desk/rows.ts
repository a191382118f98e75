/**
 * Rows by id. Every change makes a new handle over the same storage: React sees that something changed,
 * and changing one row of 1,000 copies nothing. Nobody may keep an old handle to look at the past.
 */
export class Rows<T> implements ReadonlyMap<string, T> {
  readonly #rows: Map<string, T>;

  constructor(rows: Map<string, T> = new Map()) {
    this.#rows = rows;
  }

  get size(): number {
    return this.#rows.size;
  }

  get(id: string): T | undefined {
    return this.#rows.get(id);
  }

  has(id: string): boolean {
    return this.#rows.has(id);
  }

  put(id: string, row: T): void {
    this.#rows.set(id, row);
  }

  drop(id: string): void {
    this.#rows.delete(id);
  }

  /** The same rows under a new identity. */
  touched(): Rows<T> {
    return new Rows(this.#rows);
  }

  forEach(visit: (row: T, id: string, rows: ReadonlyMap<string, T>) => void): void {
    for (const [id, row] of this.#rows) visit(row, id, this);
  }

  keys(): MapIterator<string> {
    return this.#rows.keys();
  }

  values(): MapIterator<T> {
    return this.#rows.values();
  }

  entries(): MapIterator<[string, T]> {
    return this.#rows.entries();
  }

  [Symbol.iterator](): MapIterator<[string, T]> {
    return this.#rows.entries();
  }
}
