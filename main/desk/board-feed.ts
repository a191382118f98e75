import { announce } from './announcements.ts';
import { contactAttention, shownContactRow, shownContactRows } from './contact-view.ts';
import { shiftRows, touchesShift } from './hand-over/hand-over-rows.ts';
import { incidentRow, type NameOf } from './incident-row.ts';
import { monitorAttention } from './phone/asking.ts';
import { clinicianRows, type Present } from './phone/phone-staff.ts';
import { crewAttention } from './roster/crew-words.ts';
import { safetyAttention, safetyRow } from './safety-rows.ts';
import { limitRow, overdueAttention } from './time-rows.ts';
import { leavesSoon, unitRow } from './unit-row.ts';
import { areaMaps } from '#db/board/area-maps-projection.ts';
import { answeredSince } from '#db/board/answering-projection.ts';
import { findCall, waitingCalls } from '#db/board/calls-projection.ts';
import { allOperators } from '#db/board/center-projection.ts';
import { findIncident, incidentNumber, openIncidents } from '#db/board/incidents-projection.ts';
import { countAttemptedLines } from '#db/board/intake-lines-projection.ts';
import { countOverdueReferrals } from '#db/board/referrals-projection.ts';
import { allUnits, findUnit } from '#db/board/units-projection.ts';
import type { Database } from '#db/open-database.ts';
import type {
  Announcement,
  BoardPatch,
  BoardSnapshot,
  IncidentRow,
  PolicyMark,
  StripFigures,
  UnitRow,
} from '#shared/board/board-rows.ts';
import type { ContactRow } from '#shared/board/contact-lines.ts';
import { isOfCall } from '#shared/call/call-events.ts';
import type { Call } from '#shared/call/call.ts';
import type { Incident } from '#shared/incident/incident.ts';
import { incidentOf, type Entry } from '#shared/journal/journal-event.ts';
import type { Policy } from '#shared/policy/policy.ts';
import type { LocalMoment } from '#shared/unit/availability.ts';
import type { Unit } from '#shared/unit/unit.ts';

/** A shift: the strip shows how its calls were answered, not how those of last year were. */
const STRIP_HOURS = 12;

export interface BoardSources {
  readonly db: Database;
  readonly policy: Policy;
  /** The same one by name, with the next. */
  readonly mark: PolicyMark;
  readonly nameOf: NameOf;
  readonly now: Date;
  readonly local: LocalMoment;
  readonly present: readonly Present[];
}

export function boardSnapshot(sources: BoardSources, revision: number): BoardSnapshot {
  const { db } = sources;
  const open = new Map(openIncidents(db).map((each) => [each.incidentId as string, each]));
  return {
    revision,
    calls: waitingCalls(db),
    incidents: [...open.values()].map((incident) => rowOfIncident(sources, incident)),
    units: allUnits(db).map((unit) => rowOfUnit(sources, unit, open)),
    contacts: shownContactRows(sources),
    shifts: shiftRows(sources),
    operators: allOperators(db),
    clinicians: clinicianRows(sources.present, sources.policy, sources.nameOf),
    strip: stripFigures(sources),
    policy: sources.mark,
    areaMap: areaMaps(db).inForce?.hash ?? null,
    overdueReferrals: countOverdueReferrals(db),
    attemptedLines: countAttemptedLines(db),
  };
}

/** Where the windows stand before a patch. */
export interface PatchedFrom {
  /** Sequence of the last entry the patch brings; the windows' own when it brings none. */
  readonly revision: number;
  /** The policy they know; null before the first. */
  readonly told: PolicyMark | null;
}

/**
 * What a commit changed on the board: re-reads exactly the rows its entries touched. When another policy
 * has come into force, by an entry or by the clock, every row may read differently and all are there.
 */
