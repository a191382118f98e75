import { wordsFigures, type WordsFigures } from './words-figures.ts';
import { countedStrings } from '#db/board/call-types-projection.ts';
import type { Database } from '#db/open-database.ts';
import type { CallTypeMap } from '#shared/call-type/call-type-map.ts';
import { mappedTypeOf } from '#shared/call-type/call-type-map.ts';
import type { MapTotals } from '#shared/call-type/call-types-view.ts';
import type { Confidence } from '#shared/call-type/propose.ts';
import { similarStrings } from '#shared/call-type/similar-strings.ts';
import type { TypeNexus } from '#shared/call-type/type-nexus.ts';
import { proposalFor, totalsOf, type SeenString } from '#shared/call-type/type-string-lines.ts';
import type { Policy } from '#shared/policy/policy.ts';

/** A string, what the table says of it, and what it may mean. */
export interface ProposedString {
  readonly raw: string;
  readonly count: number;
  /** By the table; null where no line of it matches. */
  readonly table: string | null;
  readonly proposal: string | null;
  readonly nexus: TypeNexus;
  readonly confidence: Confidence;
  readonly why: readonly string[];
  readonly similar: readonly string[];
}

export interface CallTypesReport extends MapTotals {
  readonly version: number;
  /** Percent of the calls whose string has been given a meaning; null while there are none. */
  readonly mappedPercent: number | null;
  /** By volume. */
  readonly unmapped: readonly Omit<ProposedString, 'table'>[];
  readonly words: WordsFigures;
}

/** What of all that came in has a call type; for the command line. */
export function reportOnCallTypes(db: Database, map: CallTypeMap, policy: Policy): CallTypesReport {
  const seen = countedStrings(db);
  const totals = totalsOf(seen, map);
  const { calls, mapped } = totals;
  return {
    version: map.version,
    ...totals,
    mappedPercent: calls === 0 ? null : Math.round((1000 * mapped.calls) / calls) / 10,
    unmapped: seen
      .filter(({ raw }) => mappedTypeOf(raw, map) === null)
      .map((each) => {
        const { table: _table, ...line } = unmappedLine(each, map);
        return line;
      }),
    words: wordsFigures(db, policy),
  };
}

export function unmappedLine({ raw, calls }: SeenString, map: CallTypeMap): ProposedString {
  const { callType, nexus, confidence, because } = proposalFor(raw, map);
  return {
    raw,
    count: calls,
    table: mappedTypeOf(raw, map)?.callType ?? null,
    proposal: callType,
    nexus,
    confidence,
    why: because,
    similar: similarStrings(raw, map.learned()).map(
      (each) => `${each.raw} (${each.centers.join(', ')}): ${each.callType}`,
    ),
  };
}
