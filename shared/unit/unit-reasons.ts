import { inServiceUntil, isHard, type Need, type Shortfall } from './availability.ts';
import { CENTER_LANGUAGE, languageName, sameLanguage, type LanguageNeed } from './language.ts';
import { distanceOf, isNear } from './unit-distance.ts';
import type { Unit } from './unit.ts';
import { sayDistance, type Position } from '../place/position.ts';
import { capabilityLabel, type Policy, type TeamType } from '../policy/policy.ts';
import { teamTypeOn } from '../policy/team-type.ts';

/** What a unit is wanted for: what has to be so, and what would be good to have with it. */
export interface Wanted extends Need {
  /** Null while nobody said that another language than the center's is spoken. */
  readonly language: LanguageNeed | null;
  /** Ids of the policy's capabilities. */
  readonly capabilities: readonly string[];
  /** The point of the incident; null while nobody set one. */
  readonly position: Position | null;
}

/** How much a reason says, the heaviest first: the order in which they are read. */
export const WEIGHTS = ['bars', 'asks-reason', 'misses', 'speaks-for', 'plain'] as const;
export type Weight = (typeof WEIGHTS)[number];

export interface UnitReason {
  readonly kind:
    | Shortfall['kind']
    | 'clearing'
    | 'distance'
    | 'language'
    | 'capability'
    | 'crew'
    | 'area'
    | 'hours'
    | 'free'
    | 'times-out';
  readonly weight: Weight;
  /** A few plain words. With `since`, what the time that passed is said after: “Free”. */
  readonly text: string;
  /** ISO instant it is counted from; null when it has no age. */
  readonly since: string | null;
}

/** Ids of the wanted capabilities its vehicle does not have. */
export function missingCapabilities(
  { capabilities }: Pick<Unit, 'capabilities'>,
  wanted: Pick<Wanted, 'capabilities'>,
): string[] {
  return wanted.capabilities.filter((id) => !capabilities.includes(id));
}

/** Whether somebody on duty speaks the language: null when none is asked for. */
export function speaks(
  { crew }: Pick<Unit, 'crew'>,
  { language }: Pick<Wanted, 'language'>,
): boolean | null {
  if (language === null || sameLanguage(language.language, CENTER_LANGUAGE)) return null;
  return crew.some(
    ({ onDuty, languages }) =>
      onDuty && languages.some((each) => sameLanguage(each, language.language)),
  );
}

/** Everything worth saying about sending this unit, the heaviest first. Never empty. */
export function reasonsOf(
  policy: Policy,
  unit: Unit,
  wanted: Wanted,
  shortfalls: readonly Shortfall[],
): UnitReason[] {
  const team = teamTypeOn(policy, unit.teamType, wanted.now.date);
  const reasons = [
    ...shortfalls.map((each) => shortfallReason(each, unit)),
    ...clearingReason(unit),
    ...distanceReason(unit, wanted),
    ...capabilityReasons(policy, unit, wanted),
    ...languageReason(unit, wanted),
    ...crewReason(team, shortfalls),
    ...areaReason(policy, unit, wanted, shortfalls),
    ...freeReason(unit),
    plain('times-out', timesOut(unit.timesOut)),
    ...hoursReason(team, wanted, shortfalls),
  ];
  const heaviness = ({ weight }: UnitReason) => WEIGHTS.indexOf(weight);
  return reasons.sort((a, b) => heaviness(a) - heaviness(b));
}

/** The reason with the time that has passed, as it is read at `now` (milliseconds since the epoch). */
export function sayReason({ kind, text, since }: UnitReason, now: number): string {
  if (since === null) return text;
  if (kind === 'free' && now - Date.parse(since) < 60_000) return 'Just free';
  const age = spent(now - Date.parse(since));
  return kind === 'distance' ? `${text}, ${age} ago` : `${text} ${age}`;
}

function spent(milliseconds: number): string {
  const minutes = Math.max(0, Math.floor(milliseconds / 60_000));
  if (minutes < 60) return `${minutes} min`;
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? `${hours} h ${minutes % 60} min` : `${Math.floor(hours / 24)} days`;
}

