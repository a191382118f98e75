import {
  MOMENTS,
  type CountedCall,
  type Detection,
  type Elapsed,
  type FunnelStep,
  type Moment,
  type Told,
} from './counted-call.ts';
import type { IncidentRecord } from './incident-record.ts';
import { findsDanger, isBackUp, policeThere, responseSteps } from './response-steps.ts';
import { arrivalOf, unitMoments } from './unit-moments.ts';
import { hourOfWeek, weekOf } from './wall-week.ts';
import { countedAs } from '../incident/disposition.ts';
import type { Decision } from '../incident/incident.ts';
import { suggestedReason } from '../incident/alternative-course.ts';
import type { Teams } from '../incident/unserved.ts';
import { happenedAt } from '../journal/back-entry.ts';
import type { Entry, JournalEvent } from '../journal/journal-event.ts';
import { nexusOf } from '../phone/nexus.ts';
import type { Policy } from '../policy/policy.ts';
import { wallSecondInZone } from '../roster/zone-moment.ts';
import { higherOf, type Level } from '../routing/level.ts';
import { CENTER_LANGUAGE } from '../unit/language.ts';

/**
 * An incident of this console as the figures count it. How it was routed is its first decision on a
 * recommendation; what came after is in the highest level, in who was there, and in how it ended. While it is
 * open, a step it has not taken is not known.
 */
export function countIncident(record: IncidentRecord): CountedCall {
  const { incident, call, entries, policy, teams, timeZone } = record;
  const open = incident.closed === null;
  const received = Date.parse(call?.receivedAt ?? incident.openedAt);
  const receivedLocal = wallSecondInZone(timeZone, received);
  const decisions = entries.flatMap((entry) =>
    entry.event.type === 'incident.response-decided'
      ? [{ at: Date.parse(happenedAt(entry)), decision: entry.event.decision }]
      : [],
  );
  const routed = decisions.find(({ decision }) => decision.how !== 'upgraded') ?? decisions[0];
  const detection = detectionOf(record);
  const steps = stepsOf(
    record,
    detection,
    decisions.map(({ decision }) => decision),
  );
  const units = unitMoments(entries);
  const seconds = (moment: number | null | undefined) =>
    moment === null || moment === undefined ? null : Math.round((moment - received) / 1000);
  const answered = call?.answeredAt ?? incident.openedAt;
  const elapsed: Elapsed = {
    answered: seconds(Date.parse(answered)),
    decided: seconds(decisions[0]?.at),
    dispatched: seconds(units.dispatched),
    'en-route': seconds(units.enRoute),
    arrived: seconds(units.arrived),
    cleared: seconds(units.cleared),
  };
  const told = (value: Told): Told => (open && value === false ? null : value);
  return {
    source: 'console',
    id: incident.incidentId,
    number: String(incident.number),
    receivedLocal,
    week: weekOf(receivedLocal),
    hourOfWeek: hourOfWeek(receivedLocal),
    open,
    channel: call?.source === '988' ? '988' : entries.some(isApproved) ? 'clinician' : '911',
    areaId: incident.place.areaId,
    callType: incident.callType,
    language: incident.language?.language ?? (open ? null : CENTER_LANGUAGE),
    // Who it is about is clinical text, which no derived table holds.
    ageBand: null,
    personId: null,
    steps,
    detection,
    unserved: steps.eligible === true ? (incident.alternative?.reason?.code ?? null) : null,
    recommendedLevel: routed?.decision.recommendation.level ?? null,
    decidedLevel: routed?.decision.level ?? null,
    response: routed?.decision.response ?? null,
    direction: routed?.decision.direction ?? null,
    overridden: overridden(routed?.decision),
    highestLevel: highestLevel(entries),
    dangerFound: told(findsDanger(record)),
    backUp: told(isBackUp(record, arrivalOf(entries, unarmed(policy, teams)))),
    policeOnScene: told(policeThere(record)),
    disposition: countedAs(incident.closed),
    elapsed,
    outOfOrder: clockFaults(elapsed),
    clinicianWait: clinicianWait(entries),
    clinicianTalk: clinicianTalk(entries),
    transferWait: transferWait(entries),
  };
}

/** A clinician found it among the calls to 911 and got what they asked for. */
function isApproved({ event }: Entry): boolean {
  return event.type === 'monitor.nomination-settled' && event.how === 'approved';
}

/** Police or EMS now is neither a decision on the recommendation nor against it. */
function overridden(decision: Decision | undefined): Told {
  return decision === undefined || decision.how === 'upgraded'
    ? null
    : decision.how === 'overridden';
}

function detectionOf({ incident, entries, policy }: IncidentRecord): Detection | null {
  const { callType, facts, alternative } = incident;
  if (policy?.callTypes.find(({ code }) => code === callType)?.behavioral === 'yes') return 'typed';
  const said = policy && nexusOf({ callType: null, facts, words: '' }, policy);
  if (said?.standing === 'yes' || (alternative?.recommended ?? null) !== null) return 'flagged';
  return entries.some(({ event }) => foundByClinician(event)) ? 'clinician' : null;
}

function foundByClinician({ type }: JournalEvent): boolean {
  return type === 'phone.taken' || type === 'monitor.nominated';
}

