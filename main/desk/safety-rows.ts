import { localMoment } from './local-moment.ts';
import { findSafety } from '#db/board/safety-projection.ts';
import type { Database } from '#db/open-database.ts';
import type { Announcement, SafetyRow } from '#shared/board/board-rows.ts';
import type { IncidentView } from '#shared/board/incident-view.ts';
import type { Incident } from '#shared/incident/incident.ts';
import type { JournalEvent } from '#shared/journal/journal-event.ts';
import type { Policy } from '#shared/policy/policy.ts';
import { teamTypeOn } from '#shared/policy/team-type.ts';
import { needsBackUp, standingOf, type SafetyStanding } from '#shared/unit/safety.ts';
import type { Unit } from '#shared/unit/unit.ts';

export interface SafetySources {
  readonly db: Database;
  readonly policy: Policy;
  readonly now: Date;
  /** ISO date of the center's wall clock. */
  readonly local: { readonly date: string };
}

/** How the people in a unit stand, as its row says it; null when nothing is wrong and nothing is owed. */
export function safetyRow(sources: SafetySources, unit: Unit): SafetyRow | null {
  const standing = standingNow(sources, unit);
  if (standing === null) return null;
  const { state, since, checkIn, acknowledged } = standing;
  return { state, since, dueAt: checkIn?.dueAt ?? null, acknowledged };
}

function standingNow({ db, policy, now, local }: SafetySources, unit: Unit): SafetyStanding | null {
  const safety = findSafety(db, unit.unitId);
  const team = teamTypeOn(policy, unit.teamType, local.date);
  return safety && standingOf(safety, team, now.getTime());
}

/** The same for every unit on an incident, worst first, with what is recommended. */
export function safetyOnIncident(
  sources: SafetySources,
  incident: Incident,
  units: readonly Unit[],
): IncidentView['safety'] {
  return units
    .filter((unit) => unit.incidentId === incident.incidentId)
    .flatMap((unit) => {
      const standing = standingNow(sources, unit);
      if (standing === null) return [];
      const { state, since, checkIn } = standing;
      const { policy, local } = sources;
      const backUp = needsBackUp(standing, unit, units, policy, local.date);
      const recommends = backUp ? ('police' as const) : null;
      return [{ unitId: unit.unitId, state, since, dueAt: checkIn?.dueAt ?? null, recommends }];
    })
    .sort((a, b) => WORST_FIRST.indexOf(a.state) - WORST_FIRST.indexOf(b.state));
}

const WORST_FIRST = ['duress', 'back-up', 'missed', 'late', 'due'] as const;

/** Why a person has to look at the incident: the worst that is wrong with a unit on it; null for none. */
export function safetyAttention(
  sources: SafetySources,
  incident: Incident,
  units: readonly Unit[],
): string | null {
  const worst = safetyOnIncident(sources, incident, units)[0];
  switch (worst?.state) {
    case 'duress':
      return `Duress: ${worst.unitId}`;
    case 'back-up':
      return `${worst.unitId} asks for back-up`;
    case 'missed':
      return `No check-in from ${worst.unitId}`;
    default:
      return null;
  }
}

/** An event about the people in a unit as the timeline says it; null for any other. */
export function saySafety(
  event: JournalEvent,
  timeZone: string,
): { readonly kind: 'unit' | 'alert'; readonly text: string } | null {
  switch (event.type) {
    case 'unit.checked-in':
      return { kind: 'unit', text: `${event.unitId} checked in` };
    case 'unit.check-in-late': {
      const since = wallMinute(event.since, timeZone);
      const text = `${event.unitId} is late with its check-in, not heard since ${since}: supervisors are alerted`;
      return { kind: 'alert', text };
    }
    case 'unit.check-in-missed': {
      const since = wallMinute(event.since, timeZone);
      const text = `No check-in from ${event.unitId} since ${since}: recommend police back-up`;
      return { kind: 'alert', text };
    }
    case 'unit.check-in-clock-set':
      return {
        kind: 'alert',
        text: `The clock of the PC was set back: the check-in of ${event.unitId} is due now`,
      };
    case 'unit.back-up-asked':
      return { kind: 'alert', text: `${event.unitId} asks for back-up` };
    case 'unit.back-up-acknowledged':
      return { kind: 'unit', text: `Saw that ${event.unitId} asks for back-up` };
    case 'unit.back-up-cleared':
      return {
        kind: 'unit',
        text: `Back-up for ${event.unitId} is no longer wanted — ${event.reason}`,
      };
    case 'unit.duress-raised':
      return { kind: 'alert', text: `${event.unitId} is in duress` };
    case 'unit.duress-acknowledged':
      return { kind: 'unit', text: `Saw the duress of ${event.unitId}` };
    case 'unit.duress-cleared':
      return { kind: 'alert', text: `Duress of ${event.unitId} cleared — ${event.reason}` };
    default:
      return null;
  }
}

/** Said aloud and shown once. Only call signs: it may be said where the screen is veiled. */
export function announceSafety(event: JournalEvent): Announcement[] {
  switch (event.type) {
    case 'unit.check-in-late':
      return [{ text: `${event.unitId} is late with its check-in.`, sound: 'alert' }];
    case 'unit.check-in-missed':
      return [
        {
          text: `No check-in from ${event.unitId}: police back-up is recommended.`,
          sound: 'alert',
        },
      ];
    case 'unit.back-up-asked':
      return [{ text: `${event.unitId} asks for back-up.`, sound: 'alert' }];
    case 'unit.duress-raised':
      return [{ text: `${event.unitId}: duress.`, sound: 'duress' }];
    case 'unit.duress-cleared':
      return [
        {
          text: `Duress of ${event.unitId} cleared: ${event.reason}`,
          sound: null,
          needs: 'watch-crews',
        },
      ];
    default:
      return [];
  }
}

function wallMinute(instant: string, timeZone: string): string {
  const { minute } = localMoment(new Date(instant), timeZone);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}
