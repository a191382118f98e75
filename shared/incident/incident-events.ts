import { decidedCourse } from './alternative-course.ts';
import type { DispositionCode } from './disposition.ts';
import { evolvePhone } from './evolve-phone.ts';
import type { Decision, Incident, Service } from './incident.ts';
import type { Place } from './place.ts';
import { openedIncident } from './opened-incident.ts';
import { withDecision } from './routed.ts';
import { standsDecided } from './stands-decided.ts';
import { evolveStaging, type StagingEvent } from './staging.ts';
import { evolveRecontact, type RecontactEvent } from './recontact-events.ts';
import { evolveOutcome, type OutcomeEvent } from '../phone/outcome-events.ts';
import { evolveUnserved, type UnservedEvent } from './unserved-events.ts';
import { evolveWords, isOfWords, type WordsSetAside } from '../call-type/words-events.ts';
import { evolveIncidentCautions, type IncidentCautionEvent } from '../caution/caution-events.ts';
import type { JoinEvent } from '../duplicate/join-events.ts';
import { evolveMerge, type MergeEvent } from '../duplicate/merge-events.ts';
import { withAged, withAnswer, type Answer, type Informant } from '../facts/fact.ts';
import type { AsRead } from '../partition/event-partitions.ts';
import type { Partition } from '../partition/partition.ts';
import type { CallId, IncidentId, OperatorId, UnitId } from '../lib/brand.ts';
import { isOfMonitor, type MonitorEvent } from '../phone/monitor-events.ts';
import { evolveMonitoring } from '../phone/monitoring.ts';
import { evolveFrom988, type From988Event } from '../phone/from-988.ts';
import { evolveTransfer } from '../phone/evolve-transfer.ts';
import type { TransferEvent } from '../phone/transfer-events.ts';
import type { Level } from '../routing/level.ts';
import { evolveUnitsOn, type UnitsTakenEvent } from './units-on-incident.ts';
import { freshOffer } from '../phone/offer.ts';
import { evolveOffer, offeredAnew, type OfferEvent } from '../phone/offer-events.ts';
import type { LanguageNeed } from '../unit/language.ts';
import type { UnitOnIncidentEvent } from '../unit/unit-events.ts';

/** Who reads a note: those who read its partition (invariant 12). */
export type NoteKind = Partition;

type On<Type extends string, Body> = {
  readonly type: Type;
  readonly incidentId: IncidentId;
} & Readonly<Body>;

/** Facts about an incident, past tense, never edited. */
export type IncidentEvent =
  | On<
      'incident.opened',
      {
        number: number;
        callId: CallId;
        owner: OperatorId;
        place: Place;
        callback: string | null;
        callType: string | null;
        words: string;
      }
    >
  | On<'incident.owner-changed', { from: OperatorId; owner: OperatorId }>
  | On<'incident.place-set', { place: Place; callback: string | null }>
  | On<'incident.call-type-set', { callType: string }>
  | On<'incident.language-set', { language: LanguageNeed | null }>
  | On<'incident.capabilities-set', { capabilities: readonly string[] }>
  | On<'incident.fact-answered', { fact: string; answer: Answer; informant: Informant }>
  | On<'incident.facts-aged', { facts: readonly string[]; why: 'time' | 'new-caller' | 'worse' }>
  | On<'incident.response-decided', { decision: Decision }>
  /** `fromLine`: by the clinician who has the person on the line, and stays there. */
  | On<
      'incident.upgraded',
      { services: readonly Service[]; shortage: string | null; fromLine: boolean }
    >
  | On<'incident.level-raised', { from: Level; to: Level; rules: readonly string[] }>
  | On<'incident.left-unarmed', { units: readonly UnitId[]; why: string }>
  | On<'incident.medical-found', { rules: readonly string[] }>
  | On<'incident.note-added', { kind: NoteKind; text: string }>
  /** The note stays, and is read as one that was taken back. `note` is its journal entry. */
  | On<'incident.note-struck', { note: number; kind: NoteKind }>
  | On<'incident.held', { until: string; reason: string }>
  | On<'incident.hold-ended', { why: 'released' | 'expired' }>
  | On<'incident.promise-missed', { step: string; what: string; from: string }>
  /** The PC's clock was set back behind a limit that ran from `from`; what follows counts as due. */
  | On<'incident.clock-set-back', { from: string }>
  | RecontactEvent
  | WordsSetAside
  | UnitsTakenEvent
  | StagingEvent
  | OfferEvent
  | On<'phone.taken', { clinician: OperatorId }>
  | TransferEvent
  | From988Event
  | OutcomeEvent
  /** Who sent it to the phone has handed their shift over: an escalation goes back to the next person. */
  | On<'phone.return-changed', { from: OperatorId; to: OperatorId }>
  | UnservedEvent
  | IncidentCautionEvent
  | MergeEvent
  | On<'incident.exported', { fileDigest: string; answers: string | null }>
  | On<'incident.back-entered', { card: string; keptBy: string }>
  | On<'incident.closed', { disposition: DispositionCode; note: string }>;

