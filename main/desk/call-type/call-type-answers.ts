import { tableIn } from './shipped-call-types.ts';
import { tableText } from './table-text.ts';
import { done, type Answers } from '../answer.ts';
import { operatorOf, type DeskCore } from '../desk-core.ts';
import { onIncident } from '../on-incident.ts';
import { countedStrings, keptPatterns } from '#db/board/call-types-projection.ts';
import type { CallTypesView, TypeStringDetail } from '#shared/call-type/call-types-view.ts';
import {
  adoptPatterns,
  reviewStrings,
  withdrawReviews,
} from '#shared/call-type/decide-call-types.ts';
import { setWordsAside } from '#shared/call-type/decide-flag.ts';
import { similarStrings } from '#shared/call-type/similar-strings.ts';
import { lineOf, proposalFor, totalsOf } from '#shared/call-type/type-string-lines.ts';
import { fold, isBrokenTable, matchesPattern } from '#shared/intake-file/call-type-table.ts';
import { refuse } from '#shared/lib/refusal.ts';

type CallTypeTopic =
  | 'call-types.view'
  | 'call-types.string'
  | 'call-types.review'
  | 'call-types.withdraw'
  | 'call-types.import-table'
  | 'call-types.export-table'
  | 'incident.set-words-aside';

/** More is no list a person goes through; those that came with the most calls come first. */
const MOST_LINES = 2_000;

/** What other systems' words for a call type mean here: as it stands, proposed, and as people say. */
export function callTypeAnswers(core: DeskCore): Answers<CallTypeTopic> {
  return {
    'call-types.view': () => callTypesView(core),
    'call-types.string': ({ raw }) => detailOf(core, raw),
    'call-types.export-table': () => {
      core.readings.leaves({ what: 'call-types', of: null, to: 'file' });
      return { text: tableText(core.callTypes.map()) };
    },

    'call-types.review': ({ lines }, session) => {
      const outcome = core.commit(operatorOf(session).operatorId, () =>
        reviewStrings(core.callTypes.map(), lines),
      );
      return done(core, outcome);
    },

    'call-types.withdraw': ({ raws }, session) => {
      const outcome = core.commit(operatorOf(session).operatorId, () =>
        withdrawReviews(core.callTypes.map(), raws),
      );
      return done(core, outcome);
    },

    'call-types.import-table': ({ text, source }, session) => {
      const table = tableIn(text, [...core.callTypes.map().types.keys()]);
      if (isBrokenTable(table))
        return refuse(
          'broken-table',
          `“${source}”, line ${table.line}: ${table.why}. ${table.remedy} Nothing was changed.`,
        );
      const outcome = core.commit(operatorOf(session).operatorId, () =>
        adoptPatterns(core.callTypes.map(), table, source),
      );
      return done(core, outcome);
    },

    'incident.set-words-aside': onIncident(core, (incident, { reason }, { policy }) =>
      setWordsAside(incident, reason, policy),
    ),
  };
}

export function callTypesView(core: Pick<DeskCore, 'db' | 'callTypes' | 'nameOf'>): CallTypesView {
  const map = core.callTypes.map();
  const { source, adoptedAt, adoptedBy } = keptPatterns(core.db);
  const seen = countedStrings(core.db);
  return {
    version: map.version,
    table: {
      patterns: map.patterns.length,
      source,
      adoptedAt,
      adoptedByName: adoptedBy === null ? null : core.nameOf(adoptedBy),
    },
    totals: totalsOf(seen, map),
    lines: seen.slice(0, MOST_LINES).map((each) => lineOf(each, map)),
    further: Math.max(0, seen.length - MOST_LINES),
  };
}

function detailOf(core: DeskCore, raw: string): TypeStringDetail {
  const map = core.callTypes.map();
  const folded = fold(raw);
  const reviewed = map.reviewed.get(folded) ?? null;
  const found = map.patterns.find(({ pattern }) => matchesPattern(pattern, folded));
  return {
    raw,
    reviewed: reviewed && {
      callType: reviewed.callType,
      at: reviewed.at,
      byName: core.nameOf(reviewed.by),
    },
    pattern: found === undefined ? null : { pattern: found.pattern, callType: found.callType },
    proposal: proposalFor(raw, map),
    similar: similarStrings(raw, map.learned()),
  };
}
