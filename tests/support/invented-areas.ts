/** A square: its name, its south-west corner, and the length of its sides in degrees. */
export type Square = readonly [name: string, west: number, south: number, side: number];

/** Two areas of the policy, one of them called a little differently, and one that is none. */
export const UPTOWN_AND_LAKEVIEW: readonly Square[] = [
  ['Uptown', -87.68, 41.96, 0.03],
  ['Lake View', -87.67, 41.93, 0.03],
  ['Invented Harbor', -87.64, 41.93, 0.03],
];

type Corners = readonly (readonly [number, number])[];

/** Closed, counterclockwise. */
export function ringOf(west: number, south: number, side: number): [number, number][] {
  const [east, north] = [west + side, south + side];
  return [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
}

export function feature(properties: unknown, ...rings: readonly Corners[]): object {
  return { type: 'Feature', properties, geometry: { type: 'Polygon', coordinates: rings } };
}

export function collection(...features: readonly unknown[]): string {
  return JSON.stringify({ type: 'FeatureCollection', features });
}

export function squares(list: readonly Square[]): string {
  return collection(
    ...list.map(([name, west, south, side]) => feature({ name }, ringOf(west, south, side))),
  );
}
