/** Places of labels that stand beside one another, moved apart as far as they must: highest first stays so. */
export function spreadLabels(places: readonly number[], apart: number): number[] {
  const order = places.map((place, at) => ({ place, at })).sort((a, b) => a.place - b.place);
  const moved = places.map(() => 0);
  let last = -Infinity;
  for (const { place, at } of order) {
    last = Math.max(place, last + apart);
    moved[at] = last;
  }
  return moved;
}
