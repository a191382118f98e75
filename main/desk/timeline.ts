import { sayScreen } from './clinical/screen-view.ts';
import { isOfContact, sayContact } from './contact-view.ts';
import { sayPerson } from './person/person-words.ts';
import { sayPlan } from './clinical/say-plan.ts';
import { sayDuplicate } from './duplicate/callers.ts';
import { isOfCautions, sayCautions, type CautionOf } from './caution-view.ts';
import { isOfSharing, saySharing } from './disclosure/disclosure-view.ts';
import type { NameOf } from './incident-row.ts';
import type { WordsFor } from './partition/words-for.ts';
import { sayLocated } from './location/located-words.ts';
import { sayMonitor } from './phone/monitor-words.ts';
import { sayEido } from './delivery/eido-words.ts';
import { sayOffer } from './phone/offer-rows.ts';
import { sayReferral } from './referral/referral-view.ts';
import { sayCrew } from './roster/crew-words.ts';
import { sayOutcome } from './phone/outcome-words.ts';
import { sayStaging } from './staging-words.ts';
import { sayTimes } from './time-rows.ts';
import { sayTransfer } from './phone/transfer-words.ts';
import { sayUnits } from './unit-words.ts';
import { callTypeLabel, responseLabel } from './incident-row.ts';
import { saySafety } from './safety-rows.ts';
import { incidentNumber } from '#db/board/incidents-projection.ts';
import type { Database } from '#db/open-database.ts';
import type { TimelineLine } from '#shared/board/incident-view.ts';
import { INFORMANT_LABELS } from '#shared/facts/fact.ts';
import { unservedLabel } from '#shared/incident/alternative-course.ts';
import { dispositionLabel } from '#shared/incident/disposition.ts';
import type { NoteKind } from '#shared/incident/incident-events.ts';
import type { Decision, Incident } from '#shared/incident/incident.ts';
import { happenedAt } from '#shared/journal/back-entry.ts';
import type { Place } from '#shared/incident/place.ts';
import { isOfScreen } from '#shared/screen/screen-events.ts';
import { sayPosition, type PlaceSource } from '#shared/place/position.ts';
import { incidentOf, type Entry, type JournalEvent } from '#shared/journal/journal-event.ts';
import type { OperatorId } from '#shared/lib/brand.ts';
import { capabilityLabel, findFact, type Policy } from '#shared/policy/policy.ts';
import { isKept, mayRead } from '#shared/partition/partition.ts';
import { isOfPlan } from '#shared/plan/plan-events.ts';
import { saySetAside } from '#shared/call-type/words-events.ts';
import { isOfTransfer } from '#shared/phone/transfer-events.ts';
import { isOfReferral } from '#shared/referral/referral-events.ts';
import type { Role } from '#shared/roster/operator.ts';
import { sayLanguageNeed } from '#shared/unit/language.ts';
import { UNIT_STATUS } from '#shared/unit/unit-status.ts';

const WHY_AGAIN = {
  time: 'Answers have aged',
  'new-caller': 'A new caller',
  worse: 'It is worse',
} as const;

const NOTE_LINES = {
  dispatch: 'note',
  clinical: 'clinical',
  'part-2': 'part-2',
  justice: 'justice',
} as const satisfies Record<NoteKind, TimelineLine['kind']>;

type Said = Pick<TimelineLine, 'text' | 'kind'> | null;

/** Who reads a timeline, and how they come to the words of a caution that stands in it by its id only. */
export interface TimelineReader {
  readonly role: Role;
  readonly words: WordsFor;
  readonly cautionOf: CautionOf;
  /** Whose timeline it is: lines of others that stand in it say so. */
  readonly incident: Pick<Incident, 'incidentId' | 'absorbed'>;
  readonly db: Database;
}

/**
 * The immutable timeline of an incident, for one role. Notes of a partition it may not read are left out here,
 * in main (invariant 12): the window never holds them, nor that there are any. `entries` were read
 * for that role's partitions.
 */
