import { fold } from './call-type-table.ts';
import { editDistance } from '../lib/edit-distance.ts';

const MOST_NAMED = 3;

/** The columns that are called nearly like a missing one, best first; empty when none is. */
export function nearestNames(missing: string, names: readonly string[]): string {
  const wanted = lettersOf(missing);
  const near = names
    .map((name) => ({ name, far: farness(wanted, lettersOf(name)) }))
    .filter(({ far }) => far < 0.5)
    .sort((a, b) => a.far - b.far)
    .slice(0, MOST_NAMED);
  if (near.length === 0) return '';
  return `"${missing}" may be ${near.map(({ name }) => `"${name.trim()}"`).join(' or ')}`;
}

/** 0 for the same letters, 1 for none in common; little for a name that holds the other. */
function farness(a: string, b: string): number {
  const longest = Math.max(a.length, b.length);
  if (a.length > 3 && b.length > 3 && (a.includes(b) || b.includes(a))) return 0.2;
  return editDistance(a, b, longest) / longest;
}

function lettersOf(name: string): string {
  return fold(name).replace(/[^\p{L}\p{N}]/gu, '');
}
