import type { WallBoard, WallIncident, WallUnit } from '#shared/board/wall-board.ts';
import { LEVELS, levelRank, type Level } from '#shared/routing/level.ts';
import { standingOf, type Standing } from '../units/unit-groups.ts';

/** What is wrong with the people in a unit, worst first. */
const ALARMS = ['duress', 'back-up', 'missed'] as const;
type Alarm = (typeof ALARMS)[number];

export interface WallAlarm {
  readonly unitId: string;
  readonly alarm: Alarm;
  readonly since: string;
  /** The area of its incident, or its zone. */
  readonly where: string;
  readonly incidentNumber: number | null;
}

/** Duress, back-up and missed check-ins: nothing stands above them. */
export function alarmsOf({ units, incidents }: WallBoard): WallAlarm[] {
  return units
    .flatMap((unit): WallAlarm[] => {
      const { safety, unitId, incidentNumber, zone } = unit;
      const alarm = ALARMS.find((each) => each === safety?.state);
      if (safety === null || alarm === undefined) return [];
      const area = incidents.find(({ number }) => number === incidentNumber)?.area;
      return [{ unitId, alarm, since: safety.since, where: area ?? zone, incidentNumber }];
    })
    .sort(
      (a, b) => ALARMS.indexOf(a.alarm) - ALARMS.indexOf(b.alarm) || a.since.localeCompare(b.since),
    );
}

export interface WallTeam {
  readonly key: string;
  readonly team: string;
  readonly zone: string;
  /** Call signs by where they stand, in the order they are said. */
  readonly units: Readonly<Record<Standing, readonly string[]>>;
}

const callSigns = new Intl.Collator('en', { numeric: true });

/** Teams by type and zone; each keeps its place, whatever its units do. */
export function teamsOf(units: readonly WallUnit[]): WallTeam[] {
  const teams = new Map<string, WallUnit[]>();
  for (const unit of units) {
    const key = `${unit.team}\u0000${unit.zone}`;
    teams.set(key, [...(teams.get(key) ?? []), unit]);
  }
  return [...teams.entries()]
    .map(([key, members]) => {
      const [team = '', zone = ''] = key.split('\u0000');
      const standing = (wanted: Standing) =>
        members
          .filter((unit) => standingOf(unit) === wanted)
          .map(({ unitId }) => unitId)
          .sort((a, b) => callSigns.compare(a, b));
      const sorted = {
        free: standing('free'),
        busy: standing('busy'),
        short: standing('short'),
        off: standing('off'),
      };
      return { key, team, zone, units: sorted };
    })
    .sort((a, b) => a.team.localeCompare(b.team) || a.zone.localeCompare(b.zone));
}

/** Highest level first, then the oldest: what does not fit on the screen is the least pressing. */
export function inOrder(incidents: readonly WallIncident[]): WallIncident[] {
  return [...incidents].sort(
    (a, b) =>
      Number(b.attention !== null) - Number(a.attention !== null) ||
      levelRank(b.level) - levelRank(a.level) ||
      a.openedAt.localeCompare(b.openedAt),
  );
}

/** How many of each level, highest first, with the age of the oldest. */
export function byLevel(
  incidents: readonly WallIncident[],
): { readonly level: Level; readonly count: number; readonly oldest: string | null }[] {
  return [...LEVELS]
    .sort((a, b) => levelRank(b) - levelRank(a))
    .map((level) => {
      const opened = incidents
        .filter((incident) => incident.level === level)
        .map(({ openedAt }) => openedAt)
        .sort();
      return { level, count: opened.length, oldest: opened[0] ?? null };
    });
}

/** Incidents whose running promise has passed at `now`. */
export function latePromises(incidents: readonly WallIncident[], now: number): number {
  return incidents.filter(({ promise }) => promise !== null && Date.parse(promise.until) <= now)
    .length;
}

/** "L2 ×14 · L1 ×3": what is not on the screen, so that a full one never looks like all there is. */
export function sayLeftOut(leftOut: readonly WallIncident[]): string {
  return byLevel(leftOut)
    .filter(({ count }) => count > 0)
    .map(({ level, count }) => `${level} ×${count}`)
    .join(' · ');
}
