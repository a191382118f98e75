import { knownCautions } from '../caution-view.ts';
import { wordsFor } from '../partition/words-for.ts';
import { contactRow } from '../contact-view.ts';
import type { DeskCore } from '../desk-core.ts';
import { rowOfIncident, unitsOn } from '../board-feed.ts';
import { callTypeLabel, responseLabel } from '../incident-row.ts';
import { unitRow } from '../unit-row.ts';
import { cautionsOfIncident } from '#db/board/cautions-projection.ts';
import { waitingCalls } from '#db/board/calls-projection.ts';
import { shownContacts } from '#db/board/contacts-projection.ts';
import { incidentNumber, openIncidents } from '#db/board/incidents-projection.ts';
import { kitSetting } from '#db/board/paper-projection.ts';
import { allUnits } from '#db/board/units-projection.ts';
import { dispatchNotes } from '#db/journal/stored-events.ts';
import { CAUTION_LABELS, concerns } from '#shared/caution/caution.ts';
import type { Incident } from '#shared/incident/incident.ts';
import { PHASE_LABELS } from '#shared/incident/phase.ts';
import { WHOM_LABELS } from '#shared/contact/contact.ts';
import { paperIntake } from '#shared/paper/paper-intake.ts';
import { USUAL_KIT } from '#shared/paper/paper-events.ts';
import type {
  PaperCall,
  PaperContact,
  PaperIncident,
  PaperKit,
  PaperUnit,
} from '#shared/paper/paper-kit.ts';
import { findFact, type Policy } from '#shared/policy/policy.ts';
import type { Operator, Role } from '#shared/roster/operator.ts';
import { evaluate, readingsOf } from '#shared/routing/evaluate.ts';
import { levelRank } from '#shared/routing/level.ts';
import { UNIT_STATUS } from '#shared/unit/unit-status.ts';

/** Read by whoever takes the paper off the shelf on the day nothing runs: dispatch. */
const SHELF_ROLE: Role = 'dispatcher';

/** The last ones carry on; the first ones are in the answers. */
const NOTES = 3;

/** What an incident is cut with. */
interface Cutting {
  readonly policy: Policy;
  readonly role: Role;
  readonly read: <T>(what: string, work: () => T, without: T) => T;
}

/** The kit as `printer` may read it; null is the copy that the desk keeps by itself. */
export function paperKit(core: DeskCore, printer: Operator | null): PaperKit {
  const { policy } = core.requirePolicy();
  const role = printer?.role ?? SHELF_ROLE;
  const unread = new Set<string>();
  /** A damaged page takes one part with it, and not the whole kit. */
  const read = <T>(what: string, work: () => T, without: T): T => {
    let found = without;
    let whole = false;
    core.troubles.during(() => {
      found = work();
      whole = true;
    });
    if (!whole) unread.add(what);
    return found;
  };
  const units = read('units', () => paperUnits(core, policy), []);
  const calls = read('calls waiting', () => paperCalls(core, policy), []);
  const contacts = read('calls back that are owed', () => paperContacts(core), []);
  const incidents = read('open incidents', () => openIncidents(core.db), []);
  return {
    printedAt: core.now().toISOString(),
    timeZone: core.center?.timeZone ?? 'UTC',
    center: core.center?.name ?? '',
    position: core.options.position,
    training: core.options.mode === 'training',
    policyVersion: policy.version,
    printedBy: printer === null ? 'CareDesk, by itself' : `${printer.name}, ${printer.role}`,
    size: read('how it is printed', () => kitSetting(core.db), USUAL_KIT).size,
    units,
    calls,
    contacts,
    incidents: incidents
      .flatMap((incident) => {
        const cut = () => [paperIncident(core, incident, { policy, role, read })];
        return read(`incident ${incident.number}`, cut, []);
      })
      .sort((a, b) => levelRank(b.level) - levelRank(a.level) || a.number - b.number),
    intake: paperIntake(policy),
    // Last: what stands above has been read by now.
    unread: [...unread],
  };
}

