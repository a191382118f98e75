import { costPart } from './cost-part.ts';
import { goToPart } from './go-to-part.ts';
import { linkagePart } from './linkage-part.ts';
import { figureSource } from './figure-source.ts';
import { done, type Answers } from '../answer.ts';
import { operatorOf, type DeskCore } from '../desk-core.ts';
import { costsStanding, costVersions } from '#db/board/costs-projection.ts';
import type { CostChange, KeptCosts } from '#shared/board/kept-costs.ts';
import { COSTS_FORMAT } from '#shared/outcomes/cost-lines.ts';
import { SHIPPED_COSTS, type CostVersion } from '#shared/outcomes/cost-events.ts';
import { changedLines, setCosts, withdrawCosts } from '#shared/outcomes/decide-costs.ts';

/** So many changes are listed; older ones are in the journal. */
const LISTED = 50;

type CostTopic =
  | 'outcomes.cost'
  | 'outcomes.linkage'
  | 'costs.kept'
  | 'costs.export'
  | 'costs.set'
  | 'costs.withdraw';

/** What the program costs, the assumptions behind it, and who changed them. */
export function costAnswers(core: DeskCore): Answers<CostTopic> {
  return {
    'outcomes.cost': ({ period }) => costPart(figureSource(core), period),
    'outcomes.linkage': ({ period }) => {
      const source = figureSource(core);
      return { linkage: linkagePart(source, period), goTo: goToPart(source, period) };
    },
    'costs.kept': () => kept(core),
    'costs.export': () => {
      const { lines, version } = costsStanding(core.db).inForce;
      core.readings.leaves({ what: 'costs', of: null, to: 'file' });
      const text = `${JSON.stringify({ format: COSTS_FORMAT, lines }, null, 2)}\n`;
      return { fileName: `costs-version-${version}.json`, text };
    },
    'costs.set': ({ seen, lines, note }, session) =>
      done(
        core,
        core.commit(operatorOf(session).operatorId, () =>
          setCosts(costsStanding(core.db), seen, lines, note),
        ),
      ),
    'costs.withdraw': ({ version, reason }, session) =>
      done(
        core,
        core.commit(operatorOf(session).operatorId, () =>
          withdrawCosts(costsStanding(core.db), version, reason),
        ),
      ),
  };
}

function kept(core: DeskCore): KeptCosts {
  const { inForce } = costsStanding(core.db);
  const versions = costVersions(core.db, LISTED + 1);
  return {
    version: inForce.version,
    lines: inForce.lines,
    changes: versions
      .slice(0, LISTED)
      .map((each, at) => changeOf(core, each, versions.slice(at + 1))),
  };
}

function changeOf(core: DeskCore, version: CostVersion, older: readonly CostVersion[]): CostChange {
  const { set, withdrawn, note, lines } = version;
  return {
    version: version.version,
    byName: core.nameOf(set?.by ?? ''),
    at: set?.at ?? '',
    note,
    changed: changedLines(before(version, older).lines, lines),
    withdrawn: withdrawn && {
      byName: core.nameOf(withdrawn.by),
      at: withdrawn.at,
      reason: withdrawn.reason,
    },
  };
}

/** The version that counted when this one was set: one that was taken back before that did not. */
function before({ set }: CostVersion, older: readonly CostVersion[]): CostVersion {
  const then = set?.at ?? '';
  return older.find(({ withdrawn }) => withdrawn === null || withdrawn.at > then) ?? SHIPPED_COSTS;
}