export function timelineFor(
  entries: readonly Entry[],
  { role, words, cautionOf, incident, db }: TimelineReader,
  policy: Policy,
  nameOf: NameOf,
  timeZone: string,
): TimelineLine[] {
  const lines: TimelineLine[] = [];
  const struck = new Set(
    entries.flatMap(({ event }) => (event.type === 'incident.note-struck' ? [event.note] : [])),
  );
  for (const entry of byRealTime(entries)) {
    const { seq, by, event } = entry;
    if (isNote(event) && !mayRead(role, event.kind)) continue;
    const said = isOfCautions(event)
      ? sayCautions(event, words, cautionOf)
      : isOfContact(event)
        ? sayContact(event, nameOf, timeZone)
        : isOfReferral(event)
          ? sayReferral(event, nameOf, timeZone)
          : isOfPlan(event)
            ? sayPlan(event, role)
            : isOfScreen(event)
              ? sayScreen(event, role)
              : isOfSharing(event)
                ? saySharing(event, role)
                : (saySafety(event, timeZone) ??
                  sayTimes(event) ??
                  sayCrew(event) ??
                  sayDuplicate(event, db) ??
                  say(event, by, policy, nameOf));
    if (said === null) continue;
    const mark = struck.has(seq) ? { struck: true as const } : {};
    const { backEntry } = event;
    const entered =
      backEntry === undefined ? {} : { entered: { at: entry.at, about: backEntry.about } };
    const of = numberOfOther(event, incident, db);
    lines.push({ seq, at: happenedAt(entry), by: nameOf(by), ...entered, ...said, ...mark, ...of });
  }
  return lines;
}

function numberOfOther(
  event: JournalEvent,
  { incidentId, absorbed }: TimelineReader['incident'],
  db: Database,
): Pick<TimelineLine, 'of'> {
  const id = absorbed.length === 0 ? incidentId : incidentOf(event);
  const number = id === null || id === incidentId ? null : incidentNumber(db, id);
  return number === null ? {} : { of: number };
}

/** As it happened. Without a paper card that is the order it was written in, whatever the clock did. */
function byRealTime(entries: readonly Entry[]): readonly Entry[] {
  if (entries.every(({ event }) => event.backEntry === undefined)) return entries;
  return entries.toSorted((a, b) => happenedAt(a).localeCompare(happenedAt(b)) || a.seq - b.seq);
}

function isNote(
  event: JournalEvent,
): event is Extract<JournalEvent, { type: 'incident.note-added' | 'incident.note-struck' }> {
  return event.type === 'incident.note-added' || event.type === 'incident.note-struck';
}

function say(event: JournalEvent, by: OperatorId, policy: Policy, nameOf: NameOf): Said {
  switch (event.type) {
    case 'call.answered':
      return { kind: 'call', text: 'Answered the call' };
    case 'incident.opened':
      return { kind: 'call', text: `Opened incident ${event.number}` };
    case 'incident.owner-changed':
      return { kind: 'call', text: sayOwner(event, by, nameOf) };
    case 'incident.place-set':
      return { kind: 'call', text: sayPlace(event.place, policy) };
    case 'incident.call-type-set':
      return { kind: 'call', text: `Call type: ${callTypeLabel(policy, event.callType)}` };
    case 'incident.language-set':
      return {
        kind: 'fact',
        text: `Language: ${event.language === null ? 'English' : sayLanguageNeed(event.language)}`,
      };
    case 'incident.capabilities-set': {
      const labels = event.capabilities.map((id) => capabilityLabel(policy, id).toLowerCase());
      return { kind: 'fact', text: `Vehicle needs: ${labels.join(', ') || 'nothing special'}` };
    }
    case 'incident.fact-answered': {
      const label = findFact(policy, event.fact)?.label ?? event.fact;
      const who = INFORMANT_LABELS[event.informant];
      return { kind: 'fact', text: `${label}: ${event.answer} (${who})` };
    }
    case 'incident.facts-aged': {
      const labels = event.facts.map((fact) => findFact(policy, fact)?.label ?? fact).join(', ');
      return { kind: 'alert', text: `${WHY_AGAIN[event.why]}: ask again — ${labels}` };
    }
    case 'incident.response-decided':
      return { kind: 'decision', text: sayDecision(event.decision, policy, nameOf) };
    case 'incident.upgraded': {
      const services = event.services
        .map((each) => (each === 'ems' ? 'EMS' : 'police'))
        .join(' and ');
      const whence = event.fromLine ? ' from the clinician’s line' : '';
      return {
        kind: 'alert',
        text: `Called ${services} now${whence}. ${event.shortage ?? ''}`.trim(),
      };
    }
    case 'incident.left-unarmed':
      return { kind: 'alert', text: `${event.units.join(', ')} left without police: ${event.why}` };
    case 'incident.medical-found':
      return { kind: 'alert', text: `EMS is needed now (${event.rules.join(', ')})` };
    case 'incident.level-raised':
      return { kind: 'alert', text: `Level raised from ${event.from} to ${event.to} by new facts` };
    case 'unit.status-changed': {
      const status = UNIT_STATUS[event.to].label.toLowerCase();
      const reason = event.reason === null ? '' : ` — ${event.reason}`;
      return { kind: 'unit', text: `${event.unitId} ${status}${reason}` };
    }
    case 'incident.note-added':
      return isKept(event.text) ? null : { kind: NOTE_LINES[event.kind], text: event.text };
    case 'incident.note-struck':
      return { kind: NOTE_LINES[event.kind], text: 'Struck the note' };
    case 'incident.words-set-aside':
      return { kind: 'fact', text: saySetAside(event) };
    case 'incident.held':
      return { kind: 'decision', text: `Held: ${event.reason}` };
    case 'incident.hold-ended':
      return event.why === 'expired'
        ? { kind: 'alert', text: 'The promised time of the hold has passed' }
        : { kind: 'decision', text: 'Hold released' };
    case 'incident.promise-missed':
      return { kind: 'alert', text: `The promised time has passed: ${event.what}` };
    case 'incident.unserved': {
      const note = event.note === '' ? '' : ` — ${event.note}`;
      const what = responseLabel(policy, event.recommended.response);
      return {
        kind: 'decision',
        text: `No alternative response (${what} was recommended): ${unservedLabel(event.code)}${note}`,
      };
    }
    case 'incident.served-after-all':
      return { kind: 'decision', text: 'An alternative response came after all' };
    case 'incident.back-entered':
      return {
        kind: 'call',
        text: `Entered from paper card ${event.card}, kept by ${event.keptBy}`,
      };
    case 'incident.received-from-988': {
      const { counselor, counselorCallback } = event.packet;
      const who = [counselor || 'a counselor', counselorCallback].filter((each) => each !== '');
      return { kind: 'call', text: `Handed over by 988: ${who.join(', ')}` };
    }
    case 'safe-contact.noted':
      return { kind: 'phone', text: 'What is safe on the number was written down' };
    case 'incident.told-988':
      return { kind: 'call', text: `Told 988 (${event.whom}): ${event.said}` };
    case 'incident.closed': {
      const note = event.note === '' ? '' : ` — ${event.note}`;
      return { kind: 'decision', text: `Closed: ${dispositionLabel(event.disposition)}${note}` };
    }
    default:
      return (
        sayEido(event) ??
        sayLocated(event) ??
        sayUnits(event) ??
        sayStaging(event) ??
        sayMonitor(event, policy, nameOf) ??
        sayPerson(event) ??
        sayPhone(event, nameOf)
      );
  }
}