function paperCalls(core: DeskCore, policy: Policy): PaperCall[] {
  return waitingCalls(core.db)
    .sort((a, b) => a.receivedAt.localeCompare(b.receivedAt))
    .map(({ number, receivedAt, ani, address, callType, words }) => ({
      number,
      receivedAt,
      callback: ani,
      address,
      callType: callTypeLabel(policy, callType),
      words,
    }));
}

function paperContacts(core: DeskCore): PaperContact[] {
  return shownContacts(core.db).map((contact) => {
    const { label, incidentNumber: on, ownerName: owner, due } = contactRow(core, contact);
    const whom = WHOM_LABELS[contact.whom];
    return { label, incidentNumber: on, owner, ...due, whom, number: contact.number };
  });
}

function paperUnits(core: DeskCore, policy: Policy): PaperUnit[] {
  const local = core.local();
  return allUnits(core.db).map((unit) => {
    const row = unitRow(unit, policy, local, (id) => incidentNumber(core.db, id));
    const { unitId, team, zone, crew, status, since, incidentNumber: on, gap } = row;
    const label = UNIT_STATUS[status].label;
    return { unitId, team, zone, crew, status: label, since, incidentNumber: on, gap };
  });
}

function paperIncident(
  core: DeskCore,
  incident: Incident,
  { policy, role, read: part }: Cutting,
): PaperIncident {
  // An incident is on paper also where the units it has cannot be read: it names them itself.
  const onIt = part('units', () => unitsOn(core.db, incident), []);
  const row = rowOfIncident(core.boardSources(), incident, onIt);
  const { decision, facts, hold } = incident;
  const read = readingsOf(facts, policy);
  const now = evaluate(policy, read);
  const what = `of incident ${incident.number}`;
  return {
    number: incident.number,
    openedAt: incident.openedAt,
    level: row.level,
    provisional: row.provisional,
    phase: PHASE_LABELS[row.phase],
    callType: row.callType,
    address: incident.place.address,
    area: row.area,
    callback: incident.callback,
    words: incident.words,
    owner: row.ownerName,
    attention: row.attention,
    recommended: {
      level: now.level,
      response: responseLabel(policy, now.response),
      alongside: now.alongside.map((id) => responseLabel(policy, id)),
      reasons: now.reasons.slice(0, 3).map(({ because }) => because),
    },
    decided: decision && {
      level: decision.level,
      response: responseLabel(policy, decision.response),
      at: decision.at,
      by: core.nameOf(decision.by),
      reason: decision.reason,
    },
    facts: Object.entries(facts).map(([id, { current, aged }]) => ({
      label: findFact(policy, id)?.label ?? id,
      answer: current.answer,
      at: current.at,
      aged,
    })),
    unasked: policy.facts
      .filter(({ id, mandatory }) => mandatory && read(id) === 'not-asked')
      .map(({ label }) => label),
    units: incident.units
      .filter(({ releasedAt }) => releasedAt === null)
      .map(({ unitId, status, assignedAt }) => ({
        unitId,
        status: UNIT_STATUS[status].label,
        assignedAt,
      })),
    hold: hold && { until: hold.until, reason: hold.reason },
    promise: row.promise && { until: row.promise.until, what: row.promise.what },
    cautions: part(`the cautions ${what}`, () => paperCautions(core, incident, role), []),
    notes: part(`the notes ${what}`, () => dispatchNotes(core.db, incident.incidentId, NOTES), []),
  };
}

function paperCautions(core: DeskCore, incident: Incident, role: Role): PaperIncident['cautions'] {
  const cautions = cautionsOfIncident(core.db, incident).filter((each) => concerns(each, incident));
  return knownCautions(cautions, wordsFor(core.db, [role]), core.local().date, core.nameOf)
    .filter(({ expired }) => !expired)
    .map(({ kind, text, source, expiresOn }) => ({
      kind: CAUTION_LABELS[kind],
      text,
      source,
      expiresOn,
    }));
}
