import {
  suggestedReason,
  type DecidedCourse,
  type ReasonNeeded,
  type Shortfalls,
  type UnservedCode,
  type UnservedReason,
} from './alternative-course.ts';
import type { Decision, Incident } from './incident.ts';
import type { IncidentEvent } from './incident-events.ts';
import { refuse, type Refusal } from '../lib/refusal.ts';
import type { Unit } from '../unit/unit.ts';

/** Which unit is of which team: an incident knows its units by call sign only. */
export type Teams = readonly Pick<Unit, 'unitId' | 'teamType'>[];

/**
 * Somebody of an alternative response had the person: a team reached them, a clinician was on the
 * phone, or a community partner was decided.
 */
export function wasServed({ alternative, phoneFrom, units }: Incident, teams: Teams): boolean {
  if (alternative === null) return false;
  if (alternative.referred || phoneFrom !== null) return true;
  const serving = new Set(
    teams
      .filter(({ teamType }) => alternative.teamTypes.includes(teamType))
      .map(({ unitId }) => unitId),
  );
  return units.some(({ unitId, reached }) => reached && serving.has(unitId));
}

/** Whether closing it needs a reason why nobody came: eligible, not served, and none stands yet. */
export function reasonToClose(incident: Incident, teams: Teams): ReasonNeeded | null {
  const { alternative } = incident;
  if (alternative === null || alternative.recommended === null) return null;
  if (alternative.reason !== null || wasServed(incident, teams)) return null;
  return { suggested: alternative.suggested ?? timedOut(incident, alternative.recommended.at) };
}

function timedOut({ missed }: Incident, decidedAt: string): UnservedCode | null {
  const late = missed !== null && missed.step !== 'decide' && missed.from >= decidedAt;
  return late ? 'timed-out' : null;
}

/** What the end of an incident writes into the ledger. A reason nobody needs is left out. */
export function unservedAtClosing(
  incident: Incident,
  given: UnservedReason | null,
  teams: Teams,
): IncidentEvent[] | Refusal {
  const recommended = incident.alternative?.recommended ?? null;
  if (recommended === null) return [];
  if (wasServed(incident, teams)) return servedAfterAll(incident);
  if (given !== null) return written(incident, given, recommended, recommended.at);
  if (reasonToClose(incident, teams) === null) return [];
  return refuse(
    'unserved-reason-needed',
    `An alternative response was recommended for incident ${incident.number} and none came. ` +
      'Choose why. Nothing was closed yet.',
  );
}

/** Takes back a reason that turned out wrong: somebody came after all. */
export function servedAfterAll({ incidentId, alternative }: Incident): IncidentEvent[] {
  return (alternative?.reason ?? null) === null
    ? []
    : [{ type: 'incident.served-after-all', incidentId }];
}

/**
 * Whether a choice needs a reason at once: it sends somebody else although nobody was there yet. Sending
 * more, and police or EMS now, is never asked anything (invariant 1): closing asks instead.
 */
export function reasonToDecide(
  incident: Incident,
  { recommended, chosen }: DecidedCourse,
  direction: Decision['direction'],
  offered: Shortfalls | null,
  teams: Teams,
): ReasonNeeded | null {
  if (direction === 'up' || !recommended || chosen || wasServed(incident, teams)) return null;
  return { suggested: suggestedReason(offered, true) };
}

/** What a decision writes into the ledger. A reason that does not belong to it is left out. */
export function unservedAtDeciding(
  incident: Incident,
  { alternative, direction, offered, recommendation }: Decision,
  given: UnservedReason | null,
  teams: Teams,
  now: string,
): IncidentEvent[] | Refusal {
  if (alternative === null || !alternative.recommended || alternative.chosen) return [];
  if (wasServed(incident, teams)) return [];
  if (given !== null) return written(incident, given, recommendation, now);
  if (reasonToDecide(incident, alternative, direction, offered, teams) === null) return [];
  return refuse(
    'unserved-reason-needed',
    'An alternative response is recommended and would not go. Choose why. Nothing was decided yet.',
  );
}

function written(
  { incidentId }: Incident,
  given: UnservedReason,
  { level, response }: Pick<Decision, 'level' | 'response'>,
  decidedAt: string,
): IncidentEvent[] | Refusal {
  const note = given.note.trim();
  if (given.code === 'other' && note === '')
    return refuse(
      'unserved-note-needed',
      'Say in a few words what kept the alternative response away. Nothing was written yet.',
    );
  const recommended = { level, response };
  const { code } = given;
  return [{ type: 'incident.unserved', incidentId, code, note, recommended, decidedAt }];
}
