import type { PolicyFunction } from './policy-function.ts';
import { violation } from './say.ts';
import type { Violation } from './verdict.ts';
import { evaluate } from '../../routing/evaluate.ts';
import { offerOf } from '../../routing/alternatives.ts';
import { isHigher, type Level } from '../../routing/level.ts';
import { unarmedBar } from '../../routing/unarmed.ts';
import type { Shortfall, TeamAvailability } from '../../unit/availability.ts';
import type { Policy, ResponseDefinition } from '../policy.ts';
import { teamTypeOn } from '../team-type.ts';

/** Up to this many teams behind one answer, every set of free ones is tried. */
const LISTED_TEAMS = 10;

const TAKEN: readonly Shortfall[] = [{ kind: 'busy', text: 'not free' }];

/**
 * Invariants 2 and 9, for every availability: whatever the answers lead to, who steps in is never above
 * its ceiling, never without a free team of each kind it needs, never unarmed where that is barred.
 * Availability only chooses among one answer's fallbacks, so each answer is tried with every set of free
 * teams, on every date at which one of them changes how high it may be sent.
 */
export function* whoStepsInMayGo(policy: PolicyFunction): Generator<Violation> {
  const { policy: stated, diagrams } = policy;
  const reached = [...diagrams.values(policy.decides)].map((at) => policy.outcome(at));
  const seen = new Set<string>();
  for (const { level, response, path } of reached) {
    if (seen.has(`${level} ${response.id}`)) continue;
    seen.add(`${level} ${response.id}`);
    for (const date of datesOf(stated, response.teamTypes)) {
      const tooLow = aboveCeiling(stated, response, level, date);
      if (tooLow !== null) {
        yield violation('9', tooLow, { level, response: response.id, path });
        break;
      }
    }
  }
  yield* everyAvailability(policy);
}

/** The days on which the ceilings of these teams begin to be other ones. */
function datesOf(stated: Policy, teams: readonly string[]): string[] {
  const dates = new Map<string, string>();
  for (const { effectiveFrom } of stated.teamTypes) {
    const ceilings = teams.map((id) => teamTypeOn(stated, id, effectiveFrom)?.riskCeiling);
    if (!dates.has(ceilings.join())) dates.set(ceilings.join(), effectiveFrom);
  }
  return [...dates.values()];
}

function aboveCeiling(
  stated: Policy,
  { label, teamTypes }: ResponseDefinition,
  level: Level,
  date: string,
): string | null {
  for (const id of teamTypes) {
    const team = teamTypeOn(stated, id, date);
    if (team !== undefined && isHigher(level, team.riskCeiling))
      return `${label} is recommended at ${level}, and “${team.label}” serves up to ${team.riskCeiling}.`;
  }
  return null;
}

function* everyAvailability(policy: PolicyFunction): Generator<Violation> {
  const { policy: stated, diagrams } = policy;
  const barred = stated.facts.filter(({ mandatory }) => mandatory);
  const open = policy.any(barred.map(({ id }) => ({ fact: id, is: ['not-asked'] })));
  const routes = policy.outcomes.map(({ level, response }) => `${level} ${response.id}`);
  const route = diagrams.map(policy.decides, (at) => routes.indexOf(routes[at] as string));
  const classes = diagrams.apply(route, open, (to, unasked) => to * 2 + unasked);
  for (const value of diagrams.values(classes)) {
    const found = policy.find(classes, (each) => each === value);
    if (found?.facts === undefined) continue;
    const { facts } = found;
    const read = (fact: string) => facts[fact] ?? 'not-asked';
    const now = evaluate(stated, read);
    const bar = unarmedBar(stated, now);
    const first = stated.responses.find(({ id }) => id === now.response);
    if (first === undefined) continue;
    const chain = [first.id, ...first.fallbacks];
    const responses = stated.responses.filter(({ id }) => chain.includes(id));
    const teams = [...new Set(responses.flatMap(({ teamTypes }) => teamTypes))];
    const sets = teams.length <= LISTED_TEAMS ? everySetOf(teams) : tellingSetsOf(responses);
    const dates = datesOf(stated, teams);
    for (const availability of sets)
      for (const date of dates) {
        const { goesNow } = offerOf(stated, now, { availability, bar, date });
        const goes = responses.find(({ id }) => id === goesNow);
        const wrong = goes && whatIsWrong(stated, goes, now.level, { availability, bar, date });
        if (goes === undefined || wrong == null) continue;
        yield violation(wrong.invariant, wrong.says, {
          ...found,
          response: goes.id,
          availability: inWords(availability),
        });
        return;
      }
  }
}

function* everySetOf(teams: readonly string[]): Generator<TeamAvailability> {
  for (let set = 0; set < 1 << teams.length; set += 1)
    yield Object.fromEntries(teams.map((id, at) => [id, (set >> at) & 1 ? [] : TAKEN]));
}

/**
 * With too many teams to list: whether a response can go depends on its own teams alone, and the first
 * that can goes. So each is tried with each one of its teams free, with all, with all but one, and with
 * none, which are all the cases that can tell them apart.
 */
function* tellingSetsOf(responses: readonly ResponseDefinition[]): Generator<TeamAvailability> {
  const teams = [...new Set(responses.flatMap(({ teamTypes }) => teamTypes))];
  const withFree = (free: readonly string[]) =>
    Object.fromEntries(teams.map((id) => [id, free.includes(id) ? [] : TAKEN]));
  yield withFree([]);
  for (const { teamTypes } of responses) {
    yield withFree(teamTypes);
    for (const id of teamTypes) {
      yield withFree([id]);
      yield withFree(teamTypes.filter((each) => each !== id));
    }
  }
}

/** Said again from the stated and not from the offer, so that one checks the other. */
function whatIsWrong(
  stated: Policy,
  goes: ResponseDefinition,
  level: Level,
  {
    availability,
    bar,
    date,
  }: {
    availability: TeamAvailability;
    bar: string | null;
    date: string;
  },
): { invariant: '2' | '9'; says: string } | null {
  if (goes.unarmedOnly && bar !== null)
    return { invariant: '2', says: `${goes.label} steps in although it is barred. ${bar}` };
  const free = goes.teamTypes.filter((id) => availability[id]?.length === 0);
  const able = free.filter((id) => {
    const team = teamTypeOn(stated, id, date);
    return team !== undefined && !isHigher(level, team.riskCeiling);
  });
  const enough =
    goes.sends === 'one-of-each'
      ? able.length === goes.teamTypes.length
      : able.length > 0 || goes.teamTypes.length === 0;
  return enough
    ? null
    : { invariant: '9', says: `${goes.label} steps in without a team that may go.` };
}

function inWords(availability: TeamAvailability): Record<string, 'free' | 'not free'> {
  return Object.fromEntries(
    Object.entries(availability).map(([id, found]) => [
      id,
      found.length === 0 ? 'free' : 'not free',
    ]),
  );
}
