/** A part of the window in pixels, counted from the middle of the plane. */
export interface Room {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

const APART = 1;

export function cover(a: Room, b: Room): boolean {
  return (
    a.left < b.right + APART &&
    b.left < a.right + APART &&
    a.top < b.bottom + APART &&
    b.top < a.bottom + APART
  );
}