/** Each step only after those before it: whoever was served unscreened is not in the funnel below it. */
function stepsOf(
  record: IncidentRecord,
  detection: Detection | null,
  decisions: readonly Decision[],
): Readonly<Record<FunnelStep, Told>> {
  const { incident, entries, policy } = record;
  const open = incident.closed === null;
  const response = responseSteps(record);
  const after = (before: Told, taken: Told): Told => {
    const step = before === false ? false : taken;
    return step === false && open && before !== false ? null : step;
  };
  const behavioral = after(null, detection !== null);
  const screened = after(behavioral, isScreened(policy, decisions));
  const eligible = after(screened, (incident.alternative?.recommended ?? null) !== null);
  const offered = after(eligible, response.assigned ? true : couldGo(decisions));
  const assigned = after(offered, response.assigned);
  const arrived = after(assigned, response.arrived);
  const contact = after(arrived, response.contact);
  const served = after(contact, response.served);
  const linked = after(served, isLinked(entries));
  return {
    behavioral,
    screened,
    eligible,
    offered,
    assigned,
    arrived,
    contact,
    served,
    linked,
  };
}

/**
 * Confirmed within the days of a linkage; not known as long as a referral runs in time. One that is overdue counts
 * as no linkage until it is one: what nobody follows up must not leave the denominator.
 */
function isLinked(entries: readonly Entry[]): Told {
  const running = new Set<string>();
  for (const { event } of entries) {
    if (event.type === 'referral.linked') return true;
    if (event.type === 'referral.made') running.add(event.referralId);
    if (isEndOfReferral(event)) running.delete(event.referralId);
  }
  return running.size > 0 ? null : false;
}

type EndOfReferral = Extract<
  JournalEvent,
  {
    type: 'referral.declined' | 'referral.withdrawn' | 'referral.ended' | 'referral.overdue';
  }
>;

function isEndOfReferral(event: JournalEvent): event is EndOfReferral {
  return ['referral.declined', 'referral.withdrawn', 'referral.ended', 'referral.overdue'].includes(
    event.type,
  );
}

/** Every mandatory question had been asked when somebody decided, whatever the answer was. */
function isScreened(policy: Policy | null, decisions: readonly Decision[]): Told {
  if (policy === null) return null;
  const mandatory = policy.facts.filter((fact) => fact.mandatory);
  return decisions.some(({ readings }) =>
    mandatory.every(({ id }) => (readings[id] ?? 'not-asked') !== 'not-asked'),
  );
}

/** A team of the recommended response was in its hours and area, free or not. */
function couldGo(decisions: readonly Decision[]): Told {
  const last = decisions.findLast(({ alternative }) => alternative?.recommended === true);
  if (last === undefined || last.offered === null) return null;
  const against = suggestedReason(last.offered, false);
  return against !== 'out-of-hours' && against !== 'out-of-area';
}

function unarmed(policy: Policy | null, teams: Teams): ReadonlySet<string> {
  const types = new Set(policy?.teamTypes.filter((each) => each.unarmed).map(({ id }) => id));
  types.delete(policy?.services.ems ?? '');
  return new Set(teams.filter(({ teamType }) => types.has(teamType)).map(({ unitId }) => unitId));
}

/** What was decided, or what later facts raised it to. */
function highestLevel(entries: readonly Entry[]): Level | null {
  let highest: Level | null = null;
  for (const { event } of entries) {
    const level =
      event.type === 'incident.response-decided'
        ? event.decision.level
        : event.type === 'incident.level-raised'
          ? event.to
          : null;
    if (level !== null) highest = highest === null ? level : higherOf(highest, level);
  }
  return highest;
}

/**
 * An ambulance may go before anybody has decided; that is no fault. A moment before the call came in, or a unit
 * that arrived before it set out, is: the clock of the PC was set.
 */
function clockFaults(elapsed: Elapsed): Moment[] {
  const chain: readonly Moment[] = ['dispatched', 'en-route', 'arrived', 'cleared'];
  return MOMENTS.filter((moment) => {
    const at = elapsed[moment];
    if (at === null) return false;
    const before = chain.slice(0, Math.max(0, chain.indexOf(moment)));
    return at < 0 || before.some((earlier) => at < (elapsed[earlier] ?? at));
  });
}

function clinicianWait(entries: readonly Entry[]): number | null {
  const taken = entries.find(({ event }) => event.type === 'phone.taken');
  if (taken === undefined) return null;
  const asked = entries.findLast(
    ({ seq, event }) =>
      seq < taken.seq &&
      event.type === 'incident.response-decided' &&
      event.decision.fill === 'clinician',
  );
  return asked === undefined ? null : secondsBetween(asked, taken);
}

function clinicianTalk(entries: readonly Entry[]): number | null {
  const taken = entries.find(({ event }) => event.type === 'phone.taken');
  if (taken === undefined) return null;
  const over = entries.find(({ seq, event }) => seq > taken.seq && endsTalk(event));
  return over === undefined ? null : secondsBetween(taken, over);
}

function endsTalk(event: JournalEvent): boolean {
  switch (event.type) {
    case 'phone.resolved':
    case 'phone.transfer-accepted':
    case 'phone.caller-lost':
    case 'incident.closed':
      return true;
    case 'phone.escalated':
      return !event.stays;
    default:
      return false;
  }
}

function transferWait(entries: readonly Entry[]): number | null {
  const accepted = entries.find(({ event }) => event.type === 'phone.transfer-accepted');
  if (accepted === undefined) return null;
  const started = entries.findLast(
    ({ seq, event }) => seq < accepted.seq && event.type === 'phone.transfer-started',
  );
  return started === undefined ? null : secondsBetween(started, accepted);
}

function secondsBetween(from: Entry, to: Entry): number {
  return Math.round((Date.parse(happenedAt(to)) - Date.parse(happenedAt(from))) / 1000);
}
