import { editDistance } from '../lib/edit-distance.ts';
import type { Policy } from '../policy/policy.ts';

type PolicyArea = Pick<Policy['areas'][number], 'id' | 'name' | 'zone'>;

/** What shape of a file an area of the policy is. A near name is a proposal: a person confirms it. */
export interface AreaMatch {
  readonly areaId: string;
  readonly areaName: string;
  readonly zone: string;
  readonly shape: string | null;
  readonly how: 'same' | 'near' | 'none';
}

/** By which letters names are the same: case and spaces are nobody's intention. */
export function nameKey(name: string): string {
  return name.normalize('NFC').trim().replace(/\s+/gu, ' ').toLocaleLowerCase('en');
}

/** Looks for every area of the policy among the names of the shapes; no shape is two areas. */
export function matchAreas(
  names: readonly string[],
  areas: readonly PolicyArea[],
): readonly AreaMatch[] {
  const byKey = new Map(names.map((name) => [nameKey(name), name]));
  const same = new Map(areas.map(({ id, name }) => [id, byKey.get(nameKey(name)) ?? null]));
  const free = new Set(names.filter((name) => ![...same.values()].includes(name)));
  return areas.map(({ id, name, zone }): AreaMatch => {
    const area = { areaId: id, areaName: name, zone };
    const exact = same.get(id) ?? null;
    if (exact !== null) return { ...area, shape: exact, how: 'same' };
    const near = nearest(name, free);
    if (near === null) return { ...area, shape: null, how: 'none' };
    free.delete(near);
    return { ...area, shape: near, how: 'near' };
  });
}

/** “Lake View” for “Lakeview”, “Auburn Greshem” for “Auburn Gresham”; null when nothing is that near. */
function nearest(name: string, among: ReadonlySet<string>): string | null {
  const wanted = lettersOf(name);
  let best: string | null = null;
  let least = 1 + Math.min(2, Math.floor(wanted.length / 5));
  for (const each of among) {
    const far = editDistance(wanted, lettersOf(each), least);
    if (far < least) [best, least] = [each, far];
  }
  return best;
}

function lettersOf(name: string): string {
  return name
    .normalize('NFKD')
    .toLocaleLowerCase('en')
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/** Which shape is which area, as a person has confirmed it: area id to the shape's name. */
export type AreaMapping = Readonly<Record<string, string>>;

/** What keeps a confirmed mapping from being one, in a sentence; null when nothing does. */
export function mappingMistake(
  mapping: AreaMapping,
  names: readonly string[],
  areas: readonly PolicyArea[],
): string | null {
  const taken = new Map<string, string>();
  for (const [areaId, name] of Object.entries(mapping)) {
    const area = areas.find(({ id }) => id === areaId);
    if (area === undefined) return `The policy has no area “${areaId}”.`;
    if (!names.includes(name))
      return `${area.name} is to be “${name}”, and the file has no area of that name.`;
    const other = taken.get(name);
    if (other !== undefined)
      return `“${name}” is to be both ${other} and ${area.name}. A shape is one area.`;
    taken.set(name, area.name);
  }
  return null;
}
