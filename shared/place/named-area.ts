import { nameKey } from './match-areas.ts';

/** An area of the policy as far as a place needs it. */
export interface NamedArea {
  readonly id: string;
  readonly name: string;
  readonly zone: string;
}

export function areaOfName(name: string, areas: readonly NamedArea[]): NamedArea | undefined {
  const key = nameKey(name);
  return areas.find((area) => nameKey(area.name) === key);
}

/** The area a place names as a part of its own ("…, Uptown"); undefined when it names none. */
export function areaNamedIn(address: string, areas: readonly NamedArea[]): NamedArea | undefined {
  const parts = address.split(',').map((part) => part.trim().toLocaleLowerCase());
  return areas.find((area) => parts.includes(area.name.toLocaleLowerCase()));
}
