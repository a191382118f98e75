import type { DeskCore } from './desk-core.ts';
import { standsIn } from './duplicate/heard-calls.ts';
import { callTypeLabel } from './incident-row.ts';
import { findCallByNumber, waitingCalls } from '#db/board/calls-projection.ts';
import {
  findIncident,
  findIncidentByNumber,
  openIncidents,
  searchIncidents,
} from '#db/board/incidents-projection.ts';
import { searchPastCalls } from '#db/board/past-calls-projection.ts';
import { allUnits } from '#db/board/units-projection.ts';
import type { Found, FoundLine } from '#shared/contract/answers.ts';
import type { Call } from '#shared/call/call.ts';
import type { Incident } from '#shared/incident/incident.ts';
import { PHASE_LABELS, phaseOf } from '#shared/incident/phase.ts';
import type { Unit } from '#shared/unit/unit.ts';
import { UNIT_STATUS } from '#shared/unit/unit-status.ts';

/** Shown at once: more would be scrolled, and typing one more letter is quicker. */
const MOST = 30;

/** Calls, incidents, units and past calls by number, call sign, place, callback number, or who has them. */
export function find(core: DeskCore, text: string): Found {
  const wanted = text.trim();
  if (wanted === '') return [];
  const lower = wanted.toLowerCase();
  const found: FoundLine[] = [];
  for (const unit of allUnits(core.db)) {
    const crew = unit.crew.filter(({ name }) => isCalled(name, wanted));
    if (crew.length > 0 || unit.unitId.toLowerCase().startsWith(lower))
      found.push(unitLine(unit, crew));
  }
  const incidents = new Map<string, Incident>();
  const calls = new Map<string, Call>();
  if (/^\d{1,9}$/.test(wanted)) {
    const numbered = findIncidentByNumber(core.db, Number(wanted));
    if (numbered !== null) incidents.set(numbered.incidentId, numbered);
    const call = findCallByNumber(core.db, Number(wanted));
    if (call !== null && call.incidentId === null) calls.set(call.callId, call);
    // A joined call is found where it went.
    const joinedTo = call?.joined == null ? null : findIncident(core.db, call.incidentId ?? '');
    if (joinedTo !== null) {
      const stands = standsIn(core.db, joinedTo);
      incidents.set(stands.incidentId, stands);
    }
  }
  for (const call of waitingCalls(core.db))
    if (`${call.address} ${call.ani ?? ''}`.toLowerCase().includes(lower))
      calls.set(call.callId, call);
  for (const call of calls.values()) found.push(callLine(core, call));
  for (const incident of ofPeople(core, wanted)) incidents.set(incident.incidentId, incident);
  for (const incident of searchIncidents(core.db, wanted, MOST))
    incidents.set(incident.incidentId, incident);
  for (const incident of incidents.values()) found.push(incidentLine(core, incident));
  for (const past of searchPastCalls(core.db, wanted, MOST - Math.min(MOST, found.length)))
    found.push({
      kind: 'past-call',
      id: past.key,
      title: past.rawType,
      detail: `${past.receivedLocal.slice(0, 16).replace('T', ' ')} · ${past.address ?? 'no place'}`,
    });
  return found.slice(0, MOST);
}

/** Short of this a name would be met by chance. */
const NAME_FROM = 2;

/** Whether a part of the name begins with it, accents apart; several words in any order. */
function isCalled(name: string, wanted: string): boolean {
  const parts = folded(name).split(/[\s,.-]+/);
  const words = folded(wanted).split(/\s+/);
  return (
    wanted.length >= NAME_FROM && words.every((word) => parts.some((part) => part.startsWith(word)))
  );
}

function folded(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
}

/** Open incidents that an operator called so owns or speaks on. Read only when somebody is called so. */
function ofPeople(core: DeskCore, wanted: string): Incident[] {
  const people = new Set(
    [...core.operators.values()]
      .filter(({ name }) => isCalled(name, wanted))
      .map(({ operatorId }) => operatorId),
  );
  if (people.size === 0) return [];
  return openIncidents(core.db)
    .filter(
      ({ owner, phone }) =>
        people.has(owner) || ('clinician' in phone && people.has(phone.clinician)),
    )
    .slice(0, MOST);
}

function unitLine({ unitId, status, zone }: Unit, crew: Unit['crew']): FoundLine {
  const who = crew.map(({ name, role }) => `${name}, ${role.replaceAll('-', ' ')}`);
  const detail = [...who, UNIT_STATUS[status].label, zone].join(' · ');
  return { kind: 'unit', id: unitId, title: unitId, detail };
}

function callLine(core: DeskCore, call: Call): FoundLine {
  const type = callTypeLabel(core.requirePolicy().policy, call.callType) ?? 'Type not set';
  return {
    kind: 'call',
    id: call.callId,
    title: `Call ${call.number}, waiting`,
    detail: `${type} · ${call.address || 'no place yet'}`,
  };
}

function incidentLine(core: DeskCore, incident: Incident): FoundLine {
  const type = callTypeLabel(core.requirePolicy().policy, incident.callType) ?? 'Type not set';
  return {
    kind: 'incident',
    id: incident.incidentId,
    title: `Incident ${incident.number}, ${PHASE_LABELS[phaseOf(incident)].toLowerCase()}`,
    detail: `${type} · ${incident.place.address || 'no place yet'} · ${core.nameOf(incident.owner)}`,
  };
}
