import type {
  Announcement,
  BoardPatch,
  BoardSnapshot,
  CallRow,
  IncidentRow,
  UnitRow,
} from './board-rows.ts';
import { isInDanger } from '../duplicate/danger-words.ts';
import type { Policy } from '../policy/policy.ts';

/**
 * The board as a locked console has it: what is open, of which type, in which area, at which level and for how long, so that
 * police and EMS can be sent and an alarm is seen. No address, no number, no word of a caller, no name of anybody who called.
 * Built up from what may be there: a member somebody adds to a row is left out until it is let in here.
 */
export function lockedSnapshot(board: BoardSnapshot, policy: Policy): BoardSnapshot {
  const { revision, operators, strip, policy: mark } = board;
  return {
    revision,
    calls: board.calls.map((row) => lockedCall(row, policy)),
    incidents: board.incidents.map(lockedIncident),
    units: board.units.map(lockedUnit),
    contacts: [],
    shifts: { handOvers: [], left: [] },
    operators,
    clinicians: [],
    strip,
    policy: mark,
    areaMap: null,
    overdueReferrals: 0,
    attemptedLines: 0,
  };
}

export function lockedPatch(patch: BoardPatch, policy: Policy): BoardPatch {
  const { from, revision, callsGone, incidentsGone, unitsGone, operators, strip } = patch;
  return {
    from,
    revision,
    calls: patch.calls.map((row) => lockedCall(row, policy)),
    callsGone,
    incidents: patch.incidents.map(lockedIncident),
    incidentsGone,
    units: patch.units.map(lockedUnit),
    unitsGone,
    contacts: [],
    contactsGone: [],
    shifts: null,
    operators,
    clinicians: null,
    strip,
    policy: patch.policy,
    announcements: patch.announcements.flatMap(lockedAnnouncement),
  };
}

function lockedCall(row: CallRow, policy: Policy): CallRow {
  const { callId, number, source, receivedAt, areaId, callType, lateAt } = row;
  return {
    callId,
    number,
    source,
    receivedAt,
    // Named here: a window that was opened locked knows no policy.
    address: policy.areas.find(({ id }) => id === areaId)?.name ?? '',
    areaId,
    callType: policy.callTypes.find(({ code }) => code === callType)?.label ?? null,
    lateAt,
    ani: null,
    words: '',
    incidentId: null,
    answeredAt: null,
    answeredBy: null,
    nomination: null,
    fixes: [],
    sender: null,
    joined: null,
    toldApart: [],
    ...(isInDanger(row, policy) ? { danger: true } : {}),
  };
}

function lockedIncident(row: IncidentRow): IncidentRow {
  const { incidentId, number, openedAt, phase, level, provisional, ems, callType, area } = row;
  const { areaId, owner, holdUntil, holdExpired, promise, units } = row;
  return {
    incidentId,
    number,
    openedAt,
    phase,
    level,
    provisional,
    ems,
    callType,
    area,
    areaId,
    owner,
    holdUntil,
    holdExpired,
    units,
    promise: promise && { ...promise, what: 'the next step' },
    attention: row.attention === null ? null : 'Look again',
    // A high level says it already; this is for the words that say why.
    response: '',
    responseId: '',
    callers: 1,
    address: '',
    position: null,
    ownerName: '',
    why: '',
    phone: 'none',
    offer: null,
    clinician: null,
    transferTo: null,
    transfer: null,
    recontact: null,
    nexus: null,
    flag: null,
    monitors: [],
    asking: null,
  };
}

function lockedUnit(row: UnitRow): UnitRow {
  const { unitId, teamType, team, short, zone, status, since, incidentId, incidentNumber } = row;
  return {
    unitId,
    teamType,
    team,
    short,
    zone,
    status,
    since,
    incidentId,
    incidentNumber,
    safety: row.safety,
    nextNumber: null,
    crew: [],
    whereabouts: null,
    leaves: null,
    capabilities: [],
    gap: null,
    limit: null,
  };
}

/** Every sound is heard; only an alarm of a crew is also said, for it names a unit and nobody. */
function lockedAnnouncement({ text, sound, to }: Announcement): Announcement[] {
  if (sound === null) return [];
  const said = {
    'new-call': 'A call waits.',
    alert: 'Something needs to be looked at. Unlock the console.',
    duress: text,
  }[sound];
  return [{ text: said, sound, ...(to === undefined ? {} : { to }) }];
}