function sayOwner(
  { owner, from }: Extract<JournalEvent, { type: 'incident.owner-changed' }>,
  by: OperatorId,
  nameOf: NameOf,
): string {
  const [now, before] = [nameOf(owner), nameOf(from)];
  return by === owner ? `${now} took over from ${before}` : `Given from ${before} to ${now}`;
}

function sayPlace({ address, areaId, position }: Place, policy: Policy): string {
  const said = `Place: ${address || 'not known'}`;
  if (position === null) return said;
  const area = policy.areas.find(({ id }) => id === areaId)?.name ?? 'outside every area';
  return `${said} · ${area} · ${sayPosition(position)} (${SET_BY[position.source]})`;
}

const SET_BY: Readonly<Record<PlaceSource, string>> = {
  typed: 'typed',
  map: 'set on the map',
  'common-place': 'of a common place',
  grid: 'from the street grid, about half a block',
  ali: 'taken from a location of the caller',
};

function sayPhone(event: JournalEvent, nameOf: NameOf): Said {
  if (isOfTransfer(event)) return sayTransfer(event, nameOf);
  switch (event.type) {
    case 'phone.taken':
      return { kind: 'phone', text: `${nameOf(event.clinician)} is on the line` };
    case 'phone.return-changed':
      return {
        kind: 'phone',
        text: `Comes back to ${nameOf(event.to)}, not ${nameOf(event.from)}`,
      };
    default:
      return sayOffer(event, nameOf) ?? sayOutcome(event, nameOf);
  }
}

function sayDecision(decision: Decision, policy: Policy, nameOf: NameOf): string {
  const response = responseLabel(policy, decision.response);
  if (decision.how === 'accepted') {
    const rules = decision.recommendation.reasons.map((reason) => reason.rule).join(', ');
    return `Accepted ${decision.level}, ${response} (${rules})`;
  }
  if (decision.how === 'upgraded') return `Decided ${decision.level}, ${response}`;
  const instead = responseLabel(policy, decision.recommendation.response);
  const second =
    decision.secondPerson === null ? '' : ` Signed on by ${nameOf(decision.secondPerson)}.`;
  const reason = decision.reason === null ? '' : ` Reason: ${decision.reason}.`;
  return `Chose ${response} instead of ${instead} (${decision.recommendation.level}, ${decision.direction}).${reason}${second}`;
}
