import type { Learned } from './learn.ts';
import { proposeCallType } from './propose.ts';
import type { TypeNexus } from './type-nexus.ts';
import { fold, matchCallType, type CallTypeTable } from '../intake-file/call-type-table.ts';

/** What a person said that a type string means: a call type, or that it says too little to mean one. */
export interface ReviewedString {
  readonly raw: string;
  readonly callType: string | null;
  readonly at: string;
  readonly by: string;
}

/**
 * What another system's words for a call type mean here: strings a person has looked at, then the patterns of
 * the table. What was learned from other centers only ever proposes.
 */
export interface CallTypeMap {
  /** How often it was changed; 0 as it ships. */
  readonly version: number;
  readonly patterns: CallTypeTable;
  /** By the string, folded. */
  readonly reviewed: ReadonlyMap<string, ReviewedString>;
  /** The call types of the policy in force, and what each means. A type it no longer has means nothing. */
  readonly types: ReadonlyMap<string, TypeNexus>;
  readonly learned: () => Learned;
}

export interface MeantType {
  /** Null: a person looked and it says too little, or nobody has looked and it is only proposed. */
  readonly callType: string | null;
  readonly nexus: TypeNexus;
  readonly how: 'reviewed' | 'table' | 'learned';
}

/** No type is longer; what is has no meaning here. */
const LONGEST_STRING = 400;

/**
 * What a raw type string means; null when nothing is known of it. `learned` has no call type: nobody has
 * reviewed it, and its nexus is a reason to look and nothing more.
 */
export function callTypeOf(raw: string, map: CallTypeMap): MeantType | null {
  const found = mappedTypeOf(raw, map);
  if (found !== null || raw.length > LONGEST_STRING) return found;
  const { nexus } = proposeCallType(raw, map.learned(), map.types);
  return nexus === 'none' ? null : { callType: null, nexus, how: 'learned' };
}

/** Senders repeat the same few hundred strings; one that never does must not fill the memory. */
const MOST_KEPT = 2_000;

/** The map without what is only proposed. */
type EffectiveMap = Omit<CallTypeMap, 'learned'>;

const kept = new WeakMap<EffectiveMap, Map<string, MeantType | null>>();

/** The same without what is only proposed: what takes effect. Looked up once for each string and map. */
export function mappedTypeOf(raw: string, map: EffectiveMap): MeantType | null {
  if (raw.length > LONGEST_STRING) return null;
  const known = kept.get(map) ?? new Map<string, MeantType | null>();
  kept.set(map, known);
  let meant = known.get(raw);
  if (meant === undefined) {
    meant = meantBy(raw, map);
    if (known.size >= MOST_KEPT) known.clear();
    known.set(raw, meant);
  }
  return meant;
}

function meantBy(raw: string, map: EffectiveMap): MeantType | null {
  const reviewed = map.reviewed.get(fold(raw));
  if (reviewed?.callType === null) return { callType: null, nexus: 'none', how: 'reviewed' };
  if (reviewed !== undefined) {
    const nexus = map.types.get(reviewed.callType);
    if (nexus !== undefined) return { callType: reviewed.callType, nexus, how: 'reviewed' };
  }
  const callType = matchCallType(map.patterns, raw);
  const nexus = callType === null ? undefined : map.types.get(callType);
  return callType === null || nexus === undefined ? null : { callType, nexus, how: 'table' };
}
