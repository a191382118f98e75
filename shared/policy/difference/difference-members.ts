import { same } from './difference-lists.ts';
import type { Difference } from './differences.ts';
import { quote } from './policy-words.ts';
import { canonicalJson } from '../../lib/canonical-json.ts';

/** One sentence for a member that differs, or several; a member without words is said generically. */
export type MemberWords<Whole> = {
  readonly [Member in keyof Whole]?: (
    before: Whole[Member],
    after: Whole[Member],
  ) => string | readonly string[];
};

/** What an object is called, where it stands, and how its members are said. */
export interface Whole<Members> {
  readonly subject: string;
  readonly path: string;
  readonly words: MemberWords<Members>;
  /** Members that are looked at elsewhere. */
  readonly without?: readonly (keyof Members)[];
}

/** Every member of an object that differs, said in words, in the order of the newer one. */
export function memberDifferences<Members extends object>(
  before: Members,
  after: Members,
  { subject, path, words, without = [] }: Whole<Members>,
): Difference[] {
  const members = [...new Set([...Object.keys(after), ...Object.keys(before)])];
  return (members as (keyof Members & string)[]).flatMap((member): Difference[] => {
    const [was, is] = [before[member], after[member]];
    if (without.includes(member) || same(was, is)) return [];
    const said = words[member]?.(was, is) ?? commonWords(member, was, is);
    const at = is === undefined ? path : `${path}.${member}`;
    return [said].flat().map((says) => ({ subject, kind: 'changed', says, path: at }));
  });
}

function commonWords(member: string, before: unknown, after: unknown): string {
  if (member === 'verify' && typeof after === 'boolean')
    return after
      ? 'Is marked as still to be verified by the center.'
      : 'Is marked as verified by the center.';
  return turned(`Its ${inWords(member)} is`, shown(before), shown(after));
}

/** “Its title is now “b” (before: “a”).”; `what` ends with its verb. */
export function turned(what: string, before: string, after: string): string {
  return before === after
    ? `${what} written in another way, which means the same.`
    : `${what} now ${after} (before: ${before}).`;
}

function inWords(member: string): string {
  return member.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
}

/** Any value as it can stand in a sentence. */
export function shown(value: unknown): string {
  if (value === undefined) return 'not given';
  if (value === null) return 'none';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return typeof value === 'string' ? quote(value) : canonicalJson(value);
}