function shortfallReason(shortfall: Shortfall, { since }: Unit): UnitReason {
  const { kind, text } = shortfall;
  const weight = isHard(shortfall) ? 'bars' : 'asks-reason';
  return { kind, weight, text, since: kind === 'busy' ? since : null };
}

function plain(kind: UnitReason['kind'], text: string): UnitReason {
  return { kind, weight: 'plain', text, since: null };
}

function clearingReason({ status }: Unit): UnitReason[] {
  if (status !== 'clearing') return [];
  return [{ kind: 'clearing', weight: 'speaks-for', text: 'Free soon', since: null }];
}

function distanceReason(unit: Unit, { position }: Wanted): UnitReason[] {
  const distance = distanceOf(unit, position);
  if (distance === null) return [];
  const { meters, at, holds } = distance;
  const text = `${holds ? '' : 'Was '}${sayDistance(meters)} away`;
  const weight = isNear(distance) ? 'speaks-for' : 'plain';
  return [{ kind: 'distance', weight, text, since: at }];
}

function capabilityReasons(policy: Policy, unit: Unit, wanted: Wanted): UnitReason[] {
  const missing = missingCapabilities(unit, wanted);
  return wanted.capabilities.map((id): UnitReason => {
    const label = capabilityLabel(policy, id);
    return missing.includes(id)
      ? { kind: 'capability', weight: 'misses', text: `No ${lower(label)}`, since: null }
      : { kind: 'capability', weight: 'speaks-for', text: label, since: null };
  });
}

function languageReason(unit: Unit, wanted: Wanted): UnitReason[] {
  const { language } = wanted;
  const speaksIt = speaks(unit, wanted);
  if (language === null || speaksIt === null) return [];
  const name = languageName(language.language);
  if (speaksIt)
    return [{ kind: 'language', weight: 'speaks-for', text: `Speaks ${name}`, since: null }];
  const instead = language.interpreter ? 'interpreter line' : 'English will do';
  return [{ kind: 'language', weight: 'misses', text: `No ${name}: ${instead}`, since: null }];
}

function crewReason(team: TeamType | undefined, shortfalls: readonly Shortfall[]): UnitReason[] {
  const stands = (kind: Shortfall['kind']) => shortfalls.some((each) => each.kind === kind);
  if (team === undefined || stands('short-crew') || stands('off-duty')) return [];
  return [plain('crew', 'Full crew')];
}

/** In its own zone, or out of the next one: a team may serve both while a unit has its post in one. */
function areaReason(
  { areas }: Policy,
  unit: Unit,
  { areaId }: Wanted,
  shortfalls: readonly Shortfall[],
): UnitReason[] {
  if (shortfalls.some(({ kind }) => kind === 'out-of-area' || kind === 'unknown-team')) return [];
  const area = areas.find(({ id }) => id === areaId);
  if (area === undefined) return [plain('area', 'Serves everywhere')];
  if (unit.zone === '' || unit.zone === area.zone) return [plain('area', 'In its area')];
  return [plain('area', `From the ${unit.zone} zone`)];
}

function freeReason({ status, since }: Unit): UnitReason[] {
  return status === 'available' ? [{ kind: 'free', weight: 'plain', text: 'Free', since }] : [];
}

function hoursReason(
  team: TeamType | undefined,
  { now }: Wanted,
  shortfalls: readonly Shortfall[],
): UnitReason[] {
  if (team === undefined || shortfalls.some(({ kind }) => kind === 'out-of-hours')) return [];
  const until = inServiceUntil(team, now);
  return until === null ? [] : [plain('hours', `In hours until ${clock(until)}`)];
}

function timesOut(times: number): string {
  if (times === 0) return 'Not sent this shift';
  return times === 1 ? 'Sent once' : `Sent ${times} times`;
}

function clock(minute: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}

function lower(label: string): string {
  return label.charAt(0).toLowerCase() + label.slice(1);
}
