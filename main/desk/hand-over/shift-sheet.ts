import { handOverRow } from './hand-over-rows.ts';
import { heldBy } from './open-work.ts';
import { rowOfIncident, rowOfUnit, type BoardSources } from '../board-feed.ts';
import { readCaution } from '../caution-view.ts';
import { contactLine } from '../contact-view.ts';
import { wordsFor, type WordsFor } from '../partition/words-for.ts';
import { waitingCalls } from '#db/board/calls-projection.ts';
import { cautionsOfIncident } from '#db/board/cautions-projection.ts';
import { shownContacts } from '#db/board/contacts-projection.ts';
import { openIncidents } from '#db/board/incidents-projection.ts';
import { allUnits } from '#db/board/units-projection.ts';
import type { UnitRow } from '#shared/board/board-rows.ts';
import type { HandOverIncident, HandOverUnit, ShiftSheet } from '#shared/board/hand-over-sheet.ts';
import { CAUTION_LABELS, isCurrent } from '#shared/caution/caution.ts';
import { stateOf } from '#shared/contact/contact.ts';
import type { Held } from '#shared/hand-over/decide-hand-over.ts';
import type { AcceptedShift, HandOver } from '#shared/hand-over/hand-over.ts';
import type { Incident } from '#shared/incident/incident.ts';
import { PHASE_LABELS } from '#shared/incident/phase.ts';
import type { IncidentId } from '#shared/lib/brand.ts';
import type { Operator, Role } from '#shared/roster/operator.ts';
import { UNIT_STATUS } from '#shared/unit/unit-status.ts';

/** Incidents of others that are listed; the rest is counted. */
const OTHERS = 40;

/** Of whom the sheet is, for which offer, and everybody who reads it: each may see all of it. */
export interface SheetRequest {
  readonly of: Operator;
  readonly offer: HandOver | null;
  readonly readers: readonly Role[];
}

/** The shift as it is at this moment, cut to what all of its readers may see. */
export function shiftSheet(sources: BoardSources, request: SheetRequest): ShiftSheet {
  const { db, mark, now } = sources;
  const { of, offer, readers } = request;
  const held = heldBy(db, of.operatorId);
  const words = wordsFor(db, readers);
  const line = (incident: Incident) => incidentOnSheet(sources, incident, words);
  const incidents = held.incidents.map(line).sort(worstFirst);
  const contacts = held.contacts.map((contact) => {
    const shown = contactLine(sources, contact, words);
    const { label, incidentNumber, state, attempts } = shown;
    return {
      key: `contact/${contact.contactId}`,
      mark: `${label} of incident ${incidentNumber}: ${state}, tried ${attempts}, ${contact.due.from}`,
      line: shown,
    };
  });
  const others = openIncidents(db).filter(({ owner }) => owner !== of.operatorId);
  const units = allUnits(db).map((unit) => rowOfUnit(sources, unit));
  const alarms = alarmsOf(units);
  const policyLine = { key: 'policy', mark: `policy ${mark.version}` };
  return {
    madeAt: now.toISOString(),
    of: { operatorId: of.operatorId, name: of.name, role: of.role },
    offer: offer && { ...handOverRow(sources, offer), remark: words(offer.remark) },
    incidents,
    contacts,
    others: listed(others).map(line),
    othersOpen: others.length,
    dueElsewhere: shownContacts(db)
      .filter((each) => each.owner !== of.operatorId && stateOf(each) !== 'coming')
      .map((contact) => contactLine(sources, contact, words)),
    alarms,
    short: units.filter(isShort).map(onSheet),
    out: units.filter(isOut).map(onSheet),
    waiting: waitingOn(sources),
    policy: mark,
    signed: [...incidents, ...contacts, ...alarms, policyLine].map(({ key, mark: said }) => {
      return { key, mark: said };
    }),
  };
}

