import type { Answers } from '../answer.ts';
import type { DeskCore } from '../desk-core.ts';
import { callTypeLabel } from '../incident-row.ts';

import {
  countDecisions,
  latestOverrides,
  type DecisionCount,
  type OverrideRow,
} from '#db/board/decisions-projection.ts';
import { adoptedPolicy } from '#db/board/policies-projection.ts';
import type {
  OverrideLine,
  OverrideRate,
  OverrideReview,
  Routed,
} from '#shared/board/override-review.ts';
import { dispositionLabel, type DispositionCode } from '#shared/incident/disposition.ts';
import type { Service } from '#shared/incident/incident.ts';
import { happenedAt } from '#shared/journal/back-entry.ts';
import type { Entry, JournalEvent } from '#shared/journal/journal-event.ts';
import type { IncidentId } from '#shared/lib/brand.ts';
import type { Policy } from '#shared/policy/policy.ts';
import type { Level } from '#shared/routing/level.ts';

const TYPE_NOT_SET = 'Type not set';

/** Label of a response under the policy a decision was made with; the id when nobody knows it. */
type LabelOf = (policyHash: string, response: string) => string;

/** What people decided against the recommendation, how often, and what came of it. */
export function overrideAnswers(core: DeskCore): Answers<'decisions.overrides'> {
  return {
    'decisions.overrides': ({ lines }): OverrideReview => {
      const { policy } = core.requirePolicy();
      const rates = ratesOf(countDecisions(core.db), policy);
      const [decisions, up, down, same] = (['decisions', 'up', 'down', 'same'] as const).map(
        (count) => rates.reduce((total, rate) => total + rate[count], 0),
      ) as [number, number, number, number];
      const labelOf = labelsOf(core);
      return {
        decisions,
        up,
        down,
        same,
        rates,
        lines: latestOverrides(core.db, lines).map((row) => lineOf(core, policy, row, labelOf)),
        total: up + down + same,
      };
    },
  };
}

/** Police or EMS now is an act of its own: neither a decision on the recommendation nor against it. */
function ratesOf(counts: readonly DecisionCount[], policy: Policy): OverrideRate[] {
  const rates = new Map<string | null, { -readonly [K in keyof OverrideRate]: OverrideRate[K] }>();
  for (const { callType, how, direction, decisions } of counts) {
    if (how === 'upgraded') continue;
    const label = callTypeLabel(policy, callType) ?? TYPE_NOT_SET;
    const none = { callType, label, decisions: 0, up: 0, down: 0, same: 0 };
    const rate = rates.get(callType) ?? none;
    rate.decisions += decisions;
    if (how === 'overridden') rate[direction] += decisions;
    rates.set(callType, rate);
  }
  return [...rates.values()].sort(
    (a, b) => b.decisions - a.decisions || a.label.localeCompare(b.label),
  );
}

function lineOf(core: DeskCore, policy: Policy, row: OverrideRow, labelOf: LabelOf): OverrideLine {
  const routed = (level: Level, response: string): Routed => {
    return { level, response, label: labelOf(row.policyHash, response) };
  };
  const area = policy.areas.find(({ id }) => id === row.areaId);
  return {
    seq: row.seq,
    at: row.at,
    byName: core.nameOf(row.by),
    incidentId: row.incidentId as IncidentId,
    number: row.number,
    callTypeLabel: callTypeLabel(policy, row.callType) ?? TYPE_NOT_SET,
    area: area?.name ?? row.areaId,
    direction: row.direction,
    recommended: routed(row.recommendedLevel, row.recommendedResponse),
    chosen: routed(row.level, row.response),
    reason: row.reason,
    secondPersonName: row.secondPerson === null ? null : core.nameOf(row.secondPerson),
    policyVersion: row.policyVersion,
    outcome: row.disposition === null ? null : dispositionLabel(row.disposition as DispositionCode),
    later: laterThan(row, core.journal.ofIncident(row.incidentId, ['dispatch']), labelOf),
  };
}

function labelsOf(core: DeskCore): LabelOf {
  const labels = new Map<string, ReadonlyMap<string, string>>();
  return (hash, response) => {
    let known = labels.get(hash);
    if (known === undefined) {
      const responses = adoptedPolicy(core.db, hash)?.responses ?? [];
      known = new Map(responses.map(({ id, label }) => [id, label]));
      labels.set(hash, known);
    }
    return known.get(response) ?? response;
  };
}

function laterThan(row: OverrideRow, entries: readonly Entry[], labelOf: LabelOf): string[] {
  return entries
    .filter(({ seq }) => seq > row.seq)
    .flatMap((entry) => {
      const what = whatHappened(entry.event, labelOf);
      return what === null ? [] : [`${what} ${after(row.at, happenedAt(entry))}`];
    });
}

/** In a few words that name no caller, no place and nothing anybody wrote; null when it says nothing. */
function whatHappened(event: JournalEvent, labelOf: LabelOf): string | null {
  switch (event.type) {
    case 'incident.level-raised':
      return `Raised to ${event.to}`;
    case 'incident.medical-found':
      return 'Medical danger found';
    case 'incident.upgraded':
      return `${calledNames(event.services)} called`;
    case 'incident.response-decided': {
      const { how, policyHash, response } = event.decision;
      // What police or EMS now decides is told by the call itself.
      return how === 'upgraded' ? null : `Decided anew: ${labelOf(policyHash, response)}`;
    }
    case 'incident.left-unarmed':
    case 'phone.escalated':
      return 'Came back to dispatch';
    case 'phone.transfer-accepted':
      return event.to === 'dispatch' ? 'Came back to dispatch' : null;
    default:
      return null;
  }
}

function calledNames(services: readonly Service[]): string {
  const names = (['police', 'ems'] as const).filter((each) => services.includes(each));
  return names
    .map((each, place) => (each === 'ems' ? 'EMS' : place === 0 ? 'Police' : 'police'))
    .join(' and ');
}

function after(from: string, to: string): string {
  const minutes = Math.floor((Date.parse(to) - Date.parse(from)) / 60_000);
  return minutes < 1 ? 'within a minute' : `after ${minutes} min`;
}