export function boardPatch(
  sources: BoardSources,
  entries: readonly Entry[],
  { revision, told }: PatchedFrom,
): BoardPatch {
  const { db, mark } = sources;
  const switched = told?.hash !== mark.hash;
  const calls: Call[] = [];
  const callsGone: string[] = [];
  const incidents = new Map<string, Incident>();
  const incidentsGone: string[] = [];
  const units = new Map<string, Unit>();
  const unitsGone: string[] = [];
  for (const callId of distinct(entries, callOf)) {
    const call = findCall(db, callId);
    if (call === null || call.incidentId !== null) callsGone.push(callId);
    else calls.push(call);
  }
  for (const incidentId of distinct(entries, (entry) => incidentOf(entry.event))) {
    const incident = findIncident(db, incidentId);
    if (incident === null || incident.closed !== null) incidentsGone.push(incidentId);
    else incidents.set(incidentId, incident);
  }
  for (const unitId of distinct(entries, unitOf)) {
    const unit = findUnit(db, unitId);
    if (unit === null) unitsGone.push(unitId);
    else units.set(unitId, unit);
  }
  for (const { event } of entries) {
    const moved = MOVES_LIMITS.includes(event.type) ? incidents.get(incidentOf(event) ?? '') : null;
    for (const unit of moved ? unitsOn(db, moved) : []) units.set(unit.unitId, unit);
  }
  if (switched) {
    for (const incident of openIncidents(db)) incidents.set(incident.incidentId, incident);
    for (const unit of allUnits(db)) units.set(unit.unitId, unit);
  }
  const contacts: ContactRow[] = [];
  const contactsGone: string[] = [];
  for (const contactId of distinct(entries, contactOf)) {
    const row = shownContactRow(sources, contactId);
    if (row === null) contactsGone.push(contactId);
    else contacts.push(row);
  }
  const touches = (prefix: string) => entries.some(({ event }) => event.type.startsWith(prefix));
  return {
    from: revision - entries.length,
    revision,
    calls,
    callsGone,
    incidents: [...incidents.values()].map((each) => rowOfIncident(sources, each)),
    incidentsGone,
    units: [...units.values()].map((unit) => rowOfUnit(sources, unit, incidents)),
    contacts,
    contactsGone,
    shifts: touchesShift(
      db,
      entries.map(({ event }) => event),
    )
      ? shiftRows(sources)
      : null,
    unitsGone,
    operators: touches('operator.') ? allOperators(db) : null,
    clinicians:
      switched || touches('operator.')
        ? clinicianRows(sources.present, sources.policy, sources.nameOf)
        : null,
    strip: switched || entries.some(countsAnswers) ? stripFigures(sources) : null,
    policy: switched || !sameNext(told, mark) ? mark : null,
    ...(touches('referral.') ? { overdueReferrals: countOverdueReferrals(db) } : {}),
    ...(touches('intake-line.') ? { attemptedLines: countAttemptedLines(db) } : {}),
    ...(touches('areas.') ? { areaMap: areaMaps(db).inForce?.hash ?? null } : {}),
    announcements: [
      ...(switched && told !== null ? [inForceNow(mark)] : []),
      ...entries.flatMap((entry) => announce(entry, sources)),
    ],
  };
}

/** A patch that changes nothing, for a board that stands at this revision. Nothing is read for it. */
export function unchangedBoard(revision: number): BoardPatch {
  return {
    from: revision,
    revision,
    calls: [],
    callsGone: [],
    incidents: [],
    incidentsGone: [],
    units: [],
    contacts: [],
    contactsGone: [],
    shifts: null,
    unitsGone: [],
    operators: null,
    clinicians: null,
    strip: null,
    policy: null,
    announcements: [],
  };
}

function sameNext(told: PolicyMark, mark: PolicyMark): boolean {
  return (
    told.next?.version === mark.next?.version &&
    told.next?.effectiveFrom === mark.next?.effectiveFrom
  );
}

function inForceNow({ version }: PolicyMark): Announcement {
  return { text: `Routing policy ${version} is in force now.`, sound: null };
}

/** `units` are those on it, where they were read already. */
export function rowOfIncident(
  sources: BoardSources,
  incident: Incident,
  units: readonly Unit[] = unitsOn(sources.db, incident),
): IncidentRow {
  const crew = crewAttention(units);
  const row = incidentRow(incident, sources.policy, sources.nameOf, crew);
  const attention =
    safetyAttention(sources, incident, units) ??
    row.attention ??
    overdueAttention(incident, units) ??
    monitorAttention(incident) ??
    contactAttention(sources.db, incident);
  return { ...row, attention };
}

export function unitsOn(db: Database, { units }: Incident): Unit[] {
  return units.flatMap(({ unitId, releasedAt }) =>
    releasedAt === null ? (findUnit(db, unitId) ?? []) : [],
  );
}

/** `incidents` are those read already. */
export function rowOfUnit(
  sources: BoardSources,
  unit: Unit,
  incidents: ReadonlyMap<string, Incident> = new Map(),
): UnitRow {
  const { db, policy, local } = sources;
  const { incidentId } = unit;
  const numberOf = (id: string) => incidents.get(id)?.number ?? incidentNumber(db, id);
  const incident =
    incidentId === null ? null : (incidents.get(incidentId) ?? findIncident(db, incidentId));
  return {
    ...unitRow(unit, policy, local, numberOf),
    leaves: leavesSoon(sources, unit),
    limit: limitRow(unit, incident, policy),
    safety: safetyRow(sources, unit),
  };
}

/** After these the level or the call type of the incident is another, and so may be the limits of its units. */
const MOVES_LIMITS: readonly string[] = [
  'incident.response-decided',
  'incident.level-raised',
  'incident.call-type-set',
];

/** After these another number of calls was answered in time. */
function countsAnswers({ event }: Entry): boolean {
  return ['call.answered', 'call.joined', 'call.parted'].includes(event.type);
}

function stripFigures({ db, policy, now }: BoardSources): StripFigures {
  const since = new Date(now.getTime() - STRIP_HOURS * 3_600_000).toISOString();
  const { answered, inTime } = answeredSince(db, since);
  return { answered, answeredInTime: inTime, promiseSeconds: policy.promises.answerSeconds };
}

function callOf({ event }: Entry): string | null {
  return isOfCall(event) ? event.callId : null;
}

function contactOf({ event }: Entry): string | null {
  return 'contactId' in event ? event.contactId : null;
}

function unitOf({ event }: Entry): string | null {
  return 'unitId' in event ? event.unitId : null;
}

function distinct(entries: readonly Entry[], pick: (entry: Entry) => string | null): string[] {
  const found = new Set<string>();
  for (const entry of entries) {
    const id = pick(entry);
    if (id !== null) found.add(id);
  }
  return [...found];
}