/** The same as it is frozen when it is accepted: ids and counts. */
export function acceptedShift(
  sheet: ShiftSheet,
  { incidents, contacts }: Held,
  cautions: number,
): AcceptedShift {
  return {
    incidents: incidents.map(({ incidentId }) => incidentId),
    contacts: contacts.map(({ contactId }) => contactId),
    holds: incidents.filter(({ hold }) => hold !== null).length,
    cautions,
    shortUnits: sheet.short.map(({ unitId }) => unitId),
    unitsOut: sheet.out.map(({ unitId }) => unitId),
    alarms: sheet.alarms.map(({ unitId }) => unitId),
    waitingCalls: sheet.waiting.calls,
    policyVersion: sheet.policy.version,
    policyHash: sheet.policy.hash,
  };
}

function incidentOnSheet(
  sources: BoardSources,
  incident: Incident,
  words: WordsFor,
): HandOverIncident {
  const row = rowOfIncident(sources, incident);
  const { incidentId, number, openedAt, level, callType, address, area, ownerName, why } = row;
  const { attention } = row;
  const phase = PHASE_LABELS[row.phase];
  const { hold } = incident;
  const cautions = cautionsOfIncident(sources.db, incident)
    .filter((caution) => isCurrent(caution, sources.local.date))
    .map((caution) => readCaution(caution, words))
    .filter((caution) => caution !== null);
  const units = row.units.map(
    ({ unitId, status }) => `${unitId} ${UNIT_STATUS[status].label.toLowerCase()}`,
  );
  const parts = [
    level,
    phase.toLowerCase(),
    ...(attention === null ? [] : [attention]),
    ...(hold === null ? [] : [`held until ${hold.until}`]),
    ...row.units.map(({ unitId }) => unitId),
    ...cautions.map(({ kind }) => CAUTION_LABELS[kind].toLowerCase()),
  ];
  return {
    key: `incident/${incidentId}`,
    mark: `incident ${number}: ${parts.join(', ')}`.slice(0, 300),
    incidentId: incidentId as IncidentId,
    number,
    openedAt,
    level,
    phase,
    callType,
    address,
    area,
    ownerName,
    why,
    attention,
    hold: hold && {
      from: hold.since,
      until: hold.until,
      reason: hold.reason,
      expired: hold.expired,
    },
    units,
    cautions: cautions.map(({ kind, text }) => `${CAUTION_LABELS[kind]}: ${text}`),
  };
}

/** Cheap to order by what the incident holds; only those that are listed are evaluated. */
function listed(incidents: readonly Incident[]): Incident[] {
  const level = ({ raised, decision }: Incident) => raised?.to ?? decision?.level ?? 'L4';
  return [...incidents]
    .sort((a, b) => level(b).localeCompare(level(a)) || a.openedAt.localeCompare(b.openedAt))
    .slice(0, OTHERS);
}

function worstFirst(a: HandOverIncident, b: HandOverIncident): number {
  return b.level.localeCompare(a.level) || a.openedAt.localeCompare(b.openedAt);
}

function alarmsOf(units: readonly UnitRow[]): ShiftSheet['alarms'] {
  return units.flatMap(({ unitId, safety }) =>
    safety === null || safety.state === 'due'
      ? []
      : [
          {
            key: `alarm/${unitId}`,
            mark: `${unitId}: ${safety.state}`,
            unitId,
            state: safety.state,
            since: safety.since,
          },
        ],
  );
}

function isShort({ gap, status }: UnitRow): boolean {
  return gap !== null && status !== 'off-duty';
}

function isOut({ incidentId, status }: UnitRow): boolean {
  return incidentId !== null || status === 'out-of-service';
}

function onSheet({ unitId, team, status, since, incidentNumber, gap }: UnitRow): HandOverUnit {
  return { unitId, team, status: UNIT_STATUS[status].label, since, incidentNumber, gap };
}

function waitingOn({ db }: BoardSources): ShiftSheet['waiting'] {
  const calls = waitingCalls(db)
    .map(({ receivedAt }) => receivedAt)
    .sort();
  const phones = openIncidents(db).map(({ phone }) => phone.state);
  return {
    calls: calls.length,
    oldest: calls[0] ?? null,
    clinician: phones.filter((state) => state === 'offered').length,
    transfers: phones.filter((state) => state === 'transferring').length,
  };
}
