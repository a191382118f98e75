import { mappedTypeOf, type CallTypeMap } from './call-type-map.ts';
import type { MapTotals, TypeStringLine } from './call-types-view.ts';
import { proposeCallType, type Proposal } from './propose.ts';

/** A type string and how many calls came with it. */
export interface SeenString {
  readonly raw: string;
  readonly calls: number;
}

/** How a string stands under a map. A proposal is made only where nobody has said what it means. */
export function lineOf({ raw, calls }: SeenString, map: CallTypeMap): TypeStringLine {
  const meant = mappedTypeOf(raw, map);
  if (meant !== null && meant.how !== 'learned') {
    const { callType, nexus, how } = meant;
    return { raw, calls, state: how, callType, nexus, proposal: null };
  }
  const { callType, nexus, confidence } = proposalFor(raw, map);
  return {
    raw,
    calls,
    state: callType === null ? 'unmapped' : 'proposed',
    callType: null,
    nexus,
    proposal: callType === null ? null : { callType, confidence },
  };
}

export function proposalFor(raw: string, map: CallTypeMap): Proposal {
  return proposeCallType(raw, map.learned(), map.types);
}

/** What a map says of all the strings together, without a proposal for any. */
export function totalsOf(seen: Iterable<SeenString>, map: CallTypeMap): MapTotals {
  const byNexus = { behavioral: 0, possible: 0, none: 0, unmapped: 0 };
  const mapped = { strings: 0, calls: 0 };
  let strings = 0;
  let all = 0;
  for (const { raw, calls } of seen) {
    const meant = mappedTypeOf(raw, map);
    strings += 1;
    all += calls;
    byNexus[meant?.nexus ?? 'unmapped'] += calls;
    if (meant === null) continue;
    mapped.strings += 1;
    mapped.calls += calls;
  }
  return { strings, calls: all, mapped, byNexus };
}
