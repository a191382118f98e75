import { isSimulated, type Look, type Room } from './room.ts';
import { scenarioBehind } from './scenario-catalogue.ts';
import { truthOf, type Scenario } from './scenario.ts';
import type { Policy } from '#shared/policy/policy.ts';
import { evaluate } from '#shared/routing/evaluate.ts';

/**
 * Who a call keeps busy once everything about it is known: a field team, a crisis team with an officer,
 * police or ambulance, the clinician at the phone, or nobody for long.
 */
export type Keeps = 'team' | 'crisis' | 'patrol' | 'phone' | 'nobody';

/** How much the room carries; calls that still ring are counted as what they will turn out to be. */
export interface Load {
  readonly waiting: number;
  readonly open: number;
  /** Wanted beyond what is free, by who is wanted; below zero some stay free. */
  readonly short: Readonly<Record<Keeps, number>>;
}

/** How short the room may be when another such call comes. Danger always leaves a unit in hand. */
const BEARABLE: Readonly<Record<Keeps, number>> = {
  team: 1,
  crisis: -1,
  patrol: -2,
  phone: 3,
  nobody: Infinity,
};

export const QUIET: Load = {
  waiting: 0,
  open: 0,
  short: { team: -9, crisis: -9, patrol: -9, phone: 0, nobody: 0 },
};

/**
 * A room without a free unit, or with a long line for the one clinician, teaches little for long: then
 * the next calls can do without. What anybody decides never depends on it; only who calls next does.
 */
export function bearable({ short }: Load, kept: Keeps): boolean {
  return short[kept] <= BEARABLE[kept];
}

export function keeps(policy: Policy, scenario: Scenario): Keeps {
  const { response, alongside } = evaluate(policy, (fact) => truthOf(scenario, fact));
  return alongside.length > 0 ? 'patrol' : keptBy(policy, response);
}

export function loadOf(room: Room, policy: Policy, { calls, incidents, units }: Look): Load {
  const short: Record<Keeps, number> = { team: 0, crisis: 0, patrol: 0, phone: 0, nobody: 0 };
  for (const call of calls) short[keeps(policy, scenarioBehind(call.words))] += 1;
  for (const row of incidents) {
    if (row.phase === 'intake') short[keeps(policy, room.scenarioOf(row.incidentId))] += 1;
    if (row.phase === 'decided') short[keptBy(policy, row.responseId)] += 1;
  }
  for (const unit of units)
    if (unit.status === 'available' && unit.gap === null)
      short[keptByTeam(policy, unit.teamType)] -= 1;
  // What a person has only left to close keeps nobody busy, and must not silence the phones.
  const open = incidents.filter((row) => row.phase !== 'wrap-up' || isSimulated(row.owner));
  return { waiting: calls.length, open: open.length, short };
}

function keptBy(policy: Policy, responseId: string): Keeps {
  // A step back may leave a policy that does not have what was decided.
  const response = policy.responses.find(({ id }) => id === responseId);
  const first = response?.teamTypes[0];
  if (response === undefined || first === undefined) return 'nobody';
  return response.byPhone ? 'phone' : keptByTeam(policy, first);
}

function keptByTeam({ services, teamTypes }: Policy, teamType: string): Keeps {
  if (teamType === services.police || teamType === services.ems) return 'patrol';
  return teamTypes.some((team) => team.id === teamType && team.unarmed) ? 'team' : 'crisis';
}
