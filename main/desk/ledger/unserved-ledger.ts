import type { Answers } from '../answer.ts';
import type { DeskCore } from '../desk-core.ts';
import { callTypeLabel } from '../incident-row.ts';
import { hoursOfWeek } from './hour-of-week.ts';
import { adoptedPolicy } from '#db/board/policies-projection.ts';
import {
  eligibleIncidents,
  latestUnserved,
  type UnservedRow,
} from '#db/board/unserved-projection.ts';
import type {
  UnservedCount,
  UnservedGroup,
  UnservedLedger,
  UnservedLine,
} from '#shared/board/unserved-ledger.ts';
import { UNSERVED_REASONS, unservedLabel } from '#shared/incident/alternative-course.ts';
import type { IncidentId } from '#shared/lib/brand.ts';
import type { Policy } from '#shared/policy/policy.ts';

/** Who was eligible for an alternative response and got none: how many, when, where and why. */
export function unservedAnswers(core: DeskCore): Answers<'ledger.unserved'> {
  return {
    'ledger.unserved': ({ lines }): UnservedLedger => {
      const { policy } = core.requirePolicy();
      return { ...countsOf(core, policy), lines: linesOf(core, policy, lines) };
    },
  };
}

type Count = { -readonly [K in keyof UnservedCount]: UnservedCount[K] };

function countsOf(core: DeskCore, policy: Policy): Omit<UnservedLedger, 'lines'> {
  const all = none();
  let served = 0;
  const reasons = new Map<string, number>();
  const areas = new Map<string | null, Count>();
  const callTypes = new Map<string | null, Count>();
  const week = Array.from({ length: 7 }, () => Array.from({ length: 24 }, none));
  const hourOf = hoursOfWeek(core.center?.timeZone ?? 'UTC');
  for (const { openedAt, callType, areaId, code, closed } of eligibleIncidents(core.db)) {
    const { day, hour } = hourOf(openedAt);
    const cell = week[day]?.[hour];
    const counts = [all, countIn(areas, areaId), countIn(callTypes, callType)];
    if (cell !== undefined) counts.push(cell);
    for (const count of counts) {
      count.eligible += 1;
      if (code !== null) count.unserved += 1;
    }
    if (code !== null) reasons.set(code, (reasons.get(code) ?? 0) + 1);
    else if (closed === 1) served += 1;
  }
  const areaName = (id: string | null) =>
    id === null ? 'Outside all areas' : (policy.areas.find((each) => each.id === id)?.name ?? id);
  return {
    ...all,
    served,
    open: all.eligible - all.unserved - served,
    byReason: UNSERVED_REASONS.map(({ code, label }) => {
      return { code, label, unserved: reasons.get(code) ?? 0 };
    }).sort((a, b) => b.unserved - a.unserved),
    byHourOfWeek: week,
    byArea: groups(areas, areaName),
    byCallType: groups(callTypes, (code) => callTypeLabel(policy, code) ?? TYPE_NOT_SET),
  };
}

const TYPE_NOT_SET = 'Type not set';

function none(): Count {
  return { eligible: 0, unserved: 0 };
}

function countIn(counts: Map<string | null, Count>, id: string | null): Count {
  const known = counts.get(id);
  if (known !== undefined) return known;
  const made = none();
  counts.set(id, made);
  return made;
}

function groups(
  counts: ReadonlyMap<string | null, Count>,
  labelOf: (id: string | null) => string,
): UnservedGroup[] {
  return [...counts]
    .map(([id, count]) => ({ id, label: labelOf(id), ...count }))
    .sort(
      (a, b) =>
        b.unserved - a.unserved || b.eligible - a.eligible || a.label.localeCompare(b.label),
    );
}

function linesOf(core: DeskCore, policy: Policy, limit: number): UnservedLine[] {
  const known = new Map<string, Policy | null>();
  const policyOf = (hash: string): Policy | null => {
    const found = known.get(hash);
    if (found !== undefined) return found;
    const adopted = adoptedPolicy(core.db, hash);
    known.set(hash, adopted);
    return adopted;
  };
  return latestUnserved(core.db, limit).map((row) => lineOf(row, policy, policyOf(row.policyHash)));
}

/** The response is called as it was under the policy of that decision. */
function lineOf(row: UnservedRow, policy: Policy, then: Policy | null): UnservedLine {
  const { recommendedResponse: response, recommendedLevel: level, code } = row;
  const label = then?.responses.find(({ id }) => id === response)?.label ?? response;
  return {
    incidentId: row.incidentId as IncidentId,
    number: row.number,
    openedAt: row.openedAt,
    callTypeLabel: callTypeLabel(policy, row.callType) ?? TYPE_NOT_SET,
    area: policy.areas.find(({ id }) => id === row.areaId)?.name ?? row.areaId,
    recommended: { level, response, label },
    reason: { code, label: unservedLabel(code) },
    note: row.note,
    closed: row.closed === 1,
  };
}
