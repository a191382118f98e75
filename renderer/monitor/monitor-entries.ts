import type { CallRow, IncidentRow } from '#shared/board/board-rows.ts';
import { nexusOf, type Nexus } from '#shared/phone/nexus.ts';
import type { Policy } from '#shared/policy/policy.ts';
import { levelRank } from '#shared/routing/level.ts';
import { matches } from '../sheets/matching.ts';

/** One line of the monitored list: an open incident, or a call that nobody has answered. */
export type MonitorEntry = {
  readonly id: string;
  readonly number: number;
  /** ISO instant it waits since. */
  readonly since: string;
  /** How dangerous it may be: the rank of its level. */
  readonly danger: number;
  /** Why it stands on the list; null for what only stands among everything. */
  readonly nexus: Nexus | null;
} & (
  | { readonly kind: 'incident'; readonly row: IncidentRow }
  | { readonly kind: 'call'; readonly row: CallRow }
);

export const MONITOR_FILTERS = ['nexus', 'police', 'team', 'held', 'calls', 'no-sign'] as const;
export type MonitorFilter = (typeof MONITOR_FILTERS)[number];

/** Nobody has asked the caller anything: not asked is never no, so it stands with the high ones. */
const CALL_DANGER = levelRank('L3');

/** Everything open that does not stand above in the clinician's column, the dangerous first, then who waits longest. */
export function monitorEntries(
  incidents: Iterable<IncidentRow>,
  calls: Iterable<CallRow>,
  policy: Policy | null,
  above: ReadonlySet<string>,
): readonly MonitorEntry[] {
  const entries: MonitorEntry[] = [];
  for (const row of incidents)
    if (!above.has(row.incidentId))
      entries.push({
        kind: 'incident',
        row,
        id: row.incidentId,
        number: row.number,
        since: row.promise?.from ?? row.openedAt,
        danger: levelRank(row.level),
        nexus: row.nexus,
      });
  for (const row of calls) {
    const { callId, number, receivedAt, callType, words } = row;
    const nexus = policy === null ? null : nexusOf({ callType, words, facts: {} }, policy);
    const since = receivedAt;
    entries.push({ kind: 'call', row, id: callId, number, since, danger: CALL_DANGER, nexus });
  }
  return entries.sort(
    (a, b) => b.danger - a.danger || compare(a.since, b.since) || a.number - b.number,
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** What tells who handles an incident: the teams of its units, and the teams of its response. */
export interface Handling {
  readonly policy: Policy | null;
  readonly teamOf: (unitId: string) => string | null;
}

/** Whether an entry belongs under a filter. One that police and a team are on belongs under both. */
export function belongs(entry: MonitorEntry, filter: MonitorFilter, handling: Handling): boolean {
  if (filter === 'no-sign') return entry.nexus === null;
  if (entry.nexus === null) return false;
  switch (filter) {
    case 'nexus':
      return true;
    case 'calls':
      return entry.kind === 'call';
    case 'held':
      return entry.kind === 'incident' && entry.row.holdUntil !== null;
    case 'police':
      return handlers(entry, handling).some((team) => team === handling.policy?.services.police);
    case 'team':
      return handlers(entry, handling).some((team) => isTeam(team, handling.policy));
  }
}

function isTeam(teamType: string, policy: Policy | null): boolean {
  if (policy === null) return false;
  const { police, ems } = policy.services;
  const byPhone = policy.responses.some(
    (response) => response.byPhone && response.teamTypes.includes(teamType),
  );
  return teamType !== police && teamType !== ems && !byPhone;
}

/** Team types that are on it, and, once somebody has decided, those that were decided for. */
function handlers(entry: MonitorEntry, { policy, teamOf }: Handling): string[] {
  if (entry.kind === 'call') return [];
  const { units, phase, responseId } = entry.row;
  const out = units.flatMap(({ unitId }) => teamOf(unitId) ?? []);
  if (phase === 'intake') return out;
  const decided = policy?.responses.find(({ id }) => id === responseId)?.teamTypes ?? [];
  return [...out, ...decided];
}

/** Whether what was typed occurs in what the row shows. */
export function fits(entry: MonitorEntry, typed: string): boolean {
  if (typed.trim() === '') return true;
  const reasons = entry.nexus?.because ?? [];
  const texts =
    entry.kind === 'call'
      ? [entry.row.address, entry.row.words, entry.row.callType ?? '', entry.row.ani ?? '']
      : [
          entry.row.address,
          entry.row.area ?? '',
          entry.row.callType,
          entry.row.ownerName,
          entry.row.response,
          ...entry.row.units.map(({ unitId }) => unitId),
        ];
  return matches(typed.trim(), String(entry.number), ...texts, ...reasons);
}