/** Another call about it, and one that was not. */
export type CallerEvent = Extract<JoinEvent, { type: 'call.joined' | 'call.parted' }>;

export interface Stamp {
  readonly at: string;
  readonly by: OperatorId;
}

/** The incident after one more event. Unit events reach it through the same door as its own. */
export function evolveIncident(
  incident: Incident | null,
  event: AsRead<IncidentEvent> | CallerEvent | UnitOnIncidentEvent | MonitorEvent,
  { at, by }: Stamp,
): Incident | null {
  if (event.type === 'incident.opened') return openedIncident(event, at);
  if (incident === null) return null;
  if (isOfMonitor(event)) return evolveMonitoring(incident, event, { at, by });
  if (isOfWords(event)) return evolveWords(incident, event, { at, by });
  switch (event.type) {
    case 'incident.owner-changed':
      return { ...incident, owner: event.owner };
    case 'incident.place-set':
      return { ...incident, place: event.place, callback: event.callback };
    case 'incident.call-type-set':
      return { ...incident, callType: event.callType };
    case 'incident.language-set':
      return { ...incident, language: event.language };
    case 'incident.capabilities-set':
      return { ...incident, capabilities: event.capabilities };
    case 'incident.fact-answered': {
      const { fact, answer, informant } = event;
      const facts = withAnswer(incident.facts, fact, { answer, informant, at, by });
      return { ...incident, facts };
    }
    case 'incident.facts-aged':
      return { ...incident, facts: withAged(incident.facts, event.facts) };
    case 'incident.response-decided': {
      const {
        recommendation,
        readings: _readings,
        offered: _offered,
        alternative: _alternative,
        ...decision
      } = event.decision;
      const { level, response } = recommendation;
      const alternative = decidedCourse(incident.alternative, event.decision, at);
      const recommended = { level, response };
      const routedBy = withDecision(incident.routedBy, by, decision);
      return standsDecided(
        { ...incident, alternative, routedBy },
        { ...decision, recommended, at, by },
      );
    }
    case 'incident.upgraded': {
      const upgrade = { services: event.services, at, by, fromLine: event.fromLine };
      return {
        ...incident,
        upgrades: [...incident.upgrades, upgrade],
        fromLine: event.fromLine ? 'police-ems' : incident.fromLine,
        hold: null,
        phone: offeredAnew(incident, at),
        closed: null,
      };
    }
    case 'incident.level-raised':
      // A hold was for the picture before: nothing hides that this has to be decided now.
      return {
        ...incident,
        hold: null,
        phone: offeredAnew(incident, at),
        raised: { from: event.from, to: event.to, at },
      };
    case 'incident.left-unarmed':
      return {
        ...incident,
        hold: null,
        phone: offeredAnew(incident, at),
        returned: event.why,
      };
    case 'incident.medical-found':
    case 'incident.exported':
    case 'incident.note-struck':
    case 'incident.clock-set-back':
      return incident;
    case 'incident.caller-recontacted':
    case 'incident.recontact-missed':
      return evolveRecontact(incident, event, at);
    case 'incident.held':
      return {
        ...incident,
        hold: { until: event.until, reason: event.reason, since: at, expired: false },
        // Nobody is asked to take a call that waits for its time.
        phone: incident.phone.state === 'offered' ? freshOffer(at) : incident.phone,
      };
    case 'incident.hold-ended':
      return {
        ...incident,
        phone: offeredAnew(incident, at),
        hold:
          event.why === 'expired' && incident.hold !== null
            ? { ...incident.hold, expired: true }
            : null,
      };
    case 'incident.promise-missed':
      return { ...incident, missed: { step: event.step, from: event.from } };
    case 'phone.offered':
    case 'phone.declined':
    case 'phone.offer-passed':
    case 'phone.rang-all':
    case 'phone.fell-to-988':
    case 'phone.taken-by-988':
    case 'phone.fell-back':
      return evolveOffer(incident, event, at);
    case 'phone.transfer-started':
    case 'phone.transfer-consented':
    case 'phone.transfer-refused':
    case 'phone.transfer-packet-ready':
    case 'phone.dialed':
    case 'phone.transfer-introduced':
    case 'phone.transfer-accepted':
    case 'phone.transfer-returned':
    case 'phone.transfer-dropped':
    case 'phone.transfer-called-off':
      return evolveTransfer(incident, event, { at, by });
    case 'phone.taken':
    case 'phone.return-changed':
      return evolvePhone(incident, event, at);
    case 'phone.escalated':
    case 'phone.resolved':
    case 'phone.caller-lost':
    case 'phone.caller-found':
      return evolveOutcome(incident, event, at);
    case 'incident.unit-pre-empted':
    case 'incident.unit-reassigned':
    case 'incident.unit-stood-down':
    case 'unit.status-changed':
    case 'unit.status-corrected':
    case 'unit.stacked':
    case 'unit.unstacked':
    case 'unit.came-free':
    case 'unit.stack-ended':
      return evolveUnitsOn(incident, event, at);
    case 'incident.staging-ordered':
    case 'incident.scene-secured':
    case 'incident.entered-unsecured':
      return evolveStaging(incident, event, at);
    case 'incident.unserved':
    case 'incident.served-after-all':
      return evolveUnserved(incident, event);
    case 'incident.received-from-988':
    case 'incident.told-988':
      return evolveFrom988(incident, event, { at, by });
    case 'incident.caution-attached':
    case 'incident.cautions-acknowledged':
      return {
        ...incident,
        cautions: evolveIncidentCautions(incident.cautions, event, { at, by }),
      };
    case 'call.joined':
      return { ...incident, alsoCalled: [...incident.alsoCalled, event.callId] };
    case 'call.parted':
      return {
        ...incident,
        alsoCalled: incident.alsoCalled.filter((callId) => callId !== event.callId),
      };
    case 'incident.merged':
    case 'incident.took-in':
    case 'incident.unmerged':
    case 'incident.gave-back':
      return evolveMerge(incident, event, { at, by });
    case 'incident.back-entered':
      return {
        ...incident,
        backEntered: { card: event.card, at },
        // What ran on paper is over; whoever waits still is asked for from now on.
        phone: incident.phone.state === 'offered' ? freshOffer(at) : incident.phone,
      };
    case 'incident.closed':
      return {
        ...incident,
        hold: null,
        // Nobody is called again once it is closed; police or EMS now opens it without that clock.
        phone: incident.phone.state === 'lost' ? { state: 'ended', since: at } : incident.phone,
        closed: { disposition: event.disposition, note: event.note, at, by },
      };
  }
}
