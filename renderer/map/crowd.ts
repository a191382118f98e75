import { cover, type Room } from './room.ts';

/** What stands where in the window, so that only neighbors are asked whether they cover one another. */
export class Crowd<T extends { readonly room: Room }> {
  readonly #cells = new Map<number, Set<T>>();

  add(one: T): void {
    for (const cell of cellsOf(one.room)) {
      const there = this.#cells.get(cell);
      if (there === undefined) this.#cells.set(cell, new Set([one]));
      else there.add(one);
    }
  }

  drop(one: T): void {
    for (const cell of cellsOf(one.room)) this.#cells.get(cell)?.delete(one);
  }

  isFree(room: Room): boolean {
    return cellsOf(room).every((cell) => {
      for (const each of this.#cells.get(cell) ?? []) if (cover(each.room, room)) return false;
      return true;
    });
  }

  /** Everything that covers any of it, each once. */
  in(room: Room): readonly T[] {
    const found = new Set<T>();
    for (const cell of cellsOf(room))
      for (const each of this.#cells.get(cell) ?? []) if (cover(each.room, room)) found.add(each);
    return [...found];
  }
}

/** More rows of cells than any window at any scale has. */
const ROWS = 1 << 16;
const CELL = { width: 96, height: 48 };

function cellsOf({ left, top, right, bottom }: Room): readonly number[] {
  const cells: number[] = [];
  // With a pixel around it: rooms that touch cover one another.
  const [from, to] = [Math.floor((left - 1) / CELL.width), Math.floor((right + 1) / CELL.width)];
  const [above, under] = [
    Math.floor((top - 1) / CELL.height),
    Math.floor((bottom + 1) / CELL.height),
  ];
  for (let x = from; x <= to; x += 1)
    for (let y = above; y <= under; y += 1) cells.push(x * ROWS + y);
  return cells;
}
